package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.record.Caller;
import cn.jinniu.bangban.log.record.Chain;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.FoundBy;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.KnownBy;
import cn.jinniu.bangban.log.record.Packing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A made-up decision: its answers are in the contract's form and of the rules' kinds, as many as a day's work has.
 *
 * @param projects ids of the projects sent
 * @param told what was answered
 */
record MadeUp(UUID id, String caller, String ruleset, LocalDate asOf, List<String> projects, List<Told> told) {
    static final List<String> STATUSES = List.of("PENDING", "OVERDUE", "FULFILLED", "STANDING", "SUSPENDED");

    /**
     * What made-up decisions are about.
     *
     * @param projects how many there are
     * @param bearers how many units
     * @param codes how many kinds of obligations
     * @param callers how many callers
     * @param rulesets how many versions
     */
    record World(int projects, int bearers, int codes, int callers, int rulesets) {
        /** Some things are far more common than others. */
        private static int pick(Random random, int of) {
            return (int) (of * Math.pow(random.nextDouble(), 2.5));
        }

        String project(int which) {
            return "JN-" + (2020 + which % 7) + '-' + which;
        }

        static String bearer(int which) {
            return "unit-" + which;
        }

        static String code(int which) {
            return "DUTY_" + which;
        }

        static String clause(int which) {
            return "3." + which / 3 + '.' + which % 3;
        }

        static String caller(int which) {
            return "系统 " + which;
        }

        static String ruleset(int which) {
            return String.format(java.util.Locale.ROOT, "%064x", which * 0x9E3779B97F4A7C15L);
        }

        MadeUp decision(Random random, LocalDate asOf) {
            List<String> sent = new ArrayList<>();
            List<Told> told = new ArrayList<>();
            int many = random.nextInt(10) == 0 ? 3 : 1;
            for (int i = 0; i < many; i++) {
                String project = project(pick(random, projects));
                if (!sent.contains(project)) {
                    sent.add(project);
                }
                told.add(new Told("CASE_OWNER", "4.7", null, null));
                for (int n = random.nextInt(5); n > 0; n--) {
                    int code = pick(random, codes);
                    String status = STATUSES.get(pick(random, STATUSES.size()));
                    told.add(new Told(code(code), clause(code), bearer(pick(random, bearers)), status));
                    if (status.equals("OVERDUE")) {
                        told.add(new Told("OBLIGATION_OVERDUE", clause(code), null, null));
                    }
                }
            }
            return new MadeUp(
                    new UUID(random.nextLong(), random.nextLong()),
                    caller(pick(random, callers)),
                    ruleset(random.nextInt(rulesets)),
                    asOf,
                    List.copyOf(sent),
                    List.copyOf(told));
        }
    }

    Draft draft() {
        return new Draft(
                Kind.DECISION,
                id,
                new Caller(caller, KnownBy.CLIENT_ID),
                ruleset,
                0,
                180_000,
                Packing.pack(request().getBytes(StandardCharsets.UTF_8)),
                Packing.pack(answer().getBytes(StandardCharsets.UTF_8)),
                null);
    }

    FoundBy terms(Draft draft) {
        return EntryTerms.of(new Entry(0, 0, draft, new byte[Chain.HASH_LENGTH]));
    }

    private String request() {
        StringBuilder json = new StringBuilder("{\"asOf\":\"").append(asOf).append("\",\"projects\":[");
        for (String project : projects) {
            json.append(project.equals(projects.get(0)) ? "" : ",")
                    .append("{\"listings\":[{\"id\":\"no project\"}],\"id\":\"")
                    .append(project)
                    .append("\"}");
        }
        return json.append("]}").toString();
    }

    private String answer() {
        StringBuilder json = new StringBuilder("{\"decisionId\":\"")
                .append(id)
                .append("\",\"asOf\":\"")
                .append(asOf)
                .append("\",\"ruleset\":{\"id\":\"made-up\",\"version\":\"")
                .append(ruleset)
                .append("\"}");
        section(
                json,
                "determinations",
                told.stream().filter(one -> one.code().equals("CASE_OWNER")).toList());
        section(
                json,
                "obligations",
                told.stream().filter(one -> one.bearer() != null).toList());
        section(
                json,
                "alerts",
                told.stream()
                        .filter(one -> one.code().startsWith("OBLIGATION_"))
                        .toList());
        return json.append('}').toString();
    }

    private static void section(StringBuilder json, String name, List<Told> told) {
        json.append(",\"").append(name).append("\":[");
        boolean first = true;
        for (Told one : told) {
            json.append(first ? "{" : ",{");
            first = false;
            member(json, "code", one.code()).append(',');
            member(json, "clause", one.clause());
            if (one.bearer() != null) {
                member(json.append(','), "bearer", one.bearer());
                json.append(",\"subject\":{\"type\":\"project\",\"code\":\"no code\"}");
                member(json.append(','), "due", "2026-03-26");
                member(json.append(','), "status", one.status());
            }
            member(json.append(','), "message", "项目须在规定期限内办理。").append('}');
        }
        json.append(']');
    }

    private static StringBuilder member(StringBuilder json, String name, @Nullable String value) {
        return json.append('"').append(name).append("\":\"").append(value).append('"');
    }

    /** What the filter means, said in the plainest way. */
    boolean meets(Filter filter, LocalDate day) {
        return (filter.project() == null || projects.contains(filter.project()))
                && (filter.caller() == null || filter.caller().equals(caller))
                && (filter.ruleset() == null || filter.ruleset().equals(ruleset))
                && (filter.from() == null || !day.isBefore(filter.from()))
                && (filter.to() == null || !day.isAfter(filter.to()))
                && (!filter.asksForAnswers()
                        || told.stream()
                                .anyMatch(one ->
                                        (filter.code() == null || filter.code().equals(one.code()))
                                                && (filter.clause() == null
                                                        || filter.clause().equals(one.clause()))
                                                && (filter.bearer() == null
                                                        || filter.bearer().equals(one.bearer()))
                                                && (filter.status() == null
                                                        || filter.status().equals(one.status()))));
    }
}
