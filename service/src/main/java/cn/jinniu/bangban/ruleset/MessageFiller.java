package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills the places of one message from the answer it is for. */
final class MessageFiller implements Template.Filler {
    /** The contract's words for subjects that are units or persons, who are called by their own names. */
    private static final String UNIT = "unit";

    private static final String PERSON = "commissioner";

    private final Catalogue catalogue;
    private final Directory directory;
    private final Language language;
    private final Subject subject;
    private final @Nullable Obligation obligation;
    private final @Nullable Alert alert;

    MessageFiller(
            Catalogue catalogue,
            Directory directory,
            Language language,
            Subject subject,
            @Nullable Obligation obligation,
            @Nullable Alert alert) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.language = language;
        this.subject = subject;
        this.obligation = obligation;
        this.alert = alert;
    }

    @Override
    public boolean fill(Placeholder placeholder, StringBuilder out) {
        return switch (placeholder) {
            case SUBJECT -> label(out);
            case SUBJECT_TYPE -> say(catalogue.subjectType(subject.type()).name(), out);
            case ID -> say(subject.id(), out);
            case NAME -> say(subjectName(), out);
            case CLAUSE -> say(alert != null ? alert.clause() : obligation == null ? null : obligation.clause(), out);
            case ALERT, SEVERITY, ADDRESSEES, UNIT -> alert != null && fillFrom(alert, placeholder, out);
            case BEARER,
                    ASSIGNEE,
                    ABOUT,
                    PERIOD,
                    DUE,
                    FULFILLED_ON,
                    DAYS_LATE,
                    PROVISIONAL,
                    ATTENDEES,
                    OBLIGATION,
                    ACT -> obligation != null && fillFrom(obligation, placeholder, out);
        };
    }

    private boolean fillFrom(Alert from, Placeholder placeholder, StringBuilder out) {
        return switch (placeholder) {
            case ALERT -> say(catalogue.alert(from.code()).name(), out);
            case SEVERITY -> say(catalogue.severities().get(from.severity()), out);
            case ADDRESSEES -> units(from.addressees(), out);
            case UNIT -> unit(from.unit(), out);
            default -> throw new IllegalArgumentException("alerts have no " + placeholder);
        };
    }

    private boolean fillFrom(Obligation from, Placeholder placeholder, StringBuilder out) {
        return switch (placeholder) {
            case BEARER -> unit(from.bearer(), out);
            case ASSIGNEE -> say(from.assignee(), out);
            case ABOUT -> !isSaidAnyway(from) && label(out);
            case PERIOD -> say(from.period() == null ? null : Wording.period(from.period(), language), out);
            case DUE -> day(from.due(), out);
            case FULFILLED_ON -> day(from.fulfilledOn(), out);
            case DAYS_LATE -> say(from.daysLate() == 0 ? null : Wording.days(from.daysLate(), language), out);
            case PROVISIONAL -> from.provisional() && say(catalogue.provisional(), out);
            case ATTENDEES -> units(from.attendees(), out);
            case OBLIGATION -> say(catalogue.obligation(from.code()).entry().name(), out);
            case ACT -> {
                catalogue.obligation(from.code()).act().in(language).write(out, this);
                yield true;
            }
            default -> throw new IllegalArgumentException("obligations have no " + placeholder);
        };
    }

    private boolean isSaidAnyway(Obligation from) {
        return subject.type().equals(UNIT) && subject.id().equals(from.bearer())
                || subject.type().equals(PERSON) && subject.id().equals(from.assignee())
                || catalogue.subjectType(subject.type()).label().in(language).isConstant()
                || catalogue.obligation(from.code()).act().in(language).mentions(Placeholder.SUBJECT);
    }

    private boolean label(StringBuilder out) {
        catalogue.subjectType(subject.type()).label().in(language).write(out, this);
        return true;
    }

    private @Nullable String subjectName() {
        if (subject.type().equals(UNIT)) {
            return nameOf(subject.id());
        }
        return subject.name();
    }

    private String nameOf(String unit) {
        Unit found = directory.unit(unit);
        if (found == null) {
            return unit;
        }
        return switch (language) {
            case ZH -> found.nameZh();
            case EN -> found.nameEn();
        };
    }

    private boolean unit(@Nullable String unit, StringBuilder out) {
        return unit != null && say(nameOf(unit), out);
    }

    private boolean units(@Nullable List<String> units, StringBuilder out) {
        if (units == null || units.isEmpty()) {
            return false;
        }
        String between = "";
        for (String unit : units) {
            out.append(between).append(nameOf(unit));
            between = Wording.comma(language);
        }
        return true;
    }

    private static boolean day(@Nullable LocalDate day, StringBuilder out) {
        if (day != null) {
            Wording.day(day, out);
        }
        return day != null;
    }

    private boolean say(@Nullable Text text, StringBuilder out) {
        return text != null && say(text.in(language), out);
    }

    private static boolean say(@Nullable String said, StringBuilder out) {
        if (said == null) {
            return false;
        }
        out.append(said);
        return !said.isBlank();
    }
}
