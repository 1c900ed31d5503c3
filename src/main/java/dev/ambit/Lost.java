package dev.ambit;

import dev.ambit.model.AccessMap;
import dev.ambit.model.AccessStatement;
import dev.ambit.model.Case;
import dev.ambit.model.Facts;
import dev.ambit.repair.SecondScan;
import dev.ambit.report.AccessLost;
import dev.ambit.resolve.Resolver;
import dev.ambit.trace.Statements;
import dev.ambit.trace.Tracer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Compares who can do what before and after a change. What was before is worked out once. */
final class Lost implements SecondScan.Losses {
  private final Facts before;
  private final LocalDate at;
  private Optional<Standing> then = Optional.empty();

  Lost(Facts before, LocalDate at) {
    this.before = before;
    this.at = at;
  }

  private record Standing(AccessMap access, AccessStatement statement) {
    static Standing of(Facts facts, LocalDate at) {
      AccessMap access = Resolver.resolve(facts, at);
      return new Standing(access, Statements.of(Tracer.trace(access, Case.WORST)));
    }
  }

  @Override
  public ImmutableList<String> in(Facts changed) {
    Standing was = then.orElseGet(() -> Standing.of(before, at));
    then = Optional.of(was);
    Standing is = Standing.of(changed, at);
    TreeSet<String> all =
        new TreeSet<>(AccessLost.between(was.statement, is.statement).castToList());
    all.addAll(AccessLost.between(was.access, is.access).castToList());
    return Lists.immutable.withAll(all);
  }
}
