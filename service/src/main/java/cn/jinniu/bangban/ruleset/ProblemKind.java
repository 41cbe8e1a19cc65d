package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.text.Text;

/** The kinds of problems, each with a word that stays: editors, CI and people go by it. */
public enum ProblemKind {
    FILE("file", Severity.ERROR, "文件不属于这里、缺少或读不出来", "a file that does not belong, is missing or cannot be read"),
    PLAIN_FILE(
            "plain-file",
            Severity.ERROR,
            "参数、代码目录等文本文件写得不对",
            "a plain file (parameters, catalogue, …) is not written as it must be"),
    DATES_GAP("dates-gap", Severity.ERROR, "按日期生效的值在某些日子没有值", "dated values that leave days without a value"),
    RULE_FILE("rule-file", Severity.ERROR, "规则文件不合规定", "a rule file is not as it must be"),
    SYNTAX("syntax", Severity.ERROR, "规则的写法读不懂", "what is written is no rule"),
    FULL_WIDTH("full-width", Severity.ERROR, "代码里用了全角标点", "full-width punctuation in code"),
    UNCLOSED("unclosed", Severity.ERROR, "引号、注释或括号没有成对", "a quotation, comment or bracket without its partner"),
    MISSING_WORD("missing-word", Severity.ERROR, "缺少 when、then 或 end", "when, then or end is missing"),
    NOT_ALLOWED("not-allowed", Severity.ERROR, "规则不许使用", "something rules may not use"),
    UNKNOWN_TYPE("unknown-type", Severity.ERROR, "没有这种事实或类型", "no such kind of fact"),
    UNKNOWN_FIELD("unknown-field", Severity.ERROR, "没有这个字段", "no such field"),
    UNKNOWN_FUNCTION("unknown-function", Severity.ERROR, "没有这个函数，或者参数不对", "no such function, or other arguments"),
    UNKNOWN_VARIABLE("unknown-variable", Severity.ERROR, "没有这个变量", "no such variable"),
    UNLIKE_TYPES("unlike-types", Severity.ERROR, "不同类型的值相互比较或代替", "unlike values compared, or one put for another"),
    NOT_A_CONDITION("not-a-condition", Severity.ERROR, "条件的结果不是“是”或“否”", "a condition that is neither true nor false"),
    DOES_NOT_COMPILE("does-not-compile", Severity.ERROR, "不能编译", "a rule that does not compile"),
    RULE_NAME("rule-name", Severity.ERROR, "规则名重复，或者不以条款号开头", "a rule name used twice, or without its clause"),
    NO_CLAUSE("no-clause", Severity.ERROR, "规则没有条款", "a rule with no clause"),
    UNKNOWN_CLAUSE("unknown-clause", Severity.ERROR, "方案没有的条款", "a clause the scheme does not have"),
    UNKNOWN_CODE("unknown-code", Severity.ERROR, "代码目录里没有的代码", "a code that is not in the catalogue"),
    UNKNOWN_UNIT("unknown-unit", Severity.ERROR, "名录里没有的单位", "a unit that is not in the directory"),
    UNKNOWN_PARAMETER("unknown-parameter", Severity.ERROR, "没有定义的参数", "a parameter that is not defined"),
    PARAMETER_TYPE("parameter-type", Severity.ERROR, "参数的取法与它的类型不符", "a parameter read as another type than its own"),
    INCOMPLETE_ANSWER("incomplete-answer", Severity.ERROR, "答复没有说完整", "an answer that leaves out what it must say"),
    NO_REASON("no-reason", Severity.ERROR, "用了 salience、no-loop 而没有写理由", "salience or no-loop without a reason"),
    NO_SUCH_DAY("no-such-day", Severity.ERROR, "写出的日期不存在", "a day or month that does not exist"),
    RULE_CIRCLE("rule-circle", Severity.ERROR, "规则互为前提", "rules that wait for one another"),
    NEVER_FIRES(
            "never-fires", Severity.ERROR, "条件自相矛盾，规则永远不会得出结果", "contradicting conditions: a rule that can never fire"),
    NOBODY_INSERTS("nobody-inserts", Severity.ERROR, "条件所等的事实没有谁给出", "a condition on a fact that nobody inserts"),
    CONFLICT("conflict", Severity.WARNING, "规则必然对同一件事说法不同", "rules bound to answer one thing differently"),
    TOO_MANY_WAYS("too-many-ways", Severity.ERROR, "or 展开后的规则太多", "alternatives that make too many rules"),
    FAILS_ON_SCENARIO("fails-on-scenario", Severity.ERROR, "规则在场景上无法执行", "a rule that fails on a scenario"),
    POSSIBLE_CONFLICT(
            "possible-conflict", Severity.WARNING, "规则可能对同一件事说法不同", "rules that may answer one thing differently"),
    MANY_WAYS("many-ways", Severity.WARNING, "or 展开成许多条规则", "alternatives that make many rules"),
    UNJOINED("unjoined", Severity.WARNING, "条件之间没有关联", "a condition joined to no other"),
    UNREAD_PARAMETER("unread-parameter", Severity.WARNING, "没有规则取用的参数", "a parameter that no rule reads"),
    UNFILLED_PLACEHOLDER("unfilled-placeholder", Severity.WARNING, "句子里的占位词没有规则填写", "a placeholder that no rule fills"),
    NO_RULE("no-rule", Severity.WARNING, "规则文件里没有规则", "a rule file without rules"),
    NO_SCENARIO("no-scenario", Severity.WARNING, "没有场景让规则得出结果", "a rule that no scenario fires"),
    SCENARIO("scenario", Severity.WARNING, "场景不能用", "a scenario that cannot be used");

    /** Whether a problem forbids the rules, or is only shown. */
    public enum Severity {
        ERROR,
        WARNING
    }

    private final String word;
    private final Severity severity;
    private final Text title;

    ProblemKind(String word, Severity severity, String zh, String en) {
        this.word = word;
        this.severity = severity;
        this.title = new Text(zh, en);
    }

    /** The word it goes by; never changed once it is published. */
    public String word() {
        return word;
    }

    public Severity severity() {
        return severity;
    }

    /** What it is about, in a few words. */
    public Text title() {
        return title;
    }
}
