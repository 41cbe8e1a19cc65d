package cn.jinniu.bangban.scenario;

import cn.jinniu.bangban.facts.CodePoints;
import java.util.List;
import java.util.Locale;

/** Words that pseudonyms are made of: names as there could be, of nobody. */
final class PseudonymWords {
    private static final List<String> FAMILY = List.of(
            "chen", "deng", "feng", "gao", "he", "huang", "jiang", "li", "liu", "luo", "ma", "peng", "tang", "wang",
            "wu", "xie", "xu", "yang", "zeng", "zhang", "zhao", "zheng", "zhou", "zhu");
    private static final List<String> GIVEN = List.of(
            "bo", "fang", "hao", "jing", "lei", "min", "na", "ping", "qiang", "ting", "wei", "xin", "yan", "yu", "ze");
    private static final List<String> PLACES = List.of("锦程", "金沙", "蜀源", "天府", "芙蓉", "锦绣", "川西", "银杏", "望江", "浣花");
    private static final List<String> WORKS =
            List.of("智能制造产业园", "轨道装备基地", "医疗器械产业园", "数字经济总部", "商业综合体", "人才公寓", "冷链物流中心", "文创园区", "科研楼", "社区综合体");
    private static final List<String> APPROVALS = List.of(
            "建设用地规划许可", "建设工程规划许可", "施工许可", "施工图审查", "环境影响评价", "水土保持方案审批", "节能审查", "人防工程审批", "消防设计审查", "竣工验收备案");

    private static final List<String> PEOPLE = FAMILY.stream()
            .flatMap(family -> GIVEN.stream().map(given -> family + "-" + given))
            .sorted(CodePoints.ORDER)
            .toList();

    private PseudonymWords() {}

    /** In code-point order. */
    static List<String> people() {
        return PEOPLE;
    }

    /** @param number from 0 */
    static String project(int number) {
        int round = number / (PLACES.size() * WORKS.size());
        String name = PLACES.get(number % PLACES.size()) + WORKS.get((number + number / PLACES.size()) % WORKS.size());
        return round == 0 ? name : name + "（" + (round + 1) + "期）";
    }

    /** @param number from 0 */
    static String approval(int number) {
        int round = number / APPROVALS.size();
        String name = APPROVALS.get(number % APPROVALS.size());
        return round == 0 ? name : name + "（" + (round + 1) + "）";
    }

    /** A code of the shape that the contract asks for. */
    static String code(int number) {
        return String.format(Locale.ROOT, "2000-000000-01-01-%06d", number + 1);
    }
}
