package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.text.Text;

/** Why a record does not replay. */
public enum FindingKind {
    DIFFERENT("重放结果不同", "comes out otherwise"),
    NOT_DECIDED("重放不能作出决定", "cannot be decided again"),
    RULESET_MISSING("规则不在存档里", "its ruleset is not in the archive"),
    RULESET_CHANGED("存档的规则被改动", "its ruleset in the archive was changed"),
    RULESET_UNUSABLE("本版程序不能使用当时的规则", "its ruleset cannot be used by this version of the program"),
    UNREADABLE("记录无法读出", "the record cannot be read"),
    NAMES_LOST("缺少密钥，无法核对", "cannot be judged without the key to its names");

    private final Text label;

    FindingKind(String zh, String en) {
        label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
