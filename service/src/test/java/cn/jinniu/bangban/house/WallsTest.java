package cn.jinniu.bangban.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The walls of the house")
@AnalyzeClasses(packages = WallsTest.BASE, importOptions = DoNotIncludeTests.class)
class WallsTest {
    static final String BASE = "cn.jinniu.bangban";

    /** The edges: what talks to people and machines outside. Everything else is the core. */
    private static final String[] EDGES = packages("web", "cli");

    private static final String[] CORE = packages(
            "text",
            "calendar",
            "facts",
            "decision",
            "ruleset",
            "vocabulary",
            "engine",
            "desk",
            "scenario",
            "live",
            "forecast",
            "explain",
            "coverage",
            "impact",
            "candidate",
            "log",
            "replay");

    private static String[] packages(String... names) {
        String[] packages = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            packages[i] = BASE + '.' + names[i] + "..";
        }
        return packages;
    }

    @ArchTest
    static final ArchRule core_knows_no_spring_no_servlets_no_command_line = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta.servlet..", "picocli..", "io.micrometer..")
            .because("the core decides the same way whoever asks");

    @ArchTest
    static final ArchRule core_knows_no_edge = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EDGES);

    @ArchTest
    static final ArchRule only_engine_knows_drools = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..", "org.mvel2..")
            .because("the rule engine can be replaced by changing one package");

    @ArchTest
    static final ArchRule text_and_calendar_stand_alone = mayOnlyKnow(packages("text", "calendar"));

    @ArchTest
    static final ArchRule facts_know_only_text = mayOnlyKnow(packages("facts"), "text");

    @ArchTest
    static final ArchRule decision_knows_only_facts_and_text = mayOnlyKnow(packages("decision"), "facts", "text");

    @ArchTest
    static final ArchRule ruleset_knows_no_vocabulary_and_no_engine =
            mayOnlyKnow(packages("ruleset"), "calendar", "facts", "decision", "text");

    @ArchTest
    static final ArchRule vocabulary_knows_no_engine =
            mayOnlyKnow(packages("vocabulary"), "calendar", "facts", "decision", "ruleset", "text");

    @ArchTest
    static final ArchRule engine_knows_no_desk_and_no_scenario =
            mayOnlyKnow(packages("engine"), "calendar", "facts", "decision", "ruleset", "vocabulary", "text");

    @ArchTest
    static final ArchRule forecast_knows_no_vocabulary_and_no_scenario =
            mayOnlyKnow(packages("forecast"), "facts", "decision", "ruleset", "engine", "desk", "text");

    @ArchTest
    static final ArchRule explain_knows_no_scenario_and_no_log = mayOnlyKnow(
            packages("explain"), "calendar", "facts", "decision", "ruleset", "vocabulary", "engine", "desk", "text");

    @ArchTest
    static final ArchRule what_an_explanation_says_knows_not_how_it_was_found = noClasses()
            .that()
            .resideInAPackage(BASE + ".explain.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages("engine", "explain.reason"));

    @ArchTest
    static final ArchRule web_does_not_know_cli = noClasses()
            .that()
            .resideInAPackage(BASE + ".web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + ".cli..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule cli_knows_of_web_only_how_to_start_it = noClasses()
            .that()
            .resideInAPackage(BASE + ".cli..")
            .and()
            .haveSimpleNameNotStartingWith("Serve")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + ".web..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching(BASE + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_command_line_prints = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".cli..")
            .should()
            .accessTargetWhere(describe(
                    "the standard streams",
                    access -> access.getTargetOwner().isEquivalentTo(System.class)
                            && Set.of("out", "err", "in")
                                    .contains(access.getTarget().getName())))
            .orShould()
            .callMethodWhere(describe(
                    "print a stack trace", call -> call.getTarget().getName().equals("printStackTrace")));

    @ArchTest
    static final ArchRule only_the_edges_ask_what_day_it_is = noClasses()
            .that(outsideOf(EDGES))
            .should()
            .callMethodWhere(
                    describe("the clock of the machine", call -> inJavaTime(call.getTarget()) && readsTheClock(call)))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a decision is a pure function of the facts and the rules");

    @ArchTest
    static final ArchRule nobody_asks_where_the_machine_is = noClasses()
            .should()
            .callMethodWhere(describe("the machine's language or time zone", call -> {
                AccessTarget.MethodCallTarget target = call.getTarget();
                return target.getOwner().isEquivalentTo(Locale.class)
                                && target.getName().equals("getDefault")
                        || target.getOwner().isEquivalentTo(ZoneId.class)
                                && target.getName().equals("systemDefault")
                        || target.getOwner().isEquivalentTo(TimeZone.class)
                                && target.getName().equals("getDefault")
                        || target.getOwner().isEquivalentTo(Clock.class)
                                && target.getName().equals("systemDefaultZone");
            }))
            .because("answers are the same on any machine");

    @ArchTest
    static final ArchRule nobody_uses_the_old_dates = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo("java.util.Calendar")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo("java.text.DateFormat");

    private static ArchRule mayOnlyKnow(String[] these, String... others) {
        String[] known = packages(others);
        return noClasses()
                .that()
                .resideInAnyPackage(these)
                .should()
                .dependOnClassesThat(resideInAnyPackage(BASE + "..")
                        .and(DescribedPredicate.not(resideInAnyPackage(these)))
                        .and(DescribedPredicate.not(resideInAnyPackage(known))));
    }

    private static DescribedPredicate<JavaClass> outsideOf(String[] packages) {
        return DescribedPredicate.not(resideInAnyPackage(packages));
    }

    private static boolean inJavaTime(AccessTarget.MethodCallTarget target) {
        return target.getOwner().getPackageName().startsWith("java.time");
    }

    private static boolean readsTheClock(JavaMethodCall call) {
        String name = call.getTarget().getName();
        return name.equals("now") || name.startsWith("system") || name.startsWith("tick");
    }
}
