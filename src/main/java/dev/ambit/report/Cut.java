package dev.ambit.report;

import dev.ambit.model.Change;
import dev.ambit.model.Finding;
import dev.ambit.model.Hop;

/** Where a finding is closed at the least cost. */
public final class Cut {
  private Cut() {}

  /** Whether the cheapest fix takes away or changes what this hop rests on. */
  public static boolean removes(Finding finding, Hop hop) {
    return finding.fix().notEmpty()
        && finding.fix().getFirst().changes().anySatisfy(change -> touches(change, hop));
  }

  private static boolean touches(Change change, Hop hop) {
    String place = hop.origin().pointer();
    return change.file().equals(hop.origin().file())
        && !place.isEmpty()
        && (change.pointer().equals(place) || change.pointer().startsWith(place + "/"));
  }
}
