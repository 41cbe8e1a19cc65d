package cn.jinniu.bangban.log.export;

import cn.jinniu.bangban.text.Text;

/** The lists of a decision's answers. */
enum Section {
    DETERMINATION("determinations", "认定", "determination"),
    OBLIGATION("obligations", "义务", "obligation"),
    ALERT("alerts", "提醒", "alert");

    private final String member;
    private final Text title;

    Section(String member, String zh, String en) {
        this.member = member;
        this.title = new Text(zh, en);
    }

    String member() {
        return member;
    }

    Text title() {
        return title;
    }
}
