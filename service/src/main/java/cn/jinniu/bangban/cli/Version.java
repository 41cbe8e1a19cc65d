package cn.jinniu.bangban.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version the jar was built as. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "bangban " + (version == null ? "(未打包 / not packaged)" : version), "Java " + Runtime.version()
        };
    }
}
