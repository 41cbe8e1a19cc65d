package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.record.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Looks whether the index is as it was made. It is made of the entries, and can be made of them again. */
public final class IndexCheck {
    private static final int AT_A_TIME = 16;

    private IndexCheck() {}

    /** Is told what is not as it was made. */
    @FunctionalInterface
    public interface Finding {
        /**
         * @param first number of the first entry that the index is wrong about
         * @param last number of the last one
         */
        void of(long first, long last);
    }

    /** Looks at the blocks of a chain. */
    public static void of(Connection connection, int chain, Finding finding) throws SQLException {
        List<Block> blocks = BlockTable.live(connection, chain);
        for (int i = blocks.size() - 1; i >= 0; i--) {
            Block block = blocks.get(i);
            if (i + 1 < blocks.size() && block.first() != blocks.get(i + 1).last() + 1) {
                finding.of(Place.number(blocks.get(i + 1).last()) + 1, Place.number(block.first()) - 1);
            }
            if (!isAsMade(connection, block)) {
                finding.of(Place.number(block.first()), Place.number(block.last()));
            }
        }
    }

    private static boolean isAsMade(Connection connection, Block block) throws SQLException {
        BlockDigest digest = new BlockDigest(block);
        long behind = -1;
        List<BlockTable.Page> pages;
        do {
            pages = BlockTable.pages(connection, block, behind, AT_A_TIME);
            for (BlockTable.Page page : pages) {
                digest.add(page);
                behind = page.term();
            }
        } while (!pages.isEmpty());
        return Arrays.equals(digest.bytes(), BlockTable.digest(connection, block));
    }
}
