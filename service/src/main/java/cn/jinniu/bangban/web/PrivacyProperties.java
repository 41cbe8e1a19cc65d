package cn.jinniu.bangban.web;

import cn.jinniu.bangban.log.privacy.Keys;
import cn.jinniu.bangban.log.privacy.Masking;
import cn.jinniu.bangban.log.privacy.Privacy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the log keeps encrypted, and what is left out of exports; by JSON pointers with {@code *} for any element.
 *
 * @param encrypt what is kept encrypted
 * @param mask what is left out of exports
 * @param keyFile the file of the keys; as text, for Spring takes a path for that of a web resource
 * @param key the keys themselves, where there is no file
 */
@ConfigurationProperties("bangban.privacy")
record PrivacyProperties(
        @DefaultValue List<String> encrypt,
        @DefaultValue List<String> mask,
        @Nullable String keyFile,
        @Nullable String key) {

    /** @throws IllegalArgumentException for settings that cannot be; its message is for people, in both languages */
    Privacy privacy() {
        return Privacy.of(encrypt, keys());
    }

    /** @throws IllegalArgumentException for what is no pointer; its message is for people, in both languages */
    Masking masking() {
        return Masking.of(mask);
    }

    private Keys keys() {
        if (keyFile == null || keyFile.isBlank()) {
            return key == null ? Keys.NONE : Keys.parse(key);
        }
        try {
            return Keys.read(Path.of(keyFile));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "无法读取密钥文件 " + keyFile + " / the key file " + keyFile + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Not the key. */
    @Override
    public String toString() {
        return "encrypt=" + encrypt + ", mask=" + mask + ", keyFile=" + keyFile;
    }
}
