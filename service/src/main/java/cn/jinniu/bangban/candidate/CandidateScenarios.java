package cn.jinniu.bangban.candidate;

import cn.jinniu.bangban.live.ScenarioPlace;
import cn.jinniu.bangban.live.ScenarioPlace.Scenarios;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioFiles;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The scenarios to try a candidate on: the shipped ones, and those that came with it, which take the place of their like. */
final class CandidateScenarios {
    private CandidateScenarios() {}

    /**
     * Reads them.
     *
     * @param data clauses and codes that scenarios may name
     */
    static Scenarios read(Candidate candidate, ScenarioPlace place, RulesetData data) throws IOException {
        Scenarios shipped = place.read(data);
        if (candidate.scenarios().isEmpty()) {
            return shipped;
        }
        Path folder = Files.createTempDirectory("bangban-candidate");
        try {
            unpack(candidate.scenarios(), folder);
            return merged(shipped, Scenarios.in(folder, data), candidate);
        } catch (InvalidPathException unusual) {
            throw new IOException(unusual.getInput(), unusual);
        } finally {
            delete(folder);
        }
    }

    /** By their paths, as if the folder that came with the candidate were laid over the other. */
    private static Scenarios merged(Scenarios shipped, Scenarios own, Candidate candidate) {
        SortedMap<String, Scenario> all = new TreeMap<>();
        shipped.found().scenarios().stream()
                .filter(scenario -> !candidate.scenarios().containsKey(shipped.below(scenario.file())))
                .forEach(scenario -> all.put(shipped.below(scenario.file()), scenario));
        own.found().scenarios().forEach(scenario -> all.put(own.below(scenario.file()), scenario));
        Stream<RulesetProblem> left = shipped.found().problems().stream()
                .filter(problem -> !candidate.scenarios().containsKey(shipped.below(problem.file())));
        return new Scenarios(
                Stream.concat(shipped.folders().stream(), own.folders().stream())
                        .toList(),
                new ScenarioFiles.Found(
                        List.copyOf(all.values()),
                        Stream.concat(left, own.found().problems().stream()).toList()));
    }

    private static void unpack(Map<String, byte[]> files, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey()).normalize();
            if (!path.startsWith(folder)) {
                throw new IOException(file.getKey()); // the archive's paths were looked at; this is the second lock
            }
            Files.createDirectories(path.resolveSibling(""));
            Files.write(path, file.getValue());
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failed) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
