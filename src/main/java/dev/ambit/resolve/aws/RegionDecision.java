package dev.ambit.resolve.aws;

import dev.ambit.model.Certainty;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import dev.ambit.resolve.Names;
import dev.ambit.resolve.NodeSets;
import dev.ambit.resolve.aws.request.Holds;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Decides for actions that are alike, one {@link Region} after the other. */
final class RegionDecision {
  private final Statement allow;
  private final Subject subject;
  private final Layers layers;
  private final Alike alike;
  private final Names names;
  private final AccountAssets accounts;
  private final ResourceConditions resources;

  /** Some nodes, and the undecidable conditions under which they are let through. */
  private record Piece(NodeSet nodes, String dependsOn, ImmutableList<Statement> through) {
    Piece within(NodeSet left, Alike.Limit limit) {
      String also = limit.dependsOn();
      return new Piece(
          left,
          dependsOn.isEmpty() || also.isEmpty() ? dependsOn + also : dependsOn + " and " + also,
          through.newWith(limit.statement()));
    }

    Piece with(NodeSet left) {
      return new Piece(left, dependsOn, through);
    }
  }

  RegionDecision(
      Statement allow,
      Subject subject,
      Layers layers,
      Alike alike,
      Names names,
      AccountAssets accounts,
      ResourceConditions resources) {
    this.resources = resources;
    this.allow = allow;
    this.subject = subject;
    this.layers = layers;
    this.alike = alike;
    this.names = names;
    this.accounts = accounts;
  }

  /** Adds what the statement gives on those resources of a type that a pattern of it names. */
  void decide(ResourcePattern resource, String type, String on, Gathered gathered) {
    AccountType ofAccount = AccountType.of(type, alike.family(), resource, subject);
    Region.of(resource, ofAccount.pattern())
        .ifPresent(
            region ->
                allowed(region)
                    .ifPresent(
                        nodes ->
                            starts(nodes, on)
                                .flatCollect(start -> limited(region, start))
                                .collect(piece -> withParts(region, piece))
                                .forEach(
                                    piece ->
                                        settle(region, piece, ofAccount.certainty(), gathered))));
  }

  /** What the statement allows for certain, and what its conditions leave open. */
  private ImmutableList<Piece> starts(NodeSet nodes, String on) {
    return split(nodes, allow, on)
        .collect(part -> new Piece(part.nodes(), part.on(), Lists.immutable.empty()));
  }

  private record Part(NodeSet nodes, String on) {}

  /** Parts of some nodes by what the conditions of a statement say of each. */
  private ImmutableList<Part> split(NodeSet nodes, Statement by, String on) {
    if (on.isEmpty() || !ResourceConditions.areIn(by)) {
      return Lists.immutable.of(new Part(nodes, on));
    }
    Part open = new Part(resources.where(Holds.DEPENDS, by, subject, nodes), on);
    NodeSet sure = resources.where(Holds.YES, by, subject, nodes);
    return sure.isEmpty() ? Lists.immutable.of(open) : Lists.immutable.of(new Part(sure, ""), open);
  }

  /** What is allowed and not denied; empty if nothing of the region, known or not. */
  private Optional<NodeSet> allowed(Region region) {
    NodeSet all = NodeSets.minus(accounts.nodes(region, alike.family(), subject), layers.closed());
    Optional<NodeSet> left =
        without(alike.denies(), region, all).map(nodes -> withoutWhere(Holds.YES, region, nodes));
    return allow.notResources().isEmpty()
        ? left
        : left.flatMap(nodes -> region.within(allow, nodes, names));
  }

  /** Without what a deny takes of those nodes of which the input tells what it asks for. */
  private NodeSet withoutWhere(Holds holds, Region region, NodeSet nodes) {
    NodeSet left = nodes;
    for (Statement deny : alike.doubtful().select(ResourceConditions::areIn)) {
      NodeSet about = resources.where(holds, deny, subject, left);
      NodeSet inside =
          NodeSets.select(about, node -> layers.scope(deny).map(of -> of.has(node)).orElse(true));
      NodeSet spared = region.without(deny, inside, names).orElse(NodeSets.NONE);
      left = NodeSets.minus(left, NodeSets.minus(inside, spared));
    }
    return left;
  }

  private Optional<NodeSet> without(ImmutableList<Statement> denies, Region region, NodeSet nodes) {
    Optional<NodeSet> left = Optional.of(nodes);
    for (Statement deny : denies) {
      left = left.flatMap(each -> without(deny, region, each));
    }
    return left;
  }

  private Optional<NodeSet> without(Statement deny, Region region, NodeSet nodes) {
    Optional<NodeSet> scope = layers.scope(deny);
    if (scope.isEmpty()) {
      return region.without(deny, nodes, names);
    }
    NodeSet inside = NodeSets.select(nodes, scope.get()::has);
    NodeSet left = region.without(deny, inside, names).orElse(NodeSets.NONE);
    return Optional.of(NodeSets.minus(nodes, NodeSets.minus(inside, left)));
  }

  private ImmutableList<Piece> limited(Region region, Piece start) {
    ImmutableList<Piece> pieces = Lists.immutable.of(start);
    for (ImmutableList<Alike.Limit> layer : alike.limits()) {
      MutableList<Piece> through = Lists.mutable.empty();
      for (Alike.Limit limit : layer) {
        pieces.forEach(
            piece ->
                region
                    .within(limit.statement(), piece.nodes(), names)
                    .ifPresent(
                        nodes ->
                            split(nodes, limit.statement(), limit.dependsOn())
                                .forEach(
                                    part ->
                                        through.add(
                                            piece.within(
                                                part.nodes(),
                                                new Alike.Limit(limit.statement(), part.on()))))));
      }
      pieces = through.toImmutable();
    }
    return pieces;
  }

  /** Without the assets of which the statements leave no part when they are taken together. */
  private Piece withParts(Region region, Piece piece) {
    int statements = piece.through().size() + alike.denies().size();
    if (region.parts().isEmpty() || statements == 0 || !dividesParts(piece)) {
      return piece;
    }
    return piece.with(NodeSets.select(piece.nodes(), node -> hasParts(region, piece, node)));
  }

  /** Whether more than one statement tells parts of an asset apart; one alone is decided before. */
  private boolean dividesParts(Piece piece) {
    int dividing =
        piece.through().count(RegionDecision::dividesParts)
            + alike.denies().count(RegionDecision::dividesParts)
            + (dividesParts(allow) ? 1 : 0);
    return dividing > 1;
  }

  private static boolean dividesParts(Statement statement) {
    return !statement.resources().contains("*")
        && statement
            .resources()
            .newWithAll(statement.notResources())
            .collect(ResourcePattern::of)
            .anySatisfy(each -> !each.part().isEmpty() || !Wildcards.isPlain(each.asset()));
  }

  private boolean hasParts(Region region, Piece piece, int node) {
    String asset = names.nodes().id(node);
    if (!asset.startsWith("arn:")) {
      return true;
    }
    PartsLeft left = PartsLeft.of(region.type(), region.resource(), allow);
    piece.through().forEach(left::within);
    alike
        .denies()
        .select(deny -> layers.scope(deny).map(scope -> scope.has(node)).orElse(true))
        .forEach(left::without);
    return left.hasSomeIn(asset);
  }

  private void settle(Region region, Piece piece, Certainty certainty, Gathered gathered) {
    Optional<NodeSet> sure =
        without(alike.doubtful().reject(ResourceConditions::areIn), region, piece.nodes())
            .map(nodes -> withoutWhere(Holds.DEPENDS, region, nodes));
    NodeSet certain = sure.orElse(NodeSets.NONE);
    NodeSet doubted = NodeSets.minus(piece.nodes(), certain);
    Effects effects = alike.family().effects();
    boolean byTrust = alike.family().isAssumption();
    gathered.add(effects.verbs(), certain, piece.dependsOn(), certainty, byTrust);
    gathered.add(effects.verbs(), doubted, piece.dependsOn(), Certainty.ASSUMED, byTrust);
    gathered.add(
        Verbs.of(Verb.SHARE),
        accounts.opened(effects.changes(), subject),
        piece.dependsOn(),
        sure.isPresent() ? certainty : Certainty.ASSUMED,
        false);
  }
}
