package dev.ambit.trace;

import dev.ambit.model.Audience;
import dev.ambit.model.Crossing;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.GateUse;
import dev.ambit.model.Hop;
import dev.ambit.model.Severity;
import dev.ambit.model.Verb;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;

/** Makes the crossings whose severity is a level of contract/rules.csv, and not a sum. */
final class Paths {
  private Paths() {}

  static Crossing of(
      Crossing.Kind kind,
      Subject subject,
      String asset,
      String through,
      Verb verb,
      String level,
      Severity severity,
      ImmutableList<GateUse> gates,
      ImmutableList<Hop> hops) {
    return new Crossing(
        kind,
        Crossing.Route.DEED,
        subject.agent().id(),
        asset,
        through,
        verb,
        "",
        level,
        severity,
        Audience.NOBODY,
        gates.asLazy().select(GateUse::counts).collectInt(GateUse::tier).maxIfEmpty(0),
        gates,
        Lists.immutable.empty(),
        new ExposurePath(hops, severity));
  }
}
