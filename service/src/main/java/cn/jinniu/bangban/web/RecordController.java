package cn.jinniu.bangban.web;

import cn.jinniu.bangban.desk.Problem;
import cn.jinniu.bangban.log.export.AnswerTable;
import cn.jinniu.bangban.log.export.PageJson;
import cn.jinniu.bangban.log.export.RecordJson;
import cn.jinniu.bangban.log.find.Filter;
import cn.jinniu.bangban.log.find.Search;
import cn.jinniu.bangban.log.privacy.Masking;
import cn.jinniu.bangban.log.privacy.Privacy;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds decisions that were served, shows them, and hands them out. */
@RestController
class RecordController {
    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    /** Records in memory at a time. */
    private static final int AT_A_TIME = 32;

    private static final int BUFFER = 64 * 1024;

    private static final UUID NOBODY = new UUID(0, 0);

    private final LogReading log;
    private final Privacy privacy;
    private final Masking masking;

    RecordController(LogReading log, PrivacyProperties privacy) {
        this.log = log;
        this.privacy = privacy.privacy();
        this.masking = privacy.masking();
    }

    @GetMapping(path = "/v1/decisions/{id}", produces = JSON)
    void record(@PathVariable(name = "id") String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Entry entry = log.of(uuid(id)).orElse(null);
        if (entry == null || entry.draft().kind() != Kind.DECISION) {
            throw new ProblemException(Problem.of(
                    "no-decision",
                    404,
                    new Text("没有这份决定", "There is no such decision"),
                    new Text(
                            "日志里没有编号为“" + id + "”的决定；请核对 decisionId",
                            "the log has no decision with the id \"" + id + "\"; check the decisionId")));
        }
        send(new RecordJson(privacy, Masking.NONE).bytes(entry), response);
    }

    /** Ids are written in one way only; written otherwise they are nobody's. */
    private static UUID uuid(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.toString().equals(id) ? uuid : NOBODY;
        } catch (IllegalArgumentException e) {
            return NOBODY;
        }
    }

    @GetMapping(path = "/v1/decisions", produces = JSON)
    void find(
            @RequestParam(name = "project", required = false) @Nullable String project,
            @RequestParam(name = "bearer", required = false) @Nullable String bearer,
            @RequestParam(name = "code", required = false) @Nullable String code,
            @RequestParam(name = "status", required = false) @Nullable String status,
            @RequestParam(name = "clause", required = false) @Nullable String clause,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "ruleset", required = false) @Nullable String ruleset,
            @RequestParam(name = "caller", required = false) @Nullable String caller,
            @RequestParam(name = "limit", required = false) @Nullable String limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            HttpServletResponse response)
            throws IOException {
        Filter filter = FilterParameters.of(project, bearer, code, status, clause, from, to, ruleset, caller);
        int most = FilterParameters.limit(limit, USUAL_PAGE, LARGEST_PAGE);
        int atATime = Math.min(most + 1, AT_A_TIME);
        send(log.find(finder -> PageJson.bytes(finder.search(filter, cursor, atATime), most)), response);
    }

    private static void send(byte[] body, HttpServletResponse response) throws IOException {
        response.setStatus(200);
        response.setContentType(JSON);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    @GetMapping(
            path = "/v1/decisions/export",
            produces = {CSV, NDJSON})
    void export(
            @RequestParam(name = "project", required = false) @Nullable String project,
            @RequestParam(name = "bearer", required = false) @Nullable String bearer,
            @RequestParam(name = "code", required = false) @Nullable String code,
            @RequestParam(name = "status", required = false) @Nullable String status,
            @RequestParam(name = "clause", required = false) @Nullable String clause,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "ruleset", required = false) @Nullable String ruleset,
            @RequestParam(name = "caller", required = false) @Nullable String caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Filter filter = FilterParameters.of(project, bearer, code, status, clause, from, to, ruleset, caller);
        boolean lines = Accepted.prefers(NDJSON, CSV, request);
        // What is wrong at once is told as a problem; later the answer can only break off.
        log.find(finder -> {
            Search search = finder.search(filter, null, AT_A_TIME);
            Entry first = search.next();
            response.setStatus(200);
            response.setContentType(lines ? NDJSON : CSV + ";charset=utf-8");
            response.setHeader("Content-Language", Languages.tag(Languages.of(request)));
            response.setHeader("Vary", "Accept, Accept-Language");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader(
                    "Content-Disposition", "attachment; filename=\"decisions." + (lines ? "ndjson" : "csv") + '"');
            stream(search, first, lines, filter, request, response);
            return true;
        });
    }

    private void stream(
            Search search,
            @Nullable Entry first,
            boolean lines,
            Filter filter,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
            if (lines) {
                RecordJson json = new RecordJson(privacy, masking);
                for (Entry entry = first; entry != null; entry = search.next()) {
                    out.write(json.bytes(entry));
                    out.write('\n');
                }
            } else {
                AnswerTable table = new AnswerTable(out, Languages.of(request), filter, privacy, masking);
                for (Entry entry = first; entry != null; entry = search.next()) {
                    table.add(entry);
                }
                table.close();
            }
            out.flush();
        } catch (SQLException | RuntimeException e) {
            // The answer must not look whole: its connection is cut, for nothing can be told any more.
            throw new CloseNowException("an export broke off", e);
        }
    }
}
