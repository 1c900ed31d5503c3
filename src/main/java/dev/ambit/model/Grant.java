package dev.ambit.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;

/**
 * That somebody may, or may not, do something.
 *
 * @param on an id, an alias, or a beginning followed by {@code *}
 * @param undecidable text of a condition that cannot be decided offline
 * @param until the last day it holds
 */
@RecordBuilder
public record Grant(
    String id,
    Origin origin,
    Ref who,
    Verbs can,
    boolean anyVerb,
    Ref on,
    boolean deny,
    Said<Ref> gate,
    Said<String> condition,
    boolean undecidable,
    Said<LocalDate> until,
    Said<Day> lastUsed,
    Certainty certainty)
    implements Fact, GrantBuilder.With {

  /** An allow without gate, condition or end. */
  public static Grant of(String id, Ref who, Verbs can, Ref on, Origin origin) {
    return new Grant(
        id,
        origin,
        who,
        can,
        can.equals(Verbs.ANY),
        on,
        false,
        Said.nothing(),
        Said.nothing(),
        false,
        Said.nothing(),
        Said.nothing(),
        Certainty.DECLARED);
  }
}
