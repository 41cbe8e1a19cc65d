package cn.jinniu.bangban.log.privacy;

import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Packing;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cuts names out of what is kept and keeps them beside it, encrypted; and puts them back. Chains of hashes cover what is
 * kept, encrypted or not, so they are verified without a key. Whoever has lost the key has lost the names and nothing else.
 * Safe for many threads.
 */
public final class Privacy {
    /** Encrypts nothing, and opens nothing that is encrypted. */
    public static final Privacy NONE = new Privacy(Pointers.of(List.of()), Keys.NONE);

    private final Pointers pointers;
    private final Keys keys;

    private Privacy(Pointers pointers, Keys keys) {
        this.pointers = pointers;
        this.keys = keys;
    }

    /**
     * @param pointers JSON pointers to what is encrypted, with {@code *} for any element or member
     * @throws IllegalArgumentException for what is no pointer, or pointers without a key; its message is for people, in
     *     both languages
     */
    public static Privacy of(List<String> pointers, Keys keys) {
        if (!pointers.isEmpty() && keys.isEmpty()) {
            throw new IllegalArgumentException("要加密就要有密钥：请给出密钥文件 / a key is needed to encrypt: name a file with one");
        }
        return new Privacy(Pointers.of(pointers), keys);
    }

    /**
     * A request and its answer as they are kept.
     *
     * @param request packed
     * @param answer packed
     * @param hidden what was cut out of both, encrypted; null when nothing was
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Stored(byte[] request, byte[] answer, byte @Nullable [] hidden) {}

    /** What is to be kept of a request and its answer. */
    public Stored store(UUID id, byte[] request, byte[] answer) {
        if (pointers.isEmpty()) {
            return new Stored(Packing.pack(request), Packing.pack(answer), null);
        }
        Names names = new Names();
        Cutting.Cut ofRequest = Cutting.fields(request, pointers, names);
        Cutting.Cut ofAnswer = Cutting.answer(answer, pointers, names);
        boolean nothing = ofRequest.pieces().isEmpty() && ofAnswer.pieces().isEmpty();
        return new Stored(
                Packing.pack(ofRequest.left()),
                Packing.pack(ofAnswer.left()),
                nothing ? null : Hidden.seal(ofRequest.pieces(), ofAnswer.pieces(), id, keys));
    }

    /**
     * The request and the answer of a draft that was kept, byte for byte where the key is at hand.
     *
     * @throws IllegalArgumentException when they are damaged, which a verification of the log tells more about
     */
    public Bodies open(Draft draft) {
        byte[] request = Packing.unpack(draft.request());
        byte[] answer = Packing.unpack(draft.answer());
        byte[] hidden = draft.hidden();
        if (hidden == null) {
            return new Bodies(request, answer, null);
        }
        String key = Hidden.keyOf(hidden);
        Hidden opened = Hidden.open(hidden, draft.id(), keys);
        return opened == null
                ? new Bodies(request, answer, key)
                : new Bodies(
                        Piece.putBack(request, opened.ofRequest()), Piece.putBack(answer, opened.ofAnswer()), null);
    }
}
