package cn.jinniu.bangban.log.privacy;

import cn.jinniu.bangban.log.record.Chain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keys for AES with 256 bits. The first encrypts; the others only open what they encrypted when they were first, so a key
 * is changed by writing a new one above it.
 */
public final class Keys {
    public static final Keys NONE = new Keys(Map.of());

    private static final int BYTES = 32;
    private static final int ID_BYTES = 8;

    private final Map<String, SecretKey> byId;

    private Keys(Map<String, SecretKey> byId) {
        this.byId = byId;
    }

    /**
     * Reads keys: one a line, 32 bytes in Base64 or 64 hexadecimal digits; lines that begin with {@code #} say something
     * for people.
     *
     * @throws IllegalArgumentException for anything else; its message is for people, in both languages, and tells nothing
     *     of a key
     */
    public static Keys parse(String text) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (!line.isEmpty() && !line.startsWith("#")) {
                byte[] key = key(line);
                if (key == null) {
                    throw new IllegalArgumentException("密钥第 " + number
                            + " 行应为 32 个字节，写作 Base64 或 64 位十六进制；可用 log key 生成 / line " + number
                            + " of the keys must be 32 bytes in Base64 or 64 hexadecimal digits; log key makes one");
                }
                keys.put(id(key), new SecretKeySpec(key, "AES"));
            }
        }
        return new Keys(keys);
    }

    /** Reads a file of keys; otherwise as {@link #parse}. */
    public static Keys read(Path file) throws IOException {
        return parse(Files.readString(file, StandardCharsets.UTF_8));
    }

    /** A new key, as a line for {@link #parse}. */
    public static String fresh() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static byte @Nullable [] key(String line) {
        try {
            byte[] key = line.length() == 2 * BYTES
                    ? HexFormat.of().parseHex(line)
                    : Base64.getDecoder().decode(line);
            return key.length == BYTES ? key : null;
        } catch (IllegalArgumentException neither) {
            return null;
        }
    }

    /** What a key is called, by which it cannot be found out. */
    private static String id(byte[] key) {
        byte[] hash = Chain.sha256().digest(Chain.sha256().digest(key));
        return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    /** The one that encrypts. */
    Map.Entry<String, SecretKey> first() {
        return byId.entrySet().iterator().next();
    }

    @Nullable
    SecretKey of(String id) {
        return byId.get(id);
    }
}
