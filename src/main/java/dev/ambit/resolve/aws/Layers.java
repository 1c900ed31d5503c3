package dev.ambit.resolve.aws;

import dev.ambit.model.NodeSet;
import dev.ambit.model.Policy.Statement;
import dev.ambit.resolve.NodeSets;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What stands between an allow statement and a right.
 *
 * @param denies statements that deny, of every layer: any one settles it
 * @param limits for each layer that limits (a boundary; for a foreign bucket the caller's own
 *     policies) the statements by which it allows: one of each layer must
 * @param closed nodes that belong to another account, which has not opened them
 */
record Layers(
    ImmutableList<Statement> denies,
    ImmutableList<ImmutableList<Statement>> limits,
    NodeSet closed) {
  static final Layers NONE =
      new Layers(Lists.immutable.empty(), Lists.immutable.empty(), NodeSets.NONE);

  boolean isNone() {
    return denies.isEmpty() && limits.isEmpty() && closed.isEmpty();
  }
}
