package dev.ambit.resolve.aws;

import dev.ambit.model.Certainty;
import dev.ambit.model.Policy.Statement;
import org.eclipse.collections.api.RichIterable;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.factory.Lists;

/**
 * Rights from the policies that are attached to principals and to their groups. Nobody's rights
 * hang on another's, so parts of the holders are decided at the same time. How many parts there are
 * depends on the input alone.
 */
final class IdentityRights {
  private static final int PARTS = 16;

  /** Of fewer holders a part is not worth the answers that it cannot share with the others. */
  private static final int SMALLEST = 1_000;

  private final Holdings holdings;
  private final RightList rights;
  private final int smallest;

  /** What a statement gives a holder. */
  private record Given(int holder, Statement allow, ImmutableList<Outcome> outcomes) {}

  IdentityRights(Holdings holdings, RightList rights) {
    this(holdings, rights, SMALLEST);
  }

  /**
   * @param smallest how many holders a part has at least
   */
  IdentityRights(Holdings holdings, RightList rights, int smallest) {
    this.holdings = holdings;
    this.rights = rights;
    this.smallest = smallest;
  }

  void addAll() {
    ImmutableList<Integer> holders = holdings.roster().holders();
    if (holders.size() <= smallest) {
      new Part(holdings).of(holders).forEach(this::add);
      return;
    }
    int size = Math.max(smallest, (holders.size() + PARTS - 1) / PARTS);
    // By number, so by ARN: a part mostly has whole accounts, which share most answers.
    MutableList<RichIterable<Integer>> parts = holders.chunk(size).toList();
    parts.parallelStream()
        .map(part -> new Part(holdings.apart()).of(part))
        .toList()
        .forEach(given -> given.forEach(this::add));
  }

  private void add(Given given) {
    rights.add(given.holder(), given.allow(), given.outcomes(), Certainty.OBSERVED);
  }

  /** Decides for some of the holders. */
  private static final class Part {
    private final Holdings holdings;
    private final Roster roster;
    private final MutableList<Given> given = Lists.mutable.empty();

    Part(Holdings holdings) {
      this.holdings = holdings;
      this.roster = holdings.roster();
    }

    MutableList<Given> of(RichIterable<Integer> holders) {
      holders.forEach(this::decide);
      return given;
    }

    private void decide(Integer node) {
      Subject subject = roster.subject(node);
      Layers layers = holdings.identityLayers(subject);
      ImmutableList<Member> members = roster.members(node).collect(each -> member(each, subject));
      ImmutableList<Statement> allows = roster.held(node).allows(subject);
      for (int i = 0; i < allows.size(); i++) {
        Statement allow = allows.get(i);
        ImmutableList<Outcome> outcomes = holdings.given(allow, subject, layers);
        int statement = i;
        if (members.allSatisfy(each -> given(node, statement, each).equals(outcomes))) {
          given.add(new Given(node, allow, outcomes));
        } else {
          members.forEach(
              each -> given.add(new Given(each.node(), allow, given(node, statement, each))));
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
}
