package dev.ambit.resolve.aws;

import dev.ambit.model.Policy;
import dev.ambit.model.Principal;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Of which accounts all principals and their policies are in the input, and of which only some. An
 * account with one known role is not known: what its others may do, nobody has told.
 */
final class Exported {
  private final Set<String> held = new HashSet<>();
  private final Set<String> whole = new HashSet<>();
  private final Set<String> complete = new HashSet<>();
  private final Organisation organisation;

  Exported(
      ImmutableList<Policy> policies,
      ImmutableList<Principal> principals,
      Organisation organisation) {
    this.organisation = organisation;
    held.addAll(new Accounts(policies).roots().keySet());
    for (Principal each : principals.select(Principal::complete)) {
      String arn = RequestFacts.arn(each);
      complete.add(arn);
      if (!PermissionSets.isRole(arn)) {
        whole.add(Accounts.rootOf(arn));
      }
    }
  }

  /** Whether all policies of an account's principals are here. */
  boolean account(String root) {
    return held.contains(root) && (whole.contains(root) || !organisation.isPartlyListed(root));
  }

  /** Whether all policies of a principal are here. */
  boolean principal(String arn) {
    return complete.contains(arn) || account(Accounts.rootOf(arn));
  }
}
