package cn.jinniu.bangban.log.store;

import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;
import org.h2.tools.Server;

/**
 * The embedded database of a folder. The process that has it open lets others of this machine in who can read a key in the
 * folder, for only one process at a time can open the file.
 */
final class EmbeddedDatabase {
    private static final String NAME = "log";
    private static final String MAKING = "log-being-made";
    private static final String SUFFIX = ".mv.db";
    private static final String ACCESS = "access.properties";
    private static final int KEY_BYTES = 24;

    private EmbeddedDatabase() {}

    /** Opens it, and makes it first where there is none; whoever does has the folder's lock. */
    static LogDatabase open(Path folder) throws StoreFailed {
        if (!exists(folder)) {
            make(folder);
        }
        return open(folder, NAME);
    }

    private static LogDatabase open(Path folder, String name) throws StoreFailed {
        // Never is the database closed by a hook of its own, before all is in it.
        return LogDatabase.openEmbedded(
                "jdbc:h2:file:" + file(folder, name) + ";DB_CLOSE_ON_EXIT=FALSE;FILE_LOCK=FS;WRITE_DELAY=0");
    }

    /** Under another name first: its tables cannot be made in one step, and half of them would be of no use. */
    private static void make(Path folder) throws StoreFailed {
        Path making = folder.resolve(MAKING + SUFFIX);
        try {
            Files.deleteIfExists(making);
            open(folder, MAKING).close();
            try (FileChannel file = FileChannel.open(making, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(making, folder.resolve(NAME + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StoreFailed("日志数据库无法建立", "the log's database cannot be made", e);
        }
    }

    static boolean exists(Path folder) {
        return Files.exists(folder.resolve(NAME + SUFFIX));
    }

    private static Path file(Path folder, String name) {
        return folder.toAbsolutePath().normalize().resolve(name);
    }

    /** Lets others in. */
    static Server share(Path folder) throws IOException, SQLException {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        String key = HexFormat.of().formatHex(random);
        System.setProperty("h2.bindAddress", "127.0.0.1"); // read once, before the first server
        Server server = Server.createTcpServer(
                        "-tcpPort",
                        "0",
                        "-tcpDaemon",
                        "-ifExists",
                        "-key",
                        key,
                        file(folder, NAME).toString())
                .start();
        Path access = folder.resolve(ACCESS);
        Path fresh = folder.resolve(ACCESS + ".new");
        Files.deleteIfExists(fresh);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(fresh, "port=" + server.getPort() + "\nkey=" + key + "\n");
        Files.move(fresh, access, StandardCopyOption.ATOMIC_MOVE);
        return server;
    }

    /** Opens it through the process that has it open. */
    static LogDatabase through(Path folder) throws IOException, StoreFailed {
        Path access = folder.resolve(ACCESS);
        if (!Files.exists(access)) {
            throw new StoreFailed(
                    "日志目录 " + folder + " 正被另一个进程使用，暂时还进不去",
                    "the log's folder " + folder + " is used by another process, which does not let others in yet");
        }
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(access, StandardCharsets.UTF_8)));
        return LogDatabase.openEmbedded(
                "jdbc:h2:tcp://127.0.0.1:" + properties.getProperty("port") + '/' + properties.getProperty("key"));
    }
}
