package dev.ambit.repair;

import dev.ambit.model.Facts;
import dev.ambit.model.Gate;
import dev.ambit.model.Gate.Strength;
import org.eclipse.collections.api.list.ImmutableList;

/** The gates of the input that could be put before something: no gate is made up. */
final class FitGates {
  private FitGates() {}

  static ImmutableList<Gate> of(Facts facts) {
    return facts.gates().select(FitGates::isFit).distinctBy(Gate::id);
  }

  private static boolean isFit(Gate gate) {
    boolean counts = gate.strength() == Strength.RESOURCE || gate.strength() == Strength.HOST;
    return counts
        && !gate.logOnly()
        && !gate.remembersConsent()
        && gate.approvers().all().notEmpty();
  }
}
