package dev.ambit.connect.awsiam;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Who signs in through Identity Center, and as which roles of which accounts. */
public final class AwsIdentityCenter implements AnswerFamily {
  private static final ImmutableList<Answer<IdentityCenter>> ANSWERS_OF_PEOPLE =
      Lists.immutable.of(
          Answer.object(
              "sso-admin describe-permission-set",
              shape -> shape.has("PermissionSet", "PermissionSetArn"),
              (p, into) -> into.permissionSet(p)),
          Answer.list(
              "sso-admin list-account-assignments",
              "AccountAssignments",
              "PermissionSetArn",
              (p, into) -> into.assignment(p)),
          Answer.list(
              "sso-admin list-instances",
              "Instances",
              "IdentityStoreId",
              (p, into) -> into.instance(p)),
          Answer.list(
              "identitystore list-users", "Users", "IdentityStoreId", (p, into) -> into.user(p)),
          Answer.list(
              "identitystore list-groups", "Groups", "IdentityStoreId", (p, into) -> into.group(p)),
          Answer.list(
              "identitystore list-group-memberships",
              "GroupMemberships",
              "MemberId",
              (p, into) -> into.membership(p)));

  private static final Answers<IdentityCenter> ANSWERS =
      new Answers<>(
          IdentityCenter::new,
          IdentityCenter::facts,
          Lists.immutable
              .<Answer<IdentityCenter>>of(
                  Answer.object(
                      "sso-admin get-inline-policy-for-permission-set",
                      shape -> shape.isOnly("InlinePolicy"),
                      (p, into) -> into.policies().inline(p)),
                  Answer.object(
                      "sso-admin list-managed-policies-in-permission-set",
                      shape -> shape.isOnly("AttachedManagedPolicies"),
                      (p, into) -> into.policies().managed(p)),
                  Answer.object(
                      "sso-admin list-customer-managed-policy-references-in-permission-set",
                      shape -> shape.isOnly("CustomerManagedPolicyReferences"),
                      (p, into) -> into.policies().customers(p)),
                  Answer.object(
                      "sso-admin get-permissions-boundary-for-permission-set",
                      shape -> shape.isOnly("PermissionsBoundary"),
                      (p, into) -> into.policies().boundary(p)),
                  Answer.object(
                      "sso-admin list-accounts-for-provisioned-permission-set",
                      shape -> shape.isOnly("AccountIds"),
                      (p, into) -> into.policies().accounts(p)),
                  Answer.object(
                      "sso-admin list-permission-sets",
                      shape -> shape.isOnly("PermissionSets"),
                      (p, into) -> {}))
              .newWithAll(ANSWERS_OF_PEOPLE));

  @Override
  public String id() {
    return "aws-identity-center";
  }

  @Override
  public String reads() {
    return "aws identitystore list-users, list-groups and list-group-memberships; aws sso-admin"
        + " list-instances, describe-permission-set, list-account-assignments, and what gives the"
        + " policies and accounts of a permission set";
  }

  @Override
  public Answers<IdentityCenter> answers() {
    return ANSWERS;
  }
}
