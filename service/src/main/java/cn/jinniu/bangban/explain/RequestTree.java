package cn.jinniu.bangban.explain;

import cn.jinniu.bangban.explain.model.Change;
import cn.jinniu.bangban.explain.model.Failing;
import cn.jinniu.bangban.facts.CaseFileReader;
import cn.jinniu.bangban.facts.FieldShape;
import cn.jinniu.bangban.facts.Shape;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.facts.UnitKind;
import cn.jinniu.bangban.ruleset.RulesetData;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request as a tree that can be changed in places, each value within what the contract lets its field take. */
final class RequestTree {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    /** {@code field == Type.WORD} or {@code field contains Type.WORD} in a condition. */
    private static final Pattern WORD = Pattern.compile("(\\w+)\\s*(?:==|contains)\\s*(?:\\w+\\.)?([A-Z][A-Z_]+)\\b");

    /** {@code field != null} in a condition. */
    private static final Pattern PRESENT = Pattern.compile("\\b(\\w+)\\s*!=\\s*null");

    private final JsonNode root;
    private final LocalDate asOf;
    private final RulesetData data;
    private final Map<String, String> subject;

    /** @param subject ids that new facts are about, by what fields call them */
    RequestTree(byte[] json, LocalDate asOf, RulesetData data, Map<String, String> subject) {
        this(MAPPER.readTree(json), asOf, data, subject);
    }

    private RequestTree(JsonNode root, LocalDate asOf, RulesetData data, Map<String, String> subject) {
        this.root = root;
        this.asOf = asOf;
        this.data = data;
        this.subject = subject;
    }

    byte[] bytes() {
        return MAPPER.writeValueAsBytes(root);
    }

    /** The request with some changes; null where they cannot be made. */
    @Nullable
    RequestTree with(List<Change> changes) {
        JsonNode copy = root.deepCopy();
        for (Change change : changes) {
            int slash = change.pointer().lastIndexOf('/');
            JsonNode parent = copy.at(JsonPointer.compile(change.pointer().substring(0, Math.max(0, slash))));
            String last = change.pointer().substring(slash + 1);
            if (parent.isMissingNode() && last.equals("-")) {
                parent = list(copy, change.pointer().substring(0, slash));
            }
            if (parent instanceof ObjectNode object) {
                if (change.to() == null) {
                    object.remove(last);
                } else {
                    object.set(last, MAPPER.valueToTree(change.to()));
                }
            } else if (parent instanceof ArrayNode array) {
                if (last.equals("-")) {
                    array.add(MAPPER.<JsonNode>valueToTree(change.to()));
                } else {
                    array.remove(Integer.parseInt(last));
                }
            } else {
                return null;
            }
        }
        return new RequestTree(copy, asOf, data, subject);
    }

    private static JsonNode list(JsonNode root, String pointer) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = root.at(JsonPointer.compile(pointer.substring(0, slash)));
        if (parent instanceof ObjectNode object) {
            ArrayNode made = MAPPER.createArrayNode();
            object.set(pointer.substring(slash + 1), made);
            return made;
        }
        return parent;
    }

    /** The changes with what stood there at first; the last one counts of several at a place. */
    List<Change> merged(List<Change> changes) {
        Map<String, Change> merged = new LinkedHashMap<>();
        int added = 0;
        for (Change change : changes) {
            boolean adds = change.pointer().endsWith("/-");
            String key = adds ? change.pointer() + added++ : change.pointer();
            Object from = adds ? null : plain(root.at(JsonPointer.compile(change.pointer())));
            merged.put(key, new Change(change.pointer(), from, change.to()));
        }
        List<Change> ordered = new ArrayList<>(merged.values());
        ordered.sort((one, other) -> {
            boolean goes = one.to() == null && isElement(one.pointer());
            boolean otherGoes = other.to() == null && isElement(other.pointer());
            if (goes && otherGoes) {
                return Integer.compare(index(other), index(one)); // the last first: none then moves another
            }
            return Boolean.compare(goes, otherGoes);
        });
        return List.copyOf(ordered);
    }

    private static int index(Change change) {
        return Integer.parseInt(change.pointer().substring(change.pointer().lastIndexOf('/') + 1));
    }

    private static @Nullable Object plain(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : MAPPER.treeToValue(node, Object.class);
    }

    /** Whether a pointer leads to an element of a list. */
    static boolean isElement(String pointer) {
        return pointer.matches(".*/\\d+");
    }

    /**
     * Where something stood before elements of lists were taken out.
     *
     * @param gone pointers to those elements, by where they stood at first
     */
    static String asSent(String pointer, List<String> gone) {
        StringBuilder sent = new StringBuilder();
        for (String part : pointer.substring(1).split("/")) {
            String list = sent.toString();
            int index = part.matches("\\d+") ? Integer.parseInt(part) : -1;
            List<Integer> before = index < 0
                    ? List.of()
                    : gone.stream()
                            .filter(each -> each.lastIndexOf('/') == list.length() && each.startsWith(list))
                            .map(each -> Integer.parseInt(each.substring(list.length() + 1)))
                            .sorted()
                            .toList();
            for (int each : before) {
                index += each <= index ? 1 : 0;
            }
            sent.append('/').append(index < 0 ? part : String.valueOf(index));
        }
        return sent.toString();
    }

    /** The elements of inner lists that fields stand in, last first, so that taking out one does not move the next. */
    List<String> whole(Set<String> pointers) {
        Set<String> elements = new LinkedHashSet<>();
        for (String pointer : pointers) {
            Matcher matcher =
                    Pattern.compile("(/projects/\\d+/listings/\\d+)/.*").matcher(pointer);
            if (matcher.matches()) {
                elements.add(matcher.group(1));
            }
        }
        List<String> backwards = new ArrayList<>(elements);
        backwards.sort((one, other) -> other.compareTo(one));
        return backwards;
    }

    /** Taking out an element of a list, or leaving out a field. */
    List<Change> removal(String pointer) {
        JsonNode there = root.at(JsonPointer.compile(pointer));
        return there.isMissingNode() ? List.of() : List.of(new Change(pointer, plain(there), null));
    }

    /** Other values of a field: those wanted, where it takes them, and else what may be wanted. */
    List<List<Change>> alternatives(String pointer, List<Object> wanted, @Nullable String bearer) {
        Shape shape = pointer.lastIndexOf('/') == 0 ? null : shape(pointer);
        if (shape == null) {
            return List.of(); // the day decided for is not changed, nor which months are asked about
        }
        JsonNode there = root.at(JsonPointer.compile(pointer));
        Object from = plain(there);
        Set<Object> values = new LinkedHashSet<>();
        boolean removable = from != null && !required(pointer);
        if (wanted.isEmpty() && removable) {
            values.add(REMOVED);
        }
        for (Object each : wanted) {
            fit(shape, each, from, values);
        }
        guess(shape, from, bearer, values);
        if (removable) {
            values.add(REMOVED);
        }
        values.remove(from == null ? REMOVED : from);
        List<List<Change>> changes = new ArrayList<>();
        for (Object value : values) {
            changes.add(companions(pointer, new Change(pointer, from, value == REMOVED ? null : value)));
        }
        return changes;
    }

    /** How many days a value speaks of: a number, or how far a day is from the day decided for. */
    List<Long> days(@Nullable Object value) {
        if (value instanceof Number number) {
            return List.of(number.longValue());
        }
        return value instanceof String text && text.matches("\\d{4}-\\d\\d-\\d\\d")
                ? List.of(ChronoUnit.DAYS.between(LocalDate.parse(text), asOf))
                : List.of();
    }

    /** Days moved by as much as is lacking, and a little more, for working days. */
    List<List<Change>> shifted(String pointer, Set<Long> days) {
        FieldShape field = pointer.lastIndexOf('/') == 0 ? null : field(pointer);
        Object from = plain(root.at(JsonPointer.compile(pointer)));
        List<List<Change>> shifted = new ArrayList<>();
        if (field != null && field.shape() instanceof Shape.DateShape && from != null) {
            for (long each : days) {
                for (long more : new long[] {0, 2, -1, 4, 7, -3, -7}) {
                    if (each + more != 0 && Math.abs(each) < 2_000) {
                        String to = LocalDate.parse(from.toString())
                                .plusDays(each + more)
                                .toString();
                        shifted.add(List.of(new Change(pointer, from, to)));
                    }
                }
            }
        }
        return shifted;
    }

    /** Whether a field is there, and need not be. */
    boolean mayGo(String pointer) {
        JsonNode there = root.at(JsonPointer.compile(pointer));
        return pointer.lastIndexOf('/') > 0 && !there.isMissingNode() && !there.isNull() && !required(pointer);
    }

    /** One more element like another. */
    List<List<Change>> another(String pointer) {
        JsonNode like = root.at(JsonPointer.compile(pointer));
        if (!isElement(pointer) || !like.has("id")) {
            return List.of();
        }
        ObjectNode one = (ObjectNode) like.deepCopy();
        String list = pointer.substring(0, pointer.lastIndexOf('/'));
        one.put("id", "NEW-" + (root.at(JsonPointer.compile(list)).size() + 1));
        return List.of(List.of(new Change(list + "/-", null, plain(one))));
    }

    /** Another day to decide for, or another first month, by which a period is listed. */
    List<List<Change>> otherDays(@Nullable String period) {
        List<List<Change>> others = new ArrayList<>();
        if (period == null || !period.matches("\\d{4}(-\\d\\d|-Q\\d)?")) {
            return others;
        }
        int year = Integer.parseInt(period.substring(0, 4));
        int month = period.length() == 4
                ? 1
                : period.charAt(5) == 'Q'
                        ? Integer.parseInt(period.substring(6)) * 3 - 2
                        : Integer.parseInt(period.substring(5));
        YearMonth first = YearMonth.of(year, Math.max(1, Math.min(12, month)));
        Object from = plain(root.path("reportingFrom"));
        if (!first.isAfter(YearMonth.from(asOf))) {
            others.add(List.of(new Change("/reportingFrom", from, first.toString())));
        } else {
            others.add(List.of(
                    new Change("/asOf", plain(root.path("asOf")), first.atDay(1).toString())));
        }
        return others;
    }

    /**
     * Other values of a field, each by itself: first to leave it out; days near and far; all the words and units it takes.
     * Nothing for what says which thing is meant: an id, or what another is called by.
     */
    List<List<Change>> others(String pointer) {
        if (isElement(pointer) || pointer.equals("/district")) {
            return List.of(removal(pointer));
        }
        FieldShape field = pointer.lastIndexOf('/') == 0 ? null : field(pointer);
        boolean meant = field == null
                || field.shape() instanceof Shape.IdShape && field.name().equals("id")
                || field.shape() instanceof Shape.ReferenceShape;
        if (meant) {
            return List.of();
        }
        Object from = plain(root.at(JsonPointer.compile(pointer)));
        List<List<Change>> others = new ArrayList<>(alternatives(pointer, List.of(), null));
        for (Object value : near(field.shape(), from)) {
            if (!value.equals(from)) {
                others.add(companions(pointer, new Change(pointer, from, value)));
            }
        }
        others.removeIf(changes -> changes.size() != 1);
        return others;
    }

    private List<Object> near(Shape shape, @Nullable Object from) {
        List<Object> near = new ArrayList<>();
        if (shape instanceof Shape.DateShape && from == null) {
            near.add(asOf.minusYears(4).toString());
        } else if (shape instanceof Shape.DateShape && from != null) {
            LocalDate day = LocalDate.parse(from.toString());
            for (int days : new int[] {1, -1, 7, -7, 30, -30, 400, -400}) {
                near.add(day.plusDays(days).toString());
            }
        } else if (shape instanceof Shape.MonthShape && from != null) {
            near.add(YearMonth.parse(from.toString()).plusMonths(1).toString());
            near.add(YearMonth.parse(from.toString()).minusMonths(1).toString());
        } else if (shape instanceof Shape.IntegerShape numbers && from instanceof Integer number) {
            near.add(Math.min(numbers.max(), number + 1));
            near.add(Math.max(numbers.min(), number - 1));
            near.add(Math.min(numbers.max(), number + 10));
        } else if (shape instanceof Shape.WordShape words) {
            near.addAll(words.words());
        } else if (shape instanceof Shape.SectorShape) {
            near.addAll(data.sectors().words());
        } else if (shape instanceof Shape.TextShape || shape instanceof Shape.IdShape) {
            near.add("NEW");
        }
        return near;
    }

    /** What stands for leaving a field out. */
    private static final Object REMOVED = new Object();

    /** A kind of approval comes with its number of days, or without. */
    private List<Change> companions(String pointer, Change change) {
        if (pointer.matches("/reports/\\d+/kind") && change.to() != null) {
            return reportOf(pointer.substring(0, pointer.lastIndexOf('/')), change);
        } else if (!pointer.matches("/approvals/\\d+/kind") || change.to() == null) {
            return List.of(change);
        }
        String approval = pointer.substring(0, pointer.lastIndexOf('/'));
        String days = approval + "/commitmentDays";
        Object given = plain(root.at(JsonPointer.compile(days)));
        if (given == null) {
            return List.of(change, new Change(days, null, 5));
        }
        List<Change> all = new ArrayList<>(List.of(change, new Change(days, given, null)));
        all.addAll(removal(approval + "/suspensions"));
        return all;
    }

    /** A kind of report comes with whose report it is. */
    private List<Change> reportOf(String report, Change kind) {
        List<Change> all = new ArrayList<>(List.of(kind));
        boolean service = "SERVICE".equals(kind.to());
        for (String whose : service ? List.of("commissioner") : List.of("unit", "project")) {
            Object id = whose.equals("commissioner") ? "NEW-commissioner" : subject.get(whose);
            if (id == null && whose.equals("unit")) {
                id = data.directory().units().keySet().iterator().next();
            }
            if (id != null && plain(root.at(JsonPointer.compile(report + '/' + whose))) == null) {
                all.add(new Change(report + '/' + whose, null, id));
            }
        }
        return all;
    }

    private void fit(Shape shape, Object wanted, @Nullable Object from, Set<Object> values) {
        String text = wanted.toString();
        if (shape instanceof Shape.DateShape && text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            values.add(text);
        } else if (shape instanceof Shape.MonthShape && text.matches("\\d{4}-\\d\\d")) {
            values.add(text);
        } else if (shape instanceof Shape.WordShape words && words.words().contains(text)) {
            values.add(text);
        } else if (shape instanceof Shape.BooleanShape && wanted instanceof Boolean) {
            values.add(wanted);
        } else if (shape instanceof Shape.IntegerShape && wanted instanceof Number) {
            values.add(wanted);
        } else if (shape instanceof Shape.UnitShape units) {
            for (Unit unit : data.directory().units().values()) {
                boolean named = unit.id().equals(text) || unit.kind().name().equals(text);
                if (named && units.kinds().contains(unit.kind())) {
                    values.add(unit.id());
                    return;
                }
            }
        } else if (shape instanceof Shape.IdShape) {
            values.add(text);
        } else if (shape instanceof Shape.ListShape list) {
            Set<Object> each = new LinkedHashSet<>();
            fit(list.element(), wanted, null, each);
            List<Object> longer = new ArrayList<>(from instanceof List<?> before ? before : List.of());
            longer.addAll(each);
            if (!each.isEmpty()) {
                values.add(longer);
            }
        }
    }

    private void guess(Shape shape, @Nullable Object from, @Nullable String bearer, Set<Object> values) {
        if (shape instanceof Shape.DateShape) {
            values.add(asOf.toString());
            values.add(asOf.minusDays(60).toString());
            values.add(asOf.minusMonths(14).toString());
        } else if (shape instanceof Shape.MonthShape) {
            values.add(YearMonth.from(asOf).toString());
            values.add(YearMonth.from(asOf).minusMonths(1).toString());
            Object first = plain(root.path("reportingFrom"));
            if (first != null) {
                values.add(first.toString());
            }
        } else if (shape instanceof Shape.BooleanShape) {
            values.add(!Boolean.TRUE.equals(from));
        } else if (shape instanceof Shape.UnitShape units) {
            Unit wanted = bearer == null ? null : data.directory().unit(bearer);
            if (wanted != null && units.kinds().contains(wanted.kind())) {
                values.add(wanted.id());
            }
            for (UnitKind kind : units.kinds()) {
                data.directory().units().values().stream()
                        .filter(unit -> unit.kind() == kind)
                        .findFirst()
                        .ifPresent(unit -> values.add(unit.id()));
            }
        } else if (shape instanceof Shape.SectorShape) {
            data.sectors().words().stream().findFirst().ifPresent(values::add);
        } else if (shape instanceof Shape.IdShape && from == null) {
            values.add("NEW");
        }
    }

    private @Nullable Shape shape(String pointer) {
        FieldShape field = field(pointer);
        return field == null ? null : field.shape();
    }

    private boolean required(String pointer) {
        FieldShape field = field(pointer);
        return field == null || field.required();
    }

    private static @Nullable FieldShape field(String pointer) {
        Shape at = CaseFileReader.shape();
        FieldShape found = null;
        for (String each : pointer.substring(1).split("/")) {
            if (at instanceof Shape.ListShape list) {
                at = list.element();
                found = null;
            } else if (at instanceof Shape.ObjectShape object) {
                found = object.fields().stream()
                        .filter(field -> field.name().equals(each))
                        .findFirst()
                        .orElse(null);
                if (found == null) {
                    return null;
                }
                at = found.shape();
            } else {
                return null;
            }
        }
        return found;
    }

    /** New facts such as a condition asks for. */
    List<List<Change>> additions(Failing failing) {
        Matcher type = Pattern.compile("(?:^|:\\s*|\\b)([A-Z]\\w+)\\s*\\(").matcher(failing.condition());
        List<List<Change>> additions = new ArrayList<>();
        while (type.find()) {
            String pointer = place(type.group(1));
            if (pointer != null) {
                additions.add(List.of(new Change(pointer + "/-", null, fact(pointer, failing.condition()))));
                return additions;
            }
            if (type.group(1).equals("District")) {
                return List.of(List.of(new Change("/district", null, Map.of())));
            }
        }
        return additions;
    }

    private @Nullable String place(String type) {
        if (type.equals("Listing")) {
            JsonNode projects = root.path("projects");
            for (int i = 0; i < projects.size(); i++) {
                if (projects.get(i).path("id").asString("").equals(subject.get("project"))) {
                    return "/projects/" + i + "/listings";
                }
            }
            return null;
        }
        if (type.equals("TrainerRequest")) {
            JsonNode trainings = root.path("district").path("trainings");
            for (int i = 0; i < trainings.size(); i++) {
                if (trainings.get(i).path("id").asString("").equals(subject.get("training"))) {
                    return "/district/trainings/" + i + "/trainers";
                }
            }
            return null;
        }
        String list = Character.toLowerCase(type.charAt(0)) + type.substring(1) + 's';
        if (type.equals("Difficulty")) {
            list = "difficulties";
        }
        return field('/' + list) != null ? '/' + list : field("/district/" + list) != null ? "/district/" + list : null;
    }

    private Map<String, Object> fact(String list, String condition) {
        Map<String, String> words = new LinkedHashMap<>();
        Matcher word = WORD.matcher(condition);
        while (word.find()) {
            words.putIfAbsent(word.group(1), word.group(2));
        }
        Set<String> asked = new LinkedHashSet<>();
        Matcher present = PRESENT.matcher(condition);
        while (present.find()) {
            asked.add(present.group(1));
        }
        Map<String, Object> fact = new LinkedHashMap<>();
        Shape shape = shape(list);
        if (shape instanceof Shape.ListShape elements && elements.element() instanceof Shape.ObjectShape object) {
            for (FieldShape field : object.fields()) {
                Object value = value(field, words, asked);
                if (value != null) {
                    fact.put(field.name(), value);
                }
            }
        }
        return fact;
    }

    private @Nullable Object value(FieldShape field, Map<String, String> words, Set<String> asked) {
        String about = subject.get(field.name());
        String word = words.get(field.name());
        if (word != null && field.shape() instanceof Shape.WordShape) {
            return word;
        } else if (word != null && field.shape() instanceof Shape.ListShape) {
            return List.of(word);
        } else if (about != null) {
            return about;
        } else if (!field.required()) {
            return asked.contains(field.name()) && field.shape() instanceof Shape.DateShape ? asOf.toString() : null;
        }
        Shape shape = field.shape();
        if (shape instanceof Shape.DateShape) {
            return asOf.toString();
        } else if (shape instanceof Shape.MonthShape) {
            return YearMonth.from(asOf).toString();
        } else if (shape instanceof Shape.IntegerShape numbers) {
            return numbers.min() >= 2_000 ? asOf.getYear() : Math.max(1, numbers.min());
        } else if (shape instanceof Shape.WordShape each) {
            return each.words().get(0);
        } else if (shape instanceof Shape.UnitShape units) {
            return data.directory().units().values().stream()
                    .filter(unit -> units.kinds().contains(unit.kind()))
                    .map(Unit::id)
                    .findFirst()
                    .orElse(null);
        }
        return "NEW-" + field.name();
    }
}
