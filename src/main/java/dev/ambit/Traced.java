package dev.ambit;

import dev.ambit.graph.AccessGraph;
import dev.ambit.model.AccessMap;
import dev.ambit.model.Case;
import dev.ambit.model.Gap;
import dev.ambit.rules.Judgement;
import dev.ambit.rules.RuleBook;
import dev.ambit.trace.Known;
import dev.ambit.trace.MissingFacts;
import dev.ambit.trace.Tracer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/** What rules are asked of, in both cases; many books can be asked of one. */
public final class Traced {
  private final AccessMap access;
  private final Tracer worst;
  private final Tracer best;
  private final ImmutableList<Gap> gaps;
  private @Nullable AccessGraph graph;

  /**
   * @param gaps what the worst case had to guess, sorted
   */
  Traced(AccessMap access, Tracer worst, Tracer best, ImmutableList<Gap> gaps) {
    this.access = access;
    this.worst = worst;
    this.best = best;
    this.gaps = gaps;
  }

  /** Both cases at once. */
  static Traced of(AccessMap access) {
    Supplier<Known> known = Known.later(access);
    CompletableFuture<Tracer> best =
        CompletableFuture.supplyAsync(() -> judged(Tracer.trace(known, Case.BEST)));
    Tracer worst = judged(Tracer.trace(known, Case.WORST));
    ImmutableList<Gap> gaps = MissingFacts.of(worst);
    return new Traced(access, worst, joined(best), gaps);
  }

  /** On the thread that traced it, since that is the work of one case. */
  private static Tracer judged(Tracer tracer) {
    tracer.judged();
    return tracer;
  }

  /** What another thread made; what it threw is thrown here as it was. */
  static <T> T joined(CompletableFuture<T> other) {
    try {
      return other.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }

  public AccessMap access() {
    return access;
  }

  /** The paths in the worst case. */
  public Tracer worst() {
    return worst;
  }

  /** Those in the best one. */
  public Tracer best() {
    return best;
  }

  public ImmutableList<Gap> gaps() {
    return gaps;
  }

  /** The graph of the worst case. */
  synchronized AccessGraph graph() {
    if (graph == null) {
      graph = AccessGraph.of(access, worst.reach(), worst, worst, worst.judged(), gaps);
    }
    return graph;
  }

  Judgement judgedBy(RuleBook rules) {
    AccessGraph atWorst = graph();
    AccessGraph atBest = atWorst.inOtherCase(best.reach(), best, best.judged());
    CompletableFuture<Judgement> other = CompletableFuture.supplyAsync(() -> rules.check(atBest));
    return Judgement.between(rules.check(atWorst), joined(other));
  }
}
