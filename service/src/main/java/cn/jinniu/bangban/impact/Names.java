package cn.jinniu.bangban.impact;

import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.impact.Change.AnswerKind;
import cn.jinniu.bangban.ruleset.Catalogue;
import cn.jinniu.bangban.ruleset.Clause;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.text.Text;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What people call the codes, units and clauses of two rulesets: as the newer one says, where it still does. */
final class Names {
    private final RulesetData before;
    private final RulesetData after;

    Names(Side before, Side after) {
        this.before = before.desk().ruleset().data();
        this.after = after.desk().ruleset().data();
    }

    Text code(AnswerKind kind, String code) {
        return either(code, data -> code(kind, code, data.catalogue()));
    }

    private static @Nullable Text code(AnswerKind kind, String code, Catalogue catalogue) {
        return switch (kind) {
            case OBLIGATION -> catalogue.obligations().get(code);
            case ALERT -> catalogue.alerts().get(code);
            case DETERMINATION -> {
                Catalogue.DeterminationCode determination =
                        catalogue.determinations().get(code);
                yield determination == null ? null : determination.name();
            }
            case REQUEST -> new Text("请求", "request");
        };
    }

    Text unit(String id) {
        return either(id, data -> {
            Unit unit = data.directory().units().get(id);
            return unit == null ? null : new Text(unit.nameZh(), unit.nameEn());
        });
    }

    Text clause(String number) {
        return either(number, data -> {
            Clause clause = data.clauses().all().get(number);
            return clause == null ? null : clause.title();
        });
    }

    private Text either(String otherwise, Function<RulesetData, @Nullable Text> name) {
        Text now = name.apply(after);
        Text found = now == null ? name.apply(before) : now;
        return found == null ? new Text(otherwise, otherwise) : found;
    }

    static Text kind(AnswerKind kind) {
        return switch (kind) {
            case DETERMINATION -> new Text("认定", "determination");
            case OBLIGATION -> new Text("义务", "obligation");
            case ALERT -> new Text("提醒", "alert");
            case REQUEST -> new Text("请求", "request");
        };
    }
}
