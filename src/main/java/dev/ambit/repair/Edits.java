package dev.ambit.repair;

import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import org.eclipse.collections.api.list.ImmutableList;

/** Everything that could be changed about a finding. */
final class Edits {
  private Edits() {}

  /** Changes of what there is, cheapest first; each place and value once. */
  static ImmutableList<Edit> of(Facts facts, Finding finding, Costs costs) {
    Drafts drafts = new Drafts(facts, finding, costs);
    draft(drafts, Places.of(facts, finding), facts, finding);
    return drafts.sorted().distinctBy(Edit::key);
  }

  /** The same, and agents split in two. */
  static ImmutableList<Edit> withSplits(Facts facts, Finding finding, Costs costs) {
    Drafts drafts = new Drafts(facts, finding, costs);
    Places places = Places.of(facts, finding);
    draft(drafts, places, facts, finding);
    new SplitEdits(facts, places, drafts).draft();
    return drafts.sorted().distinctBy(Edit::key);
  }

  private static void draft(Drafts drafts, Places places, Facts facts, Finding finding) {
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
  }
}
