package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.Policy;
import dev.ambit.model.Principal;
import dev.ambit.model.Right;
import dev.ambit.resolve.Names;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** From AWS policies to rights. */
public final class AwsDecisions {
  private AwsDecisions() {}

  /**
   * What every principal may do by policies: its own and its groups', those on buckets, and trust
   * policies. The right of a group stays the group's unless a member of it is denied or limited
   * apart from the others; then each member has its own. Sorted by holder, then by grant.
   *
   * @param policies with holders as written (ARNs)
   * @param principals joined, so that {@code memberOf} names ids
   * @param assets joined; those that are accounts and what stands above them matter
   */
  public static ImmutableList<Right> rights(
      ImmutableList<Policy> policies,
      ImmutableList<Principal> principals,
      ImmutableList<Asset> assets,
      Names names) {
    if (policies.isEmpty()) {
      return Lists.immutable.empty();
    }
    Holdings holdings = new Holdings(policies, principals, assets, names);
    RightList rights = new RightList(new LastUse(principals, names));
    new IdentityRights(holdings, rights).addAll();
    new ResourceRights(holdings, rights).addAll();
    new Escalations(holdings, assets, rights).addAll();
    ImmutableList<Right> decided =
        EncryptedObjects.of(rights.sorted(), policies, principals, assets, names);
    DataLakes lake = new DataLakes(policies, assets);
    return lake.hasTables()
        ? RightList.inOrder(new TableRights(lake, holdings, decided).all())
        : decided;
  }
}
