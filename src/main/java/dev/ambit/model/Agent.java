package dev.ambit.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A program that acts on what a model says.
 *
 * @param unattended whether {@code runs: unattended} was said
 * @param inputs assets or channels whose content enters its context
 * @param triggers channels whose posts start it
 * @param budgeted whether the input says what it is meant to need, be it nothing
 * @param budget what it is meant to need
 */
@RecordBuilder
public record Agent(
    String id,
    Origin origin,
    Said<String> name,
    Said<String> purpose,
    Said<Ref> owner,
    Said<Ref> deputy,
    Said<String> provider,
    Said<Stage> stage,
    Refs pilotedOn,
    Said<Boolean> unattended,
    Said<Mode> identity,
    Refs actsAs,
    Said<Boolean> narrowed,
    Refs credentials,
    Refs tools,
    Said<Boolean> toolsOmitted,
    Refs invokers,
    Said<Boolean> authenticated,
    Refs repliesTo,
    Said<Ref> postsAs,
    Said<Boolean> labelled,
    ImmutableList<Call> calls,
    boolean discoverable,
    ImmutableList<Knowledge> knowledge,
    Refs inputs,
    Refs triggers,
    Said<String> environment,
    Said<Memory> memory,
    Said<Ref> workspace,
    Refs guardrails,
    Said<Audit> audit,
    Said<Stop> stop,
    boolean budgeted,
    ImmutableList<Need> budget,
    Certainty certainty,
    ImmutableList<String> aliases)
    implements Fact, AgentBuilder.With {

  /** How far it is deployed. */
  public enum Stage {
    PROPOSED,
    PILOT,
    LIVE,
    RETIRED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whose rights it uses. */
  public enum Mode {
    OWN,
    /** Its own rights, as far as the asker has them too. */
    ON_BEHALF_OF,
    /** It can become others. */
    IMPERSONATION
  }

  /** Who can stop it. */
  public enum Stop {
    REMOTE,
    LOCAL,
    NONE
  }

  /** What the called agent acts with. */
  public enum Token {
    /** The caller's token, unchanged. */
    PASSED,
    /** Only what both have. */
    EXCHANGED,
    /** The called agent's own. */
    OWN
  }

  /** That it can call another agent. */
  public record Call(
      Ref agent, Said<Token> token, boolean rechecksRequester, Said<Ref> gate, Origin origin) {}

  /** An indexed asset it answers from. */
  public record Knowledge(
      Ref asset, Said<Boolean> filteredByReader, Said<Boolean> wholeItems, Origin origin) {}

  /** Whose sessions share what it remembers. */
  public enum MemoryScope {
    NONE,
    PER_USER,
    PER_SESSION,
    SHARED
  }

  /** What it remembers, and where. */
  public record Memory(MemoryScope scope, Said<Ref> asset, Origin origin) {}

  /**
   * What is written down about its actions.
   *
   * @param none whether {@code audit: false} was said: nothing is logged
   */
  public record Audit(
      boolean none,
      Said<Ref> log,
      Said<Boolean> attributable,
      Said<Integer> retentionDays,
      Origin origin) {}

  /** Something it is meant to need. */
  public record Need(Verbs can, Ref on, Origin origin) {}

  /** An agent of which nothing else is said. */
  public static Agent of(String id, Origin origin) {
    return new Agent(
        id,
        origin,
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Refs.NOT_SAID,
        Said.nothing(),
        Said.nothing(),
        Refs.NOT_SAID,
        Said.nothing(),
        Refs.NOT_SAID,
        Refs.NOT_SAID,
        Said.nothing(),
        Refs.NOT_SAID,
        Said.nothing(),
        Refs.NOT_SAID,
        Said.nothing(),
        Said.nothing(),
        Lists.immutable.empty(),
        false,
        Lists.immutable.empty(),
        Refs.NOT_SAID,
        Refs.NOT_SAID,
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Refs.NOT_SAID,
        Said.nothing(),
        Said.nothing(),
        false,
        Lists.immutable.empty(),
        Certainty.DECLARED,
        Lists.immutable.empty());
  }

  public boolean isRetired() {
    return stage.or(Stage.LIVE) == Stage.RETIRED;
  }
}
