package cn.jinniu.bangban.live;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a folder looks like from outside: its files with their sizes, times and identities. Cheap to take, so it is taken
 * often; asks nothing of the file system but what every one can tell, network drives too.
 */
record FolderStamp(Map<String, FileStamp> files) {
    private static final int DEEPEST_FOLDER = 16;
    private static final int MOST_FILES = 10_000;

    /** @param key what the file system tells files apart by; a file that was renamed over another has another one */
    record FileStamp(long size, FileTime changed, String key) {}

    /** A folder that is not there, or cannot be read, looks empty. */
    static FolderStamp of(Path folder) {
        Map<String, FileStamp> files = new TreeMap<>();
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST_FOLDER, new Visitor(folder, files));
        } catch (IOException gone) {
            return new FolderStamp(Map.of()); // read in earnest, it is said why
        }
        return new FolderStamp(files);
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Map<String, FileStamp> files;

        Visitor(Path root, Map<String, FileStamp> files) {
            this.root = root;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
            boolean hidden =
                    !folder.equals(root) && folder.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
            files.put(file.toString(), new FileStamp(is.size(), is.lastModifiedTime(), String.valueOf(is.fileKey())));
            return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            files.put(
                    file.toString(),
                    new FileStamp(-1, FileTime.fromMillis(0), e.getClass().getName()));
            return FileVisitResult.CONTINUE;
        }
    }
}
