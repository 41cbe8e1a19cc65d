package cn.jinniu.bangban.impact;

import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.List;

/** What a director reads first: an edit's impact in a few sentences. */
final class Director {
    private Director() {}

    /** One sentence each, most important first. */
    static List<Text> sentences(ImpactSummary summary) {
        List<Text> sentences = new ArrayList<>();
        long requests = summary.requests();
        if (!summary.anything()) {
            sentences.add(new Text(
                    "比较了 " + requests + " 个请求的决定，没有任何变化。",
                    "The decisions on " + requests + " requests were compared. Nothing changes."));
        } else {
            sentences.add(new Text(
                    "比较了 " + requests + " 个请求的决定，其中 " + summary.changed() + " 个有变化"
                            + (summary.wordingOnly() > 0 ? "，另有 " + summary.wordingOnly() + " 个只是文字不同" : "") + "。",
                    "The decisions on " + requests + " requests were compared: " + summary.changed()
                            + (summary.changed() == 1 ? " changes" : " change")
                            + (summary.wordingOnly() > 0
                                    ? ", and " + summary.wordingOnly() + " more differ in wording only"
                                    : "")
                            + "."));
        }
        if (summary.changed() > 0) {
            sentences.add(aspects(summary.all()));
        }
        long undecided = requests - summary.decided();
        if (undecided > 0) {
            sentences.add(new Text(
                    "有 " + undecided + " 个请求不是新旧规则都能决定的（例如请求本身有误）。",
                    undecided + (undecided == 1 ? " request is" : " requests are")
                            + " not decided by both rulesets, for example because the request is wrong."));
        }
        return sentences;
    }

    private static Text aspects(Tally all) {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            if (all.of(aspect) > 0) {
                zh.add(aspect.label().zh() + " " + all.of(aspect) + " 项");
                en.add(all.of(aspect) + " " + aspect.label().en());
            }
        }
        return new Text(
                "共 " + all.answers() + " 项答复有变化：" + String.join("，", zh) + "（一项可计入几类）。",
                all.answers() + " answers change: " + String.join(", ", en) + " (one may count in several).");
    }
}
