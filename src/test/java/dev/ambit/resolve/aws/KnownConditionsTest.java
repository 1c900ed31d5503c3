package dev.ambit.resolve.aws;

import static dev.ambit.model.Verb.ASSUME;
import static dev.ambit.model.Verb.READ;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions that the input decides: tags, accounts, organisation; of principals and resources. */
class KnownConditionsTest {
  private static final String RED =
      "arn:aws:secretsmanager:eu-west-1:" + AwsWorld.ACCOUNT + ":secret:red-a1b2c3";
  private static final String BLUE =
      "arn:aws:secretsmanager:eu-west-1:" + AwsWorld.ACCOUNT + ":secret:blue-a1b2c3";
  private static final String BARE =
      "arn:aws:secretsmanager:eu-west-1:" + AwsWorld.ACCOUNT + ":secret:bare-a1b2c3";

  private static AwsWorld world() {
    return AwsWorld.empty()
        .organisation(AwsWorld.ACCOUNT, "r-acme", "ou-prod")
        .setting(AwsWorld.ACCOUNT, "OrganizationId=o-acme")
        .thing(RED, "team=red")
        .thing(BLUE, "team=blue")
        .thing(BARE)
        .tagged("user/ann", "team=red")
        .tagged("role/etl", "team=red");
  }

  @ParameterizedTest
  @CsvSource({
    // who, operator, key, value, red, blue, bare
    "user/ann, StringEquals, aws:ResourceTag/team, red, yes, no, depends",
    "user/ann, StringEquals, aws:resourcetag/TEAM, red, yes, no, depends",
    "user/ann, StringEquals, secretsmanager:ResourceTag/team, red, yes, no, depends",
    "user/ann, StringEquals, aws:PrincipalTag/team, ${aws:ResourceTag/team}, yes, no, depends",
    "user/ann, StringNotEquals, aws:ResourceTag/team, red, no, yes, depends",
    "user/ann, StringLike, aws:ResourceTag/team, *, yes, yes, depends",
    "user/ann, Null, aws:ResourceTag/team, true, no, no, depends",
    "user/ann, StringEquals, aws:ResourceTag/owner, x, depends, depends, depends",
    "user/ann, StringEquals, aws:ResourceAccount, 111122223333, yes, yes, yes",
    "user/ann, StringEquals, aws:ResourceAccount, 999988887777, no, no, no",
    "user/ann, StringEquals, aws:ResourceOrgID, o-acme, yes, yes, yes",
    "user/ann, StringNotEquals, aws:ResourceOrgID, o-acme, no, no, no",
    "user/ann, StringEquals, aws:PrincipalTag/team, red, yes, yes, yes",
    "user/ann, StringEquals, aws:PrincipalTag/team, blue, no, no, no",
    "user/ann, StringEquals, aws:PrincipalTag/owner, x, no, no, no",
    "user/ann, StringNotEquals, aws:PrincipalTag/owner, x, yes, yes, yes",
    "role/etl, StringEquals, aws:PrincipalTag/team, red, yes, yes, yes",
    "role/etl, StringEquals, aws:PrincipalTag/owner, x, depends, depends, depends",
    "role/etl, StringEquals, aws:PrincipalOrgID, o-acme, yes, yes, yes",
    "role/etl, StringNotEquals, aws:PrincipalOrgID, o-acme, no, no, no",
    "role/etl, ForAnyValue:StringLike, aws:PrincipalOrgPaths, o-acme/r-acme/ou-prod/*, yes, yes,"
        + " yes",
    "role/etl, ForAnyValue:StringLike, aws:PrincipalOrgPaths, o-acme/r-acme/ou-test/*, no, no, no",
    "role/etl, Bool, aws:PrincipalIsAWSService, true, no, no, no",
    "role/etl, IpAddress, aws:SourceIp, 10.0.0.0/8, depends, depends, depends",
    "user/ann, StringEquals, aws:ResourceTag/team, ${aws:PrincipalTag/team}, yes, no, depends",
    "user/ann, StringNotEquals, aws:ResourceTag/team, ${aws:PrincipalTag/team}, no, yes, depends",
    "role/etl, StringEquals, aws:ResourceTag/team, ${aws:PrincipalTag/team}, yes, no, depends",
    "role/etl, StringEquals, aws:ResourceTag/team, ${aws:PrincipalTag/owner}, depends, depends,"
        + " depends",
    "user/ann, StringEquals, aws:ResourceTag/team, ${aws:PrincipalTag/owner}, no, no, depends",
    "user/ann, StringEquals, aws:ResourceTag/team, '${aws:PrincipalTag/owner, ''blue''}', no, yes,"
        + " depends",
    "user/ann, StringLike, aws:PrincipalArn, arn:aws:iam::111122223333:user/${aws:username}, yes,"
        + " yes, yes",
    "user/ann, StringEquals, aws:ResourceAccount, ${aws:PrincipalAccount}, yes, yes, yes"
  })
  void anAllowIsDecidedForEachThing(
      String who, String operator, String key, String value, String red, String blue, String bare) {
    var answers =
        world()
            .allow(who, "secretsmanager:GetSecretValue", "*")
            .when(operator, key, value)
            .resolved();
    assertThat(answers.can(who, READ, RED)).startsWith(red);
    assertThat(answers.can(who, READ, BLUE)).startsWith(blue);
    assertThat(answers.can(who, READ, BARE)).startsWith(bare);
  }

  @ParameterizedTest
  @CsvSource({
    // operator, key, value, red, blue, bare: a deny that may not hold leaves an assumed right
    "StringEquals, aws:ResourceTag/team, red, no, yes, assumed",
    "StringNotEquals, aws:ResourceTag/team, red, yes, no, assumed",
    "StringNotEquals, aws:ResourceAccount, 111122223333, yes, yes, yes",
    "StringEquals, aws:ResourceAccount, 111122223333, no, no, no",
    "StringNotEquals, aws:PrincipalOrgID, o-acme, yes, yes, yes",
    "StringEquals, aws:PrincipalTag/team, red, no, no, no",
    "StringEquals, aws:PrincipalTag/team, blue, yes, yes, yes",
    "IpAddress, aws:SourceIp, 10.0.0.0/8, assumed, assumed, assumed"
  })
  void aDenyIsDecidedForEachThing(
      String operator, String key, String value, String red, String blue, String bare) {
    var answers =
        world()
            .allow("user/ann", "secretsmanager:GetSecretValue", "*")
            .deny("user/ann", "secretsmanager:GetSecretValue", "*")
            .when(operator, key, value)
            .resolved();
    assertThat(answers.can("user/ann", READ, RED)).startsWith(red);
    assertThat(answers.can("user/ann", READ, BLUE)).startsWith(blue);
    assertThat(answers.can("user/ann", READ, BARE)).startsWith(bare);
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, aws:ResourceTag/team, red, yes, no, depends",
    "StringEquals, aws:PrincipalTag/team, blue, no, no, no"
  })
  void aBoundaryIsDecidedForEachThing(
      String operator, String key, String value, String red, String blue, String bare) {
    var answers =
        world()
            .allow("user/ann", "secretsmanager:GetSecretValue", "*")
            .boundary("user/ann", "*", "*")
            .when(operator, key, value)
            .resolved();
    assertThat(answers.can("user/ann", READ, RED)).startsWith(red);
    assertThat(answers.can("user/ann", READ, BLUE)).startsWith(blue);
    assertThat(answers.can("user/ann", READ, BARE)).startsWith(bare);
  }

  @Test
  void aBucketForTheOwnOrganisationIsNotForTheInternet() {
    var answers =
        world()
            .bucket("shared")
            .allow("role/etl", "sqs:ListQueues", "*")
            .bucketAllows("shared", "s3:GetObject", "arn:aws:s3:::shared/*", "*")
            .when("StringEquals", "aws:PrincipalOrgID", "o-acme")
            .resolved();
    assertThat(answers.can("role/etl", READ, "shared")).startsWith("yes");
    assertThat(answers.can("internet", READ, "shared")).startsWith("no");
    assertThat(answers.can("everyone", READ, "shared")).startsWith("depends");
  }

  @Test
  void aBucketForAnotherOrganisationMayBeForAnybodyOfIt() {
    var answers =
        world()
            .bucket("shared")
            .allow("role/etl", "sqs:ListQueues", "*")
            .bucketAllows("shared", "s3:GetObject", "arn:aws:s3:::shared/*", "*")
            .when("StringEquals", "aws:PrincipalOrgID", "o-other")
            .resolved();
    assertThat(answers.can("role/etl", READ, "shared")).startsWith("no");
    assertThat(answers.can("internet", READ, "shared")).startsWith("depends");
  }

  @Test
  void theOldVersionHasNoVariables() {
    var answers =
        world()
            .allow("user/ann", "secretsmanager:GetSecretValue", "*")
            .when("StringEquals", "aws:ResourceTag/team", "${aws:PrincipalTag/team}")
            .version("2008-10-17")
            .resolved();
    assertThat(answers.can("user/ann", READ, RED)).isEqualTo("no");
  }

  @ParameterizedTest
  @CsvSource({
    // who, operator, key, value, red, blue, bare: of a policy on each secret, for everyone
    "user/ann, StringEquals, aws:ResourceTag/team, ${aws:PrincipalTag/team}, yes, no, depends",
    "user/ann, StringEquals, aws:PrincipalTag/team, ${aws:ResourceTag/team}, yes, no, depends",
    "user/ann, StringNotEquals, aws:PrincipalTag/team, ${aws:ResourceTag/team}, no, yes, depends",
    "user/ann, StringEquals, aws:PrincipalAccount, ${aws:ResourceAccount}, yes, yes, yes",
    "user/ann, StringEquals, aws:PrincipalOrgID, ${aws:ResourceOrgID}, yes, yes, yes",
    "user/ann, StringLike, aws:PrincipalArn, arn:aws:iam::*:user/${aws:username}, yes, yes, yes",
    "role/etl, StringLike, aws:PrincipalArn, arn:aws:iam::*:user/${aws:username}, no, no, no",
    "role/etl, StringEquals, aws:PrincipalTag/owner, ${aws:ResourceTag/team}, depends, depends,"
        + " depends"
  })
  void aPolicyOnTheThingIsDecidedForEachWhoAsks(
      String who, String operator, String key, String value, String red, String blue, String bare) {
    AwsWorld world = world().allow("role/etl", "sqs:ListQueues", "*");
    for (String thing : List.of(RED, BLUE, BARE)) {
      world.thingAllows(thing, "secretsmanager:GetSecretValue", "*").when(operator, key, value);
    }
    assertThat(world.resolved().can(who, READ, RED)).startsWith(red);
    assertThat(world.resolved().can(who, READ, BLUE)).startsWith(blue);
    assertThat(world.resolved().can(who, READ, BARE)).startsWith(bare);
  }

  @ParameterizedTest
  @CsvSource({
    // on, ann, bob, etl, internet
    "arn:aws:s3:::ann-files/${aws:username}/*, yes, yes, no, depends",
    "arn:aws:s3:::${aws:username}-files/*, yes, no, no, depends",
    "arn:aws:s3:::${aws:PrincipalTag/team}-files/*, no, no, depends, depends",
    "arn:aws:s3:::ann-files/${*}, yes, yes, yes, yes"
  })
  void aVariableInABucketPolicyIsTheOneWhoAsks(
      String on, String ann, String bob, String etl, String internet) {
    var answers =
        world()
            .tagged("user/bob", "team=ann")
            .tagged("user/bob", "team=blue")
            .tagged("role/etl")
            .allow("role/etl", "sqs:ListQueues", "*")
            .bucketAllows("ann-files", "s3:GetObject", on, "*")
            .resolved();
    assertThat(answers.can("user/ann", READ, "ann-files")).startsWith(ann);
    assertThat(answers.can("user/bob", READ, "ann-files")).startsWith(bob);
    assertThat(answers.can("role/etl", READ, "ann-files")).startsWith(etl);
    assertThat(answers.can("internet", READ, "ann-files")).startsWith(internet);
  }

  @ParameterizedTest
  @CsvSource({
    // denied on, ann, bob
    "arn:aws:s3:::${aws:username}-files/*, no, yes",
    "arn:aws:s3:::${aws:PrincipalTag/none}-files/*, yes, yes",
    "arn:aws:s3:::ann-files/${aws:username}/*, yes, yes",
    "arn:aws:s3:::${aws:SourceVpc}-files/*, assumed, assumed"
  })
  void aDenyOfABucketIsTheOneWhoAsksToo(String on, String ann, String bob) {
    var answers =
        world()
            .tagged("user/bob")
            .allow("user/ann", "s3:GetObject", "*")
            .allow("user/bob", "s3:GetObject", "*")
            .bucketDenies("ann-files", "s3:GetObject", on, "*")
            .resolved();
    assertThat(answers.can("user/ann", READ, "ann-files")).startsWith(ann);
    assertThat(answers.can("user/bob", READ, "ann-files")).startsWith(bob);
  }

  @ParameterizedTest
  @CsvSource({
    // operator, key, value, red, blue: of a resource control policy that denies
    "StringNotEquals, aws:PrincipalAccount, ${aws:ResourceAccount}, yes, yes",
    "StringEquals, aws:PrincipalOrgID, ${aws:ResourceOrgID}, no, no",
    "StringNotEqualsIfExists, aws:PrincipalOrgID, ${aws:ResourceOrgID}, yes, yes",
    "StringNotEquals, aws:ResourceTag/team, ${aws:PrincipalTag/team}, yes, no",
    "StringEquals, aws:PrincipalTag/team, ${aws:ResourceTag/team}, no, yes",
    "StringEquals, aws:PrincipalTag/team, blue, yes, yes",
    "ArnLike, aws:PrincipalArn, arn:aws:iam::*:user/${aws:username}, no, no"
  })
  void aControlOfResourcesIsDecidedForEachWhoAsks(
      String operator, String key, String value, String red, String blue) {
    var answers =
        world()
            .allow("user/ann", "secretsmanager:GetSecretValue", "*")
            .rcpDenies("r-acme", "secretsmanager:*", "*")
            .when(operator, key, value)
            .resolved();
    assertThat(answers.can("user/ann", READ, RED)).startsWith(red);
    assertThat(answers.can("user/ann", READ, BLUE)).startsWith(blue);
  }

  @Test
  void aBucketForItsOwnAccountIsNotForTheInternetHoweverThatIsWritten() {
    var answers =
        world()
            .allow("role/etl", "sqs:ListQueues", "*")
            .bucketAllows("shared", "s3:GetObject", "arn:aws:s3:::shared/*", "*")
            .when("StringEquals", "aws:PrincipalAccount", "${aws:ResourceAccount}")
            .bucketAllows("open", "s3:GetObject", "arn:aws:s3:::open/*", "*")
            .when("ForAllValues:StringEquals", "aws:PrincipalAccount", AwsWorld.ACCOUNT)
            .resolved();
    assertThat(answers.can("role/etl", READ, "shared")).isEqualTo("yes");
    assertThat(answers.can("internet", READ, "shared")).isEqualTo("no");
    // Who has no account has none that is not in the list.
    assertThat(answers.can("internet", READ, "open")).startsWith("depends");
  }

  @ParameterizedTest
  @CsvSource({
    "aws:ResourceTag/team, ${aws:PrincipalTag/team}, yes",
    "iam:ResourceTag/team, red, yes",
    "aws:PrincipalTag/team, ${aws:ResourceTag/team}, yes",
    "aws:ResourceTag/team, blue, no",
    "aws:ResourceTag/owner, ann, no"
  })
  void theTagsOfARoleDecideWhoMayBeIt(String key, String value, String expected) {
    var answers =
        world()
            .trust("role/etl", "AWS:" + AwsWorld.root(AwsWorld.ACCOUNT))
            .allow("user/ann", "sts:AssumeRole", "*")
            .when("StringEquals", key, value)
            .resolved();
    assertThat(answers.can("user/ann", ASSUME, "role/etl")).isEqualTo(expected);
  }

  @Test
  void membersOfAGroupAreToldApartByTheirTags() {
    var answers =
        world()
            .tagged("user/bob", "team=blue")
            .member("user/ann", "group/staff")
            .member("user/bob", "group/staff")
            .allow("group/staff", "secretsmanager:GetSecretValue", "*")
            .when("StringEquals", "aws:ResourceTag/team", "${aws:PrincipalTag/team}")
            .resolved();
    assertThat(answers.can("user/ann", READ, RED)).startsWith("yes");
    assertThat(answers.can("user/ann", READ, BLUE)).startsWith("no");
    assertThat(answers.can("user/bob", READ, RED)).startsWith("no");
    assertThat(answers.can("user/bob", READ, BLUE)).startsWith("yes");
  }

  @Test
  void anEndpointLimitsWhatIsOnlyForThoseWhoComeThroughIt() {
    AwsWorld through =
        world()
            .allow("user/ann", "secretsmanager:GetSecretValue", "*")
            .when("StringEquals", "aws:SourceVpce", "vpce-1");
    assertThat(through.resolved().can("user/ann", READ, RED)).startsWith("depends");
    AwsWorld open = through.endpoint("vpce-1", "secretsmanager:*", RED);
    assertThat(open.resolved().can("user/ann", READ, RED)).startsWith("depends");
    assertThat(open.resolved().can("user/ann", READ, BLUE)).startsWith("no");
  }
}
