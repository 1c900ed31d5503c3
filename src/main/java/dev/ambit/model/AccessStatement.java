package dev.ambit.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Who can do what, beside what is wrong with it: what a report says of agents and data that no
 * finding speaks of.
 *
 * @param agents one for each agent, sorted by id
 * @param assets what agents reach, sorted, at most {@link #ASSETS}
 * @param assetsTotal how many there are
 * @param people ids and names of single persons that stand in the result, sorted: what is taken out
 *     where a report is to name nobody
 */
@RecordBuilder
public record AccessStatement(
    ImmutableList<AgentAccess> agents,
    ImmutableList<AssetAccess> assets,
    int assetsTotal,
    ImmutableList<String> people)
    implements AccessStatementBuilder.With {
  /** So many assets are kept. */
  public static final int ASSETS = 500;

  /** For a look at the terminal, which shows none of it. */
  public static final AccessStatement NOT_ASKED =
      new AccessStatement(
          Lists.immutable.empty(), Lists.immutable.empty(), 0, Lists.immutable.empty());
}
