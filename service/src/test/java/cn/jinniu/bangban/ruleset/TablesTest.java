package cn.jinniu.bangban.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.facts.UnitKind;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The tables kept as CSV")
class TablesTest {
    private static final String UNITS = "id,kind,nameZh,nameEn\n";
    private static final String SECTORS = "sector,nameZh,nameEn,department,from\n";
    private static final String PRECEDENCE = "rank,ground,nameZh,nameEn\n";
    private static final String CALENDAR = "date,kind,nameZh\n";

    @Nested
    @DisplayName("of any kind")
    class AnyTable {
        @Test
        @DisplayName("may have comments, empty lines and white space around values")
        void forgiving() {
            Directory directory = Directory.read(
                    new RulesFolder()
                            .with(
                                    "units.csv",
                                    "# 说明, 用逗号\n\n\"# 表格软件加的引号\"\n" + UNITS + "\n,,,\n a , OFFICE ,甲, \"B, C\" \n")
                            .source(),
                    new ArrayList<>());
            assertThat(directory.units()).containsOnlyKeys("a");
        }

        @Test
        @DisplayName("must have exactly their columns")
        void header() {
            assertThat(new RulesFolder().with("units.csv", "# x\nid,kind,name\na,OFFICE,甲\n").problems())
                    .contains("units.csv:2:0: the header must be \"id,kind,nameZh,nameEn\", not \"id,kind,name\"");
        }

        @Test
        @DisplayName("must not be empty")
        void empty() {
            assertThat(new RulesFolder().with("calendar.csv", "# nothing\n").problems())
                    .containsExactly("calendar.csv:0:0: the file is empty; its first line must be the header"
                            + " \"date,kind,nameZh\"");
        }

        @Test
        @DisplayName("have rows of one width")
        void width() {
            assertThat(new RulesFolder()
                            .appending("units.csv", "x,OFFICE,甲,Culture, Sports\n")
                            .problems())
                    .containsExactly("units.csv:42:0: this row has 5 columns instead of 4; put double quotes around a"
                            + " value that contains a comma");
        }

        @Test
        @DisplayName("have closed quotes")
        void quotes() {
            assertThat(new RulesFolder()
                            .with("calendar.csv", CALENDAR + "2026-01-01,HOLIDAY,\"元旦\n2026-01-02,HOLIDAY,元旦\n")
                            .problems())
                    .containsExactly("calendar.csv:2:0: this line is no CSV; most likely a double quote is not closed");
        }
    }

    @Nested
    @DisplayName("name units, which")
    class Units {
        @Test
        @DisplayName("are found by id")
        void found() {
            Directory directory = new RulesFolder().data().directory();
            Unit unit = directory.unit("xianlu-subdistrict");
            assertThat(unit).isNotNull();
            assertThat(unit.kind()).isEqualTo(UnitKind.SUBDISTRICT);
            assertThat(unit.nameZh()).isEqualTo("西安路街道");
            assertThat(unit.nameEn()).isEqualTo("Xi'anlu Subdistrict");
            assertThat(directory.unit("culture-tourism-bureau").nameEn())
                    .isEqualTo("District Culture, Sports and Tourism Bureau");
            assertThat(directory.unit("nobody")).isNull();
        }

        @Test
        @DisplayName("need an id of their own, a kind there is, and names")
        void problems() {
            assertThat(new RulesFolder()
                            .appending(
                                    "units.csv",
                                    """
                                    service-room,OFFICE,服务室,Service Room
                                    New_Office,OFFICE,新,New
                                    new-office,office,新,New
                                    new-office,OFFICE,,New
                                    new-office,OFFICE,"新,新",
                                    %s,OFFICE,长,Long
                                    """
                                            .formatted("a".repeat(65)))
                            .problems())
                    .containsExactly(
                            "units.csv:42:1: the unit \"service-room\" stands here twice; delete one of the rows",
                            "units.csv:43:1: \"New_Office\" cannot be a \"id\": use lower-case letters, digits and"
                                    + " hyphens",
                            "units.csv:44:12: \"office\" is no \"kind\"; use one of DEPARTMENT, FUNCTIONAL_ZONE,"
                                    + " SUBDISTRICT, ENTERPRISE, OFFICE",
                            "units.csv:45:19: \"nameZh\" must not be empty",
                            "units.csv:46:25: \"nameEn\" must not be empty",
                            "units.csv:47:1: a unit's id has at most 64 characters");
        }
    }

    @Nested
    @DisplayName("give each sector a department, which")
    class SectorTable {
        @Test
        @DisplayName("is the one of the day")
        void byDay() {
            Sectors sectors = new RulesFolder()
                    .appending("sectors.csv", "HEALTH,卫生健康,Health,civil-affairs-bureau,2026-07-01\n")
                    .data()
                    .sectors();
            assertThat(sectors.departmentOf("HEALTH", LocalDate.of(2026, 6, 30)).id())
                    .isEqualTo("health-bureau");
            assertThat(sectors.departmentOf("HEALTH", LocalDate.of(2026, 7, 1)).id())
                    .isEqualTo("civil-affairs-bureau");
            assertThat(sectors.departmentOf("EDUCATION", LocalDate.of(2026, 7, 1)).id())
                    .isEqualTo("education-bureau");
            assertThat(sectors.departmentOf("SPACE", LocalDate.of(2026, 7, 1))).isNull();
            assertThat(sectors.words()).hasSize(14).startsWith("INDUSTRY").contains("HEALTH");
        }

        @Test
        @DisplayName("must be a department of the directory, from the first day on, in order of days")
        void problems() {
            assertThat(new RulesFolder()
                            .appending(
                                    "sectors.csv",
                                    """
                                    HEALTH,卫生健康,Health,helth-bureau,2026-07-01
                                    HEALTH,卫生健康,Health,xihua-subdistrict,2026-07-01
                                    HEALTH,卫生健康,Health,civil-affairs-bureau,2000-01-01
                                    HEALTH,卫生,Health,civil-affairs-bureau,2026-07-01
                                    SPACE,航天,Space,education-bureau,2026-07-01
                                    space,航天,Space,education-bureau,2000-01-01
                                    EDUCATION,教育,Education,education-bureau,2026/7/1
                                    """)
                            .problems())
                    .containsExactly(
                            "sectors.csv:19:20: units.csv has no unit \"helth-bureau\"; did you mean \"health-bureau\"?",
                            "sectors.csv:20:20: \"xihua-subdistrict\" is of kind SUBDISTRICT; only a DEPARTMENT can"
                                    + " answer for a sector",
                            "sectors.csv:21:41: the day 2000-01-01 of the sector \"HEALTH\" must be after its row before,"
                                    + " 2000-01-01",
                            "sectors.csv:22:8: the sector \"HEALTH\" has another name in an earlier row; use one name in"
                                    + " all its rows",
                            "sectors.csv:23:33: the sector \"SPACE\" has no department before 2026-07-01; its first row"
                                    + " must hold from 2000-01-01",
                            "sectors.csv:24:1: \"space\" cannot be a \"sector\": use capital letters, digits and"
                                    + " underscores, beginning with a letter",
                            "sectors.csv:25:41: \"2026/7/1\" is no real day; write YYYY-MM-DD, for example 2026-09-01");
        }
    }

    @Nested
    @DisplayName("rank the grounds of ownership, which")
    class Precedence {
        private static final String SWAPPED = PRECEDENCE
                + "1,RECORDED,a,a\n2,SUBDISTRICT,b,b\n3,ZONE,c,c\n4,SECTOR,d,d\n5,ENTERPRISE,e,e\n";

        @Test
        @DisplayName("go in the file's order")
        void ranks() {
            OwnerPrecedence shipped = new RulesFolder().data().ownerPrecedence();
            assertThat(shipped.rank("RECORDED")).isEqualTo(1);
            assertThat(shipped.rank("ENTERPRISE")).isEqualTo(5);
            OwnerPrecedence swapped =
                    new RulesFolder().with("owner-precedence.csv", SWAPPED).data().ownerPrecedence();
            assertThat(swapped.rank("ZONE")).isEqualTo(3);
        }

        @Test
        @DisplayName("tell a rule that asks for another one")
        void unknown() {
            OwnerPrecedence precedence = new RulesFolder().data().ownerPrecedence();
            assertThatThrownBy(() -> precedence.rank("ZONES"))
                    .isInstanceOf(RuleMistake.class)
                    .hasMessageContaining("did you mean \"ZONE\"?")
                    .hasMessageContaining("是否应为“ZONE”");
        }

        @Test
        @DisplayName("must all be there, once, numbered in order")
        void problems() {
            assertThat(new RulesFolder()
                            .with(
                                    "owner-precedence.csv",
                                    PRECEDENCE + "1,RECORDED,a,a\n1,ZONE,b,b\n3,RECORDED,c,c\nx,SECTOR,d,d\n")
                            .problems())
                    .containsExactly(
                            "owner-precedence.csv:3:1: ranks go up by one from 1, row by row; this one must be 2",
                            "owner-precedence.csv:4:3: the ground \"RECORDED\" stands here twice; delete one of the"
                                    + " rows",
                            "owner-precedence.csv:5:1: \"x\" cannot be a \"rank\": write 1, 2, 3 and so on",
                            "owner-precedence.csv:0:0: the grounds here must be all those of the case owner in"
                                    + " catalogue.yaml: RECORDED, ZONE, SUBDISTRICT, SECTOR, ENTERPRISE; they are"
                                    + " RECORDED, ZONE, SECTOR");
        }
    }

    @Nested
    @DisplayName("say which days are off, and")
    class Calendar {
        @Test
        @DisplayName("a row adds a holiday or a working weekend, and makes its year known")
        void adds() {
            RulesFolder rules =
                    new RulesFolder().appending("calendar.csv", "2027-01-01,HOLIDAY,元旦\n2027-01-03,WORKDAY,\n");
            assertThat(rules.data().calendar().isWorkingDay(LocalDate.of(2027, 1, 1))).isFalse();
            assertThat(rules.data().calendar().isWorkingDay(LocalDate.of(2027, 1, 3))).isTrue();
            assertThat(rules.data().calendar().hasDataFor(2027)).isTrue();
        }

        @Test
        @DisplayName("refuse impossible, repeated and pointless days")
        void problems() {
            assertThat(new RulesFolder()
                            .with(
                                    "calendar.csv",
                                    CALENDAR
                                            + """
                                            2026-02-29,HOLIDAY,春节
                                            1999-12-31,HOLIDAY,元旦
                                            2026-01-01,OFF,元旦
                                            2026-01-01,HOLIDAY,
                                            2026-01-02,HOLIDAY,元旦
                                            2026-01-02,HOLIDAY,元旦
                                            2026-01-05,WORKDAY,
                                            """)
                            .problems())
                    .containsExactly(
                            "calendar.csv:2:1: \"2026-02-29\" is no real day; write YYYY-MM-DD, for example 2026-09-01",
                            "calendar.csv:3:1: the day 1999-12-31 is out of range; give one from 2000-01-01 to"
                                    + " 2100-12-31",
                            "calendar.csv:4:12: \"OFF\" is no \"kind\"; use one of HOLIDAY, WORKDAY",
                            "calendar.csv:5:20: \"nameZh\" must not be empty",
                            "calendar.csv:7:1: 2026-01-02 stands here twice; delete one of the rows",
                            "calendar.csv:8:1: 2026-01-05 is a weekday, on which people work anyway; WORKDAY is for a"
                                    + " weekend day worked instead of another; check the day");
        }
    }
}
