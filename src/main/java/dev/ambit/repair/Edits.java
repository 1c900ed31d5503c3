package dev.ambit.repair;

import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import org.eclipse.collections.api.list.ImmutableList;

/** Everything that could be changed about a finding. */
final class Edits {
  private Edits() {}

  /** Cheapest first; each place and value once. */
  static ImmutableList<Edit> of(Facts facts, Finding finding, Costs costs) {
    Places places = Places.of(facts, finding);
    Drafts drafts = new Drafts(facts, finding, costs);
    new ToolEdits(facts, places, drafts).draft();
    new GrantEdits(facts, places, drafts).draft();
    new AgentEdits(facts, places, drafts).draft();
    new PeopleEdits(facts, places, drafts).draft();
    new GateEdits(facts, places, drafts).draft();
    ControlEdits controls = new ControlEdits(facts, places, drafts);
    controls.draft();
    facts
        .agents()
        .select(agent -> agent.id().equals(finding.subject()))
        .forEach(agent -> controls.draftSettings(agent, finding.rule()));
    return drafts.sorted().distinctBy(Edit::change);
  }
}
