package cn.jinniu.bangban.engine;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidObjectException;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.drools.base.common.DroolsObjectInputStream;
import org.drools.base.common.DroolsObjectOutputStream;
import org.drools.base.rule.accessor.Wireable;
import org.drools.mvel.MVELGroupByAccumulate;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;

/**
 * Compiled rules as bytes, kept beside the program under the version of the ruleset they were compiled from: a start
 * with the rules the program was built with need not compile them again, which takes longer than everything else in it.
 *
 * <p>The bytes are part of the program and as trusted as its classes; nothing else is ever read here.
 */
final class CompiledRules {
    /** Where the build puts them on the class path; the file is called by the ruleset's version. */
    static final String FOLDER = "compiled-rules/";

    private CompiledRules() {}

    /** The rules compiled when the program was built; null when those were other rules. */
    static @Nullable RuleBase shipped(String version) {
        InputStream bytes = CompiledRules.class.getClassLoader().getResourceAsStream(FOLDER + version);
        if (bytes == null) {
            return null;
        }
        try (bytes) {
            return read(bytes);
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("the compiled rules in the jar cannot be read; build it again", e);
        }
    }

    static void write(RuleBase rules, OutputStream to) throws IOException {
        try (Out out = new Out(to)) {
            out.writeObject(new ArrayList<>(rules.rules()));
            out.writeObject(new ArrayList<>(rules.circles()));
            out.writeObject(new ArrayList<>(rules.base().getKiePackages()));
        }
    }

    @SuppressWarnings("unchecked")
    static RuleBase read(InputStream from) throws IOException, ClassNotFoundException {
        ClassLoader application = CompiledRules.class.getClassLoader();
        try (In in = new In(new BufferedInputStream(from), application)) {
            List<RuleInfo> rules = (List<RuleInfo>) in.readObject();
            List<String> circles = (List<String>) in.readObject();
            Collection<KiePackage> packages = (Collection<KiePackage>) in.readObject();
            return new RuleBase((KieBase) RuleBases.of(packages), List.copyOf(rules), Set.copyOf(circles));
        }
    }

    /** Drools forgot to make the parts of a {@code groupby} serializable, though it knows how to put them in again. */
    private static final class Out extends DroolsObjectOutputStream {
        Out(OutputStream to) throws IOException {
            super(to);
            enableReplaceObject(true);
        }

        @Override
        protected @Nullable Object replaceObject(Object part) throws IOException {
            if (part instanceof MVELGroupByAccumulate.GroupingFunctionWirer wirer) {
                return new GroupingWirer(groupByOf(wirer));
            }
            boolean generated = part.getClass().getName().endsWith("GroupbyExpression0Invoker");
            return generated && !(part instanceof Serializable) ? null : part;
        }

        private static MVELGroupByAccumulate groupByOf(MVELGroupByAccumulate.GroupingFunctionWirer wirer)
                throws IOException {
            try {
                Field outer = wirer.getClass().getDeclaredField("this$0");
                outer.setAccessible(true);
                return (MVELGroupByAccumulate) outer.get(wirer);
            } catch (ReflectiveOperationException e) {
                throw new IOException("Drools builds groupby otherwise than it did", e);
            }
        }
    }

    /** Puts the compiled key of a {@code groupby} in again once its class is loaded. */
    private record GroupingWirer(MVELGroupByAccumulate keyed) implements Wireable, Serializable {
        @Override
        public void wire(Object key) {
            keyed.new GroupingFunctionWirer().wire(key);
        }
    }

    /** Reads Drools' own classes with the program's loader, while rules go on seeing no more than they may. */
    private static final class In extends DroolsObjectInputStream {
        private final ClassLoader application;

        In(InputStream from, ClassLoader application) throws IOException {
            super(from, new RuleClassLoader(application));
            this.application = application;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(described.getName(), false, application);
            } catch (ClassNotFoundException ofARule) {
                Class<?> found = super.resolveClass(described);
                if (found == null) {
                    throw new InvalidObjectException("no class " + described.getName());
                }
                return found;
            }
        }
    }
}
