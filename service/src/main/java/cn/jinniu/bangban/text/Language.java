package cn.jinniu.bangban.text;

/** The languages messages are written in; Chinese unless English is asked for. */
public enum Language {
    ZH,
    EN
}
