package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.engine.sandbox.Offered;
import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.text.Text;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the compilers of conditions and of consequences say, in plain words.
 *
 * @param about the word in the file that it is about; empty where there is none
 */
record CompilerWords(ProblemKind kind, String about, Text said) {
    private static final Pattern CLASS = Pattern.compile("\\b(?:[a-z]\\w*\\.)+([A-Z]\\w*)");

    private static final Map<String, Text> TYPES = Map.ofEntries(
            Map.entry("String", new Text("文字", "text")),
            Map.entry("LocalDate", new Text("日期", "date")),
            Map.entry("YearMonth", new Text("月份", "month")),
            Map.entry("int", new Text("整数", "whole number")),
            Map.entry("Integer", new Text("整数", "whole number")),
            Map.entry("long", new Text("整数", "whole number")),
            Map.entry("Long", new Text("整数", "whole number")),
            Map.entry("double", new Text("数字", "number")),
            Map.entry("boolean", new Text("是否值", "yes or no")),
            Map.entry("Boolean", new Text("是否值", "yes or no")),
            Map.entry("Due", new Text("期限", "due day")),
            Map.entry("Unit", new Text("单位", "unit")));

    private record Phrase(Pattern pattern, Function<MatchResult, CompilerWords> words) {}

    private static Phrase phrase(String pattern, Function<MatchResult, CompilerWords> words) {
        return new Phrase(Pattern.compile(pattern), words);
    }

    private static CompilerWords words(ProblemKind kind, String about, String zh, String en) {
        return new CompilerWords(kind, about, new Text(zh, en));
    }

    private static final List<Phrase> OF_JAVA = List.of(
            phrase("^(\\S+) cannot be resolved to a type$", found -> unknownType(found.group(1))),
            phrase("^(\\S+) cannot be resolved or is not a field$", found -> field(found.group(1))),
            phrase("^(\\S+) cannot be resolved(?: to a variable)?$", found -> variable(found.group(1))),
            phrase(
                    "^The method (\\w+)\\((.*)\\) is undefined for the type (\\S+)$",
                    found -> words(
                            ProblemKind.UNKNOWN_FUNCTION,
                            found.group(1),
                            (found.group(3).startsWith("Rule_") ? "" : found.group(3) + " ") + "没有“" + found.group(1)
                                    + "( " + types(found.group(2), true) + " )”；可以使用的字段和函数见 rules/README.md",
                            "there is no \"" + found.group(1) + "( " + types(found.group(2), false) + " )\""
                                    + (found.group(3).startsWith("Rule_") ? "" : " on " + found.group(3))
                                    + "; rules/README.md lists fields and functions")),
            phrase(
                    "^The (?:parameterized )?method (\\w+)\\((.*?)\\) (?:in|of) (?:the )?type (\\S+) is not applicable for the arguments \\((.*)\\)$",
                    found -> words(
                            ProblemKind.UNLIKE_TYPES,
                            found.group(1),
                            "“" + found.group(1) + "( … )”里的内容不对：要的是 " + types(found.group(2), true) + "，给的是 "
                                    + types(found.group(4), true),
                            "\"" + found.group(1) + "( … )\" takes " + types(found.group(2), false) + ", and is given "
                                    + types(found.group(4), false))),
            phrase(
                    "^The constructor (\\w+)\\((.*)\\) is undefined$",
                    found -> words(
                            ProblemKind.UNKNOWN_FUNCTION,
                            found.group(1),
                            "新建 " + found.group(1) + " 时给的内容不对：给的是 " + types(found.group(2), true)
                                    + componentsZh(found.group(1)),
                            "a new " + found.group(1) + " is given " + types(found.group(2), false)
                                    + componentsEn(found.group(1)))),
            phrase(
                    "^Type mismatch: cannot convert from (.+) to (.+)$",
                    found -> words(
                            ProblemKind.UNLIKE_TYPES,
                            "",
                            "这里要的是 " + types(found.group(2), true) + "，给的是 " + types(found.group(1), true) + "；请核对",
                            "this wants " + types(found.group(2), false) + " and is given "
                                    + types(found.group(1), false) + "; check it")),
            phrase(
                    "^Incompatible operand types (.+) and (.+)$",
                    found -> words(
                            ProblemKind.UNLIKE_TYPES,
                            "",
                            types(found.group(1), true) + " 和 " + types(found.group(2), true) + " 不能比较",
                            "a " + types(found.group(1), false) + " and a " + types(found.group(2), false)
                                    + " cannot be compared")),
            phrase(
                    "^The operator (\\S+) is undefined for the argument type\\(s\\) (.+)$",
                    found -> words(
                            ProblemKind.UNLIKE_TYPES,
                            found.group(1),
                            types(found.group(2), true) + " 不能用“" + found.group(1)
                                    + "”计算或比较；比较日期请写 .isBefore( … )、.isAfter( … )",
                            "there is no \"" + found.group(1) + "\" for " + types(found.group(2), false)
                                    + "; compare days with .isBefore( … ) and .isAfter( … )")),
            phrase(
                    "^The field (\\S+)\\.(\\w+) is not visible$",
                    found -> words(
                            ProblemKind.UNKNOWN_FIELD,
                            found.group(2),
                            "结论里取字段要加括号：." + found.group(2) + "()",
                            "in a consequence a field is called with brackets: ." + found.group(2) + "()")),
            phrase(
                    "^Cannot invoke (\\w+)\\(.*\\) on the primitive type (\\w+)$",
                    found -> words(
                            ProblemKind.UNKNOWN_FUNCTION,
                            found.group(1),
                            "数字、是否值后面不能写 ." + found.group(1) + "()",
                            "nothing is called on a number or a yes or no: ." + found.group(1) + "()")),
            phrase(
                    "^Syntax error, insert \"(.+?)\" to complete",
                    found -> words(
                            ProblemKind.SYNTAX,
                            "",
                            (found.group(1).length() > 2 ? "这一句没有写完" : "这里少了“" + found.group(1) + "”")
                                    + "；每句话以分号结束，请检查这里和上一行",
                            (found.group(1).length() > 2
                                            ? "this statement is not complete"
                                            : "a \"" + found.group(1) + "\" is missing here")
                                    + "; statements end with a semicolon, check this line and the one above")),
            phrase(
                    "^Syntax error on tokens?,? *\"?([^\",]*)\"?,? ?(.*)$",
                    found -> words(
                            ProblemKind.SYNTAX,
                            found.group(1),
                            "“" + found.group(1) + "”写在这里读不懂；请检查这里和上一行的括号、引号和分号",
                            "\"" + found.group(1)
                                    + "\" makes no sense here; check brackets, quotes and semicolons here and on the line above")),
            phrase(
                    "^Duplicate local variable (\\S+)$",
                    found -> words(
                            ProblemKind.DOES_NOT_COMPILE,
                            found.group(1),
                            "变量“" + found.group(1) + "”定义了两次；请换一个名字",
                            "the variable \"" + found.group(1) + "\" is defined twice; give it another name")),
            phrase(
                    "^The local variable (\\S+) may not have been initialized$",
                    found -> words(
                            ProblemKind.DOES_NOT_COMPILE,
                            found.group(1),
                            "变量“" + found.group(1) + "”可能还没有值就被使用；请先给它一个值",
                            "the variable \"" + found.group(1)
                                    + "\" may be used before it has a value; give it one first")),
            phrase(
                    "^The left-hand side of an assignment must be a variable$",
                    found -> words(
                            ProblemKind.SYNTAX,
                            "=",
                            "这里的“=”是赋值；判断相等请写 ==，文字和日期请写 .equals( … )",
                            "\"=\" here sets a value; for equality write ==, and .equals( … ) for texts and days")),
            phrase(
                    "^Unhandled exception type (\\S+)$",
                    found -> words(
                            ProblemKind.NOT_ALLOWED,
                            "",
                            "规则不处理异常（" + found.group(1) + "）；请改用规则用语里的函数",
                            "rules handle no exceptions (" + found.group(1) + "); take a function of the vocabulary")),
            phrase(
                    "^(?:Void methods cannot return a value|This method must return a result of type .*)$",
                    found -> words(
                            ProblemKind.DOES_NOT_COMPILE,
                            "return",
                            "return 用得不对：规则的结论不返回值，函数要返回它声明的类型",
                            "return is out of place: a consequence returns nothing, a function what it declares")),
            phrase(
                    "^Unreachable code$",
                    found -> words(
                            ProblemKind.DOES_NOT_COMPILE,
                            "",
                            "永远执行不到这里；请删去，或者检查前面的 return、throw",
                            "this is never reached; remove it, or look at the return or throw before it")),
            phrase(
                    "^(?:String literal is not properly closed.*|Invalid character constant)$",
                    found -> words(
                            ProblemKind.UNCLOSED,
                            "",
                            "引号没有成对；文字用英文双引号",
                            "a quote has no partner; texts stand in double quotes")));

    private static final List<Phrase> OF_CONDITIONS = List.of(
            phrase(
                    "strict-mode: ([\\w.$]+)\\.([\\w$]+)\\(([^)]*)\\)",
                    found -> isOffered(found.group(2))
                            ? unknownType(found.group(2))
                            : found.group(3).isEmpty()
                                    ? words(
                                            ProblemKind.UNKNOWN_FIELD,
                                            found.group(2),
                                            simple(found.group(1)) + " 没有“" + found.group(2)
                                                    + "”，或者还要在括号里写内容；字段和函数见 rules/README.md",
                                            simple(found.group(1)) + " has no \"" + found.group(2)
                                                    + "\", or it takes something in brackets; rules/README.md lists fields and functions")
                                    : words(
                                            ProblemKind.UNKNOWN_FUNCTION,
                                            found.group(2),
                                            "“" + found.group(2) + "( … )”里的内容不对，或者没有这个函数：给的是 "
                                                    + types(found.group(3), true) + "；函数见 rules/README.md",
                                            "\"" + found.group(2) + "( … )\" is given " + types(found.group(3), false)
                                                    + ", which it does not take, or there is no such function; rules/README.md lists them")),
            phrase("[Uu]nable to resolve (?:method|property)[^:]*: ([\\w$]+)", found -> field(found.group(1))),
            phrase("unresolvable property[^:]*: ?([\\w$]+)?", found -> field(String.valueOf(found.group(1)))),
            phrase(
                    "Field Reader does not exist for declaration '([^']*)' in '[^':]*:? ?([\\w$.]*)",
                    found -> words(
                            ProblemKind.UNKNOWN_FIELD,
                            found.group(1),
                            "“" + found.group(1) + "”所指的字段“" + found.group(2) + "”不存在；字段见 rules/README.md",
                            "the field \"" + found.group(2) + "\" that \"" + found.group(1)
                                    + "\" stands for does not exist; rules/README.md lists the fields")),
            phrase(
                    "Duplicate declaration for variable '([^']*)'",
                    found -> words(
                            ProblemKind.DOES_NOT_COMPILE,
                            found.group(1),
                            "“" + found.group(1) + "”在这条规则里起了两次名；请换一个名字，相等的条件写 == " + found.group(1),
                            "\"" + found.group(1)
                                    + "\" is named twice in this rule; take another name, and for equality write == "
                                    + found.group(1))),
            phrase("Unable to resolve ObjectType '([^']*)'", found -> unknownType(found.group(1))),
            phrase(
                    "Comparison operation requires compatible types\\. Found (.*?) and (.*?)(?:[\\]'\"]|$)",
                    found -> words(
                            ProblemKind.UNLIKE_TYPES,
                            "",
                            types(found.group(1), true) + " 和 " + types(found.group(2), true) + " 不能比较",
                            types(found.group(1), false) + " and " + types(found.group(2), false)
                                    + " cannot be compared")),
            phrase(
                    "Unable to find class|not found in imports|unable to find a definition of class",
                    found -> words(
                            ProblemKind.UNKNOWN_TYPE,
                            "",
                            "没有这种事实或类型；可以使用的见 vocabulary.drl",
                            "there is no such fact or type; vocabulary.drl lists those there are")));

    /** The compiler of consequences and functions. */
    static CompilerWords java(String message) {
        String plain = CLASS.matcher(message.strip().replaceAll("\\s+", " ")).replaceAll("$1");
        return translated(OF_JAVA, plain);
    }

    /** The builder of conditions. */
    static CompilerWords condition(String message) {
        return translated(OF_CONDITIONS, message);
    }

    private static CompilerWords translated(List<Phrase> phrases, String message) {
        for (Phrase phrase : phrases) {
            Matcher found = phrase.pattern().matcher(message);
            if (found.find()) {
                return phrase.words().apply(found.toMatchResult());
            }
        }
        String plain = message.replaceAll("\\[Error: *(?:null)?|\\[Near : .*|\\bnull\\b|\\s+", " ")
                .strip();
        return plain.isEmpty()
                ? words(
                        ProblemKind.DOES_NOT_COMPILE,
                        "",
                        "不能编译，编译器没有说明原因；请对照别的规则检查条件的写法",
                        "does not compile, and the compiler gives no reason; check its conditions against another rule")
                : words(
                        ProblemKind.DOES_NOT_COMPILE,
                        "",
                        "不能编译，请对照别的规则检查；编译器的原话：" + plain,
                        "does not compile; check it against another rule. The compiler says: " + plain);
    }

    private static boolean isOffered(String name) {
        return Character.isUpperCase(name.charAt(0)) && Offered.all().simple(name) != null;
    }

    private static CompilerWords unknownType(String name) {
        Class<?> offered = Offered.all().simple(name);
        if (offered != null) {
            String line = "import " + offered.getName().replace('$', '.');
            return words(
                    ProblemKind.UNKNOWN_TYPE,
                    name,
                    "没有引入“" + name + "”；请在文件开头加一行 " + line,
                    "\"" + name + "\" is not imported; begin the file with " + line);
        }
        return words(
                ProblemKind.UNKNOWN_TYPE,
                name,
                "没有“" + name + "”这种事实或类型；可以使用的见 vocabulary.drl",
                "there is no fact or type \"" + name + "\"; vocabulary.drl lists those there are");
    }

    private static CompilerWords field(String name) {
        return words(
                ProblemKind.UNKNOWN_FIELD,
                name,
                "没有字段“" + name + "”；字段见 rules/README.md",
                "there is no field \"" + name + "\"; rules/README.md lists the fields");
    }

    private static CompilerWords variable(String name) {
        return isOffered(name)
                ? unknownType(name)
                : words(
                        ProblemKind.UNKNOWN_VARIABLE,
                        name,
                        "没有“" + name + "”这个变量或名称；变量在条件里用 $名字 : 字段 起名，起在 not、exists、accumulate 里的在结论里用不到",
                        "there is no variable or name \"" + name
                                + "\"; conditions name values as $name : field, and what is named within not, exists or accumulate"
                                + " is not there in the consequence");
    }

    private static String simple(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }

    private static String types(String list, boolean zh) {
        if (list.isBlank()) {
            return zh ? "空" : "nothing";
        }
        List<String> said = new ArrayList<>();
        for (String type : list.split(", *(?![^<]*>)")) {
            String name = simple(type.strip().replace("class ", ""));
            Text known = TYPES.get(name);
            said.add(known == null ? name : zh ? known.zh() : known.en());
        }
        return String.join(zh ? "、" : ", ", said);
    }

    private static String componentsZh(String type) {
        List<String> names = components(type);
        return names.isEmpty() ? "" : "；依次要 " + String.join("、", names);
    }

    private static String componentsEn(String type) {
        List<String> names = components(type);
        return names.isEmpty() ? "" : "; in this order it takes " + String.join(", ", names);
    }

    private static List<String> components(String type) {
        Class<?> known = Offered.all().simple(type);
        return known == null || !known.isRecord()
                ? List.of()
                : Arrays.stream(known.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList();
    }
}
