package dev.ambit;

import dev.ambit.model.Case;
import dev.ambit.model.Crossing;
import dev.ambit.model.Gap;
import dev.ambit.model.Judged;
import dev.ambit.trace.Known;
import dev.ambit.trace.Tracer;
import java.util.function.Supplier;
import org.eclipse.collections.api.list.ImmutableList;

/** What a snapshot keeps of a {@link Prepared}. */
public record Kept(Resolved resolved, Told worst, Told best, ImmutableList<Gap> gaps) {

  /** What one case came to: its paths, and what judging made of the facts. */
  public record Told(ImmutableList<Crossing> paths, ImmutableList<Judged> judged) {
    static Told of(Tracer tracer) {
      return new Told(tracer.all(), tracer.judged());
    }

    Tracer tracer(Supplier<Known> known, Case which) {
      return Tracer.of(known, which, paths, judged);
    }
  }

  public static Kept of(Prepared prepared) {
    Traced traced = prepared.traced();
    return new Kept(
        prepared.resolved(), Told.of(traced.worst()), Told.of(traced.best()), traced.gaps());
  }

  Prepared prepared() {
    Supplier<Known> known = Known.later(resolved.access());
    return new Prepared(
        resolved,
        new Traced(
            resolved.access(),
            worst.tracer(known, Case.WORST),
            best.tracer(known, Case.BEST),
            gaps));
  }
}
