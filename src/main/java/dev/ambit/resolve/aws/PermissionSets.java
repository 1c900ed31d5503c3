package dev.ambit.resolve.aws;

import dev.ambit.model.Facts;
import dev.ambit.model.Policy;
import dev.ambit.model.Principal;
import dev.ambit.resolve.aws.request.Wildcards;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.MutableSet;

/**
 * Roles that Identity Center makes of permission sets. It tells all of their names but the end,
 * {@code AWSReservedSSO_<set>_*}; where the export of an account has the role itself, that is the
 * one.
 */
public final class PermissionSets {
  private PermissionSets() {}

  /** Whether it is such a role by all of its name but the end. */
  static boolean isRole(String arn) {
    return arn.contains(":role/aws-reserved/") && arn.endsWith("_*");
  }

  /** Without what stands for a role that is in the input itself. */
  public static Facts settled(Facts facts) {
    ImmutableList<String> told =
        facts.policies().collect(Policy::holder).select(PermissionSets::isRole).distinct();
    if (told.isEmpty()) {
      return facts;
    }
    ImmutableList<String> roles =
        facts
            .principals()
            .collect(RequestFacts::arn)
            .select(each -> each.contains(":role/aws-reserved/") && !isRole(each));
    MutableSet<String> settled =
        Sets.mutable.withAll(
            told.select(set -> roles.anySatisfy(role -> Wildcards.covers(set, role))));
    return facts.with(
        b ->
            b.policies(facts.policies().reject(each -> settled.contains(each.holder())))
                .principals(
                    facts.principals().reject((Principal each) -> settled.contains(each.id()))));
  }
}
