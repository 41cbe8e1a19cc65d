package cn.jinniu.bangban.engine.lint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.engine.lint.LintCases.Case;
import cn.jinniu.bangban.ruleset.RulesFolder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An ordinary edit of the rules")
class OrdinaryEditsTest {
    private static final String ENTRY = """
              %s:
                nameZh: 试行
                nameEn: On trial
            """;

    @Test
    @DisplayName("raises no alarm, be it a rule of any kind")
    void rules() {
        List<Case> cases = LintCases.read("ordinary.txt");
        assertThat(cases).hasSizeGreaterThan(35);
        RulesFolder folder = new RulesFolder().with("5-safeguards/5.1-declared.drl", """
                declare TryInvolved
                    by : Unit
                    since : java.time.LocalDate
                end
                """);
        Map<String, String> obligations = new TreeMap<>();
        for (int i = 0; i < cases.size(); i++) {
            String text = cases.get(i).text();
            folder.with("5-safeguards/5.1-ordinary-" + i + ".drl", text);
            Pattern.compile("\"(TRY_[A-Z])\"")
                    .matcher(text)
                    .results()
                    .forEach(code -> obligations.put(code.group(1), ENTRY.formatted(code.group(1))));
        }
        folder.replacing(
                "catalogue.yaml", "\nobligations:\n", "\nobligations:\n" + String.join("", obligations.values()));
        folder.replacing("catalogue.yaml", "\nalerts:\n", "\nalerts:\n" + ENTRY.formatted("TRY_ALERT"));
        assertThat(LintCases.problems(folder.source())).isEmpty();
    }

    @Test
    @DisplayName("raises none in the plain files: a limit, a sector, a unit, a holiday, a sentence, precedence")
    void plainFiles() {
        RulesFolder folder = new RulesFolder()
                .replacing("parameters.yaml", "follow-up-visit-days:", """
                        try-days:
                          nameZh: 试行
                          nameEn: On trial
                          type: working-days
                          clause: none
                          values:
                            - {from: 2000-01-01, value: 10}
                            - {from: 2027-01-01, value: 7, note: 会议}
                        follow-up-visit-days:""")
                .with("5-safeguards/5.1-try.drl", """
                        rule "5.1 试 / try"
                            @clause("5.1")
                        when
                            AsOf()
                        then
                            insert( new ProjectEnterprise( null, units.unit( "jinniu-industry-group" ) ) );
                            LocalDate day = ( calendar.workingDayAfter( asOf, parameters.days( "try-days" ) ) );
                        end
                        """)
                .appending("sectors.csv", "HEALTH,卫生健康,Health,civil-affairs-bureau,2027-01-01\n")
                .appending(
                        "units.csv",
                        "jinniu-industry-group,ENTERPRISE,成都市金牛产业发展集团有限公司,Jinniu Industry Development Group\n")
                .appending("calendar.csv", "2027-01-01,HOLIDAY,元旦\n");
        assertThat(LintCases.problems(folder.source())).isEmpty();
    }

    @Test
    @DisplayName("finds nothing to warn of in the rules as shipped")
    void shipped() {
        assertThat(LintCases.problems(new RulesFolder().source())).isEmpty();
    }
}
