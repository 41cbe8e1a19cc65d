package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.calendar.WorkingCalendar;
import cn.jinniu.bangban.decision.Messages;
import java.util.List;

/** Everything the plain files beside the rules say. Immutable. */
public record RulesetData(
        Clauses clauses,
        Catalogue catalogue,
        Parameters parameters,
        Directory directory,
        Sectors sectors,
        OwnerPrecedence ownerPrecedence,
        WorkingCalendar calendar) {
    /**
     * Reads all plain files of a rules folder and adds everything that is wrong with them to {@code problems}. What could
     * be read is returned even so, so that the rules can be checked too; with any problem added it must not decide.
     */
    public static RulesetData read(RulesetSource source, List<RulesetProblem> problems) {
        problems.addAll(source.problems());
        Clauses clauses = ClausesFile.read(source, problems);
        Catalogue catalogue = CatalogueFile.read(source, problems);
        Parameters parameters = ParametersFile.read(source, clauses.numbers(), problems);
        Directory directory = Directory.read(source, problems);
        Sectors sectors = Sectors.read(source, directory, problems);
        OwnerPrecedence ownerPrecedence = OwnerPrecedence.read(source, catalogue, problems);
        WorkingCalendar calendar = CalendarFile.read(source, problems);
        return new RulesetData(clauses, catalogue, parameters, directory, sectors, ownerPrecedence, calendar);
    }

    /** Sentences for the answers, in the catalogue's words. */
    public Messages messages() {
        return new CatalogueMessages(catalogue, directory);
    }
}
