package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.sandbox.Token;
import cn.jinniu.bangban.ruleset.Nearest;
import cn.jinniu.bangban.ruleset.Parameter;
import cn.jinniu.bangban.ruleset.ParameterType;
import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetData;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks parameters, units and grounds of owners that a file names anywhere: in conditions, consequences and functions. */
final class NameCheck {
    private static final Map<String, Set<ParameterType>> READ_AS = Map.of(
            "days", Set.of(ParameterType.WORKING_DAYS, ParameterType.CALENDAR_DAYS),
            "count", Set.of(ParameterType.COUNT),
            "dayOf", Set.of(ParameterType.DAY_OF_MONTH),
            "dayIn", Set.of(ParameterType.MONTH_DAY),
            "roll", Set.of(ParameterType.ROLL));

    private static final Set<String> UNITS = Set.of("by", "to", "attendee", "concerning");

    private final RulesetData data;
    private final Notes notes;

    NameCheck(RulesetData data, Notes notes) {
        this.data = data;
        this.notes = notes;
    }

    void check(List<Token> tokens) {
        for (int i = 3; i + 1 < tokens.size(); i++) {
            Token text = tokens.get(i);
            if (text.kind() != Token.Kind.STRING
                    || !tokens.get(i - 1).is("(")
                    || !tokens.get(i - 2).isName()
                    || !tokens.get(i - 3).is(".")
                    || !tokens.get(i + 1).is(")") && !tokens.get(i + 1).is(",")) {
                continue;
            }
            String method = tokens.get(i - 2).text();
            Token on = i >= 4 ? tokens.get(i - 4) : text;
            if (on.isName("parameters")) {
                parameter(text, method, tokens.get(i - 2));
            } else if (on.isName("units") && method.equals("unit")
                    || UNITS.contains(method) && tokens.get(i + 1).is(")")) {
                unit(text);
            } else if (method.equals("add") && tokens.get(i + 1).is(",") && isOfOwners(tokens, i)) {
                ground(text);
            }
        }
    }

    private static String value(Token text) {
        return text.text().substring(1, text.text().length() - 1);
    }

    private void note(ProblemKind kind, Token token, String zh, String en) {
        notes.add(kind, token.start(), token.start() + token.text().length(), zh, en);
    }

    private void parameter(Token text, String method, Token read) {
        String key = value(text);
        Map<String, Parameter> all = data.parameters().all();
        Parameter parameter = all.get(key);
        if (parameter == null) {
            if (!all.isEmpty()) {
                note(
                        ProblemKind.UNKNOWN_PARAMETER,
                        text,
                        "没有参数“" + key + "”" + Nearest.hintZh(key, all.keySet()) + "；新的参数先在 parameters.yaml 里写明",
                        "there is no parameter \"" + key + "\"" + Nearest.hintEn(key, all.keySet())
                                + "; write a new one into parameters.yaml first");
            }
            return;
        }
        Set<ParameterType> wanted = READ_AS.get(method);
        if (wanted != null && !wanted.contains(parameter.type())) {
            String right = READ_AS.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(parameter.type()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("since");
            note(
                    ProblemKind.PARAMETER_TYPE,
                    read,
                    "参数“" + key + "”的类型是 " + parameter.type().word() + "，要用 parameters." + right + "( … ) 取",
                    "the parameter \"" + key + "\" is of type "
                            + parameter.type().word() + "; read it with parameters." + right + "( … )");
        }
    }

    private void unit(Token text) {
        Set<String> units = data.directory().units().keySet();
        if (!units.isEmpty() && !units.contains(value(text))) {
            note(
                    ProblemKind.UNKNOWN_UNIT,
                    text,
                    "没有单位“" + value(text) + "”" + Nearest.hintZh(value(text), units) + "；单位名录是 units.csv",
                    "there is no unit \"" + value(text) + "\"" + Nearest.hintEn(value(text), units)
                            + "; units.csv is the directory");
        }
    }

    /** Whether a call of add has two arguments and belongs to the candidates for owning a case. */
    private static boolean isOfOwners(List<Token> tokens, int at) {
        for (int i = at; i >= 0 && !tokens.get(i).is(";"); i--) {
            if (tokens.get(i).isName("OwnerCandidates")) {
                return true;
            }
        }
        return false;
    }

    private void ground(Token text) {
        List<String> grounds = data.ownerPrecedence().grounds().stream()
                .map(ground -> ground.ground())
                .toList();
        if (!grounds.isEmpty() && !grounds.contains(value(text))) {
            note(
                    ProblemKind.UNKNOWN_CODE,
                    text,
                    "owner-precedence.csv 里没有“" + value(text) + "”" + Nearest.hintZh(value(text), grounds),
                    "owner-precedence.csv has no \"" + value(text) + "\"" + Nearest.hintEn(value(text), grounds));
        }
    }
}
