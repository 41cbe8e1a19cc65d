package cn.jinniu.bangban.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.log.privacy.Bodies;
import cn.jinniu.bangban.log.privacy.Keys;
import cn.jinniu.bangban.log.privacy.Privacy;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Packing;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.log.store.LogLocation;
import cn.jinniu.bangban.log.store.Snapshot;
import cn.jinniu.bangban.log.verify.Verification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Names on the log of a service that encrypts them")
class PrivacyOverHttpTest {
    private static final String REQUEST = "{\"asOf\":\"2026-03-26\",\"projects\":[{\"id\":\"P-1\",\"name\":\"星河湾二期\","
            + "\"listings\":[{\"level\":\"DISTRICT\",\"year\":2026,\"issuedOn\":\"2026-02-10\"}],"
            + "\"functionalZone\":\"jinniu-hightech-zone\",\"landContractSignedOn\":\"2026-03-02\"}]}";

    @TempDir
    Path temporary;

    @Test
    @DisplayName("are nowhere in its files, come back with the key, and are all that is lost without it")
    void encrypted() throws Exception {
        Path folder = temporary.resolve("log");
        Path keyFile = Files.writeString(temporary.resolve("names.key"), Keys.fresh() + "\n");
        String answer;
        try (RunningService service = RunningService.with(
                "--bangban.log=" + folder,
                "--bangban.privacy.encrypt=/projects/*/name",
                "--bangban.privacy.key-file=" + keyFile)) {
            answer = RunningService.text(service.decide(REQUEST));
        }
        assertThat(answer).contains("“星河湾二期”");
        try (LogAccess access = LogAccess.open(new LogLocation.Folder(folder));
                Snapshot snapshot = access.database().snapshot()) {
            assertThat(Verification.of(snapshot, List.of(), entries -> {}).findings())
                    .isEmpty();
            Draft draft = EntryTable.ascending(snapshot.connection(), Place.start(1) + 2, Place.end(1), 1)
                    .get(0)
                    .draft();
            assertThat(text(Packing.unpack(draft.request())) + text(Packing.unpack(draft.answer())))
                    .contains("P-1")
                    .doesNotContain("星河湾");
            Bodies opened = Privacy.of(List.of(), Keys.read(keyFile)).open(draft);
            assertThat(text(opened.request())).isEqualTo(REQUEST);
            assertThat(text(opened.answer())).isEqualTo(answer);
            Bodies without = Privacy.NONE.open(draft);
            assertThat(without.whole()).isFalse();
            assertThat(text(without.answer())).isEqualTo(answer.replace("星河湾二期", Bodies.INSTEAD));
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
