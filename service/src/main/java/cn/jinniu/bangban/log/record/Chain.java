package cn.jinniu.bangban.log.record;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How entries hold together: each one's hash covers the hash of the one ahead of it, its place, its time and the digest of
 * its content, which are the very bytes that are stored. So no entry can be changed, removed, inserted or moved without the
 * hashes behind it coming out otherwise.
 */
public final class Chain {
    /** Bytes of a hash. */
    public static final int HASH_LENGTH = 32;

    private Chain() {}

    /** An entry that follows another. */
    public static Entry follow(Head head, long at, Draft draft, byte[] digest) {
        long place = head.place() + 1;
        long later = Math.max(at, head.at());
        return new Entry(place, later, draft, hash(head.hash(), place, later, digest));
    }

    /** The hash of an entry behind one with a given hash. */
    public static byte[] hash(byte[] before, long place, long at, byte[] digest) {
        MessageDigest sha = sha256();
        sha.update(before);
        sha.update(
                ByteBuffer.allocate(2 * Long.BYTES).putLong(place).putLong(at).array());
        return sha.digest(digest);
    }

    /** SHA-256 of everything in a draft. */
    public static byte[] digest(Draft draft) {
        return sha256().digest(EntryBytes.of(draft));
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
