package dev.ambit;

import dev.ambit.Stress.Opened;
import dev.ambit.model.Facts;
import dev.ambit.stress.Control;
import dev.ambit.stress.Controls;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Lets each control of a world fail alone. In a world that is too large to judge each by itself,
 * those whose failing can only open something fail together first: where nothing opens then, none
 * of them opens anything alone, and else each half is looked at.
 */
final class SingleControls {
  /**
   * So many facts are judged, all judgements together; what is left then is counted. The limit
   * counts facts and never the time, so that the same input gets the same answer.
   */
  private static final long FACTS = 300_000;

  /** So many judgements are made however large the world is. */
  private static final int AT_LEAST = 20;

  private final Facts facts;
  private final Function<Facts, Opened> judge;
  private final int most;
  private final MutableList<Tried> tried = Lists.mutable.empty();
  private int judged;
  private int left;

  private SingleControls(Facts facts, Function<Facts, Opened> judge, int most) {
    this.facts = facts;
    this.judge = judge;
    this.most = most;
  }

  /** What opens when this one fails. */
  record Tried(Control control, Opened opened) {}

  static SingleControls of(Facts facts, Function<Facts, Opened> judge) {
    return of(facts, judge, (int) Math.max(AT_LEAST, FACTS / Math.max(1, facts.count())));
  }

  /**
   * The same, for a test.
   *
   * @param most so many judgements are made at most
   */
  static SingleControls of(Facts facts, Function<Facts, Opened> judge, int most) {
    SingleControls all = new SingleControls(facts, judge, most);
    ImmutableList<Control> controls = Controls.of(facts);
    if (controls.size() <= most) {
      controls.forEach(all::alone);
    } else {
      ImmutableList<Control> gates = controls.select(each -> each.kind() == Control.Kind.GATE);
      all.together(gates);
      all.together(controls.drop(gates.size()).select(control -> control.kind().onlyOpens()));
      controls.reject(control -> control.kind().onlyOpens()).forEach(all::alone);
    }
    return all;
  }

  private void alone(Control control) {
    if (judged >= most) {
      left++;
    } else {
      tried.add(new Tried(control, opened(Lists.immutable.of(control))));
    }
  }

  private void together(ImmutableList<Control> controls) {
    if (controls.size() < 2 || judged >= most) {
      controls.forEach(this::alone);
      return;
    }
    Opened opened = opened(controls);
    if (opened.findings().isEmpty()) {
      controls.forEach(control -> tried.add(new Tried(control, opened)));
    } else {
      together(controls.take(controls.size() / 2));
      together(controls.drop(controls.size() / 2));
    }
  }

  private Opened opened(ImmutableList<Control> failed) {
    judged++;
    return judge.apply(Controls.failing(facts, failed));
  }

  /** Those that were tried, in their order. */
  ImmutableList<Tried> tried() {
    return tried.toImmutable();
  }

  /** How many were not tried. */
  int left() {
    return left;
  }
}
