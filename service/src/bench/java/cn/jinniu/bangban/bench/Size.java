package cn.jinniu.bangban.bench;

import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.CaseFileReader;
import cn.jinniu.bangban.facts.Reading;
import cn.jinniu.bangban.reference.CaseFileJson;
import cn.jinniu.bangban.reference.ReferenceData;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** How large a case file is. Of small ones there are many, so that no one's habits are learnt by heart. */
public enum Size {
    SMALL(1, 64),
    MEDIUM(10, 16),
    LARGE(100, 4),
    HUGE(5_000, 1);

    final int projects;
    final int variety;

    Size(int projects, int variety) {
        this.projects = projects;
        this.variety = variety;
    }

    List<CaseFile> caseFiles() {
        return IntStream.range(0, variety)
                .mapToObj(seed -> CaseFiles.of(seed + 1L, projects))
                .toList();
    }

    /** The same as requests, each checked to be one that is decided. */
    List<byte[]> requests() {
        CaseFileReader reader = new CaseFileReader(ReferenceData.UNITS, ReferenceData.SECTORS.keySet());
        return caseFiles().stream()
                .map(file -> {
                    byte[] json = CaseFileJson.write(file).getBytes(StandardCharsets.UTF_8);
                    Reading reading = reader.read(json, LocalDate.EPOCH);
                    if (!(reading instanceof Reading.Facts facts)
                            || !facts.facts().equals(file)) {
                        throw new IllegalStateException("a case file that is not read as it was made: " + reading);
                    }
                    return json;
                })
                .toList();
    }
}
