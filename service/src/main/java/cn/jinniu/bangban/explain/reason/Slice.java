package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.vocabulary.OwnerCandidates;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a consequence that what is asked about hangs on. A rule often works out more of a fact than is read of it
 * further on: a project is in hand whoever owns it. What is not read does not matter, and is not shown.
 *
 * @param whole whether all of the consequence matters
 * @param chains what matters of it otherwise: variables with the fields read of them
 */
record Slice(boolean whole, Set<List<String>> chains) {
    private static final Slice WHOLE = new Slice(true, Set.of());
    /** What runs through statements cannot be followed from expression to expression. */
    private static final Pattern STATEMENTS = Pattern.compile("\\b(for|while|if|switch|do)\\b|->|::");

    /**
     * @param rule the rule that gave a fact
     * @param given the fact; null where all the rule does matters
     * @param wanted what is read of facts
     * @param bound what the variables stand for
     */
    static Slice of(
            ReadRule rule, @Nullable Object given, Set<Leaves.Leaf> wanted, Map<String, Object> bound, Scene scene) {
        Class<?> type = given == null ? null : given.getClass();
        boolean made = type != null
                && type.isRecord()
                && rule.inserts().stream().anyMatch(make -> make.type().equals(type.getSimpleName()));
        if (type == null
                || !made
                || STATEMENTS.matcher(rule.parts().consequence()).find()) {
            return WHOLE;
        }
        Following following = new Following(rule, bound, scene);
        RecordComponent[] components = type.getRecordComponents();
        for (Expression.Make make : rule.inserts()) {
            boolean itsOwn =
                    make.type().equals(type.getSimpleName()) && make.arguments().size() == components.length;
            if (!itsOwn && make.type().equals(type.getSimpleName())) {
                return WHOLE;
            }
            for (int i = 0; itsOwn && i < components.length; i++) {
                Expression argument = make.arguments().get(i);
                if (wanted.contains(new Leaves.Leaf(type, components[i].getName()))
                        || Graph.isFact(components[i].getType()) && !isHandedOn(argument, rule, scene)) {
                    following.into(argument);
                }
            }
        }
        return following.lost ? WHOLE : new Slice(false, following.chains);
    }

    /** Whether a fact is just put into another: then what is read of it is told where it is read. */
    private static boolean isHandedOn(Expression argument, ReadRule rule, Scene scene) {
        List<String> chain = Fields.chain(argument);
        return chain != null && rule.local(chain.get(0)) == null && scene.type(chain.get(0)) == null;
    }

    /** The fields read of a variable, each as the chain that leads to it from there. */
    Set<List<String>> of(String variable, String consequence) {
        if (whole) {
            return Fields.readOf(variable, consequence);
        }
        Set<List<String>> read = new LinkedHashSet<>();
        for (List<String> chain : chains) {
            if (chain.size() > 1 && chain.get(0).equals(variable)) {
                read.add(chain.subList(1, chain.size()));
            }
        }
        return read;
    }

    /** Whether a variable matters at all. */
    boolean uses(String variable) {
        return whole || chains.stream().anyMatch(chain -> chain.get(0).equals(variable));
    }

    private static final class Following {
        private final ReadRule rule;
        private final Set<List<String>> chains = new LinkedHashSet<>();
        private final Set<String> passed = new HashSet<>();
        private final Map<String, Object> bound;
        private final Scene scene;
        private boolean lost;

        Following(ReadRule rule, Map<String, Object> bound, Scene scene) {
            this.rule = rule;
            this.bound = bound;
            this.scene = scene;
        }

        /** The ground of the owner found among candidates; null where that is not what a call is about. */
        private @Nullable String owner(Expression.Call call) {
            boolean adds = call.of() != null
                    && call.name().equals("add")
                    && call.arguments().size() == 2;
            Object value = adds ? scene.evaluator.value(call, bound, null) : null;
            return value instanceof OwnerCandidates candidates ? candidates.ground() : null;
        }

        /** Candidates that rank behind the owner do not matter. */
        private void candidates(Expression call, @Nullable String owner) {
            Expression at = call;
            while (at instanceof Expression.Call added && added.arguments().size() == 2 && added.of() != null) {
                boolean behind = added.arguments().get(0) instanceof Expression.Constant ground
                        && owner != null
                        && rank(String.valueOf(ground.value())) > rank(owner);
                if (!behind) {
                    into(added.arguments().get(1));
                }
                at = added.of();
            }
        }

        private int rank(String ground) {
            return scene.data.ownerPrecedence().rank(ground);
        }

        void into(@Nullable Expression expression) {
            List<String> chain = Fields.chain(expression);
            if (chain != null) {
                Expression local = rule.local(chain.get(0));
                if (local == null) {
                    chains.add(chain);
                } else if (passed.add(chain.get(0))) {
                    into(local);
                }
            } else if (expression instanceof Expression.Field field) {
                into(field.of());
            } else if (expression instanceof Expression.Call call && owner(call) != null) {
                candidates(call, owner(call));
            } else if (expression instanceof Expression.Call call) {
                if (call.of() != null) {
                    into(call.of());
                }
                call.arguments().forEach(this::into);
            } else if (expression instanceof Expression.Operation operation) {
                into(operation.left());
                into(operation.right());
            } else if (expression instanceof Expression.Not not) {
                into(not.of());
            } else if (expression instanceof Expression.Minus minus) {
                into(minus.of());
            } else if (expression instanceof Expression.Among among) {
                into(among.of());
                among.values().forEach(this::into);
            } else if (expression instanceof Expression.Choice choice) {
                new ArrayList<>(List.of(choice.test(), choice.then(), choice.otherwise())).forEach(this::into);
            } else if (expression instanceof Expression.Make make) {
                make.arguments().forEach(this::into);
            } else if (expression instanceof Expression.Opaque) {
                lost = true;
            }
        }
    }
}
