package dev.ambit.connect.awsiam;

import org.eclipse.collections.api.factory.Lists;

/** Who signs in through Identity Center, and as which roles of which accounts. */
public final class AwsIdentityCenter implements AnswerFamily {
  private static final Answers<IdentityCenter> ANSWERS =
      new Answers<>(
          IdentityCenter::new,
          IdentityCenter::facts,
          Lists.immutable.<Answer<IdentityCenter>>of(
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
                  "identitystore list-users",
                  "Users",
                  "IdentityStoreId",
                  (p, into) -> into.user(p)),
              Answer.list(
                  "identitystore list-groups",
                  "Groups",
                  "IdentityStoreId",
                  (p, into) -> into.group(p)),
              Answer.list(
                  "identitystore list-group-memberships",
                  "GroupMemberships",
                  "MemberId",
                  (p, into) -> into.membership(p))));

  @Override
  public String id() {
    return "aws-identity-center";
  }

  @Override
  public String reads() {
    return "aws identitystore list-users, list-groups and list-group-memberships; aws sso-admin"
        + " list-instances, describe-permission-set and list-account-assignments";
  }

  @Override
  public Answers<IdentityCenter> answers() {
    return ANSWERS;
  }
}
