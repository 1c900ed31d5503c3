package dev.ambit.resolve.aws;

import dev.ambit.model.NodeSet;
import dev.ambit.model.Policy.Statement;
import dev.ambit.resolve.NodeSets;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What stands between an allow statement and a right. Shared among all principals to whom the same
 * statements apply, and equal only to itself: comparing thousands of statements would cost more
 * than deciding them. That is why it is no record.
 */
final class Layers {
  static final Layers NONE =
      new Layers(
          Lists.immutable.empty(), Lists.immutable.empty(), NodeSets.NONE, any -> Optional.empty());

  private final ImmutableList<Statement> denies;
  private final ImmutableList<ImmutableList<Statement>> limits;
  private final NodeSet closed;
  private final Function<Statement, Optional<NodeSet>> scope;

  /**
   * @param scope of a deny the only nodes it speaks of; empty where its own resources say it all
   */
  Layers(
      ImmutableList<Statement> denies,
      ImmutableList<ImmutableList<Statement>> limits,
      NodeSet closed,
      Function<Statement, Optional<NodeSet>> scope) {
    this.denies = denies;
    this.limits = limits;
    this.closed = closed;
    this.scope = scope;
  }

  /** Statements that deny, of every layer: any one settles it. */
  ImmutableList<Statement> denies() {
    return denies;
  }

  /**
   * For each layer that limits (a boundary; for a foreign bucket the caller's own policies) the
   * statements by which it allows: one of each layer must.
   */
  ImmutableList<ImmutableList<Statement>> limits() {
    return limits;
  }

  /** Nodes that belong to another account, which has not opened them. */
  NodeSet closed() {
    return closed;
  }

  /** The only nodes that a deny speaks of; empty where its own resources say it all. */
  Optional<NodeSet> scope(Statement deny) {
    return scope.apply(deny);
  }

  /** Whether the answer may differ from one principal of an account to the next. */
  boolean arePersonal() {
    return denies.anySatisfy(Held::isPersonal)
        || limits.anySatisfy(limit -> limit.anySatisfy(Held::isPersonal));
  }
}
