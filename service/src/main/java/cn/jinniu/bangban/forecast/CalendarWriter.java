package cn.jinniu.bangban.forecast;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.RawComponent;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Categories;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes due days as iCalendar (RFC 5545): an all-day event for each obligation. An event's UID depends on the
 * obligation's id alone, so a calendar that is fetched again moves events instead of doubling them. No clock is in the
 * bytes: events are stamped with the day the facts are for.
 */
public final class CalendarWriter {
    private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;

    private final RulesetData data;

    /** @param data says what obligations and units are called */
    public CalendarWriter(RulesetData data) {
        this.data = data;
    }

    /**
     * @param bearer the unit whose calendar it is, null for all units'
     * @return the calendar in UTF-8, with CRLF at line ends, also behind the last line
     */
    public byte[] bytes(DueDays days, @Nullable String bearer, Language language) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Jinniu District//Bangban//" + language.name());
        String name = name(bearer, language);
        calendar.setName(name);
        calendar.addExperimentalProperty("X-WR-CALNAME", name);
        calendar.addExperimentalProperty("REFRESH-INTERVAL", ICalDataType.DURATION, "P1D");
        for (Obligation obligation : days.obligations()) {
            calendar.addEvent(event(obligation, days.asOf(), language));
        }
        if (days.obligations().isEmpty()) {
            addTimezone(calendar);
        }
        return write(calendar);
    }

    /** A calendar must have a component; this one says nothing. */
    private static void addTimezone(ICalendar calendar) {
        RawComponent zone = calendar.addExperimentalComponent("VTIMEZONE");
        zone.addExperimentalProperty("TZID", "Asia/Shanghai");
        RawComponent standard = zone.addExperimentalComponent("STANDARD");
        standard.addExperimentalProperty("DTSTART", "19700101T000000");
        standard.addExperimentalProperty("TZOFFSETFROM", "+0800");
        standard.addExperimentalProperty("TZOFFSETTO", "+0800");
    }

    private VEvent event(Obligation obligation, LocalDate asOf, Language language) {
        VEvent event = new VEvent();
        event.setUid(uid(obligation));
        event.setDateTimeStamp(midnight(asOf));
        // Not the library's own property: by way of the machine's time zone it would lose days that a zone skipped.
        event.addExperimentalProperty(
                "DTSTART", ICalDataType.DATE, BASIC.format(Objects.requireNonNull(obligation.due())));
        event.setSummary(summary(obligation, language));
        event.setDescription(data.messages().of(obligation, language));
        event.addCategories(new Categories(
                Objects.requireNonNull(data.catalogue().statuses().get(obligation.status()))
                        .in(language)));
        event.setStatus(obligation.provisional() ? Status.tentative() : Status.confirmed());
        event.setTransparency(true); // takes nobody's time
        return event;
    }

    private static ICalDate midnight(LocalDate day) {
        return new ICalDate(
                new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), 0, 0, 0, true), true);
    }

    /** Stays the same whenever and in whichever request the obligation is met again. */
    private static String uid(Obligation obligation) {
        return UUID.nameUUIDFromBytes(obligation.id().getBytes(StandardCharsets.UTF_8)) + "@bangban";
    }

    private String summary(Obligation obligation, Language language) {
        Text name = data.catalogue().obligations().get(obligation.code());
        String period = obligation.period() == null ? "" : " " + obligation.period();
        String about = obligation.subject().name();
        Unit unit = data.directory().unit(obligation.subject().id());
        if (about == null) {
            about = unit == null ? obligation.subject().id() : name(unit, language);
        }
        return (name == null ? obligation.code() : name.in(language)) + period + " · " + about;
    }

    private String name(@Nullable String bearer, Language language) {
        Unit unit = bearer == null ? null : data.directory().unit(bearer);
        return switch (language) {
            case ZH -> "帮办期限" + (unit == null ? "" : "：" + name(unit, language));
            case EN -> "Bangban due days" + (unit == null ? "" : ": " + name(unit, language));
        };
    }

    private static String name(Unit unit, Language language) {
        return switch (language) {
            case ZH -> unit.nameZh();
            case EN -> unit.nameEn();
        };
    }

    private static byte[] write(ICalendar calendar) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ICalWriter writer = new ICalWriter(
                new OutputStreamWriter(new FoldingStream(bytes), StandardCharsets.UTF_8), ICalVersion.V2_0)) {
            // The library's own folding counts characters.
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory throws no IOException
        }
        return bytes.toByteArray();
    }
}
