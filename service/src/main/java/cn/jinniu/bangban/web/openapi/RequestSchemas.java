package cn.jinniu.bangban.web.openapi;

import cn.jinniu.bangban.facts.FieldShape;
import cn.jinniu.bangban.facts.Shape;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.facts.UnitKind;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.ruleset.Sectors.Sector;
import cn.jinniu.bangban.text.Text;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a request may say: the shape the reader reads by, with the units and sectors of a ruleset. */
final class RequestSchemas {
    private final RulesetData data;
    private final Map<String, Schema<?>> components = new LinkedHashMap<>();

    RequestSchemas(RulesetData data) {
        this.data = data;
    }

    /** The schema of the shape and all it refers to, by name. */
    Map<String, Schema<?>> of(Shape.ObjectShape shape) {
        schema(shape);
        schema(new Shape.UnitShape(Set.of(UnitKind.values())));
        return components;
    }

    /** No pattern matching in switches before Java 21. */
    private Schema<?> schema(Shape shape) {
        if (shape instanceof Shape.DateShape) {
            return Schemas.day();
        } else if (shape instanceof Shape.MonthShape) {
            return Schemas.month();
        } else if (shape instanceof Shape.IntegerShape integer) {
            return Schemas.integer(integer.min()).maximum(BigDecimal.valueOf(integer.max()));
        } else if (shape instanceof Shape.BooleanShape) {
            return Schemas.ofType("boolean");
        } else if (shape instanceof Shape.TextShape text) {
            return Schemas.string().maxLength(text.maxLength());
        } else if (shape instanceof Shape.IdShape id) {
            return Schemas.string().minLength(1).maxLength(id.maxLength()).pattern("\\S");
        } else if (shape instanceof Shape.PatternShape pattern) {
            return Schemas.string().pattern("^" + pattern.pattern() + "$");
        } else if (shape instanceof Shape.WordShape word) {
            return Schemas.words(word.words());
        } else if (shape instanceof Shape.SectorShape) {
            return sector();
        } else if (shape instanceof Shape.UnitShape unit) {
            return unit(unit.kinds());
        } else if (shape instanceof Shape.ReferenceShape) {
            return Schemas.string().minLength(1).pattern("\\S");
        } else if (shape instanceof Shape.ListShape list) {
            return Schemas.list(schema(list.element()));
        } else if (shape instanceof Shape.ObjectShape object) {
            return object(object);
        }
        throw new IllegalArgumentException("no schema for " + shape);
    }

    private Schema<?> object(Shape.ObjectShape shape) {
        if (!components.containsKey(shape.name())) {
            components.put(shape.name(), Schemas.ofType("object")); // keeps its place before what it refers to
            Map<String, Schema<?>> members = new LinkedHashMap<>();
            Set<String> optional = new TreeSet<>();
            for (FieldShape field : shape.fields()) {
                members.put(field.name(), field(field));
                if (!field.required()) {
                    optional.add(field.name());
                }
            }
            components.put(shape.name(), Schemas.object(members, optional));
        }
        return Schemas.component(shape.name());
    }

    private Schema<?> field(FieldShape field) {
        Schema<?> schema = schema(field.shape()).description(Schemas.both(field.meaning()) + bounds(field.shape()));
        if (field.otherwise() instanceof Enum<?> word) {
            schema.setDefault(word.name());
        } else if (field.otherwise() != null) {
            schema.setDefault(field.otherwise());
        }
        return field.required() ? schema : Schemas.orNull(schema);
    }

    private static String bounds(Shape shape) {
        return shape instanceof Shape.DateShape date ? " (" + date.first() + " … " + date.last() + ")" : "";
    }

    private Schema<?> sector() {
        Map<String, Text> names = data.sectors().sectors().values().stream()
                .collect(Collectors.toMap(Sector::word, Sector::name, (a, b) -> a, LinkedHashMap::new));
        components.put("Sector", Schemas.words(new Text("行业", "sector"), names));
        return Schemas.component("Sector");
    }

    private Schema<?> unit(Set<UnitKind> kinds) {
        Map<String, Text> names = data.directory().units().values().stream()
                .filter(unit -> kinds.contains(unit.kind()))
                .collect(Collectors.toMap(
                        Unit::id, unit -> new Text(unit.nameZh(), unit.nameEn()), (a, b) -> a, LinkedHashMap::new));
        String name = name(kinds);
        components.put(name, Schemas.words(new Text("单位代号", "id of a unit"), names));
        return Schemas.component(name);
    }

    /** Such as {@code Unit}, {@code UnitSubdistrict}, {@code UnitExceptOffice}. */
    private static String name(Set<UnitKind> kinds) {
        Set<UnitKind> others = new TreeSet<>(Set.of(UnitKind.values()));
        others.removeAll(kinds);
        return others.size() < kinds.size()
                ? name(others, others.isEmpty() ? "Unit" : "UnitExcept")
                : name(kinds, "Unit");
    }

    private static String name(Set<UnitKind> kinds, String prefix) {
        return new TreeSet<>(kinds).stream().map(RequestSchemas::camel).collect(Collectors.joining("Or", prefix, ""));
    }

    private static String camel(UnitKind kind) {
        StringBuilder name = new StringBuilder();
        for (String word : kind.name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
