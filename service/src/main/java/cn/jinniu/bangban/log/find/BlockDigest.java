package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.record.Chain;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** SHA-256 over a block and its pages, by which a change of either is noticed. */
final class BlockDigest {
    private final MessageDigest sha = Chain.sha256();

    BlockDigest(Block block) {
        sha.update(ByteBuffer.allocate(5 * Long.BYTES)
                .putLong(block.level())
                .putLong(block.first())
                .putLong(block.last())
                .putLong(block.firstAt())
                .putLong(block.lastAt())
                .flip());
    }

    /** Adds the next page. */
    void add(BlockTable.Page page) {
        sha.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(page.term())
                .putInt(page.postings().length)
                .flip());
        sha.update(page.postings());
    }

    byte[] bytes() {
        return sha.digest();
    }
}
