package dev.ambit;

import dev.ambit.repair.SecondScan;
import dev.ambit.repair.SecondScan.Standing;
import dev.ambit.report.AccessLost;
import dev.ambit.trace.PowerGone;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Compares who can do what before and after a change. What was before is worked out once. */
final class Lost implements SecondScan.Losses {
  private final Supplier<Standing> before;
  private Optional<Standing> then = Optional.empty();

  Lost(Supplier<Standing> before) {
    this.before = before;
  }

  @Override
  public ImmutableList<String> in(Standing after) {
    Standing was = then.orElseGet(before);
    then = Optional.of(was);
    TreeSet<String> all =
        new TreeSet<>(AccessLost.between(was.statement(), after.statement()).castToList());
    all.addAll(AccessLost.said(PowerGone.between(was.access(), after.access())).castToList());
    return Lists.immutable.withAll(all);
  }
}
