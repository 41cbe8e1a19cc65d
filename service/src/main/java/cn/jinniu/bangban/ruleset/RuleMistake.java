package cn.jinniu.bangban.ruleset;

/** A rule asks the plain files for something they do not have; its author must mend the rule or the file. */
public final class RuleMistake extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    RuleMistake(String zh, String en) {
        super(zh + " / " + en);
    }
}
