package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Rules folders of earlier and later days, out of the git repository that a folder is in. Changes nothing there. */
final class GitRules {
    private static final int LARGEST_FILE = 9 * 1024 * 1024;
    private static final int MOST_FILES = 10_000;

    private GitRules() {}

    /**
     * A rules folder as a revision has it.
     *
     * @param here a folder of the repository's working tree
     * @param revision whatever git calls a commit: a branch, a tag, {@code HEAD~1}, a hash
     * @param path the rules folder, from the top of the repository, with {@code /}
     * @throws Failure where there is no repository, revision or folder
     */
    static RulesetSource read(Path here, String revision, String path) {
        FileRepositoryBuilder builder =
                new FileRepositoryBuilder().findGitDir(here.toAbsolutePath().toFile());
        if (builder.getGitDir() == null) {
            throw new Failure(
                    "这里不是 git 仓库，没有版本 " + revision, "this is no git repository, so there is no revision " + revision);
        }
        try (Repository repository = builder.build();
                RevWalk commits = new RevWalk(repository)) {
            ObjectId id = repository.resolve(revision + "^{commit}");
            if (id == null) {
                throw noRevision(revision);
            }
            return files(repository, commits.parseCommit(id).getTree().getId(), revision, folder(path));
        } catch (RevisionSyntaxException wrong) {
            throw noRevision(revision);
        } catch (IOException e) {
            throw new Failure(
                    "无法读取 git 仓库中的 " + revision + ":" + path + "（" + e.getMessage() + "）",
                    "cannot read " + revision + ":" + path + " in the git repository (" + e.getMessage() + ")");
        }
    }

    private static Failure noRevision(String revision) {
        return new Failure("git 仓库里没有版本 " + revision, "the git repository has no revision " + revision);
    }

    private static RulesetSource files(Repository repository, ObjectId tree, String revision, String folder)
            throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(folder.isEmpty() ? tree : subtree(repository, tree, revision, folder));
            walk.setRecursive(true);
            while (walk.next() && files.size() < MOST_FILES) {
                FileMode mode = walk.getFileMode(0);
                if (mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE) {
                    files.put(walk.getPathString(), bytes(repository.open(walk.getObjectId(0))));
                }
            }
        }
        return RulesetSource.of(files);
    }

    private static ObjectId subtree(Repository repository, ObjectId tree, String revision, String folder)
            throws IOException {
        try (TreeWalk at = TreeWalk.forPath(repository, folder, tree)) {
            if (at == null || at.getFileMode(0) != FileMode.TREE) {
                throw new Failure(
                        "版本 " + revision + " 里没有目录 " + folder, "revision " + revision + " has no folder " + folder);
            }
            return at.getObjectId(0);
        }
    }

    /** One that is larger than may be is cut off, and refused for its size. */
    private static byte[] bytes(ObjectLoader blob) throws IOException {
        try (var in = blob.openStream()) {
            return in.readNBytes(LARGEST_FILE);
        }
    }

    private static String folder(String path) {
        String folder = path.replace('\\', '/');
        while (folder.startsWith("./")) {
            folder = folder.substring(2);
        }
        while (folder.endsWith("/")) {
            folder = folder.substring(0, folder.length() - 1);
        }
        return folder.equals(".") ? "" : folder;
    }
}
