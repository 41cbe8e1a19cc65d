package cn.jinniu.bangban.explain.model;

import cn.jinniu.bangban.text.Text;

/**
 * A rule, with where it stands and what it rests on.
 *
 * @param file its file, below the rules folder
 * @param line line its text begins on, from 1
 * @param clause number of its clause
 * @param title the clause's title
 * @param summary what the clause asks, in our own words
 */
public record RuleShown(String name, String file, int line, String clause, Text title, Text summary) {
    /** The rule's name in one language, without the clause's number: names say things in Chinese, then in English. */
    public Text saying() {
        String plain = name.startsWith(clause) ? name.substring(clause.length()).strip() : name;
        int slash = plain.indexOf(" / ");
        return slash < 0 ? new Text(plain, plain) : new Text(plain.substring(0, slash), plain.substring(slash + 3));
    }
}
