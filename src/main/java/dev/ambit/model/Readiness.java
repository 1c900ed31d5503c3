package dev.ambit.model;

import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * For which use the scope of an agent is fit, and what that rests on. No percentage: one criterion
 * that is missed is not made good by nine that are met.
 *
 * @param fitFor the highest stage all of whose criteria hold, and those of every stage below it
 * @param criteria of all stages, from the lowest up; empty where nobody judged
 */
public record Readiness(Stage fitFor, ImmutableList<Criterion> criteria) {
  /** Of a retired agent, and of a result that an older version wrote. */
  public static final Readiness NOT_JUDGED = new Readiness(Stage.NONE, Lists.immutable.empty());

  /** How far an agent may be let. Each asks all that the one before it asks. */
  public enum Stage {
    /** Not even its drafts: something critical is open, or nobody answers for it. */
    NONE,
    /** A person takes over everything that it makes. */
    DRAFT_ONLY,
    /** It acts by itself for people of the organisation, where little can go wrong. */
    INTERNAL_LOW_RISK,
    /** It acts for people of the organisation, on whatever they work with. */
    INTERNAL,
    /** It answers people outside. */
    CUSTOMER_FACING;

    /** "no stage", "draft only", "internal low-risk", "internal", "customer-facing". */
    public String word() {
      return switch (this) {
        case NONE -> "no stage";
        case INTERNAL_LOW_RISK -> "internal low-risk";
        case CUSTOMER_FACING -> "customer-facing";
        case DRAFT_ONLY, INTERNAL -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
      };
    }
  }

  /**
   * One thing that has to hold.
   *
   * @param stage the lowest that asks for it
   * @param asks what has to hold, as a clause
   * @param says how it stands, with the findings that speak against it
   */
  public record Criterion(Stage stage, String asks, boolean met, String says) {}

  public boolean isJudged() {
    return criteria.notEmpty();
  }

  /** What keeps it from the next stage; empty at the highest. */
  public ImmutableList<Criterion> inTheWay() {
    return criteria.select(each -> !each.met() && each.stage().ordinal() == fitFor.ordinal() + 1);
  }

  public ImmutableList<Criterion> missed() {
    return criteria.reject(Criterion::met);
  }

  public ImmutableList<Criterion> met() {
    return criteria.select(Criterion::met);
  }
}
