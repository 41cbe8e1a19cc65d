package cn.jinniu.bangban.explain;

import cn.jinniu.bangban.text.Text;

/** Something asked about that there is not. */
final class WrongAsking extends Exception {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final transient Text wrong;

    WrongAsking(String parameter, String zh, String en) {
        super(parameter + ": " + en);
        this.parameter = parameter;
        this.wrong = new Text(zh, en);
    }

    String parameter() {
        return parameter;
    }

    Text wrong() {
        return wrong;
    }
}
