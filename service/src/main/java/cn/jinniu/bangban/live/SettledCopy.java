package cn.jinniu.bangban.live;

import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Copies a rules folder once it holds still. A copy is believed when another, made a while later, is the same: a file
 * half written, or a folder half checked out, is not.
 */
final class SettledCopy {
    private final Path folder;
    private final Duration patience;

    /** @param patience how long to wait for the folder to hold still before giving up for now */
    SettledCopy(Path folder, Duration patience) {
        this.folder = folder;
        this.patience = patience;
    }

    /** What a copy found. */
    sealed interface Copy {
        /** The folder's files. Those that do not belong there count too, though they change no version. */
        record Files(RulesetSource source) implements Copy {
            @Override
            public Key key() {
                return new Key(source.version(), source.problems());
            }
        }

        /** The folder, or a file in it, cannot be read. */
        record Unreadable(RulesetProblem problem) implements Copy {
            @Override
            public Key key() {
                return new Key("", List.of(problem));
            }
        }

        /** The folder did not hold still. */
        record Unsettled() implements Copy {
            @Override
            public Key key() {
                throw new IllegalStateException("what does not hold still has no content");
            }
        }

        /** By which two copies are told apart. */
        Key key();
    }

    /** The content of a folder, in short. */
    record Key(String version, List<RulesetProblem> problems) {}

    /** @param settle how long the folder must stay as it is */
    Copy read(Duration settle) throws InterruptedException {
        long began = System.nanoTime();
        Copy before = once();
        while (true) {
            Thread.sleep(settle.toMillis());
            Copy after = once();
            if (after.key().equals(before.key())) {
                return after;
            }
            if (System.nanoTime() - began > patience.toNanos()) {
                return new Copy.Unsettled();
            }
            before = after;
        }
    }

    /** The folder as one reading of it finds it, which may be in the midst of a change. */
    Copy once() {
        try {
            return new Copy.Files(RulesetSource.read(folder));
        } catch (IOException e) {
            return new Copy.Unreadable(unreadable(e));
        }
    }

    private RulesetProblem unreadable(IOException e) {
        String file = file(e);
        Text message = e instanceof NoSuchFileException && file.equals(".")
                ? new Text("没有规则目录；请恢复该目录", "the rules folder is not there; put it back")
                : e instanceof NotDirectoryException
                        ? new Text("规则目录不是目录；请换成目录", "the rules folder is no folder; put a folder there")
                        : e instanceof AccessDeniedException
                                ? new Text("没有读取权限；请允许服务读取", "it may not be read; allow the service to read it")
                                : new Text(
                                        "无法读取；请检查这个文件和所在的磁盘",
                                        "it cannot be read; check the file and the disk it is on");
        return new RulesetProblem(file, 0, 0, message);
    }

    /** The file that could not be read, below the folder; a dot for the folder itself. */
    private String file(IOException e) {
        String named = e instanceof FileSystemException about ? about.getFile() : null;
        if (named == null) {
            return ".";
        }
        Path file = Path.of(named);
        if (!file.startsWith(folder) || file.equals(folder)) {
            return ".";
        }
        return folder.relativize(file).toString().replace(folder.getFileSystem().getSeparator(), "/");
    }
}
