package cn.jinniu.bangban.engine.staged;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.drools.base.base.BaseClassFieldReader;
import org.drools.base.rule.Declaration;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;

/** A rule's consequence, called with what its conditions bound and with what rules know besides. */
final class Call extends Step {
    private final Method method;
    private final BaseClassFieldReader[] fields;
    private final int[] facts;
    private final int[] globals;

    /** Made when it is first called: a single decision calls few of all consequences. */
    private volatile @Nullable Consequence caller;

    private Call(Method method, BaseClassFieldReader[] fields, int[] facts, int[] globals) {
        this.method = method;
        this.fields = fields;
        this.facts = facts;
        this.globals = globals;
    }

    /**
     * A consequence.
     *
     * @param bound what it uses of what the conditions bound, in the order of its parameters
     * @param globals numbers of the globals it uses, likewise
     * @throws NotStaged when its parameters are others
     */
    static Call of(Class<?> type, String name, Declaration[] bound, int[] globals) throws NotStaged {
        Method method = Arrays.stream(type.getMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotStaged("no method " + name));
        long taken = Arrays.stream(method.getParameterTypes())
                .filter(parameter -> parameter != FactHandle.class)
                .count();
        if (taken != 1 + bound.length + globals.length) {
            throw new NotStaged("parameters of " + method);
        }
        return new Call(
                method,
                Arrays.stream(bound)
                        .map(each -> Fields.direct(each.getExtractor()))
                        .toArray(BaseClassFieldReader[]::new),
                Arrays.stream(bound).mapToInt(Declaration::getTupleIndex).toArray(),
                globals);
    }

    @Override
    @SuppressWarnings("NullAway") // What is bound may be null, and the array's element type cannot say so.
    void take(Run run, @Nullable Row row) {
        Object[] arguments = run.arguments(1 + fields.length + globals.length);
        arguments[0] = run;
        int next = 1;
        for (int i = 0; i < fields.length; i++) {
            arguments[next++] = fields[i].getValue(run, Row.fact(row, facts[i]));
        }
        for (int global : globals) {
            arguments[next++] = run.global(global);
        }
        caller().call(arguments);
    }

    private Consequence caller() {
        Consequence made = caller;
        if (made == null) {
            made = Caller.of(method);
            caller = made;
        }
        return made;
    }
}
