package cn.jinniu.bangban.log.record;

import org.jspecify.annotations.Nullable;

/**
 * An entry on its way into the store.
 *
 * @param attachment what goes into the store beside it and is known by its own hash, such as a ruleset's files; null for
 *     nothing
 * @param foundBy what it is found by; null where that is to be taken from the entry itself
 */
public record Kept(
        Entry entry, byte @Nullable [] attachment, @Nullable FoundBy foundBy) {
    /** One that is read back. */
    public Kept(Entry entry, byte @Nullable [] attachment) {
        this(entry, attachment, null);
    }

    /** About how many bytes it takes. */
    public int size() {
        return entry.draft().size() + (attachment == null ? 0 : attachment.length);
    }
}
