package dev.ambit.resolve.aws;

import dev.ambit.model.Certainty;
import dev.ambit.model.Policy.Statement;
import org.eclipse.collections.api.list.ImmutableList;

/** Rights from the policies that are attached to principals and to their groups. */
final class IdentityRights {
  private final Holdings holdings;
  private final Roster roster;
  private final RightList rights;

  IdentityRights(Holdings holdings, RightList rights) {
    this.holdings = holdings;
    this.roster = holdings.roster();
    this.rights = rights;
  }

  void addAll() {
    for (int node : roster.holders()) {
      ImmutableList<Integer> members = roster.members(node);
      Subject subject = roster.subject(node);
      Layers layers = holdings.identityLayers(subject);
      ImmutableList<Statement> allows = roster.held(node).allows(subject);
      for (int i = 0; i < allows.size(); i++) {
        Statement allow = allows.get(i);
        ImmutableList<Outcome> outcomes = holdings.given(allow, subject, layers);
        int statement = i;
        if (members.allSatisfy(
            member -> forMember(node, statement, roster.subject(member)).equals(outcomes))) {
          rights.add(node, allow, outcomes, Certainty.OBSERVED);
        } else {
          members.forEach(
              member ->
                  rights.add(
                      member,
                      allow,
                      forMember(node, statement, roster.subject(member)),
                      Certainty.OBSERVED));
        }
      }
    }
  }

  /** What the group's statement gives one of its members, with all that is denied to that one. */
  private ImmutableList<Outcome> forMember(int group, int statement, Subject member) {
    // Of the group's account for one who is nobody in AWS: an inventory may put people into groups.
    Subject asker = member.isKnown() ? member : roster.subject(group);
    Layers layers =
        member.isKnown()
            ? holdings.identityLayers(member)
            : holdings.identityLayers(roster.subject(group));
    return holdings.given(roster.held(group).allows(asker).get(statement), asker, layers);
  }
}
