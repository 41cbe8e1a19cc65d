package cn.jinniu.bangban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinniu.bangban.facts.Project;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The class loader of rules")
class RuleClassLoaderTest {
    private final RuleClassLoader loader = new RuleClassLoader(RuleClassLoader.class.getClassLoader());

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "java.lang.System",
                "java.lang.Runtime",
                "java.lang.Thread",
                "java.lang.ClassLoader",
                "java.lang.ProcessBuilder",
                "java.lang.reflect.Method",
                "java.io.File",
                "java.io.FileInputStream",
                "java.io.ObjectInputStream",
                "java.net.Socket",
                "java.nio.file.Files",
                "java.util.Timer",
                "java.util.Scanner",
                "java.util.ServiceLoader",
                "java.util.concurrent.Executors",
                "java.util.concurrent.ConcurrentHashMap",
                "java.util.prefs.Preferences",
                "javax.script.ScriptEngineManager",
                "sun.misc.Unsafe",
                "jdk.internal.misc.Unsafe",
                "cn.jinniu.bangban.Bangban",
                "cn.jinniu.bangban.engine.Ruleset",
                "cn.jinniu.bangban.engine.sandbox.Budget",
                "cn.jinniu.bangban.web.WebApplication",
                "org.springframework.boot.SpringApplication",
                "org.objectweb.asm.ClassWriter",
                "org.junit.jupiter.api.Test",
                "no.such.Thing",
            })
    @DisplayName("has no")
    void hides(String name) {
        assertThatThrownBy(() -> loader.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
        assertThat(loader.getResource(name.replace('.', '/') + ".class")).isNull();
    }

    @Test
    @DisplayName("has what rules reckon with, and no other files")
    void shows() throws ClassNotFoundException, IOException {
        assertThat(List.of(
                        loader.loadClass("java.time.LocalDate"),
                        loader.loadClass("cn.jinniu.bangban.facts.Project"),
                        loader.loadClass("java.util.List")))
                .containsExactly(LocalDate.class, Project.class, List.class);
        assertThat(loader.getResource("application.yaml")).isNull();
        assertThat(loader.getResources("META-INF/MANIFEST.MF").hasMoreElements())
                .isFalse();
    }
}
