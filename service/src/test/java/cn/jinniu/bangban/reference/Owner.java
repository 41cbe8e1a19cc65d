package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Unit;
import org.jspecify.annotations.Nullable;

/** Who owns a project's case, and on what ground; both null when nobody can be told (§3, CASE_OWNER). */
record Owner(@Nullable Unit unit, @Nullable String ground) {

    static Owner of(Project project, @Nullable Unit sectorDepartment) {
        if (project.leadUnit() != null) {
            return new Owner(project.leadUnit(), "RECORDED");
        } else if (project.functionalZone() != null) {
            return new Owner(project.functionalZone(), "ZONE");
        } else if (project.subdistrict() != null) {
            return new Owner(project.subdistrict(), "SUBDISTRICT");
        } else if (sectorDepartment != null) {
            return new Owner(sectorDepartment, "SECTOR");
        } else if (project.enterprise() != null) {
            return new Owner(project.enterprise(), "ENTERPRISE");
        }
        return new Owner(null, null);
    }

    /** The clause that makes the unit an owner. */
    String clause() {
        if (unit == null) {
            return "5.2";
        }
        return switch (unit.kind()) {
            case DEPARTMENT -> "4.4";
            case FUNCTIONAL_ZONE -> "4.7";
            case SUBDISTRICT -> "4.8";
            case ENTERPRISE -> "4.9";
            case OFFICE -> throw new IllegalArgumentException("an office cannot lead: " + unit.id());
        };
    }

    /** The clause under which the owner tracks the project and reports on it; null when it does so under none. */
    @Nullable
    String trackingClause() {
        if (unit == null) {
            return null;
        }
        return switch (unit.kind()) {
            case DEPARTMENT -> "4.4a";
            case FUNCTIONAL_ZONE -> "4.7a";
            case SUBDISTRICT -> "4.8a";
            case ENTERPRISE, OFFICE -> null;
        };
    }
}
