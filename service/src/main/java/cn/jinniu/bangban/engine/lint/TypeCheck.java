package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.lint.ValueType.Kind;
import cn.jinniu.bangban.ruleset.Nearest;
import cn.jinniu.bangban.ruleset.ProblemKind;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds fields that are not there and values of unlike types compared, in the conditions of a rule. */
final class TypeCheck {
    private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");
    private static final Set<String> OF_TEXT = Set.of("matches", "str", "soundslike");

    private static final Set<String> ADDING = Set.of("average", "averageBD", "sum", "sumBD", "sumBI", "sumI", "sumL");

    private final Notes notes;
    private final Types types;
    private final KnownValues known;
    private final RuleShape shape;
    private ConditionTypes reader;
    private ValueType fact = ValueType.UNKNOWN;

    TypeCheck(Notes notes, Types types, KnownValues known, RuleShape shape) {
        this.notes = notes;
        this.types = types;
        this.known = known;
        this.shape = shape;
        this.reader = new ConditionTypes(types, shape.variables(), ValueType.UNKNOWN);
    }

    void check() {
        for (Pattern pattern : shape.patterns()) {
            in(pattern.type());
            pattern.constraints().forEach(this::constraint);
            if (pattern.from() != null) {
                in(ValueType.UNKNOWN);
                from(pattern, pattern.from());
            }
        }
        in(ValueType.UNKNOWN);
        shape.results().forEach(this::constraint);
        shape.evals().forEach(this::condition);
        shape.functions().forEach(function -> {
            value(function);
            function.all().forEach(this::gathered);
        });
        shape.measured().forEach(this::measured);
    }

    /** Functions gather what has a name; a field alone is of no fact. */
    private void gathered(Expr expr) {
        if (expr instanceof Expr.Name name
                && !name.name().startsWith("$")
                && !shape.variables().containsKey(name.name())
                && Types.global(name.name()) == null
                && !types.isType(name.name())
                && !Set.of("java", "cn").contains(name.name())) {
            String meant = "$" + name.name();
            Set<String> names = shape.variables().keySet();
            String nearest = names.contains(meant) ? meant : Nearest.to(name.name(), names);
            notes.add(
                    ProblemKind.UNKNOWN_VARIABLE,
                    name.start(),
                    name.end(),
                    "没有变量“" + name.name() + "”" + (nearest == null ? "" : "；是否应为“" + nearest + "”？")
                            + "；要汇总的值先在括号里用 $名字 : 字段 起名",
                    "there is no variable \"" + name.name() + "\""
                            + (nearest == null ? "" : "; did you mean \"" + nearest + "\"?")
                            + "; name what is gathered first, as $name : field");
        }
    }

    /** Sums are of numbers, and the earliest is of days; of anything else they build, and fail when the rule runs. */
    private void measured(RuleShape.Measured measured) {
        boolean days = measured.function().equals("earliest");
        if (!days && !ADDING.contains(measured.function())) {
            return;
        }
        ValueType type = reader.typeOf(measured.value());
        if (type.isKnown() && !type.is(days ? Kind.DATE : Kind.NUMBER)) {
            notes.add(
                    ProblemKind.UNLIKE_TYPES,
                    measured.value().start(),
                    measured.value().end(),
                    measured.function() + "( … ) 里要写" + (days ? "日期" : "数字") + "，这里是" + type.zh() + "；求个数用 count",
                    measured.function() + "( … ) takes " + (days ? "a date" : "a number") + ", and this is " + type.en()
                            + "; to count, write count");
        }
    }

    private void in(ValueType type) {
        fact = type;
        reader = new ConditionTypes(types, shape.variables(), type);
    }

    private void constraint(Constraint constraint) {
        if (constraint.expression() != null) {
            condition(constraint.expression());
        }
    }

    private void from(Pattern pattern, Expr from) {
        value(from);
        ValueType source = reader.typeOf(from);
        ValueType each = source.is(Kind.COLLECTION) && source.element() != null ? source.element() : source;
        if (!source.is(Kind.COLLECTION) || pattern.type().isLike(each)) {
            return;
        }
        notes.add(
                ProblemKind.UNLIKE_TYPES,
                pattern.start(),
                pattern.start() + pattern.typeName().length(),
                "from 后面的列表里是" + each.zh() + "，不会有 " + pattern.typeName() + "；请核对",
                "the list behind from holds " + each.en() + ", never a " + pattern.typeName() + "; check it");
    }

    /** Checks what must be true or false. */
    private void condition(Expr expr) {
        if (expr instanceof Expr.Junction junction) {
            junction.parts().forEach(this::condition);
        } else if (expr instanceof Expr.Not not) {
            condition(not.negated());
        } else if (expr instanceof Expr.Compare compare) {
            compare(compare);
        } else if (expr instanceof Expr.Bind bind) {
            if (bind.value() instanceof Expr.Compare compare) {
                compare(compare);
            } else {
                value(bind.value());
            }
        } else if (expr instanceof Expr.Other other) {
            other.parts().forEach(this::value);
        } else {
            value(expr);
            ValueType type = reader.typeOf(expr);
            if (type.isKnown() && !type.is(Kind.TRUTH)) {
                notes.add(
                        ProblemKind.NOT_A_CONDITION,
                        expr.start(),
                        expr.end(),
                        "“" + written(expr) + "”是" + type.zh() + "，不是条件；请写出比较，例如 " + written(expr) + " != null",
                        "«" + written(expr) + "» is " + type.en() + " and no condition; compare it, as in "
                                + written(expr) + " != null");
            }
        }
    }

    private String written(Expr expr) {
        return notes.text().substring(expr.start(), expr.end()).replaceAll("\\s+", " ");
    }

    /** Checks that the fields and functions of an expression exist. */
    private void value(Expr expr) {
        if (expr instanceof Expr.Name name) {
            boolean unbound = name.name().startsWith("$") && !shape.variables().containsKey(name.name());
            if (unbound || reader.name(name.name()) == null) {
                unknownName(name);
            }
        } else if (expr instanceof Expr.Member member) {
            member(member);
        } else if (expr instanceof Expr.Call call) {
            call(call);
        } else if (expr instanceof Expr.Arithmetic sum) {
            value(sum.left());
            value(sum.right());
            arithmetic(sum);
        } else if (expr instanceof Expr.Compare || expr instanceof Expr.Junction || expr instanceof Expr.Not) {
            condition(expr);
        } else {
            expr.parts().forEach(this::value);
        }
    }

    private void unknownName(Expr.Name name) {
        if (name.name().startsWith("$")) {
            Set<String> names = shape.variables().keySet();
            notes.add(
                    ProblemKind.UNKNOWN_VARIABLE,
                    name.start(),
                    name.end(),
                    "没有变量“" + name.name() + "”" + Nearest.hintZh(name.name(), names) + "；变量要先用 $名字 : 字段 起名",
                    "there is no variable \"" + name.name() + "\"" + Nearest.hintEn(name.name(), names)
                            + "; name a field first, as $name : field");
            return;
        }
        unknownField(name.name(), name.start(), fact);
    }

    private void unknownField(String name, int start, ValueType type) {
        Set<String> names = new TreeSet<>(types.fieldsOf(type));
        String variable = shape.variables().containsKey("$" + name) ? "$" + name : null;
        String hintZh = variable != null ? "；是否应为变量“" + variable + "”？" : Nearest.hintZh(name, names);
        String hintEn =
                variable != null ? "; did you mean the variable \"" + variable + "\"?" : Nearest.hintEn(name, names);
        notes.add(
                ProblemKind.UNKNOWN_FIELD,
                start,
                start + name.length(),
                type.name() + " 没有字段“" + name + "”" + hintZh + "；字段见 rules/README.md 的“规则用语”",
                type.name() + " has no field \"" + name + "\"" + hintEn + "; rules/README.md lists the fields");
    }

    /** Facts hold lists of classes that nobody sees into; read without brackets, they fail when the rule runs. */
    private static boolean isListOfFact(ValueType type) {
        Class<?> known = type.type();
        return type.is(Kind.COLLECTION) && known != null && known != Collection.class;
    }

    private boolean isQualified(Expr expr) {
        Expr root = expr;
        while (root instanceof Expr.Member member) {
            root = member.target();
        }
        return root instanceof Expr.Name name
                && Character.isLowerCase(name.name().charAt(0))
                && Set.of("java", "cn").contains(name.name());
    }

    private void member(Expr.Member member) {
        if (isQualified(member)) {
            return;
        }
        boolean ofType = reader.isTypeName(member.target());
        if (!ofType) {
            value(member.target());
        }
        if (reader.member(member) != null) {
            if (!ofType && isListOfFact(reader.typeOf(member.target()))) {
                notes.add(
                        ProblemKind.UNKNOWN_FIELD,
                        member.nameStart(),
                        member.nameStart() + member.name().length(),
                        "列表没有字段“" + member.name() + "”；函数要带括号，请写“" + member.name() + "()”",
                        "a list has no field \"" + member.name() + "\"; a function takes brackets, write \""
                                + member.name() + "()\"");
            }
            return;
        }
        if (!ofType) {
            unknownField(member.name(), member.nameStart(), reader.typeOf(member.target()));
            return;
        }
        String type = ((Expr.Name) member.target()).name();
        Class<?> known = Types.classOf(type);
        if (known != null && !known.isEnum() && Types.hasStatic(known, member.name())) {
            return;
        }
        Collection<String> constants = types.constantsOf(type);
        notes.add(
                ProblemKind.UNKNOWN_FIELD,
                member.nameStart(),
                member.nameStart() + member.name().length(),
                type + " 里没有“" + member.name() + "”" + Nearest.hintZh(member.name(), constants)
                        + (constants.isEmpty() ? "" : "；可以写 " + String.join("、", constants)),
                type + " has no \"" + member.name() + "\"" + Nearest.hintEn(member.name(), constants)
                        + (constants.isEmpty() ? "" : "; there are " + String.join(", ", constants)));
    }

    private void call(Expr.Call call) {
        if (call.target() != null && !reader.isTypeName(call.target()) && !isQualified(call.target())) {
            value(call.target());
        }
        call.arguments().forEach(this::value);
        if (call.name().equals("equals")
                && call.target() != null
                && call.arguments().size() == 1) {
            ValueType left = reader.typeOf(call.target());
            ValueType right = reader.typeOf(call.arguments().get(0));
            if (!left.isLike(right)) {
                Expr.Compare compare =
                        new Expr.Compare(call.target(), "==", false, call.arguments(), call.start(), call.end());
                unlike(compare, call.target(), left, call.arguments().get(0), right);
            }
        }
        if (reader.call(call) == null && call.target() != null && !isQualified(call.target())) {
            boolean ofType = reader.isTypeName(call.target());
            ValueType target = reader.typeOf(call.target());
            Class<?> type = ofType ? Types.classOf(((Expr.Name) call.target()).name()) : target.type();
            Set<String> names = type == null ? Set.of() : Types.methodsOf(type);
            String owner = type == null ? target.name() : type.getSimpleName();
            notes.add(
                    ProblemKind.UNKNOWN_FUNCTION,
                    call.nameStart(),
                    call.nameStart() + call.name().length(),
                    owner + " 没有“" + call.name() + "( … )”" + Nearest.hintZh(call.name(), names),
                    owner + " has no \"" + call.name() + "( … )\"" + Nearest.hintEn(call.name(), names));
        }
    }

    private void arithmetic(Expr.Arithmetic sum) {
        ValueType left = reader.typeOf(sum.left());
        ValueType right = reader.typeOf(sum.right());
        boolean text = sum.operator().equals("+") && (left.is(Kind.TEXT) || right.is(Kind.TEXT));
        if (text || isNumber(left) && isNumber(right)) {
            return;
        }
        boolean day = left.is(Kind.DATE);
        notes.add(
                ProblemKind.UNLIKE_TYPES,
                sum.start(),
                sum.end(),
                (isNumber(left) ? right : left).zh() + "不能这样加减"
                        + (day ? "；加减天数请写 .plusDays( n )、.minusDays( n )，工作日用 calendar" : ""),
                (isNumber(left) ? right : left).en() + " is not reckoned with like this"
                        + (day
                                ? "; for days write .plusDays( n ) or .minusDays( n ), for working days use calendar"
                                : ""));
    }

    private static boolean isNumber(ValueType type) {
        return !type.isKnown() || type.is(Kind.NUMBER);
    }

    private void compare(Expr.Compare compare) {
        value(compare.left());
        compare.right().stream()
                .filter(each -> !isBareWord(each, compare.left()))
                .forEach(this::value);
        ValueType left = reader.typeOf(compare.left());
        String operator = compare.operator();
        for (Expr each : compare.right()) {
            ValueType right = reader.typeOf(each);
            if (operator.equals("contains") || operator.equals("excludes")) {
                contains(compare, left, each, right);
            } else if (operator.equals("memberOf")) {
                contains(compare, right, compare.left(), left);
            } else if (OF_TEXT.contains(operator)) {
                if (left.isKnown() && !left.is(Kind.TEXT)) {
                    unlike(compare, compare.left(), left, each, right);
                }
            } else if (ORDER.contains(operator)) {
                order(compare, left, each, right);
            } else if (operator.equals("==") || operator.equals("!=") || operator.equals("in")) {
                if (!left.isLike(right)) {
                    unlike(compare, compare.left(), left, each, right);
                } else {
                    known.compared(owner(compare.left()), fieldName(compare.left()), each, notes);
                    known.compared(owner(each), fieldName(each), compare.left(), notes);
                }
            }
        }
    }

    /** Says so where a word of a list stands without the name of the list. */
    private boolean isBareWord(Expr expr, Expr comparedWith) {
        ValueType type = reader.typeOf(comparedWith);
        ValueType of = type.is(Kind.COLLECTION) && type.element() != null ? type.element() : type;
        if (!(expr instanceof Expr.Name name)
                || !of.is(Kind.ENUM)
                || reader.name(name.name()) != null
                || !types.constantsOf(of.name()).contains(name.name())) {
            return false;
        }
        notes.add(
                ProblemKind.UNKNOWN_FIELD,
                name.start(),
                name.end(),
                "“" + name.name() + "”前面要写明是哪一类：" + of.name() + "." + name.name(),
                "\"" + name.name() + "\" needs the name of its list before it: " + of.name() + "." + name.name());
        return true;
    }

    private ValueType owner(Expr expr) {
        if (expr instanceof Expr.Name name) {
            Expr value = shape.bound().containsKey(name.name())
                    ? shape.bound().get(name.name()).value()
                    : null;
            if (value instanceof Expr.Name field) {
                return shape.bound().get(name.name()).pattern().type();
            }
            return fact;
        }
        return expr instanceof Expr.Member member
                ? reader.typeOf(member.target())
                : expr instanceof Expr.Call call
                                && call.target() != null
                                && call.arguments().isEmpty()
                        ? reader.typeOf(call.target())
                        : ValueType.UNKNOWN;
    }

    private String fieldName(Expr expr) {
        if (expr instanceof Expr.Name name) {
            Expr value = shape.bound().containsKey(name.name())
                    ? shape.bound().get(name.name()).value()
                    : null;
            return value instanceof Expr.Name field ? field.name() : name.name();
        }
        return expr instanceof Expr.Member member ? member.name() : expr instanceof Expr.Call call ? call.name() : "";
    }

    private void contains(Expr.Compare compare, ValueType all, Expr one, ValueType each) {
        if (!all.isKnown() || all.is(Kind.OBJECT) && all.type() != null && Map.class.isAssignableFrom(all.type())) {
            return;
        }
        if (all.is(Kind.TEXT)) {
            if (each.isKnown() && !each.is(Kind.TEXT)) {
                unlike(compare, compare.left(), all, one, each);
            }
        } else if (!all.is(Kind.COLLECTION)) {
            Expr whole = compare.operator().equals("memberOf") ? compare.right().get(0) : compare.left();
            notes.add(
                    ProblemKind.UNLIKE_TYPES,
                    whole.start(),
                    whole.end(),
                    "“" + written(whole) + "”是" + all.zh() + "，不是列表，不能用 " + compare.operator() + "；判断相等请写 ==",
                    "«" + written(whole) + "» is " + all.en() + " and no list, so there is no " + compare.operator()
                            + "; for equality write ==");
        } else if (all.element() != null && !all.element().isLike(each)) {
            unlike(compare, compare.left(), all.element(), one, each);
        }
    }

    private void order(Expr.Compare compare, ValueType left, Expr each, ValueType right) {
        if (right.is(Kind.NULL) || left.is(Kind.NULL)) {
            notes.add(
                    ProblemKind.UNLIKE_TYPES,
                    compare.start(),
                    compare.end(),
                    "不能与 null 比大小；判断有没有值请写 == null 或 != null",
                    "nothing is smaller or larger than null; ask whether there is a value with == null or != null");
        } else if (!left.isLike(right)) {
            unlike(compare, compare.left(), left, each, right);
        } else if (!isOrdered(left) || !isOrdered(right)) {
            notes.add(
                    ProblemKind.UNLIKE_TYPES,
                    compare.start(),
                    compare.end(),
                    (isOrdered(left) ? right : left).zh() + "没有大小，不能用 " + compare.operator() + " 比较；请比较它的某个字段",
                    (isOrdered(left) ? right : left).en() + " has no order, so there is no " + compare.operator()
                            + "; compare one of its fields");
        }
    }

    private static boolean isOrdered(ValueType type) {
        return switch (type.kind()) {
            case TRUTH, COLLECTION -> false;
            case OBJECT -> type.type() != null && Comparable.class.isAssignableFrom(type.type());
            default -> true;
        };
    }

    private void unlike(Expr.Compare compare, Expr leftExpr, ValueType left, Expr rightExpr, ValueType right) {
        String[] hint = hint(left, rightExpr, right, leftExpr);
        notes.add(
                ProblemKind.UNLIKE_TYPES,
                compare.right().size() > 1 ? rightExpr.start() : compare.start(),
                compare.right().size() > 1 ? rightExpr.end() : compare.end(),
                "“" + written(leftExpr) + "”是" + left.zh() + "，“" + written(rightExpr) + "”是" + right.zh()
                        + "，两者不能这样比较：条件永远不成立，或者运行时出错" + hint[0],
                "«" + written(leftExpr) + "» is " + left.en() + " and «" + written(rightExpr) + "» " + right.en()
                        + ": compared like this they never match, or fail at run time" + hint[1]);
    }

    /** What to do instead. */
    private String[] hint(ValueType left, Expr rightExpr, ValueType right, Expr leftExpr) {
        boolean date = left.is(Kind.DATE) || right.is(Kind.DATE);
        boolean month = left.is(Kind.MONTH) || right.is(Kind.MONTH);
        if ((date || month)
                && (left.is(Kind.TEXT) || right.is(Kind.TEXT) || left.is(Kind.NUMBER) || right.is(Kind.NUMBER))) {
            return new String[] {
                "。具体的日子放进 parameters.yaml，用 parameters.dayIn( \"…\", 年 ) 取；也可以写 LocalDate.of( 年, 月, 日 )",
                ". Keep a day in parameters.yaml and take it with parameters.dayIn( \"…\", year ); or write LocalDate.of( year, month, day )"
            };
        }
        if (date && month) {
            return new String[] {"。请比较同为日期或同为月份的字段", ". Compare two days or two months"};
        }
        ValueType word = left.is(Kind.ENUM) ? left : right.is(Kind.ENUM) ? right : null;
        Expr text = left.is(Kind.ENUM) ? rightExpr : leftExpr;
        if (word != null && word.type() != null && text instanceof Expr.Value literal) {
            String nearest = Nearest.to(literal.value(), types.constantsOf(word.name()));
            return new String[] {
                "。类别不加引号，写成 " + word.name() + "." + (nearest == null ? "…" : nearest),
                ". Such a word stands without quotes: " + word.name() + "." + (nearest == null ? "…" : nearest)
            };
        }
        ValueType thing = left.is(Kind.OBJECT) ? left : right.is(Kind.OBJECT) ? right : null;
        if (thing != null && thing.type() != null) {
            ValueType id = types.field(thing, "id");
            Expr of = thing == left ? leftExpr : rightExpr;
            if (id != null && (left.is(Kind.TEXT) || right.is(Kind.TEXT))) {
                return new String[] {"。请比较编号：" + written(of) + ".id", ". Compare its id: " + written(of) + ".id"};
            }
        }
        if (left.is(Kind.TEXT) && rightExpr instanceof Expr.Value && right.is(Kind.NUMBER)) {
            return new String[] {
                "。文字要加英文双引号：\"" + written(rightExpr) + "\"",
                ". A text stands in double quotes: \"" + written(rightExpr) + "\""
            };
        }
        if (left.is(Kind.NUMBER) && rightExpr instanceof Expr.Value && right.is(Kind.TEXT)) {
            return new String[] {"。数字不加引号", ". A number stands without quotes"};
        }
        if (left.is(Kind.TRUTH) || right.is(Kind.TRUTH)) {
            return new String[] {"。是否请与 true 或 false 比较，都不加引号", ". Compare with true or false, without quotes"};
        }
        return new String[] {"。请比较同一类型的字段", ". Compare fields of one type"};
    }

    /** Where texts must be ones that the plain files know. */
    interface KnownValues {
        /** A field of a type compared with a value. */
        void compared(ValueType owner, String field, Expr with, Notes notes);
    }
}
