package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.text.Text;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file or folder cannot be read or written, in words for people. */
final class IoReasons {
    private IoReasons() {}

    static Text of(IOException e) {
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return new Text("不存在", "it does not exist");
        }
        if (e instanceof NotDirectoryException) {
            return new Text("不是目录", "it is no folder");
        }
        if (e instanceof AccessDeniedException) {
            return new Text("没有权限", "permission is denied");
        }
        String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new Text(words, words);
    }
}
