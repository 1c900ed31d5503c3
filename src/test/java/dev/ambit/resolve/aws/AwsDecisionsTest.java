package dev.ambit.resolve.aws;

import static dev.ambit.model.Verb.ADMINISTER;
import static dev.ambit.model.Verb.ASSUME;
import static dev.ambit.model.Verb.DECRYPT;
import static dev.ambit.model.Verb.DELETE;
import static dev.ambit.model.Verb.DISCOVER;
import static dev.ambit.model.Verb.EXECUTE;
import static dev.ambit.model.Verb.READ;
import static dev.ambit.model.Verb.SHARE;
import static dev.ambit.model.Verb.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Asset;
import dev.ambit.model.Origin;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class AwsDecisionsTest {
  private static final String ACCOUNT = "arn:aws:iam::111122223333:root";
  private static final String PAYROLL = "arn:aws:s3:::payroll";
  private static final String OBJECTS = PAYROLL + "/*";

  @Test
  void allButSomeObjectsWithinABoundaryOfJustThoseIsNone() {
    AwsWorld world =
        AwsWorld.empty()
            .bucket("pay")
            .allow("user/ann", "s3:GetObject", "arn:aws:s3:::pay/x/*")
            .inverted(false, true)
            .boundary("user/ann", "s3:*", "arn:aws:s3:::pay/x/*");
    assertThat(world.resolved().can("user/ann", READ, "pay")).isEqualTo("no");
  }

  @Test
  void twoDeniesThatMakeUpAllObjectsLeaveNone() {
    AwsWorld world =
        AwsWorld.empty()
            .bucket("pay")
            .allow("user/ann", "s3:GetObject", "arn:aws:s3:::pay/x/*", "arn:aws:s3:::pay/y/*")
            .deny("user/ann", "s3:GetObject", "arn:aws:s3:::pay/x/*")
            .deny("user/ann", "s3:GetObject", "arn:aws:s3:::*/y/*");
    assertThat(world.resolved().can("user/ann", READ, "pay")).isEqualTo("no");
  }

  @Test
  void anActionGivesItsVerbAndNoOther() {
    var world = AwsWorld.empty().allow("user/ann", "s3:GetObject", OBJECTS).resolved();
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("yes");
    assertThat(world.can("user/ann", WRITE, "payroll")).isEqualTo("no");
    assertThat(world.can("user/ann", DELETE, "payroll")).isEqualTo("no");
  }

  @Test
  void listingABucketIsNotReadingIt() {
    var world = AwsWorld.empty().allow("user/ann", "s3:List*", PAYROLL).resolved();
    assertThat(world.can("user/ann", DISCOVER, "payroll")).isEqualTo("yes");
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("no");
  }

  @Test
  void anObjectActionOnTheBareBucketGivesNothing() {
    var world = AwsWorld.empty().allow("user/ann", "s3:GetObject", PAYROLL).resolved();
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("no");
  }

  @Test
  void caseMattersInResourcesAndNotInActions() {
    var world =
        AwsWorld.empty()
            .bucket("payroll")
            .allow("user/ann", "S3:getobject", OBJECTS)
            .allow("user/bob", "s3:GetObject", "arn:aws:s3:::PAYROLL/*")
            .resolved();
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("yes");
    assertThat(world.can("user/bob", READ, "payroll")).isEqualTo("no");
  }

  @Test
  void aDenyOnTheGroupBeatsAnAllowOnTheUser() {
    var world =
        AwsWorld.empty()
            .member("user/ann", "group/interns")
            .allow("user/ann", "s3:*", "*")
            .deny("group/interns", "s3:GetObject*", OBJECTS)
            .bucket("news")
            .resolved();
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("no");
    assertThat(world.can("user/ann", WRITE, "payroll")).isEqualTo("yes");
    assertThat(world.can("user/ann", READ, "news")).isEqualTo("yes");
  }

  @Test
  void aDenyOnOneMemberLeavesTheOthersTheirGroupsRight() {
    var world =
        AwsWorld.empty()
            .member("user/ann", "group/staff")
            .member("user/bob", "group/staff")
            .allow("group/staff", "s3:GetObject", OBJECTS)
            .deny("user/ann", "s3:*", OBJECTS)
            .resolved();
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("no");
    assertThat(world.can("user/bob", READ, "payroll")).isEqualTo("yes");
  }

  @Test
  void theRightOfAGroupStaysTheGroups() {
    var world =
        AwsWorld.empty()
            .member("user/ann", "group/staff")
            .member("user/bob", "group/staff")
            .allow("group/staff", "s3:GetObject", OBJECTS)
            .resolved();
    assertThat(world.rights()).hasSize(1);
    assertThat(world.rights().getOnly().holder())
        .isEqualTo(world.names().node(AwsWorld.arn("group/staff")));
  }

  @Test
  void aDenyOfAPartLeavesTheRest() {
    var world =
        AwsWorld.empty()
            .allow("user/ann", "s3:GetObject", OBJECTS)
            .deny("user/ann", "s3:GetObject", PAYROLL + "/secret/*")
            .resolved();
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("yes");
  }

  @Test
  void aDenyOfAllThatIsAllowedLeavesNothing() {
    var world =
        AwsWorld.empty()
            .allow("user/ann", "s3:GetObject", PAYROLL + "/secret/a/*")
            .deny("user/ann", "s3:GetObject", PAYROLL + "/secret/*")
            .resolved();
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("no");
  }

  @Test
  void aDenyOfOneActionLeavesTheVerbToAnother() {
    var world =
        AwsWorld.empty()
            .allow("user/ann", "s3:GetObject s3:GetObjectVersion", OBJECTS)
            .deny("user/ann", "s3:GetObject", "*")
            .resolved();
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("yes");
  }

  @Test
  void aDenyOfEverythingElseSparesWhatItNames() {
    var world =
        AwsWorld.empty()
            .bucket("news")
            .allow("user/ann", "s3:GetObject", "*")
            .deny("user/ann", "s3:*", OBJECTS)
            .inverted(false, true)
            .resolved();
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("yes");
    assertThat(world.can("user/ann", READ, "news")).isEqualTo("no");
  }

  @Test
  void aBoundaryLimitsWhatIdentityPoliciesGive() {
    var world =
        AwsWorld.empty()
            .bucket("news")
            .allow("role/etl", "s3:*", "*")
            .boundary("role/etl", "s3:Get*", OBJECTS)
            .resolved();
    assertThat(world.can("role/etl", READ, "payroll")).isEqualTo("yes");
    assertThat(world.can("role/etl", WRITE, "payroll")).isEqualTo("no");
    assertThat(world.can("role/etl", READ, "news")).isEqualTo("no");
  }

  @Test
  void everythingButSomeActionsIsTheRest() {
    var world =
        AwsWorld.empty()
            .bucket("payroll")
            .allow("user/ann", "iam:* s3:*Delete*", "*")
            .inverted(true, false)
            .resolved();
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("yes");
    assertThat(world.can("user/ann", DELETE, "payroll")).isEqualTo("no");
    assertThat(world.can("user/ann", SHARE, ACCOUNT)).isEqualTo("no");
  }

  @Test
  void anUndecidableConditionMakesARightDepend() {
    var world =
        AwsWorld.empty()
            .allow("user/ann", "s3:GetObject", OBJECTS)
            .when("IpAddress", "aws:SourceIp", "10.0.0.0/8")
            .resolved();
    assertThat(world.can("user/ann", READ, "payroll"))
        .isEqualTo("depends on aws:SourceIp IpAddress 10.0.0.0/8");
  }

  @Test
  void anUndecidableDenyCutsNothingAndLeavesTheRightAssumed() {
    var world =
        AwsWorld.empty()
            .allow("user/ann", "s3:GetObject", OBJECTS)
            .deny("user/ann", "s3:*", "*")
            .when("BoolIfExists", "aws:MultiFactorAuthPresent", "false")
            .resolved();
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("assumed");
  }

  @Test
  void aDenyOfPlainHttpIsNoDenyForAnyoneWhoUsesTls() {
    var world =
        AwsWorld.empty()
            .allow("user/ann", "s3:GetObject", OBJECTS)
            .bucketDenies("payroll", "s3:*", OBJECTS, "*")
            .when("Bool", "aws:SecureTransport", "false")
            .resolved();
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("yes");
  }

  @Test
  void aConditionOnThePrincipalIsDecided() {
    var world =
        AwsWorld.empty()
            .allow("group/staff", "s3:GetObject", OBJECTS)
            .when("ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:user/ann")
            .member("user/ann", "group/staff")
            .member("user/bob", "group/staff")
            .resolved();
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("yes");
    assertThat(world.can("user/bob", READ, "payroll")).isEqualTo("no");
  }

  @Test
  void aVariableStandsForTheOneWhoAsks() {
    var world =
        AwsWorld.empty()
            .bucket("home-ann")
            .bucket("home-bob")
            .member("user/ann", "group/staff")
            .allow("group/staff", "s3:GetObject", "arn:aws:s3:::home-${aws:username}/*")
            .resolved();
    assertThat(world.can("user/ann", READ, "home-ann")).isEqualTo("yes");
    assertThat(world.can("user/ann", READ, "home-bob")).isEqualTo("no");
  }

  @Test
  void aBucketPolicyOfTheSameAccountIsEnoughByItself() {
    var world =
        AwsWorld.empty()
            .allow("user/ann", "s3:ListAllMyBuckets", "*")
            .bucketAllows("payroll", "s3:GetObject", OBJECTS, "AWS:" + AwsWorld.arn("user/ann"))
            .resolved();
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("yes");
  }

  @Test
  void aBucketPolicyThatNamesTheAccountGivesNothingByItself() {
    var world =
        AwsWorld.empty()
            .allow("user/ann", "s3:ListAllMyBuckets", "*")
            .bucketAllows("payroll", "s3:GetObject", OBJECTS, "AWS:" + ACCOUNT)
            .resolved();
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("no");
  }

  @Test
  void aBoundaryLimitsABucketPolicyForARoleAndNotForAUser() {
    var world =
        AwsWorld.empty()
            .boundary("user/ann", "sqs:*", "*")
            .boundary("role/etl", "sqs:*", "*")
            .bucketAllows(
                "payroll",
                "s3:GetObject",
                OBJECTS,
                "AWS:" + AwsWorld.arn("user/ann"),
                "AWS:" + AwsWorld.arn("role/etl"))
            .resolved();
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("yes");
    assertThat(world.can("role/etl", READ, "payroll")).isEqualTo("no");
  }

  @Test
  void aDenyOnTheBucketBeatsAnAdministrator() {
    var world =
        AwsWorld.empty()
            .bucket("news")
            .allow("user/ann", "*", "*")
            .bucketDenies("payroll", "s3:*", OBJECTS, "*")
            .resolved();
    assertThat(world.can("user/ann", READ, "payroll")).isEqualTo("no");
    assertThat(world.can("user/ann", READ, "news")).isEqualTo("yes");
  }

  @Test
  void aBucketPolicyForEverybodyIsForTheInternet() {
    var world =
        AwsWorld.empty()
            .allow("user/ann", "s3:ListAllMyBuckets", "*")
            .bucketAllows("news", "s3:GetObject", "arn:aws:s3:::news/*", "*")
            .resolved();
    assertThat(world.can("internet", READ, "news")).isEqualTo("yes");
  }

  @Test
  void aBucketPolicyForThePrincipalsOfOneAccountIsNotForTheInternet() {
    var world =
        AwsWorld.empty()
            .allow("user/ann", "s3:ListAllMyBuckets", "*")
            .bucketAllows("news", "s3:GetObject", "arn:aws:s3:::news/*", "AWS:*")
            .when("StringEquals", "aws:PrincipalAccount", AwsWorld.ACCOUNT)
            .resolved();
    assertThat(world.can("internet", READ, "news")).isEqualTo("no");
    assertThat(world.can("user/ann", READ, "news")).isEqualTo("yes");
  }

  @Test
  void aRoleThatTrustsTheUserByNameNeedsNothingElse() {
    var world =
        AwsWorld.empty()
            .principalOf(AwsWorld.arn("user/ann"))
            .trust("role/etl", "AWS:" + AwsWorld.arn("user/ann"))
            .resolved();
    assertThat(world.can("user/ann", ASSUME, "role/etl")).isEqualTo("yes");
  }

  @Test
  void aRoleThatTrustsItsAccountNeedsThePermissionToo() {
    var world =
        AwsWorld.empty()
            .allow("user/ann", "sts:AssumeRole", AwsWorld.arn("role/*"))
            .principalOf(AwsWorld.arn("user/bob"))
            .trust("role/etl", "AWS:" + ACCOUNT)
            .trust("role/other", "Service:ec2.amazonaws.com")
            .resolved();
    assertThat(world.can("user/ann", ASSUME, "role/etl")).isEqualTo("yes");
    assertThat(world.can("user/ann", ASSUME, "role/other")).isEqualTo("no");
    assertThat(world.can("user/bob", ASSUME, "role/etl")).isEqualTo("no");
    assertThat(world.can("ec2.amazonaws.com", ASSUME, "role/other")).isEqualTo("yes");
  }

  @Test
  void aSessionNamedInATrustPolicyIsItsRole() {
    var world =
        AwsWorld.empty()
            .trust("role/sso/admin", "Federated:saml")
            .trust("role/etl", "AWS:arn:aws:sts::111122223333:assumed-role/admin/ann")
            .resolved();
    assertThat(world.can("role/sso/admin", ASSUME, "role/etl")).isEqualTo("yes");
  }

  @Test
  void anotherAccountNeedsBothSides() {
    String partner = "arn:aws:iam::999988887777:role/partner";
    var world =
        AwsWorld.empty()
            .allow(partner, "sts:AssumeRole", AwsWorld.arn("role/open"))
            .trust("role/open", "AWS:" + partner)
            .trust("role/closed", "AWS:" + partner)
            .resolved();
    assertThat(world.can(partner, ASSUME, "role/open")).isEqualTo("yes");
    assertThat(world.can(partner, ASSUME, "role/closed")).isEqualTo("no");
  }

  @Test
  void anAccountThatIsNotInTheInputIsAssumedToAllowItsSide() {
    String partner = "arn:aws:iam::999988887777:role/partner";
    var world =
        AwsWorld.empty()
            .trust("role/open", "AWS:" + partner)
            .allow("user/ann", "sts:AssumeRole", partner)
            .resolved();
    assertThat(world.can(partner, ASSUME, "role/open")).isEqualTo("assumed");
    assertThat(world.can("user/ann", ASSUME, partner)).isEqualTo("assumed");
  }

  @Test
  void aConditionOfATrustPolicyIsSaid() {
    var world =
        AwsWorld.empty()
            .allow("user/ann", "sts:AssumeRole", "*")
            .trust("role/etl", "AWS:" + ACCOUNT)
            .when("Bool", "aws:MultiFactorAuthPresent", "true")
            .resolved();
    assertThat(world.can("user/ann", ASSUME, "role/etl"))
        .isEqualTo("depends on aws:MultiFactorAuthPresent Bool true");
  }

  @Test
  void whoCanChangePoliciesCanShareAllOfTheAccount() {
    var world =
        AwsWorld.empty()
            .allow("user/ann", "iam:PutUserPolicy", AwsWorld.arn("user/*"))
            .allow("user/bob", "s3:GetObject", OBJECTS)
            .resolved();
    assertThat(world.can("user/ann", SHARE, ACCOUNT)).isEqualTo("yes");
    assertThat(world.can("user/ann", SHARE, "payroll")).isEqualTo("yes");
    assertThat(world.can("user/ann", ADMINISTER, "user/bob")).isEqualTo("yes");
    assertThat(world.can("user/bob", SHARE, ACCOUNT)).isEqualTo("no");
  }

  @Test
  void whoMakesKeysForAUserBecomesThatUser() {
    var world =
        AwsWorld.empty()
            .allow("user/ann", "iam:CreateAccessKey", AwsWorld.arn("user/*"))
            .principalOf(AwsWorld.arn("user/bob"))
            .trust("role/etl", "Service:ec2.amazonaws.com")
            .resolved();
    assertThat(world.can("user/ann", ASSUME, "user/bob")).isEqualTo("yes");
    assertThat(world.can("user/ann", ASSUME, "role/etl")).isEqualTo("no");
  }

  @Test
  void anAdministratorHasAlsoWhatTheInventoryPutsIntoTheAccount() {
    Origin here = Origin.ofFile("inventory");
    Asset database =
        Asset.of("billing-db", here)
            .withIn(
                dev.ambit.model.Refs.of(
                    Lists.immutable.of(new dev.ambit.model.Ref(ACCOUNT, here))));
    var names =
        dev.ambit.resolve.NamesOf.these(
            AwsWorld.empty().allow("user/ann", "*", "*").principals(),
            Lists.immutable.of(database, Asset.of(ACCOUNT, here)));
    var world = AwsWorld.empty().allow("user/ann", "*", "*").deny("user/ann", "rds:*", "*");
    var rights = AwsDecisions.rights(world.policies(), world.principals(), world.assets(), names);
    assertThat(
            rights.anySatisfy(
                each -> each.verbs().has(READ) && each.targets().has(names.node("billing-db"))))
        .isTrue();
  }

  @Test
  void aRightOnAPatternThatCoversNothingIsOnThePattern() {
    var world =
        AwsWorld.empty()
            .allow("user/ann", "s3:GetObject", "arn:aws:s3:::logs-*/*")
            .allow("user/ann", "dynamodb:GetItem", "*")
            .resolved();
    assertThat(world.can("user/ann", READ, "arn:aws:s3:::logs-*")).isEqualTo("yes");
    assertThat(world.can("user/ann", READ, "arn:aws:dynamodb:*:111122223333:*")).isEqualTo("yes");
  }

  @Test
  void aRightOnAnotherServiceIsNone() {
    String table = "arn:aws:dynamodb:eu-west-1:111122223333:table/people";
    String key = "arn:aws:kms:eu-west-1:111122223333:key/k1";
    String function = "arn:aws:lambda:eu-west-1:111122223333:function:mail";
    var world =
        AwsWorld.empty()
            .allow("user/ann", "s3:*", table)
            .allow("user/bob", "dynamodb:Query", table + "/index/by-name")
            .allow("user/bob", "kms:Decrypt", key)
            .allow("user/bob", "lambda:InvokeFunction", function)
            .resolved();
    assertThat(world.can("user/ann", READ, table)).isEqualTo("no");
    assertThat(world.can("user/bob", READ, table)).isEqualTo("yes");
    assertThat(world.can("user/bob", DECRYPT, key)).isEqualTo("yes");
    assertThat(world.can("user/bob", EXECUTE, function)).isEqualTo("yes");
  }

  @Test
  void principalsWithTheSamePoliciesShareTheirSets() {
    var world =
        AwsWorld.empty()
            .bucket("a")
            .bucket("b")
            .allow("role/one", "s3:GetObject", "arn:aws:s3:::*/*")
            .allow("role/two", "s3:GetObject", "arn:aws:s3:::*/*")
            .resolved();
    assertThat(world.rights()).hasSize(2);
    assertThat(world.rights().get(0).targets()).isSameAs(world.rights().get(1).targets());
  }
}
