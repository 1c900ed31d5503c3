package dev.ambit.resolve.aws;

import static dev.ambit.model.Verb.ASSUME;
import static dev.ambit.model.Verb.DELETE;
import static dev.ambit.model.Verb.READ;
import static dev.ambit.model.Verb.SHARE;
import static dev.ambit.model.Verb.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies of an organisation bind what its accounts' own policies give. */
class OrganisationLayersTest {
  private static final String ACCOUNT = AwsWorld.ACCOUNT;
  private static final String OBJECTS = "arn:aws:s3:::payroll/*";

  private static AwsWorld world() {
    return AwsWorld.empty()
        .bucket("payroll")
        .allow("role/etl", "s3:*", "*")
        .allow("user/ann", "s3:*", "*")
        .organisation(ACCOUNT, "r-acme", "ou-prod");
  }

  @Test
  void withoutAnyServiceControlPolicyNothingIsLimited() {
    assertThat(world().resolved().can("role/etl", READ, "payroll")).isEqualTo("yes");
  }

  @Test
  void aDenyAtAnyLevelWins() {
    var world =
        world()
            .scp("r-acme", true, "*", "*")
            .scp("ou-prod", true, "*", "*")
            .scp("r-acme", false, "s3:GetObject*", "*");
    assertThat(world.resolved().can("role/etl", READ, "payroll")).isEqualTo("no");
    assertThat(world.resolved().can("role/etl", DELETE, "payroll")).isEqualTo("yes");
  }

  @Test
  void everyLevelMustAllow() {
    var world =
        world()
            .scp("r-acme", true, "*", "*")
            .scp("ou-prod", true, "s3:Get*", "*")
            .scp(AwsWorld.root(ACCOUNT), true, "*", "*");
    assertThat(world.resolved().can("role/etl", READ, "payroll")).isEqualTo("yes");
    assertThat(world.resolved().can("role/etl", DELETE, "payroll")).isEqualTo("no");
  }

  @Test
  void twoStatementsOfOneLevelAddUpAndTwoLevelsDoNot() {
    var world =
        world()
            .scp("ou-prod", true, "s3:Get*", "*")
            .scp("ou-prod", true, "s3:Delete*", "*")
            .scp("r-acme", true, "s3:Delete*", "*");
    assertThat(world.resolved().can("role/etl", DELETE, "payroll")).isEqualTo("yes");
    assertThat(world.resolved().can("role/etl", READ, "payroll")).isEqualTo("no");
  }

  @Test
  void whatABucketGivesByNameIsLimitedToo() {
    var world =
        AwsWorld.empty()
            .principalOf("role/etl")
            .allow("role/etl", "sqs:ListQueues", "*")
            .bucketAllows("payroll", "s3:GetObject", OBJECTS, "AWS:" + AwsWorld.arn("role/etl"))
            .organisation(ACCOUNT, "r-acme")
            .scp("r-acme", false, "s3:GetObject", "*");
    assertThat(world.resolved().can("role/etl", READ, "payroll")).isEqualTo("no");
  }

  @Test
  void theManagementAccountIsNotBound() {
    var world = world().managed(ACCOUNT).scp("r-acme", false, "*", "*");
    assertThat(world.resolved().can("role/etl", READ, "payroll")).isEqualTo("yes");
  }

  @Test
  void aServiceLinkedRoleIsNotBound() {
    String role = "role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";
    var world = world().allow(role, "s3:GetObject", OBJECTS).scp("r-acme", false, "*", "*");
    assertThat(world.resolved().can(role, READ, "payroll")).isEqualTo("yes");
    assertThat(world.resolved().can("role/etl", READ, "payroll")).isEqualTo("no");
  }

  @Test
  void aConditionOnThePrincipalIsDecided() {
    var world =
        world()
            .scp("r-acme", true, "*", "*")
            .scp("r-acme", false, "s3:GetObject*", "*")
            .when("ArnNotLike", "aws:PrincipalArn", "arn:aws:iam::*:role/etl");
    assertThat(world.resolved().can("role/etl", READ, "payroll")).isEqualTo("yes");
    assertThat(world.resolved().can("user/ann", READ, "payroll")).isEqualTo("no");
  }

  @Test
  void anUndecidableDenyLeavesTheRightAssumed() {
    var world =
        world()
            .scp("r-acme", true, "*", "*")
            .scp("r-acme", false, "s3:GetObject*", "*")
            .when("StringNotEquals", "aws:RequestedRegion", "eu-central-1");
    assertThat(world.resolved().can("role/etl", READ, "payroll")).isEqualTo("assumed");
  }

  @Test
  void whoMayNotChangePoliciesAnyMoreCannotOpenTheAccount() {
    var world =
        AwsWorld.empty()
            .bucket("payroll")
            .allow("user/ann", "*", "*")
            .organisation(ACCOUNT, "r-acme")
            .scp("r-acme", false, "iam:*", "*");
    assertThat(world.resolved().can("user/ann", SHARE, AwsWorld.root(ACCOUNT))).isEqualTo("no");
  }

  @Test
  void aResourceControlPolicyGuardsTheResourcesOfItsAccounts() {
    var world = world().bucket("news").rcpDenies("ou-prod", "s3:GetObject*", OBJECTS);
    assertThat(world.resolved().can("role/etl", READ, "payroll")).isEqualTo("no");
    assertThat(world.resolved().can("role/etl", READ, "news")).isEqualTo("yes");
  }

  @Test
  void itKeepsOutStrangersWhomABucketLetsIn() {
    var world =
        AwsWorld.empty()
            .bucketAllows("payroll", "s3:GetObject", OBJECTS, "*")
            .organisation(ACCOUNT, "r-acme");
    assertThat(world.resolved().can("internet", READ, "payroll")).isEqualTo("yes");
    world.rcpDenies("r-acme", "s3:*", "*");
    assertThat(world.resolved().can("internet", READ, "payroll")).isEqualTo("no");
  }

  @Test
  void itDoesNotBindTheManagementAccountNorServicesWithoutSupport() {
    String table = "arn:aws:dynamodb:eu-central-1:" + ACCOUNT + ":table/orders";
    String parameter = "arn:aws:ssm:eu-central-1:" + ACCOUNT + ":parameter/limits";
    var world =
        world()
            .allow("role/etl", "dynamodb:GetItem", table)
            .allow("role/etl", "ssm:GetParameter", parameter)
            .rcpDenies("r-acme", "*", "*");
    assertThat(world.resolved().can("role/etl", READ, parameter)).isEqualTo("yes");
    assertThat(world.resolved().can("role/etl", READ, table)).isEqualTo("no");
    assertThat(world.resolved().can("role/etl", READ, "payroll")).isEqualTo("no");
    world.managed(ACCOUNT);
    assertThat(world.resolved().can("role/etl", READ, "payroll")).isEqualTo("yes");
  }

  @ParameterizedTest
  @CsvSource({
    // the bucket's words to the other account: actions, on, key of a condition, read, write, other
    "s3:GetObject, arn:aws:s3:::payroll/*, '', yes, no",
    "s3:PutObject, arn:aws:s3:::payroll/*, '', no, yes",
    "s3:ListBucket, arn:aws:s3:::payroll, '', no, no",
    "s3:*, arn:aws:s3:::payroll/*, aws:SourceVpc, depends, depends",
    "s3:*, arn:aws:s3:::payroll/*, aws:PrincipalTag/team, no, no"
  })
  void whatABucketOpensToAnotherAccountIsWhatItSays(
      String actions, String on, String key, String read, String write) {
    String other = "arn:aws:iam::222233334444:user/other";
    AwsWorld world =
        AwsWorld.empty()
            .allow("role/etl", "sqs:ListQueues", "*")
            .tagged(other, "team=blue")
            .allow(other, "s3:*", "*")
            .bucketAllows("payroll", actions, on, "AWS:" + AwsWorld.root("222233334444"));
    if (!key.isEmpty()) {
      world.when("StringEquals", key, "red");
    }
    assertThat(world.resolved().can(other, READ, "payroll")).startsWith(read);
    assertThat(world.resolved().can(other, WRITE, "payroll")).startsWith(write);
  }

  @Test
  void aBucketThatNamesAnotherAccountIsOpenToThoseWhoMayThere() {
    var world =
        AwsWorld.empty()
            .allow("role/etl", "sqs:ListQueues", "*")
            .allow("arn:aws:iam::222233334444:role/other", "s3:GetObject", OBJECTS)
            .allow("arn:aws:iam::222233334444:role/none", "sqs:ListQueues", "*")
            .bucketAllows(
                "payroll", "s3:GetObject", OBJECTS, "AWS:" + AwsWorld.root("222233334444"))
            .resolved();
    assertThat(world.can("arn:aws:iam::222233334444:role/other", READ, "payroll")).isEqualTo("yes");
    assertThat(world.can("arn:aws:iam::222233334444:role/none", READ, "payroll")).isEqualTo("no");
  }

  @Test
  void whoAssignsPermissionSetsFromTheManagementAccountOpensEveryAccount() {
    String other = "222233334444";
    var world =
        AwsWorld.empty()
            .bucket("payroll")
            .allow("user/ann", "sso:CreateAccountAssignment", "*")
            .allow("arn:aws:iam::" + other + ":user/bob", "sso:CreateAccountAssignment", "*")
            .organisation(ACCOUNT, "r-acme")
            .organisation(other, "r-acme")
            .managed(ACCOUNT)
            .resolved();
    assertThat(world.can("user/ann", SHARE, AwsWorld.root(other))).isEqualTo("yes");
    assertThat(world.can("user/ann", SHARE, "payroll")).isEqualTo("yes");
    assertThat(world.can("arn:aws:iam::" + other + ":user/bob", SHARE, "payroll")).isEqualTo("no");
  }

  @Test
  void itMayForbidToAssumeARole() {
    var world =
        AwsWorld.empty()
            .allow("user/ann", "sts:AssumeRole", "*")
            .trust("role/etl", "AWS:" + AwsWorld.root(ACCOUNT))
            .organisation(ACCOUNT, "r-acme");
    assertThat(world.resolved().can("user/ann", ASSUME, "role/etl")).isEqualTo("yes");
    world.rcpDenies("r-acme", "sts:AssumeRole", "*");
    assertThat(world.resolved().can("user/ann", ASSUME, "role/etl")).isEqualTo("no");
  }
}
