package cn.jinniu.bangban.candidate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Reads zip archives, as other people's programs make them, into memory: no more of them than may be. */
final class Archive {
    private static final int MOST_FILES = 10_000;
    private static final int LARGEST = 64 * 1024 * 1024;

    /** Programs on Chinese Windows write names so, unless they say that it is UTF-8. It holds all of GBK, and ASCII. */
    private static final Charset WINDOWS = Charset.forName("GB18030");

    private Archive() {}

    /**
     * The files of an archive by their paths, with {@code /}; folders, and what macOS adds, left aside.
     *
     * @throws ArchiveRefused when it is none, holds too much, or a path in it leads out of it
     * @throws IOException when there is no room for it
     */
    static SortedMap<String, byte[]> files(byte[] zip) throws ArchiveRefused, IOException {
        Path file = Files.createTempFile("bangban-candidate", ".zip");
        try {
            Files.write(file, zip);
            SortedMap<String, byte[]> files = read(file, StandardCharsets.UTF_8);
            if (files == null) {
                files = read(file, WINDOWS);
            }
            if (files == null) {
                throw new ArchiveRefused(
                        "不是可以读取的 zip 压缩包；请重新压缩规则目录，不要加密，再提交",
                        "it is no zip archive that can be read; pack the rules folder again, without encryption");
            }
            return files;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Null where it cannot be read with these names. */
    private static @Nullable SortedMap<String, byte[]> read(Path file, Charset names)
            throws ArchiveRefused, IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        int left = LARGEST;
        try (ZipFile zip = new ZipFile(file.toFile(), names)) {
            if (zip.size() > MOST_FILES) {
                throw new ArchiveRefused(
                        "压缩包里的文件超过 " + MOST_FILES + " 个；请只压缩规则目录",
                        "the archive holds more than " + MOST_FILES + " files; pack the rules folder only");
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String path = path(entry.getName());
                if (entry.isDirectory() || path.endsWith("/") || isOfMacOs(path)) {
                    continue;
                }
                byte[] bytes = bytes(zip, entry, left);
                left -= bytes.length;
                if (files.put(path, bytes) != null) {
                    throw new ArchiveRefused(
                            "压缩包里有两个文件都叫“" + path + "”；请重新压缩",
                            "the archive holds two files called \"" + path + "\"; pack it again");
                }
            }
        } catch (ZipException | IllegalArgumentException broken) {
            return null;
        }
        return files;
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry, int left) throws ArchiveRefused, IOException {
        // What the archive says of sizes is not believed: no more is unpacked than there is room for.
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(left + 1);
            if (bytes.length > left) {
                throw new ArchiveRefused(
                        "压缩包解开后超过 " + (LARGEST >> 20) + " MiB；请只压缩规则目录",
                        "unpacked, the archive is larger than " + (LARGEST >> 20) + " MiB; pack the rules folder only");
            }
            return bytes;
        }
    }

    /** A path within the archive, as this program writes paths. */
    private static String path(String name) throws ArchiveRefused {
        String path = name.replace('\\', '/');
        boolean plain = !path.startsWith("/") && path.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == ':');
        for (String part : path.split("/")) {
            plain &= !part.isBlank() && !part.equals(".") && !part.equals("..");
        }
        if (!plain) {
            throw new ArchiveRefused(
                    "压缩包里的文件名“" + shown(name) + "”不能使用；请重新压缩规则目录本身",
                    "the file name \"" + shown(name)
                            + "\" in the archive cannot be used; pack the rules folder itself");
        }
        return path;
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 200 ? plain.substring(0, 200) + "…" : plain;
    }

    private static boolean isOfMacOs(String path) {
        return path.startsWith("__MACOSX/") || path.endsWith("/.DS_Store") || path.equals(".DS_Store");
    }
}
