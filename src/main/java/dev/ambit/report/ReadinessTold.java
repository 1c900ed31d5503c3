package dev.ambit.report;

import dev.ambit.model.Readiness;
import dev.ambit.model.Readiness.Criterion;
import dev.ambit.model.Readiness.Stage;
import org.eclipse.collections.api.list.ImmutableList;

/** For which use an agent is fit, in sentences. */
public final class ReadinessTold {
  private static final int NAMED = 2;

  private ReadinessTold() {}

  /**
   * "draft only; “internal low-risk” asks that nothing about it is high, that somebody else can
   * stop it, and 2 more".
   */
  public static String line(Readiness readiness) {
    ImmutableList<Criterion> missing = readiness.inTheWay();
    if (missing.isEmpty()) {
      return readiness.fitFor().word();
    }
    int more = missing.size() - NAMED;
    return readiness.fitFor().word()
        + "; “"
        + next(readiness).word()
        + "” asks that "
        + missing.take(NAMED).collect(Criterion::asks).makeString(", and that ")
        + (more > 0 ? ", and " + Counted.of(more, "more thing") : "");
  }

  /** The stage after the one it is fit for. */
  private static Stage next(Readiness readiness) {
    return readiness.inTheWay().getFirst().stage();
  }

  /** "It is fit for no stage yet: 15 of 21 criteria hold. Not yet true, stage by stage:". */
  public static String summary(Readiness readiness) {
    int all = readiness.criteria().size();
    int met = readiness.met().size();
    String fit =
        readiness.fitFor() == Stage.NONE
            ? "It is fit for no stage yet: "
            : "It is fit for the stage “" + readiness.fitFor().word() + "”: ";
    return met == all
        ? fit + "all " + Counted.of(all, "criterion", "criteria") + " hold."
        : fit
            + Counted.number(met)
            + " of "
            + Counted.of(all, "criterion", "criteria")
            + Counted.verb(met, " holds", " hold")
            + ". Not yet true, stage by stage:";
  }

  /** The stages of which some criterion is missed, from the lowest up. */
  public static ImmutableList<Stage> missed(Readiness readiness) {
    return readiness.missed().collect(Criterion::stage).distinct();
  }

  /** The stages of which some criterion is met, from the lowest up. */
  public static ImmutableList<Stage> met(Readiness readiness) {
    return readiness.met().collect(Criterion::stage).distinct();
  }
}
