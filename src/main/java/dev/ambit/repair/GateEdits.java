package dev.ambit.repair;

import dev.ambit.model.Facts;
import dev.ambit.model.Gate;
import dev.ambit.model.Gate.Strength;
import dev.ambit.model.GateBuilder;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import java.util.function.Function;

/** What can be changed at a gate on the way, so that it binds. */
final class GateEdits {
  private final Facts facts;
  private final Places places;
  private final Drafts drafts;

  GateEdits(Facts facts, Places places, Drafts drafts) {
    this.facts = facts;
    this.places = places;
    this.drafts = drafts;
  }

  void draft() {
    facts.gates().select(gate -> places.isOver(gate.id())).forEach(this::draft);
  }

  private void draft(Gate gate) {
    if (gate.strength() != Strength.RESOURCE && gate.strength() != Strength.UNKNOWN) {
      drafts.replace(
          gate.origin(),
          "strength",
          "\"resource\"",
          Move.CONTROL,
          "Let the resource itself enforce " + gate.id() + ".",
          with(gate, to -> to.strength(Strength.RESOURCE)));
    }
    if (gate.logOnly()) {
      drafts.replace(
          gate.origin(),
          "mode",
          "\"enforce\"",
          Move.SETTING,
          "Let " + gate.id() + " stop what it now only logs.",
          with(gate, to -> to.logOnly(false)));
    }
    if (!gate.independent().or(false)) {
      drafts.set(
          gate.origin(),
          "independent",
          "true",
          Move.CONTROL,
          "Let nobody approve their own act at " + gate.id() + ".",
          with(gate, to -> to.independent(Said.of(true, gate.origin()))));
    }
    if (gate.remembersConsent()) {
      drafts.replace(
          gate.origin(),
          "remembersConsent",
          "false",
          Move.SETTING,
          "Let " + gate.id() + " ask every time.",
          with(gate, to -> to.remembersConsent(false)));
    }
    gate.exempt().all().forEach(ref -> withoutExemption(gate, ref));
    gate.approvers()
        .all()
        .select(ref -> places.isOver(ref.id()))
        .forEach(ref -> withoutApprover(gate, ref));
  }

  private void withoutExemption(Gate gate, Ref ref) {
    drafts.remove(
        ref.origin(),
        Move.SETTING,
        "Let " + gate.id() + " bind " + ref.id() + " too.",
        with(gate, to -> to.exempt(Drafts.without(gate.exempt(), ref))));
  }

  private void withoutApprover(Gate gate, Ref ref) {
    if (gate.approvers().all().size() > 1) {
      drafts.remove(
          ref.origin(),
          Move.SETTING,
          "Do not let " + ref.id() + " approve at " + gate.id() + ".",
          with(gate, to -> to.approvers(Drafts.without(gate.approvers(), ref))));
    }
  }

  private Facts with(Gate gate, Function<GateBuilder, GateBuilder> change) {
    Gate after = change.apply(GateBuilder.builder(gate)).build();
    return facts.with(all -> all.gates(Drafts.swap(facts.gates(), gate, after)));
  }
}
