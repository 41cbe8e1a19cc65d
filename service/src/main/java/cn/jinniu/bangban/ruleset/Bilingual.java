package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.text.Language;

/** A message in both languages. */
record Bilingual(Template zh, Template en) {
    Template in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
