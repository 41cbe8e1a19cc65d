package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.Text;

/** The facts of a request that its other facts can name. */
public enum Reference {
    PROJECT(new Text("项目", "project")),
    REPORT_OF_SERVICE(new Text("SERVICE 类报告", "SERVICE report"));

    private final Text noun;

    Reference(Text noun) {
        this.noun = noun;
    }

    Text noun() {
        return noun;
    }
}
