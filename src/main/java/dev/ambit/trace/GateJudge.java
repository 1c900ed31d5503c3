package dev.ambit.trace;

import dev.ambit.model.Gate;
import dev.ambit.model.GateUse;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import org.roaringbitmap.RoaringBitmap;

/** Whether a gate counts for those who act, and why (contract/semantics.md, Gates). */
final class GateJudge {
  private final Assumed assumed;
  private final Rights rights;
  private final Membership membership;

  GateJudge(Assumed assumed, Rights rights, Membership membership) {
    this.assumed = assumed;
    this.rights = rights;
    this.membership = membership;
  }

  /**
   * @param actors who acts: an agent's principals, or a person, and on deputy paths the one who
   *     asks
   * @param editable assets the agent can write, so that it can take away a gate that stands in one
   */
  GateUse judge(Ref named, RoaringBitmap actors, RoaringBitmap editable) {
    Gate gate =
        assumed
            .gate(named.id())
            .orElseGet(() -> Gate.of(named.id(), Gate.Strength.UNKNOWN, named.origin()));
    Gate.Strength strength = assumed.strength(gate);
    String flaw = flaw(gate, actors, editable);
    int tier = flaw.isEmpty() ? strength.ordinal() - (gate.remembersConsent() ? 1 : 0) : 0;
    return new GateUse(
        gate.id(),
        gate.strength(),
        Math.max(0, tier),
        flaw.isEmpty() ? plainly(gate, strength, tier) : flaw,
        gate.origin());
  }

  private static String plainly(Gate gate, Gate.Strength strength, int tier) {
    if (gate.strength() == Gate.Strength.UNKNOWN) {
      return "nothing says what enforces it";
    }
    String remembered = gate.remembersConsent() ? ", and \"always allow\" can be chosen" : "";
    return switch (strength) {
      case NONE, UNKNOWN -> "it stops nothing";
      case PROMPT -> "words to the model do not stop a call";
      case ADVISORY -> "the agent may choose not to call it";
      case HOST -> "the client stops the call" + remembered;
      case RESOURCE -> "the thing itself refuses" + (tier < 4 ? remembered : "");
    };
  }

  /** Why a gate counts nothing here; empty if nothing is wrong with it. */
  private String flaw(Gate gate, RoaringBitmap actors, RoaringBitmap editable) {
    if (gate.logOnly()) {
      return "it only writes a log";
    }
    if (gate.heldIn() instanceof Said.Value<Ref> held
        && editable.contains(assumed.nodes().number(held.said().id()))) {
      return "the agent can change " + held.said().id() + ", where it is defined";
    }
    for (Ref exempt : gate.exempt().all()) {
      if (stands(exempt, actors)) {
        return exempt.id() + " is exempt from it";
      }
    }
    for (Ref approver : gate.approvers().all()) {
      if (!gate.independent().or(false) && stands(approver, actors)) {
        return approver.id() + " may approve what " + approver.id() + " does";
      }
    }
    return "";
  }

  /**
   * Whether one of the actors is the named principal, belongs to it, or is a group that holds it.
   */
  private boolean stands(Ref named, RoaringBitmap actors) {
    int node = assumed.nodes().number(named.id());
    for (int actor : actors.toArray()) {
      boolean sameOrGroup =
          node == actor || (rights.isPrincipal(actor) && rights.identity(actor).contains(node));
      if (sameOrGroup || membership.below(actor).contains(node)) {
        return true;
      }
    }
    return false;
  }

  /** The people who may approve; empty if the gate names nobody. */
  RoaringBitmap approvers(String gate) {
    RoaringBitmap approvers = new RoaringBitmap();
    assumed
        .gate(gate)
        .ifPresent(
            known ->
                known
                    .approvers()
                    .all()
                    .forEach(
                        each -> approvers.or(membership.below(assumed.nodes().number(each.id())))));
    return approvers;
  }
}
