package cn.jinniu.bangban.web;

import cn.jinniu.bangban.desk.Problem;
import cn.jinniu.bangban.log.archive.Archived;
import cn.jinniu.bangban.log.archive.RulesetDiff;
import cn.jinniu.bangban.log.archive.RulesetDraft;
import cn.jinniu.bangban.log.archive.RulesetZip;
import cn.jinniu.bangban.log.store.RulesetTable;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.text.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows the rulesets that were in force: when, their files, and what differs between them. */
@RestController
class ArchiveController {
    private static final String JSON = "application/json";
    private static final String ZIP = "application/zip";
    private static final String TEXT = "text/plain";

    /** What is given here, and what that is made of. */
    static final List<Class<? extends Record>> VIEWS = List.of(ArchivedRulesetView.class, InForceView.class);

    private final LogReading log;
    private final Clock clock;

    ArchiveController(LogReading log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param id null where what was told of it was removed on purpose, like loadedBy and loadedFrom
     * @param inForce when it was in force, the last first
     */
    record ArchivedRulesetView(String version, @Nullable String id, List<InForceView> inForce) {}

    /**
     * @param replica the name of the replica's chain on the log
     * @param to null when nothing has taken its place, as far as the log knows
     */
    record InForceView(
            String replica,
            OffsetDateTime from,
            @Nullable OffsetDateTime to,
            @Nullable String loadedBy,
            @Nullable String loadedFrom) {}

    @GetMapping(path = "/v1/rulesets", produces = JSON)
    List<ArchivedRulesetView> rulesets() throws IOException {
        return log.read(Archived::all).stream().map(this::view).toList();
    }

    private ArchivedRulesetView view(Archived archived) {
        String id = archived.periods().stream()
                .map(Archived.Period::ruleset)
                .filter(told -> told != null)
                .map(RulesetDraft::id)
                .findFirst()
                .orElse(null);
        return new ArchivedRulesetView(
                archived.version(),
                id,
                archived.periods().stream().map(this::view).toList());
    }

    private InForceView view(Archived.Period period) {
        RulesetDraft told = period.ruleset();
        Long to = period.to();
        return new InForceView(
                period.chain(),
                time(period.from()),
                to == null ? null : time(to),
                told == null ? null : told.by(),
                told == null ? null : told.from());
    }

    private OffsetDateTime time(long micros) {
        return Instant.EPOCH
                .plus(micros, ChronoUnit.MICROS)
                .atZone(clock.getZone())
                .toOffsetDateTime();
    }

    @GetMapping(path = "/v1/rulesets/{version}", produces = ZIP)
    void files(@PathVariable(name = "version") String version, HttpServletResponse response) throws IOException {
        byte[] zip = zip(version);
        source(version, zip);
        response.setHeader("Content-Disposition", "attachment; filename=\"rules-" + version + ".zip\"");
        send(zip, ZIP, response);
    }

    @GetMapping(path = "/v1/rulesets/{old}/diff/{young}", produces = TEXT)
    void diff(
            @PathVariable(name = "old") String old,
            @PathVariable(name = "young") String young,
            HttpServletResponse response)
            throws IOException {
        byte[] diff = RulesetDiff.of(source(old, zip(old)), source(young, zip(young)));
        send(diff, TEXT + ";charset=utf-8", response);
    }

    private byte[] zip(String version) throws IOException {
        return log.read(connection -> Optional.ofNullable(RulesetTable.files(connection, version)))
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "no-ruleset-version",
                        404,
                        new Text("没有这一版规则", "There is no such ruleset"),
                        new Text(
                                "规则档案里没有版本“" + version + "”；启用过的版本见 /v1/rulesets",
                                "the archive has no ruleset of version \"" + version
                                        + "\"; /v1/rulesets lists those that were in force"))));
    }

    /** What is handed out is what its version says, or nothing. */
    private static RulesetSource source(String version, byte[] zip) {
        try {
            RulesetSource source = RulesetZip.source(zip);
            if (source.version().equals(version)) {
                return source;
            }
        } catch (IllegalArgumentException damaged) {
            // said below
        }
        throw new ProblemException(
                Problem.of(
                        "archive-damaged",
                        500,
                        new Text("规则档案被改动", "The archive was changed"),
                        new Text(
                                "版本 " + version + " 的文件已不是当时保存的，不予提供；请用 log verify 核对日志",
                                "the files of version " + version
                                        + " are not those that were kept and are not handed out; verify the log with log verify")));
    }

    private static void send(byte[] body, String type, HttpServletResponse response) throws IOException {
        response.setStatus(200);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
