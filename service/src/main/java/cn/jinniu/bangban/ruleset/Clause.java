package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A numbered or lettered clause of the scheme, described in our own words.
 *
 * @param decidable whether rules of its own decide something by it
 * @param reason why no rules of its own decide it; null where they do
 * @param through the clauses whose rules decide it instead; empty where none do
 */
public record Clause(
        String number,
        Text title,
        Text summary,
        boolean decidable,
        @Nullable Text reason,
        List<String> through) {}
