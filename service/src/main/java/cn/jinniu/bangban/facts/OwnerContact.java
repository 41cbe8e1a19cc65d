package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A contact with a project's owner; {@code commissioner} is for the record only. */
public record OwnerContact(
        String id, String project, @Nullable String commissioner, LocalDate contactedOn) {}
