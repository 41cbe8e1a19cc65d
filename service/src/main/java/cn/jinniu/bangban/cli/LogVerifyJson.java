package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.ChainTable;
import cn.jinniu.bangban.log.verify.Finding;
import cn.jinniu.bangban.log.verify.Gap;
import cn.jinniu.bangban.log.verify.Seal;
import cn.jinniu.bangban.log.verify.Verification;
import cn.jinniu.bangban.text.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a verification found, for programs. */
final class LogVerifyJson {
    private static final JsonMapper JSON = new JsonMapper();

    private LogVerifyJson() {}

    static void write(LogVerifyCommand.Verified verified, Language language, OutputStream out) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("asWritten", verified.findings().isEmpty());
        Verification.Outcome outcome = verified.outcome();
        root.put("entries", outcome == null ? 0 : outcome.entries());
        root.put("pruned", outcome == null ? 0 : outcome.pruned());
        ArrayNode findings = root.putArray("findings");
        for (Finding finding : verified.findings()) {
            findings.addObject()
                    .put("chain", finding.chain())
                    .put("number", finding.number())
                    .put("message", finding.what().in(language));
        }
        if (outcome != null) {
            outcome.gaps().forEach(gap -> gap(root.withArray("removals").addObject(), gap));
            outcome.ends().forEach(end -> end(root.withArray("heads").addObject(), end));
        }
        root.put("torn", verified.torn() == null ? null : verified.torn().toString());
        out.write(JSON.writeValueAsBytes(root));
        out.write('\n');
    }

    private static void gap(ObjectNode node, Gap gap) {
        node.put("chain", ChainTable.name(Place.chain(gap.first())))
                .put("first", Place.number(gap.first()))
                .put("last", Place.number(gap.last()))
                .put("by", gap.by())
                .put("at", Instant.EPOCH.plus(gap.at(), ChronoUnit.MICROS).toString())
                .put("reason", gap.reason());
    }

    private static void end(ObjectNode node, Seal.End end) {
        node.put("chain", end.name()).put("number", Place.number(end.place())).put("hash", end.hash());
    }
}
