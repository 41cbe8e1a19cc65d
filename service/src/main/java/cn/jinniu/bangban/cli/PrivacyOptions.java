package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.log.privacy.Keys;
import cn.jinniu.bangban.log.privacy.Masking;
import cn.jinniu.bangban.log.privacy.Privacy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What of a log may be shown: the key to what it keeps encrypted, and the names to leave out. */
final class PrivacyOptions {
    private static final String KEY = "BANGBAN_PRIVACY_KEY";

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            defaultValue = "${env:BANGBAN_PRIVACY_KEYFILE}",
            description = {
                "解密所用的密钥文件（默认取 BANGBAN_PRIVACY_KEYFILE；密钥也可放在环境变量 " + KEY + "）",
                "File of the keys to what is encrypted (default: BANGBAN_PRIVACY_KEYFILE; a key may be in " + KEY
                        + " too)"
            })
    private @Nullable Path keyFile;

    @Option(
            names = "--mask",
            paramLabel = "POINTER",
            split = ",",
            defaultValue = "${env:BANGBAN_PRIVACY_MASK}",
            description = {
                "输出中要遮去的内容，JSON 指针，“*”为任意元素，例如 /projects/*/name（默认取 BANGBAN_PRIVACY_MASK）",
                "What to leave out of what is shown: JSON pointers, * for any element, such as /projects/*/name"
                        + " (default: BANGBAN_PRIVACY_MASK)"
            })
    private List<String> mask = new ArrayList<>();

    /** As a command has them that is given none. */
    static PrivacyOptions ofEnvironment() {
        PrivacyOptions options = new PrivacyOptions();
        String file = System.getenv("BANGBAN_PRIVACY_KEYFILE");
        options.keyFile = file == null ? null : Path.of(file);
        return options;
    }

    /** Opens what the log keeps encrypted, as far as there are keys. */
    Privacy privacy() {
        return words(() -> Privacy.of(List.of(), keys()));
    }

    /** What is left out of what is shown. */
    Masking masking() {
        return words(
                () -> Masking.of(mask.stream().filter(one -> !one.isBlank()).toList()));
    }

    /** As {@link #privacy}, and encrypts what BANGBAN_PRIVACY_ENCRYPT says, as a service set up so does. */
    Privacy recording() {
        String pointers = System.getenv().getOrDefault("BANGBAN_PRIVACY_ENCRYPT", "");
        return words(() -> Privacy.of(
                Stream.of(pointers.split(",")).filter(one -> !one.isBlank()).toList(), keys()));
    }

    private Keys keys() {
        String key = System.getenv(KEY);
        try {
            return keyFile != null ? Keys.read(keyFile) : key == null ? Keys.NONE : Keys.parse(key);
        } catch (IOException e) {
            throw new Failure(
                    "无法读取密钥文件 " + keyFile + "（" + IoReasons.of(e).zh() + "）",
                    "cannot read the key file " + keyFile + " ("
                            + IoReasons.of(e).en() + ")");
        }
    }

    private interface Setting<T> {
        T read();
    }

    private static <T> T words(Setting<T> setting) {
        try {
            return setting.read();
        } catch (IllegalArgumentException e) {
            String said = String.valueOf(e.getMessage());
            throw new Failure(said, said);
        }
    }
}
