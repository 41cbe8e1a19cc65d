package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.log.store.EntrySpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a replay is, to go on from there.
 *
 * @param of what is replayed; a checkpoint of anything else is not gone on from
 * @param spans what of the log is replayed: as it was when the replay was begun
 * @param behind place of the last entry that is done with
 * @param done how many places are done with
 * @param findings bytes of findings that count
 * @param changed bytes of changed decisions that count
 * @param unchanged how many come out the same by other rules
 * @param undecided how many of those are decided by neither
 */
record Checkpoint(
        String of,
        List<EntrySpan> spans,
        long behind,
        long done,
        Tallies.State tallies,
        long findings,
        long changed,
        long unchanged,
        long undecided) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Null where there is no such file. */
    static @Nullable Checkpoint read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return JSON.readValue(Files.readString(file, StandardCharsets.UTF_8), Checkpoint.class);
        } catch (JacksonException e) {
            throw new IOException(file + " is no checkpoint of a replay", e);
        }
    }

    void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, JSON.writeValueAsString(this), StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
