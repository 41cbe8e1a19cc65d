package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Sentence;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.ruleset.Catalogue.ObligationEntry;
import cn.jinniu.bangban.ruleset.Catalogue.SubjectType;
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
    private final SubjectType subjectType;
    private final @Nullable Obligation obligation;
    private final @Nullable ObligationEntry owed;
    private final @Nullable Alert alert;

    /** @param owed the obligation's entry in the catalogue; null where there is no obligation */
    MessageFiller(
            Catalogue catalogue,
            Directory directory,
            Language language,
            Subject subject,
            @Nullable Obligation obligation,
            @Nullable ObligationEntry owed,
            @Nullable Alert alert) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.language = language;
        this.subject = subject;
        this.subjectType = catalogue.subjectType(subject.type());
        this.obligation = obligation;
        this.owed = owed;
        this.alert = alert;
    }

    @Override
    public boolean fill(Placeholder placeholder, Sentence out) {
        return switch (placeholder) {
            case SUBJECT -> label(out);
            case SUBJECT_TYPE -> say(subjectType.name(), out);
            case ID -> name(subject.id(), out);
            case NAME -> name(subjectName(), out);
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
                    ACT -> obligation != null && owed != null && fillFrom(obligation, owed, placeholder, out);
        };
    }

    private boolean fillFrom(Alert from, Placeholder placeholder, Sentence out) {
        return switch (placeholder) {
            case ALERT -> say(catalogue.alert(from.code()).name(), out);
            case SEVERITY -> say(catalogue.severities().get(from.severity()), out);
            case ADDRESSEES -> units(from.addressees(), out);
            case UNIT -> unit(from.unit(), out);
            default -> throw new IllegalArgumentException("alerts have no " + placeholder);
        };
    }

    private boolean fillFrom(Obligation from, ObligationEntry entry, Placeholder placeholder, Sentence out) {
        return switch (placeholder) {
            case BEARER -> unit(from.bearer(), out);
            case ASSIGNEE -> name(from.assignee(), out);
            case ABOUT -> !isSaidAnyway(from, entry) && label(out);
            case PERIOD -> period(from.period(), out);
            case DUE -> day(from.due(), out);
            case FULFILLED_ON -> day(from.fulfilledOn(), out);
            case DAYS_LATE -> name(from.daysLate() == 0 ? null : Wording.days(from.daysLate(), language), out);
            case PROVISIONAL -> from.provisional() && say(catalogue.provisional(), out);
            case ATTENDEES -> units(from.attendees(), out);
            case OBLIGATION -> say(entry.entry().name(), out);
            case ACT -> {
                entry.act().in(language).write(out, this);
                yield true;
            }
            default -> throw new IllegalArgumentException("obligations have no " + placeholder);
        };
    }

    private boolean isSaidAnyway(Obligation from, ObligationEntry entry) {
        return subject.type().equals(UNIT) && subject.id().equals(from.bearer())
                || subject.type().equals(PERSON) && subject.id().equals(from.assignee())
                || subjectType.label().in(language).isConstant()
                || entry.act().in(language).mentions(Placeholder.SUBJECT);
    }

    private boolean label(Sentence out) {
        subjectType.label().in(language).write(out, this);
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

    private boolean unit(@Nullable String unit, Sentence out) {
        return unit != null && say(nameOf(unit), out);
    }

    private boolean units(@Nullable List<String> units, Sentence out) {
        if (units == null || units.isEmpty()) {
            return false;
        }
        String between = "";
        for (String unit : units) {
            out.words(between);
            out.words(nameOf(unit));
            between = Wording.comma(language);
        }
        return true;
    }

    private static boolean day(@Nullable LocalDate day, Sentence out) {
        if (day != null) {
            out.day(day);
        }
        return day != null;
    }

    private boolean say(@Nullable Text text, Sentence out) {
        return text != null && say(text.in(language), out);
    }

    private static boolean say(@Nullable String said, Sentence out) {
        if (said == null) {
            return false;
        }
        out.words(said);
        return !said.isBlank();
    }

    private static boolean name(@Nullable String name, Sentence out) {
        if (name == null) {
            return false;
        }
        out.once(name);
        return !name.isBlank();
    }

    private boolean period(@Nullable String period, Sentence out) {
        if (period == null) {
            return false;
        }
        Wording.period(period, language, out);
        return !period.isBlank();
    }
}
