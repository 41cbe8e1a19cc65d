package cn.jinniu.bangban.log.archive;

import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.jspecify.annotations.Nullable;

/** What is written otherwise in another ruleset, as a unified diff. */
public final class RulesetDiff {
    private static final byte[] NOTHING = {};

    private RulesetDiff() {}

    /** In UTF-8; empty when both say the same. */
    public static byte[] of(RulesetSource old, RulesetSource young) {
        SortedSet<String> paths = new TreeSet<>(old.paths());
        paths.addAll(young.paths());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            for (String path : paths) {
                file(path, old.bytes(path), young.bytes(path), formatter, out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory throws no IOException
        }
        return out.toByteArray();
    }

    private static void file(
            String path,
            byte @Nullable [] old,
            byte @Nullable [] young,
            DiffFormatter formatter,
            ByteArrayOutputStream out)
            throws IOException {
        RawText before = new RawText(old == null ? NOTHING : old);
        RawText after = new RawText(young == null ? NOTHING : young);
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, before, after);
        if (edits.isEmpty() && (old == null) == (young == null)) {
            return;
        }
        String head = "--- " + (old == null ? "/dev/null" : "a/" + path) + "\n+++ "
                + (young == null ? "/dev/null" : "b/" + path) + '\n';
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        formatter.format(edits, before, after);
        formatter.flush();
    }
}
