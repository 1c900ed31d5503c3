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
   * "draft only; internal low-risk asks that nothing about it is high, that somebody else can stop
   * it, and 2 more".
   */
  public static String line(Readiness readiness) {
    ImmutableList<Criterion> missing = readiness.inTheWay();
    if (missing.isEmpty()) {
      return readiness.fitFor().word();
    }
    int more = missing.size() - NAMED;
    return readiness.fitFor().word()
        + "; "
        + next(readiness).word()
        + " asks that "
        + missing.take(NAMED).collect(Criterion::asks).makeString(", and that ")
        + (more > 0 ? ", and " + Counted.of(more, "more thing") : "");
  }

  /** The stage after the one it is fit for. */
  private static Stage next(Readiness readiness) {
    return readiness.inTheWay().getFirst().stage();
  }

  /** "internal: nothing about it is high (F-36013ebb6980)". */
  public static String missed(Criterion criterion) {
    return criterion.stage().word() + " asks that " + criterion.asks() + ": " + criterion.says();
  }
}
