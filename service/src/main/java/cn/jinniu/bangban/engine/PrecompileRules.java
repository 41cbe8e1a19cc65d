package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A step of the build: compiles a rules folder into the program, so that starting with those rules is quick. */
public final class PrecompileRules {
    private PrecompileRules() {}

    /**
     * Compiles.
     *
     * @param args the rules folder, and the folder of classes that the jar is made of
     * @throws IOException when a folder cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        RulesetSource source = RulesetSource.read(Path.of(args[0]));
        Path folder = Path.of(args[1]).resolve(CompiledRules.FOLDER);
        Path file = folder.resolve(source.version());
        Files.createDirectories(folder);
        forgetEarlier(folder);
        try (OutputStream out = Files.newOutputStream(file)) {
            CompiledRules.write(Ruleset.compile(source).compiled(), out);
        } catch (RulesetRefused refused) {
            Files.delete(file);
            // Not this step's to judge: the tests and `check` say what is wrong, and the jar can still be built.
            System.getLogger(PrecompileRules.class.getName())
                    .log(
                            Level.WARNING,
                            "rules not compiled into the jar, for they have problems: {0}",
                            refused.problems());
        }
    }

    /** What an earlier build left would only make the jar larger. */
    private static void forgetEarlier(Path folder) throws IOException {
        try (DirectoryStream<Path> earlier = Files.newDirectoryStream(folder)) {
            for (Path file : earlier) {
                Files.delete(file);
            }
        }
    }
}
