package dev.ambit.connect.awsiam;

import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Users, groups, roles and policies as single answers of {@code aws iam} tell them. */
public final class AwsIamCalls implements AnswerFamily {
  private static final ImmutableList<Answer<IamCalls>> PRINCIPALS =
      Lists.immutable.of(
          // Users and groups of an identity store have such ids too.
          new Answer<>(
              "iam list-users",
              shape -> shape.has("Users", "UserId") && !shape.has("Users", "IdentityStoreId"),
              Set.of("Users"),
              (p, into) -> into.principal(p, "User")),
          Answer.list("iam list-roles", "Roles", "RoleId", (p, into) -> into.principal(p, "Role")),
          new Answer<>(
              "iam list-groups",
              shape -> shape.has("Groups", "GroupId") && !shape.has("Groups", "IdentityStoreId"),
              Set.of("Groups"),
              (p, into) -> into.principal(p, "Group")),
          Answer.object(
              "iam get-user",
              shape -> shape.has("User", "UserId"),
              (p, into) -> into.principal(p, "User")),
          Answer.object(
              "iam get-role",
              shape -> shape.has("Role", "RoleId"),
              (p, into) -> into.principal(p, "Role")));

  private static final ImmutableList<Answer<IamCalls>> POLICIES =
      Lists.immutable.of(
          inline("get-user-policy", "User"),
          inline("get-role-policy", "Role"),
          inline("get-group-policy", "Group"),
          Answer.list(
              "iam list-attached-role-policies",
              "AttachedPolicies",
              "PolicyArn",
              (p, into) -> into.attached(p)),
          new Answer<>(
              "iam list-policies",
              shape ->
                  shape.has("Policies", "PolicyId")
                      && !shape.has("Policies", "PolicyVersionList")
                      && !shape.has("UserDetailList"),
              Set.of("Policies"),
              (p, into) -> into.policy(p)),
          Answer.object(
              "iam get-policy",
              shape -> shape.has("Policy", "PolicyId"),
              (p, into) -> into.policy(p)),
          Answer.object(
              "iam get-policy-version",
              shape -> shape.has("PolicyVersion", "Document"),
              (p, into) -> into.version(p)));

  /** The group comes first: its members are listed as users are. */
  private static final Answers<IamCalls> ANSWERS =
      new Answers<>(
          IamCalls::new,
          IamCalls::facts,
          Lists.immutable
              .of(
                  Answer.<IamCalls>object(
                      "iam get-group",
                      shape -> shape.has("Group", "GroupId"),
                      (p, into) -> into.group(p)))
              .newWithAll(PRINCIPALS)
              .newWithAll(POLICIES));

  private static Answer<IamCalls> inline(String command, String word) {
    return Answer.object(
        "iam " + command,
        shape -> shape.has(word + "Name") && shape.has("PolicyDocument"),
        (p, into) -> into.inline(p, word));
  }

  @Override
  public String id() {
    return "aws-iam-calls";
  }

  @Override
  public String reads() {
    return "single answers of aws iam list-… and get-…, where no account export can be had";
  }

  @Override
  public Answers<IamCalls> answers() {
    return ANSWERS;
  }
}
