package cn.jinniu.bangban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.log.store.LogLocation;
import cn.jinniu.bangban.reference.RandomRequests;
import cn.jinniu.bangban.replay.RecordedLog;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("bangban scenario from-log")
class ScenarioFromLogCommandTest {
    /** Two appointments of one day: the smaller id counts, whatever it is called. */
    private static final String REQUEST = """
            {"projects":[{"id":"川A-99","name":"某某公司机密项目","code":"2026-510106-04-01-123456",
              "listings":[{"level":"DISTRICT","year":2026,"issuedOn":"2026-02-10"}],"completedOn":null,
              "functionalZone":"jinniu-hightech-zone","landContractSignedOn":"2026-03-02"}],
             "appointments":[
              {"id":"b","commissioner":"510106199001011234","unit":"jinniu-hightech-zone","project":"川A-99",
               "role":"PRIMARY","appointedOn":"2026-03-04"},
              {"id":"a","commissioner":"张三丰","unit":"jinniu-hightech-zone","project":"川A-99",
               "role":"PRIMARY","appointedOn":"2026-03-04"}],
             "approvals":[{"id":"受理-1","project":"川A-99","name":"某某公司用地","department":"planning-resources-bureau",
              "kind":"COMMITMENT","acceptedOn":"2026-03-05","commitmentDays":5}],
             "serviceRequests":[{"id":"Q","project":"川A-99","receivedOn":"2026-03-10"}]}
            """;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static UUID id;
    private static final List<UUID> RANDOM = new ArrayList<>();

    @BeforeAll
    static void record() throws Exception {
        try (RecordedLog log = new RecordedLog(new LogLocation.Folder(shared.resolve("log")))) {
            log.inForce(RulesetSource.read(Path.of("..", "rules")));
            id = log.decide(REQUEST, Language.ZH);
            for (int seed = 0; seed < 12; seed++) {
                RANDOM.add(log.decide(RandomRequests.of(seed).json(), Language.EN));
            }
        }
    }

    private Run make(UUID of, Path file, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "scenario",
                "from-log",
                of.toString(),
                "--log=" + shared.resolve("log"),
                "--rules=../rules",
                "-o",
                file.toString()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    @Test
    @DisplayName("writes a scenario without any true name, which replays as expected at once")
    void made() throws Exception {
        Path file = folder.resolve("recorded.yaml");
        Run run = make(id, file);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        String text = Files.readString(file);
        assertThat(text)
                .doesNotContain("川A", "机密", "123456", "510106199001011234", "张三丰", "受理", "某某公司", "null")
                .contains("title: 2026年3月26日，", "asOf: 2026-03-26", "jinniu-hightech-zone", "others: none");
        Run replay = Run.of("replay", "--rules=../rules", "--lang=en", file.toString());
        assertThat(replay.outLines()).containsExactly("1 scenarios replayed: 1 as expected, 0 with differences");
        assertThat(make(id, folder.resolve("again.yaml")).exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("again.yaml"))).isEqualTo(text);
    }

    @Test
    @DisplayName("keeps to whom it falls when only the smaller id decides")
    void orderOfIds() throws Exception {
        Path file = folder.resolve("recorded.yaml");
        make(id, file);
        String text = Files.readString(file);
        String smaller = commissionerOf("A-01", text);
        assertThat(commissionerOf("A-02", text)).isNotEqualTo(smaller);
        assertThat(text).contains("assignee: " + smaller);
    }

    private static String commissionerOf(String appointment, String text) {
        int at = text.indexOf("commissioner: ", text.indexOf("id: " + appointment)) + "commissioner: ".length();
        return text.substring(at, text.indexOf(',', at));
    }

    @Test
    @DisplayName("makes one of any decision")
    void ofAny() throws Exception {
        Path scenarios = Files.createDirectory(folder.resolve("all"));
        for (UUID one : RANDOM) {
            Run run = make(one, scenarios.resolve(one + ".yaml"));
            assertThat(run).isEqualTo(new Run(0, "", ""));
        }
        Run replay = Run.of("replay", "--rules=../rules", "--lang=en", scenarios.toString());
        assertThat(replay.outLines()).containsExactly("12 scenarios replayed: 12 as expected, 0 with differences");
    }

    @Test
    @DisplayName("says so when no such decision was recorded")
    void unknown() {
        Run run = make(new UUID(1, 2), folder.resolve("none.yaml"), "--lang=en");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("has no decision");
        assertThat(folder.resolve("none.yaml")).doesNotExist();
    }
}
