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
      Subject subject = roster.subject(node);
      Layers layers = holdings.identityLayers(subject);
      ImmutableList<Member> members = roster.members(node).collect(each -> member(each, subject));
      ImmutableList<Statement> allows = roster.held(node).allows(subject);
      for (int i = 0; i < allows.size(); i++) {
        Statement allow = allows.get(i);
        ImmutableList<Outcome> outcomes = holdings.given(allow, subject, layers);
        int statement = i;
        if (members.allSatisfy(each -> given(node, statement, each).equals(outcomes))) {
          rights.add(node, allow, outcomes, Certainty.OBSERVED);
        } else {
          members.forEach(
              each ->
                  rights.add(each.node(), allow, given(node, statement, each), Certainty.OBSERVED));
        }
      }
    }
  }

  /**
   * Who is in a group, as whom AWS sees that one, with all that is denied to that one.
   *
   * @param asker the group itself for one who is nobody in AWS: an inventory may put people into
   *     groups
   */
  private record Member(int node, Subject asker, Layers layers) {}

  private Member member(int node, Subject group) {
    Subject member = roster.subject(node);
    Subject asker = member.isKnown() ? member : group;
    return new Member(node, asker, holdings.identityLayers(asker));
  }

  /** What the group's statement gives one of its members. */
  private ImmutableList<Outcome> given(int group, int statement, Member member) {
    Statement allow = roster.held(group).allows(member.asker()).get(statement);
    return holdings.given(allow, member.asker(), member.layers());
  }
}
