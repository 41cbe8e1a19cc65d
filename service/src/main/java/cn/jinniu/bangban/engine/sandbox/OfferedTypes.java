package cn.jinniu.bangban.engine.sandbox;

import cn.jinniu.bangban.calendar.Due;
import cn.jinniu.bangban.calendar.Roll;
import cn.jinniu.bangban.calendar.Span;
import cn.jinniu.bangban.calendar.WorkingCalendar;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Severity;
import cn.jinniu.bangban.decision.Status;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.ApprovalKind;
import cn.jinniu.bangban.facts.Bulletin;
import cn.jinniu.bangban.facts.CommissionerMonth;
import cn.jinniu.bangban.facts.Difficulty;
import cn.jinniu.bangban.facts.DifficultyKind;
import cn.jinniu.bangban.facts.District;
import cn.jinniu.bangban.facts.FollowUpVisit;
import cn.jinniu.bangban.facts.KeyProjectList;
import cn.jinniu.bangban.facts.LandMode;
import cn.jinniu.bangban.facts.Level;
import cn.jinniu.bangban.facts.Listing;
import cn.jinniu.bangban.facts.Matter;
import cn.jinniu.bangban.facts.OwnerContact;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Report;
import cn.jinniu.bangban.facts.ReportKind;
import cn.jinniu.bangban.facts.Role;
import cn.jinniu.bangban.facts.ServiceRequest;
import cn.jinniu.bangban.facts.Suspension;
import cn.jinniu.bangban.facts.TrainerRequest;
import cn.jinniu.bangban.facts.Training;
import cn.jinniu.bangban.facts.TrainingPlan;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.facts.UnitKind;
import cn.jinniu.bangban.ruleset.Directory;
import cn.jinniu.bangban.ruleset.OwnerPrecedence;
import cn.jinniu.bangban.ruleset.ParameterValues;
import cn.jinniu.bangban.ruleset.Sectors;
import cn.jinniu.bangban.vocabulary.ActiveProject;
import cn.jinniu.bangban.vocabulary.AlertDraft;
import cn.jinniu.bangban.vocabulary.Answers;
import cn.jinniu.bangban.vocabulary.Appointments;
import cn.jinniu.bangban.vocabulary.ApprovalInHand;
import cn.jinniu.bangban.vocabulary.AsOf;
import cn.jinniu.bangban.vocabulary.CarryingAppointment;
import cn.jinniu.bangban.vocabulary.CaseOwner;
import cn.jinniu.bangban.vocabulary.CommissionerResponsibility;
import cn.jinniu.bangban.vocabulary.Commitment;
import cn.jinniu.bangban.vocabulary.CountedListing;
import cn.jinniu.bangban.vocabulary.Days;
import cn.jinniu.bangban.vocabulary.DeterminationDraft;
import cn.jinniu.bangban.vocabulary.DifficultyInHand;
import cn.jinniu.bangban.vocabulary.Duty;
import cn.jinniu.bangban.vocabulary.DutyDraft;
import cn.jinniu.bangban.vocabulary.Fulfilled;
import cn.jinniu.bangban.vocabulary.Involvement;
import cn.jinniu.bangban.vocabulary.KeyProject;
import cn.jinniu.bangban.vocabulary.ListingInForce;
import cn.jinniu.bangban.vocabulary.MeetingCase;
import cn.jinniu.bangban.vocabulary.MeetingGround;
import cn.jinniu.bangban.vocabulary.Overdue;
import cn.jinniu.bangban.vocabulary.OwnerCandidates;
import cn.jinniu.bangban.vocabulary.Pending;
import cn.jinniu.bangban.vocabulary.PostToFill;
import cn.jinniu.bangban.vocabulary.ProjectCommissioner;
import cn.jinniu.bangban.vocabulary.ProjectEnterprise;
import cn.jinniu.bangban.vocabulary.RecentDeparture;
import cn.jinniu.bangban.vocabulary.Records;
import cn.jinniu.bangban.vocabulary.ReportingDeadline;
import cn.jinniu.bangban.vocabulary.ReportingMonth;
import cn.jinniu.bangban.vocabulary.ReportingQuarter;
import cn.jinniu.bangban.vocabulary.ReportingYear;
import cn.jinniu.bangban.vocabulary.RequestInHand;
import cn.jinniu.bangban.vocabulary.Unfulfilled;
import cn.jinniu.bangban.vocabulary.Units;
import cn.jinniu.bangban.vocabulary.Urging;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.ChronoLocalDateTime;
import java.time.chrono.ChronoPeriod;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalAmount;
import java.time.temporal.TemporalField;
import java.time.temporal.TemporalUnit;
import java.time.temporal.ValueRange;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The types that rules may name, and which of them they may create. Nested public types come with their outer one. */
final class OfferedTypes {
    private OfferedTypes() {}

    /** Facts that rules conclude; a rule creates them. */
    private static final List<Class<?>> CONCLUSIONS = List.of(
            ActiveProject.class,
            ApprovalInHand.class,
            CarryingAppointment.class,
            CaseOwner.class,
            CommissionerResponsibility.class,
            Commitment.class,
            CountedListing.class,
            DifficultyInHand.class,
            Fulfilled.class,
            Involvement.class,
            KeyProject.class,
            ListingInForce.class,
            MeetingCase.class,
            MeetingGround.class,
            Overdue.class,
            Pending.class,
            ProjectCommissioner.class,
            ProjectEnterprise.class,
            RecentDeparture.class,
            ReportingDeadline.class,
            RequestInHand.class,
            Unfulfilled.class,
            Urging.class);

    /** What rules read, and what they reckon and answer with; a rule creates none of these. */
    private static final List<Class<?>> READ = List.of(
            Appointment.class,
            Approval.class,
            ApprovalKind.class,
            Bulletin.class,
            CommissionerMonth.class,
            Difficulty.class,
            DifficultyKind.class,
            District.class,
            FollowUpVisit.class,
            KeyProjectList.class,
            LandMode.class,
            Level.class,
            Listing.class,
            Matter.class,
            OwnerContact.class,
            Project.class,
            Report.class,
            ReportKind.class,
            Role.class,
            ServiceRequest.class,
            Suspension.class,
            TrainerRequest.class,
            Training.class,
            TrainingPlan.class,
            Unit.class,
            UnitKind.class,
            AsOf.class,
            ReportingMonth.class,
            ReportingQuarter.class,
            ReportingYear.class,
            Duty.class,
            PostToFill.class,
            Obligation.class,
            Severity.class,
            Status.class,
            Subject.class,
            Roll.class,
            WorkingCalendar.class,
            Directory.class,
            OwnerPrecedence.class,
            ParameterValues.class,
            Sectors.class,
            AlertDraft.class,
            Answers.class,
            Appointments.class,
            Days.class,
            DeterminationDraft.class,
            DutyDraft.class,
            Records.class,
            Units.class);

    private static final List<Class<?>> TIME = List.of(
            DateTimeException.class,
            DayOfWeek.class,
            Duration.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            Month.class,
            MonthDay.class,
            Period.class,
            Year.class,
            YearMonth.class,
            ChronoLocalDate.class,
            ChronoLocalDateTime.class,
            ChronoPeriod.class,
            DateTimeFormatter.class,
            ChronoField.class,
            ChronoUnit.class,
            IsoFields.class,
            Temporal.class,
            TemporalAccessor.class,
            TemporalAdjuster.class,
            TemporalAdjusters.class,
            TemporalAmount.class,
            TemporalField.class,
            TemporalUnit.class,
            ValueRange.class);

    private static final List<Class<?>> LANGUAGE = List.of(
            Boolean.class,
            Byte.class,
            CharSequence.class,
            Character.class,
            Comparable.class,
            Double.class,
            Enum.class,
            Float.class,
            Integer.class,
            Iterable.class,
            Long.class,
            Math.class,
            Number.class,
            Object.class,
            Record.class,
            Short.class,
            String.class,
            RoundingMode.class);

    private static final List<Class<?>> COLLECTIONS = List.of(
            AbstractCollection.class,
            AbstractList.class,
            AbstractMap.class,
            AbstractSet.class,
            Arrays.class,
            Collection.class,
            Collections.class,
            Comparator.class,
            Deque.class,
            IntSummaryStatistics.class,
            Iterator.class,
            List.class,
            ListIterator.class,
            LongSummaryStatistics.class,
            Map.class,
            NavigableMap.class,
            NavigableSet.class,
            NoSuchElementException.class,
            Objects.class,
            Optional.class,
            OptionalDouble.class,
            OptionalInt.class,
            OptionalLong.class,
            PrimitiveIterator.class,
            Queue.class,
            Set.class,
            SortedMap.class,
            SortedSet.class,
            Collector.class,
            Collectors.class,
            DoubleStream.class,
            IntStream.class,
            LongStream.class,
            Stream.class);

    private static final List<Class<?>> FUNCTIONS = List.of(
            BiConsumer.class,
            BiFunction.class,
            BiPredicate.class,
            BinaryOperator.class,
            BooleanSupplier.class,
            Consumer.class,
            DoubleBinaryOperator.class,
            DoubleFunction.class,
            DoubleUnaryOperator.class,
            Function.class,
            IntBinaryOperator.class,
            IntConsumer.class,
            IntFunction.class,
            IntPredicate.class,
            IntSupplier.class,
            IntToLongFunction.class,
            IntUnaryOperator.class,
            LongBinaryOperator.class,
            LongFunction.class,
            LongPredicate.class,
            LongSupplier.class,
            LongUnaryOperator.class,
            Predicate.class,
            Supplier.class,
            ToDoubleFunction.class,
            ToIntBiFunction.class,
            ToIntFunction.class,
            ToLongFunction.class,
            UnaryOperator.class);

    private static final List<Class<?>> MADE_FREELY = List.of(
            ArrayDeque.class,
            ArrayList.class,
            BigDecimal.class,
            BigInteger.class,
            Due.class,
            HashMap.class,
            HashSet.class,
            IllegalArgumentException.class,
            IllegalStateException.class,
            LinkedHashMap.class,
            LinkedHashSet.class,
            LinkedList.class,
            MathContext.class,
            OwnerCandidates.class,
            Span.class,
            StringBuilder.class,
            TreeMap.class,
            TreeSet.class);

    /** What rules create with {@code new}. */
    static final Set<Class<?>> CREATED = union(CONCLUSIONS, MADE_FREELY);

    /** What rules may name. */
    static final Set<Class<?>> NAMED = union(CONCLUSIONS, MADE_FREELY, READ, TIME, LANGUAGE, COLLECTIONS, FUNCTIONS);

    /** Members that are not offered, though all they take and give is. */
    static final Map<Class<?>, Set<String>> EXCEPT = Map.ofEntries(
            // Woven into every rule; and what others answered is nobody's to read.
            Map.entry(Answers.class, Set.of("begin", "end", "abandon", "determinations", "obligations", "alerts")),
            // They read settings of the machine.
            Map.entry(Boolean.class, Set.of("getBoolean")),
            Map.entry(Integer.class, Set.of("getInteger")),
            Map.entry(Long.class, Set.of("getLong")),
            // Endless, and never needed: days and numbers are counted.
            Map.entry(DoubleStream.class, Set.of("iterate", "generate")),
            // Compare each place with each.
            Map.entry(Collections.class, Set.of("indexOfSubList", "lastIndexOfSubList")),
            // Bytes in the machine's own encoding.
            Map.entry(String.class, Set.of("getBytes")));

    /** What each decision gives its rules, by name. */
    static final Map<String, Class<?>> GLOBALS = Map.of(
            "asOf", LocalDate.class,
            "calendar", WorkingCalendar.class,
            "parameters", ParameterValues.class,
            "sectors", Sectors.class,
            "units", Directory.class,
            "owners", OwnerPrecedence.class,
            "records", Records.class,
            "answers", Answers.class);

    /** The one accumulate function of the service's own, and what rules call it. */
    static final Map.Entry<String, String> ACCUMULATE = Map.entry("cn.jinniu.bangban.engine.EarliestDay", "earliest");

    @SafeVarargs
    private static Set<Class<?>> union(List<Class<?>>... lists) {
        Set<Class<?>> all = new HashSet<>();
        for (List<Class<?>> list : lists) {
            all.addAll(list);
        }
        return Set.copyOf(all);
    }
}
