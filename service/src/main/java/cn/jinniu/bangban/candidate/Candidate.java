package cn.jinniu.bangban.candidate;

import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rules folder that somebody proposes, and the scenarios that come with it.
 *
 * @param rules the rules folder
 * @param scenarios files by their paths below the scenarios' folder; empty when none came with it
 */
public record Candidate(RulesetSource rules, SortedMap<String, byte[]> scenarios) {
    private static final String RULES = "rules/";
    private static final String SCENARIOS = "test-data/";
    /** Every rules folder has it at its top. */
    private static final String LANDMARK = "catalogue.yaml";

    private static final int DEEPEST_WRAPPING = 4;

    /**
     * Takes a candidate from a zip archive, which holds either a rules folder or what a project does: {@code rules} and,
     * if one likes, {@code test-data}. Either may lie in a folder by itself, as most programs pack one.
     *
     * @throws ArchiveRefused when there is no rules folder to be taken from it
     * @throws IOException when there is no room to unpack it
     */
    public static Candidate of(byte[] zip) throws ArchiveRefused, IOException {
        SortedMap<String, byte[]> files = Archive.files(zip);
        for (int depth = 0; depth < DEEPEST_WRAPPING && !isTop(files); depth++) {
            files = unwrapped(files);
        }
        if (files.isEmpty()) {
            throw new ArchiveRefused("压缩包是空的；请压缩规则目录", "the archive is empty; pack the rules folder");
        }
        boolean project = !files.containsKey(LANDMARK) && !below(files, RULES).isEmpty();
        SortedMap<String, byte[]> rules = project ? below(files, RULES) : new TreeMap<>(files);
        rules.keySet().removeIf(path -> path.startsWith(SCENARIOS));
        return new Candidate(RulesetSource.of(rules), below(files, SCENARIOS));
    }

    private static boolean isTop(SortedMap<String, byte[]> files) {
        return files.containsKey(LANDMARK)
                || files.keySet().stream().anyMatch(path -> path.startsWith(RULES) || path.startsWith(SCENARIOS));
    }

    /** Without the one folder that all lies in; as it is where there is no such folder. */
    private static SortedMap<String, byte[]> unwrapped(SortedMap<String, byte[]> files) {
        String first = files.isEmpty() ? "" : files.firstKey();
        String top = first.substring(0, first.indexOf('/') + 1);
        boolean all = !top.isEmpty() && files.keySet().stream().allMatch(path -> path.startsWith(top));
        return all ? below(files, top) : files;
    }

    private static SortedMap<String, byte[]> below(SortedMap<String, byte[]> files, String folder) {
        SortedMap<String, byte[]> below = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().startsWith(folder)) {
                below.put(file.getKey().substring(folder.length()), file.getValue());
            }
        }
        return below;
    }
}
