package cn.jinniu.bangban.log.privacy;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * What was cut out of a document at one place.
 *
 * @param at where in what is left of it something else stands instead
 * @param length how many bytes that takes
 * @param original the bytes that stood there
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Piece(int at, int length, byte[] original) {

    /**
     * Puts pieces back.
     *
     * @param left what was left of the document
     * @param pieces in the order of their places
     * @throws IllegalArgumentException when they were not cut out of this one
     */
    static byte[] putBack(byte[] left, List<Piece> pieces) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(left.length);
        int from = 0;
        for (Piece piece : pieces) {
            if (piece.at < from || piece.length < 0 || piece.length > left.length - piece.at) {
                throw new IllegalArgumentException("what was cut out does not belong into this document");
            }
            whole.write(left, from, piece.at - from);
            whole.writeBytes(piece.original);
            from = piece.at + piece.length;
        }
        whole.write(left, from, left.length - from);
        return whole.toByteArray();
    }
}
