package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.log.privacy.Bodies;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Kind;
import java.util.Arrays;

/** The terms that an entry has, each once, in order. */
public final class EntryTerms {
    private static final long[] NONE = {};

    private long[] terms = new long[64];
    private int count;

    private EntryTerms() {}

    /** Of a decision that is about to be kept; the same as those of its bytes, and quicker. */
    public static long[] of(String caller, CaseFile facts, Decision decision) {
        EntryTerms terms = new EntryTerms();
        terms.common(caller, decision.version());
        for (Project project : facts.projects()) {
            terms.add(Terms.project(project.id()));
        }
        for (Determination one : decision.determinations()) {
            terms.add(new Told(one.code(), one.clause(), null, null));
        }
        for (Obligation one : decision.obligations()) {
            terms.add(new Told(
                    one.code(), one.clause(), one.bearer(), one.status().name()));
        }
        for (Alert one : decision.alerts()) {
            terms.add(new Told(one.code(), one.clause(), null, null));
        }
        return terms.distinct();
    }

    /** Of an entry, by its bytes. One that tells of no decision, or of one that cannot be read, has none. */
    static long[] of(Entry entry) {
        Draft draft = entry.draft();
        if (draft.kind() != Kind.DECISION) {
            return NONE;
        }
        EntryTerms terms = new EntryTerms();
        terms.common(draft.caller().name(), draft.ruleset());
        try {
            Contents.projects(draft, id -> {
                if (!id.equals(Bodies.INSTEAD)) {
                    terms.add(Terms.project(id)); // an encrypted one is found by nobody
                }
            });
            Contents.told(draft, terms::add);
        } catch (IllegalArgumentException damaged) {
            return terms.distinct(); // it is found by what is known of it; verification is there to say so
        }
        return terms.distinct();
    }

    private void common(String caller, String ruleset) {
        add(Terms.DECISION);
        add(Terms.caller(caller));
        add(Terms.ruleset(ruleset));
    }

    private void add(Told told) {
        for (long term : Terms.of(told)) {
            add(term);
        }
    }

    private void add(long term) {
        if (count == terms.length) {
            terms = Arrays.copyOf(terms, 2 * count);
        }
        terms[count++] = term;
    }

    private long[] distinct() {
        Arrays.sort(terms, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || terms[i] != terms[i - 1]) {
                terms[distinct++] = terms[i];
            }
        }
        return Arrays.copyOf(terms, distinct);
    }
}
