package cn.jinniu.bangban.coverage;

import cn.jinniu.bangban.ruleset.RulesetSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Every change to try in a rules folder. */
public final class Mutations {
    static final String PARAMETERS = "parameters.yaml";

    private Mutations() {}

    /** Of parameters alone. */
    public static List<Mutation> ofParameters(RulesetSource source) {
        return of(source).stream()
                .filter(mutation -> mutation.file().equals(PARAMETERS))
                .toList();
    }

    /** Of all rules, parameters and ranks, in the order of the files. */
    public static List<Mutation> of(RulesetSource source) {
        List<Mutation> all = new ArrayList<>();
        for (String path : source.paths()) {
            byte[] bytes = source.bytes(path);
            if (bytes != null) {
                all.addAll(of(path, new String(bytes, StandardCharsets.UTF_8)));
            }
        }
        return List.copyOf(all);
    }

    private static List<Mutation> of(String path, String text) {
        if (path.endsWith(".drl")) {
            return RuleMutations.of(path, text);
        }
        return switch (path) {
            case PARAMETERS -> DataMutations.ofParameters(path, text);
            case "owner-precedence.csv" -> DataMutations.ofRanks(path, text);
            default -> List.of();
        };
    }
}
