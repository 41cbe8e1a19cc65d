package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.ruleset.Nearest;
import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.vocabulary.Duty;
import cn.jinniu.bangban.vocabulary.Fulfilled;
import cn.jinniu.bangban.vocabulary.Overdue;
import cn.jinniu.bangban.vocabulary.Pending;
import cn.jinniu.bangban.vocabulary.Unfulfilled;
import java.util.Collection;
import java.util.Set;

/** Fields whose values are words of the plain files: one compared with any other word never matches. */
final class PlainFileValues implements TypeCheck.KnownValues {
    private static final Set<Class<?>> WITH_CODE =
            Set.of(Duty.class, Pending.class, Overdue.class, Unfulfilled.class, Fulfilled.class, Obligation.class);

    private final RulesetData data;

    PlainFileValues(RulesetData data) {
        this.data = data;
    }

    @Override
    public void compared(ValueType owner, String field, Expr with, Notes notes) {
        if (!(with instanceof Expr.Value value) || value.kind() != Expr.Literal.TEXT || owner.type() == null) {
            return;
        }
        if (field.equals("code") && WITH_CODE.contains(owner.type())) {
            known(
                    value,
                    ProblemKind.UNKNOWN_CODE,
                    data.catalogue().obligations().keySet(),
                    "义务代码",
                    "obligation",
                    notes);
        } else if (field.equals("clause") && WITH_CODE.contains(owner.type())) {
            known(value, ProblemKind.UNKNOWN_CLAUSE, data.clauses().numbers(), "条款", "clause", notes);
        } else if (field.equals("id") && owner.type() == Unit.class
                || field.equals("bearer") && owner.type() == Obligation.class) {
            known(value, ProblemKind.UNKNOWN_UNIT, data.directory().units().keySet(), "单位", "unit", notes);
        } else if (field.equals("sector") && owner.type() == Project.class) {
            known(value, ProblemKind.UNKNOWN_CODE, data.sectors().words(), "行业", "sector", notes);
        }
    }

    private static void known(
            Expr.Value value, ProblemKind kind, Collection<String> words, String zh, String en, Notes notes) {
        if (!words.isEmpty() && !words.contains(value.value())) {
            notes.add(
                    kind,
                    value.start(),
                    value.end(),
                    "没有" + zh + "“" + value.value() + "”，这个条件永远不成立" + Nearest.hintZh(value.value(), words),
                    "there is no " + en + " \"" + value.value() + "\", so this never matches"
                            + Nearest.hintEn(value.value(), words));
        }
    }
}
