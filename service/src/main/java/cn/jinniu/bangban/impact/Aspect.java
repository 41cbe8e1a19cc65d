package cn.jinniu.bangban.impact;

import cn.jinniu.bangban.text.Text;

/** In what respect an answer comes out otherwise. One answer may do so in several, but for the first two and the last. */
public enum Aspect {
    ADDED("新增", "added"),
    REMOVED("取消", "removed"),
    DUE_MOVED("期限移动", "due day moved"),
    STATUS_CHANGED("状态改变", "status changed"),
    BEARER_CHANGED("承担单位改变", "bearer changed"),
    /** A determination's value or grounds. */
    VALUE_CHANGED("认定改变", "value changed"),
    /** Whatever else programs read, such as attendees, addressees, the clause. */
    DETAILS_CHANGED("其他改变", "otherwise changed"),
    /** The request itself is now decided, refused or failed on, and was not before. */
    OUTCOME_CHANGED("能否决定改变", "decided or not"),
    /** Nothing but the sentence people read, or the name of the rule. */
    WORDING_CHANGED("仅文字改变", "wording only");

    private final Text name;

    Aspect(String zh, String en) {
        name = new Text(zh, en);
    }

    public Text label() {
        return name;
    }
}
