package dev.ambit.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Somebody or something that can hold rights.
 *
 * @param memberOf groups, as named
 * @param clearance level name
 * @param size head count where members are not listed
 * @param consumes assets whose content this principal runs or obeys
 * @param tags as the source writes them, {@code Key=Value}
 * @param uses when it last used each service, as far as a source says
 * @param complete whether all grants of this principal are known: it comes from an export that
 *     lists all its policies
 */
@RecordBuilder
public record Principal(
    String id,
    Origin origin,
    Kind kind,
    Said<String> name,
    Refs memberOf,
    Said<String> clearance,
    Said<Integer> size,
    Said<Trust> trust,
    Refs consumes,
    ImmutableList<Said.Value<String>> tags,
    ImmutableList<Used> uses,
    boolean active,
    boolean complete,
    Certainty certainty,
    ImmutableList<String> aliases)
    implements Fact, PrincipalBuilder.With {

  /** What kind of principal it is; UNKNOWN if it is only named somewhere. */
  public enum Kind {
    PERSON,
    GROUP,
    SERVICE,
    ROLE,
    EXTERNAL,
    JOB,
    UNKNOWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far the organisation trusts it. Clearance is not trust. */
  public enum Trust {
    INTERNAL,
    EXTERNAL,
    PUBLIC;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * When it last used a service, by the prefix of that service's actions.
   *
   * @param orLater whether it may have used it later still: a log holds what was recorded and kept
   */
  public record Used(String service, Day last, boolean orLater, Origin origin) {
    /** What a complete report says. */
    public Used(String service, Day last, Origin origin) {
      this(service, last, false, origin);
    }
  }

  /** A principal of which nothing but its kind is said. */
  public static Principal of(String id, Kind kind, Origin origin) {
    return new Principal(
        id,
        origin,
        kind,
        Said.nothing(),
        Refs.NOT_SAID,
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Refs.NOT_SAID,
        Lists.immutable.empty(),
        Lists.immutable.empty(),
        true,
        false,
        Certainty.DECLARED,
        Lists.immutable.empty());
  }

  /** As said; else external for kind external, else internal. */
  public Trust trustOrDefault() {
    return trust.or(kind == Kind.EXTERNAL ? Trust.EXTERNAL : Trust.INTERNAL);
  }
}
