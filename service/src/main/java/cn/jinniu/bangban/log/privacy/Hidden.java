package cn.jinniu.bangban.log.privacy;

import cn.jinniu.bangban.log.record.Packing;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * What was cut out of a request and its answer. Encrypted it is: a version, the key's id, a nonce, then what AES-GCM makes
 * of the packed pieces, bound to the decision's id.
 */
record Hidden(List<Piece> ofRequest, List<Piece> ofAnswer) {
    private static final byte VERSION = 1;
    private static final int KEY_ID = 8;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final SecureRandom RANDOM = new SecureRandom();

    static byte[] seal(List<Piece> ofRequest, List<Piece> ofAnswer, UUID id, Keys keys) {
        Map.Entry<String, SecretKey> key = keys.first();
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] head = ByteBuffer.allocate(1 + KEY_ID)
                .put(VERSION)
                .put(HexFormat.of().parseHex(key.getKey()))
                .array();
        byte[] cipher = crypt(Cipher.ENCRYPT_MODE, key.getValue(), nonce, head, id, bytes(ofRequest, ofAnswer));
        return ByteBuffer.allocate(head.length + NONCE + cipher.length)
                .put(head)
                .put(nonce)
                .put(cipher)
                .array();
    }

    /** The id of the key that opens it. */
    static String keyOf(byte[] hidden) {
        if (hidden.length < 1 + KEY_ID + NONCE || hidden[0] != VERSION) {
            throw damaged(null);
        }
        return HexFormat.of().formatHex(hidden, 1, 1 + KEY_ID);
    }

    /** Null when the key is not at hand. */
    static @Nullable Hidden open(byte[] hidden, UUID id, Keys keys) {
        SecretKey key = keys.of(keyOf(hidden));
        if (key == null) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(hidden);
        byte[] head = new byte[1 + KEY_ID];
        byte[] nonce = new byte[NONCE];
        in.get(head).get(nonce);
        byte[] cipher = new byte[in.remaining()];
        in.get(cipher);
        try {
            ByteBuffer pieces =
                    ByteBuffer.wrap(Packing.unpack(crypt(Cipher.DECRYPT_MODE, key, nonce, head, id, cipher)));
            return new Hidden(pieces(pieces), pieces(pieces));
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw damaged(e);
        }
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] nonce, byte[] head, UUID id, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(head);
            cipher.updateAAD(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array());
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw damaged(e);
        }
    }

    private static IllegalArgumentException damaged(@Nullable Exception e) {
        return new IllegalArgumentException("the encrypted part of an entry is damaged", e);
    }

    private static byte[] bytes(List<Piece> ofRequest, List<Piece> ofAnswer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (List<Piece> pieces : List.of(ofRequest, ofAnswer)) {
                out.writeInt(pieces.size());
                for (Piece piece : pieces) {
                    out.writeInt(piece.at());
                    out.writeInt(piece.length());
                    out.writeInt(piece.original().length);
                    out.write(piece.original());
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory throws no IOException
        }
        return Packing.pack(bytes.toByteArray());
    }

    private static List<Piece> pieces(ByteBuffer in) {
        int count = in.getInt();
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = in.getInt();
            int length = in.getInt();
            byte[] original = new byte[in.getInt()];
            in.get(original);
            pieces.add(new Piece(at, length, original));
        }
        return pieces;
    }
}
