package cn.jinniu.bangban.desk;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.DecisionWriter;
import cn.jinniu.bangban.engine.EvaluationFailed;
import cn.jinniu.bangban.engine.RuleInfo;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.engine.sandbox.Budget;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.CaseFileReader;
import cn.jinniu.bangban.facts.Reading;
import cn.jinniu.bangban.text.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers requests by one ruleset: reads them against its units and sectors, decides by its rules, writes with its
 * messages. Immutable, and safe for many threads; a new ruleset gets a new desk.
 */
public final class DecisionDesk {
    private final Ruleset ruleset;
    private final CaseFileReader reader;
    private final DecisionWriter writer;
    private final Budget budget;

    /** A desk whose decisions may take as much as is usual, by any clock. */
    public DecisionDesk(Ruleset ruleset) {
        this(
                ruleset,
                new CaseFileReader(
                        ruleset.data().directory().units(),
                        ruleset.data().sectors().words()),
                new DecisionWriter(ruleset.data().messages()),
                Budget.WITHOUT_CLOCK);
    }

    private DecisionDesk(Ruleset ruleset, CaseFileReader reader, DecisionWriter writer, Budget budget) {
        this.ruleset = ruleset;
        this.reader = reader;
        this.writer = writer;
        this.budget = budget;
    }

    /** The same desk, whose decisions may each take a budget. */
    public DecisionDesk within(Budget budget) {
        return new DecisionDesk(ruleset, reader, writer, budget);
    }

    /** What each decision here may take. */
    public Budget budget() {
        return budget;
    }

    /** The ruleset that decides here. */
    public Ruleset ruleset() {
        return ruleset;
    }

    /**
     * Answers one request.
     *
     * @param json holds the request in UTF-8
     * @param offset where the request begins
     * @param length how many bytes it has
     * @param today the day to decide for where the request names none
     */
    public Answer answer(byte[] json, int offset, int length, LocalDate today) {
        return answer(reader.read(json, offset, length, today), facts -> ruleset.decide(facts, budget));
    }

    /**
     * Answers a request that is the whole of an array, and tells which rules fired.
     *
     * @param fired is told each rule as it begins to fire, as often as it does
     */
    public Answer answer(byte[] json, LocalDate today, Consumer<RuleInfo> fired) {
        return answer(reader.read(json, today), facts -> ruleset.decide(facts, budget, fired));
    }

    /** Reads a request that is the whole of an array, for those who ask something else about it than a decision. */
    public Reading read(byte[] json, LocalDate today) {
        return reader.read(json, today);
    }

    private static Answer answer(Reading reading, Function<CaseFile, Decision> deciding) {
        if (reading instanceof Reading.Facts read) {
            try {
                return new Answer.Decided(read.facts(), deciding.apply(read.facts()));
            } catch (EvaluationFailed failed) {
                return new Answer.Failed(failed);
            }
        } else if (reading instanceof Reading.Refused refused) {
            return new Answer.Refused(refused.errors(), refused.unlisted());
        } else {
            return new Answer.NotJson(((Reading.NotJson) reading).detail());
        }
    }

    /** Answers a request that is the whole of an array. */
    public Answer answer(byte[] json, LocalDate today) {
        return answer(json, 0, json.length, today);
    }

    /**
     * Writes a decision of this desk as the contract's JSON, without a line break behind it.
     *
     * @param decisionId what this decision is called, to find it again
     * @param out neither flushed nor closed
     */
    public void write(Decision decision, String decisionId, Language language, OutputStream out) throws IOException {
        writer.write(decision, decisionId, language, out);
    }

    /** The bytes that {@link #write} writes. */
    public byte[] bytes(Decision decision, String decisionId, Language language) {
        return writer.bytes(decision, decisionId, language);
    }
}
