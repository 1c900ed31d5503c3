package dev.ambit.resolve.aws;

import dev.ambit.model.Certainty;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import dev.ambit.resolve.Names;
import dev.ambit.resolve.NodeSets;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The order in which AWS decides, for one statement that allows: an explicit deny of any layer ends
 * it; each layer that limits must allow too; then it holds. A deny whose condition cannot be
 * decided takes nothing away and leaves the right assumed; an undecidable allow makes it depend.
 *
 * <p>Actions that all denies and limits treat alike are decided once for each type of resource they
 * work on.
 */
final class DecisionOrder {
  private final Names names;
  private final ActionTable actions;
  private final AccountAssets accounts;

  DecisionOrder(Names names, ActionTable actions) {
    this.names = names;
    this.actions = actions;
    this.accounts = new AccountAssets(names, actions);
  }

  /** What {@code allow} gives {@code subject}, sorted, without repetition. */
  ImmutableList<Outcome> decide(Statement allow, Subject subject, Layers layers) {
    Holds holds = Conditions.decide(allow.conditions(), subject);
    if (holds == Holds.NO) {
      return Lists.immutable.empty();
    }
    String on = holds == Holds.YES ? "" : Conditions.text(allow.conditions());
    Gathered gathered = new Gathered();
    for (Alike alike : alike(actions.of(allow), new Candidates(layers, subject))) {
      for (ResourcePattern resource : resources(allow)) {
        alike
            .family()
            .types()
            .forEach(
                type ->
                    new Question(allow, subject, layers, alike, on, gathered).ask(resource, type));
      }
    }
    accounts.rest(allow, subject, layers, on, gathered);
    return gathered.outcomes();
  }

  private static ImmutableList<ResourcePattern> resources(Statement allow) {
    return allow.notResources().isEmpty()
        ? allow.resources().collect(ResourcePattern::of)
        : Lists.immutable.of(ResourcePattern.of("*"));
  }

  /** Actions that are the same to every statement concerned. */
  private record Alike(Family family, BitSet concerned, Candidates candidates) {
    ImmutableList<Statement> denies(Holds holds) {
      return candidates
          .all
          .select(each -> each.limit < 0 && each.holds == holds && concerned.get(each.number))
          .collect(Candidate::statement);
    }

    ImmutableList<Candidate> limits(int layer) {
      return candidates.all.select(each -> each.limit == layer && concerned.get(each.number));
    }
  }

  /**
   * A statement of some layer whose condition may hold.
   *
   * @param limit which of the limiting layers; -1 for a deny
   */
  private record Candidate(
      int number, Statement statement, int limit, Holds holds, ActionSet actions) {}

  private final class Candidates {
    private final ImmutableList<Candidate> all;

    Candidates(Layers layers, Subject subject) {
      MutableList<Candidate> found = Lists.mutable.empty();
      layers.denies().forEach(deny -> consider(deny, -1, subject, found));
      for (int i = 0; i < layers.limits().size(); i++) {
        int layer = i;
        layers.limits().get(i).forEach(limit -> consider(limit, layer, subject, found));
      }
      all = found.toImmutable();
    }

    private void consider(
        Statement statement, int layer, Subject subject, MutableList<Candidate> found) {
      Holds holds = Conditions.decide(statement.conditions(), subject);
      if (holds != Holds.NO) {
        found.add(new Candidate(found.size(), statement, layer, holds, actions.of(statement)));
      }
    }
  }

  private Set<Alike> alike(ActionSet allowed, Candidates candidates) {
    ImmutableList<Candidate> concerned =
        candidates.all.select(each -> each.actions.overlaps(allowed));
    Set<Alike> alike = new LinkedHashSet<>();
    if (concerned.isEmpty()) {
      BitSet none = new BitSet();
      actions.families(allowed).forEach(each -> alike.add(new Alike(each, none, candidates)));
      return alike;
    }
    allowed.forEach(
        action -> {
          Family family = actions.family(action);
          if (!family.effects().equals(Effects.NONE)) {
            BitSet bits = new BitSet();
            concerned.forEach(
                each -> {
                  if (each.actions.has(action)) {
                    bits.set(each.number);
                  }
                });
            alike.add(new Alike(family, bits, candidates));
          }
        });
    return alike;
  }

  /** Some nodes, and the undecidable conditions under which they are let through. */
  private record Piece(NodeSet nodes, String dependsOn) {}

  private final class Question {
    private final Statement allow;
    private final Subject subject;
    private final Layers layers;
    private final Alike alike;
    private final String on;
    private final Gathered gathered;

    Question(
        Statement allow,
        Subject subject,
        Layers layers,
        Alike alike,
        String on,
        Gathered gathered) {
      this.allow = allow;
      this.subject = subject;
      this.layers = layers;
      this.alike = alike;
      this.on = on;
      this.gathered = gathered;
    }

    void ask(ResourcePattern resource, String type) {
      AccountType ofAccount = AccountType.of(type, alike.family, resource, subject);
      Region.of(resource, ofAccount.pattern())
          .ifPresent(region -> answer(region, ofAccount.certainty()));
    }

    private void answer(Region region, Certainty certainty) {
      Optional<NodeSet> left =
          Optional.of(
              NodeSets.minus(accounts.nodes(region, alike.family, subject), layers.closed()));
      for (Statement deny : alike.denies(Holds.YES)) {
        left = left.flatMap(nodes -> region.without(deny, nodes, names));
      }
      if (!allow.notResources().isEmpty()) {
        left = left.flatMap(nodes -> region.within(allow, nodes, names));
      }
      left.ifPresent(
          nodes ->
              limited(region, new Piece(nodes, on))
                  .forEach(piece -> settle(region, piece, certainty)));
    }

    private ImmutableList<Piece> limited(Region region, Piece start) {
      ImmutableList<Piece> pieces = Lists.immutable.of(start);
      for (int i = 0; i < layers.limits().size(); i++) {
        MutableList<Piece> through = Lists.mutable.empty();
        for (Candidate limit : alike.limits(i)) {
          pieces.forEach(
              piece ->
                  region
                      .within(limit.statement, piece.nodes, names)
                      .ifPresent(nodes -> through.add(new Piece(nodes, both(piece, limit)))));
        }
        pieces = through.toImmutable();
      }
      return pieces;
    }

    private String both(Piece piece, Candidate limit) {
      if (limit.holds == Holds.YES) {
        return piece.dependsOn;
      }
      String more = Conditions.text(limit.statement.conditions());
      return piece.dependsOn.isEmpty() ? more : piece.dependsOn + " and " + more;
    }

    private void settle(Region region, Piece piece, Certainty certainty) {
      Optional<NodeSet> sure = Optional.of(piece.nodes);
      for (Statement deny : alike.denies(Holds.DEPENDS)) {
        sure = sure.flatMap(nodes -> region.without(deny, nodes, names));
      }
      NodeSet certain = sure.orElse(NodeSets.NONE);
      Effects effects = alike.family.effects();
      boolean byTrust = alike.family.isAssumption();
      gathered.add(effects.verbs(), certain, piece.dependsOn, certainty, byTrust);
      gathered.add(
          effects.verbs(),
          NodeSets.minus(piece.nodes, certain),
          piece.dependsOn,
          Certainty.ASSUMED,
          byTrust);
      if (effects.changesAccount()) {
        gathered.add(
            Verbs.of(Verb.SHARE),
            names.matching(subject.accountAsset()),
            piece.dependsOn,
            sure.isPresent() ? certainty : Certainty.ASSUMED,
            false);
      }
    }
  }
}
