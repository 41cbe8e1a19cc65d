package cn.jinniu.bangban.log.archive;

import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A ruleset's files as a zip file. Equal rulesets give equal zip files. */
public final class RulesetZip {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);
    /** More than any ruleset may have; a zip file that was tampered with must not fill the memory. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private RulesetZip() {}

    public static byte[] of(RulesetSource source) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (String path : source.paths()) {
                ZipEntry entry = new ZipEntry(path);
                entry.setTimeLocal(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(Objects.requireNonNull(source.bytes(path)));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory throws no IOException
        }
        return bytes.toByteArray();
    }

    /**
     * The ruleset whose files these are.
     *
     * @throws IllegalArgumentException when it is no zip file of a ruleset
     */
    public static RulesetSource source(byte[] files) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        int left = LARGEST;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(files), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(left);
                left -= content.length;
                if (left == 0) {
                    throw new IllegalArgumentException("the files of a ruleset are larger than any may be");
                }
                all.put(entry.getName(), content);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the files of a ruleset are damaged: " + e.getMessage(), e);
        }
        return RulesetSource.of(all);
    }
}
