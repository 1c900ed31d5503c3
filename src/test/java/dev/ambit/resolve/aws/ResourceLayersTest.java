package dev.ambit.resolve.aws;

import static dev.ambit.model.Verb.ASSUME;
import static dev.ambit.model.Verb.DECRYPT;
import static dev.ambit.model.Verb.READ;
import static dev.ambit.model.Verb.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on the resource itself: settings of buckets, policies of keys, trust in the web. */
class ResourceLayersTest {
  private static final String ACCOUNT = AwsWorld.ACCOUNT;
  private static final String OBJECTS = "arn:aws:s3:::site/*";
  private static final String PARTNER = "arn:aws:iam::999988887777:role/partner";
  private static final String KEY =
      "arn:aws:kms:eu-central-1:" + ACCOUNT + ":key/1234abcd-12ab-34cd-56ef-1234567890ab";
  private static final String GITHUB =
      "Federated:arn:aws:iam::" + ACCOUNT + ":oidc-provider/token.actions.githubusercontent.com";

  private static AwsWorld publicSite() {
    return AwsWorld.empty()
        .bucket("site")
        .principalOf(PARTNER)
        .allow("role/etl", "sqs:ListQueues", "*")
        .bucketAllows("site", "s3:GetObject", OBJECTS, "*")
        .bucketAllows("site", "s3:PutObject", OBJECTS, "AWS:" + PARTNER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"site", ACCOUNT})
  void aRestrictedPublicBucketIsForItsAccountOnly(String where) {
    var open = publicSite();
    assertThat(open.resolved().can("internet", READ, "site")).isEqualTo("yes");
    assertThat(open.resolved().can(PARTNER, WRITE, "site")).isNotEqualTo("no");
    var closed =
        publicSite()
            .setting("site", "IsPublic=true")
            .setting(where, "RestrictPublicBuckets=true")
            .resolved();
    assertThat(closed.can("internet", READ, "site")).isEqualTo("no");
    assertThat(closed.can(PARTNER, WRITE, "site")).isEqualTo("no");
    assertThat(closed.can("role/etl", READ, "site")).isEqualTo("yes");
  }

  @Test
  void aPolicyThatIsNotPublicIsNotRestricted() {
    var world =
        AwsWorld.empty()
            .bucket("site")
            .principalOf(PARTNER)
            .bucketAllows("site", "s3:PutObject", OBJECTS, "AWS:" + PARTNER)
            .setting("site", "RestrictPublicBuckets=true");
    assertThat(world.resolved().can(PARTNER, WRITE, "site")).isNotEqualTo("no");
  }

  @Test
  void switchesForNewPoliciesChangeNothingAboutTheOneThatStands() {
    var world = publicSite().setting("site", "BlockPublicPolicy=true");
    assertThat(world.resolved().can("internet", READ, "site")).isEqualTo("yes");
  }

  @ParameterizedTest
  @CsvSource({
    "*, ObjectOwnership=BucketOwnerPreferred, yes",
    "*, IgnorePublicAcls=false, yes",
    "*, ObjectOwnership=BucketOwnerEnforced, no",
    "*, IgnorePublicAcls=true, no",
    "CanonicalUser:b1d5, IgnorePublicAcls=true, yes",
    "CanonicalUser:b1d5, ObjectOwnership=BucketOwnerEnforced, no"
  })
  void anAccessListCountsUnlessItIsSwitchedOff(String grantee, String setting, String answer) {
    var world =
        AwsWorld.empty()
            .bucket("site")
            .allow("role/etl", "sqs:ListQueues", "*")
            .accessList("site", "s3:PutObject", grantee)
            .setting("site", setting)
            .resolved();
    String who = grantee.equals("*") ? "internet" : "b1d5";
    assertThat(world.can(who, WRITE, "site")).isEqualTo(answer);
  }

  @Test
  void anIdentityPolicyIsEnoughForAKeyOnlyWhereTheKeyTrustsItsAccount() {
    String owner = "AWS:" + AwsWorld.root(ACCOUNT);
    var world = AwsWorld.empty().allow("role/etl", "kms:Decrypt s3:GetObject", "*");
    world.bucket("site");
    assertThat(world.resourceAllows(KEY, "kms:*", owner).resolved().can("role/etl", DECRYPT, KEY))
        .isEqualTo("yes");
    var narrow =
        AwsWorld.empty()
            .allow("role/etl", "kms:Decrypt s3:GetObject", "*")
            .bucket("site")
            .resourceAllows(KEY, "kms:Describe*", owner)
            .resolved();
    assertThat(narrow.can("role/etl", DECRYPT, KEY)).isEqualTo("no");
    assertThat(narrow.can("role/etl", READ, "site")).isEqualTo("yes");
  }

  @Test
  void aGrantOrAKeyPolicyGivesByItself() {
    var world =
        AwsWorld.empty()
            .allow("role/etl", "sqs:ListQueues", "*")
            .allow("role/web", "kms:Decrypt", "*")
            .resourceAllows(KEY, "kms:Decrypt", "AWS:" + AwsWorld.arn("role/etl"))
            .resolved();
    assertThat(world.can("role/etl", DECRYPT, KEY)).isEqualTo("yes");
    assertThat(world.can("role/web", DECRYPT, KEY)).isEqualTo("no");
  }

  @Test
  void whoMayNotDecryptReadsOnlyWhatIsEncryptedOtherwise() {
    var world =
        AwsWorld.empty()
            .bucket("site")
            .bucket("news")
            .setting("site", "KMSMasterKeyID=" + KEY)
            .allow("role/etl", "s3:GetObject", "*")
            .allow("role/web", "s3:GetObject kms:Decrypt", "*")
            .resourceAllows(KEY, "kms:*", "AWS:" + AwsWorld.root(ACCOUNT))
            .resolved();
    assertThat(world.can("role/web", READ, "site")).isEqualTo("yes");
    assertThat(world.can("role/etl", READ, "news")).isEqualTo("yes");
    assertThat(world.can("role/etl", READ, "site"))
        .isEqualTo("depends on an object that is not encrypted with " + KEY);
  }

  @Test
  void aKeyWhosePolicyIsUnknownDecidesNothing() {
    var world =
        AwsWorld.empty()
            .bucket("site")
            .setting("site", "KMSMasterKeyID=" + KEY)
            .allow("role/etl", "s3:GetObject", "*");
    assertThat(world.resolved().can("role/etl", READ, "site")).isEqualTo("yes");
  }

  @Test
  void aRoleThatTrustsASharedProviderWithoutSayingWhomTrustsEverybodyThere() {
    assertThat(deployer().resolved().can("authenticated", ASSUME, "role/deploy")).isEqualTo("yes");
  }

  private static AwsWorld deployer() {
    return AwsWorld.empty()
        .allow("role/deploy", "s3:PutObject", OBJECTS)
        .trustOfWeb("role/deploy", GITHUB);
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, aud, sts.amazonaws.com, true",
    "StringLike, sub, *, true",
    "StringLike, sub, repo:*, true",
    "StringLike, sub, repo:acme/*, false",
    "StringEquals, sub, repo:acme/site:ref:refs/heads/main, false",
    "StringEquals, repository_owner, acme, false",
    "StringLikeIfExists, sub, repo:acme/*, true",
    "StringLike, sub, repo:acme*, true",
    "StringLike, sub, repo:*/site:ref:refs/heads/main, true",
    "StringLike, sub, repo:acme/s*, false",
    "StringLike, sub, repo:acme/site:*, false",
    "ForAnyValue:StringLike, sub, repo:acme/*, false",
    "ForAnyValue:StringLike, sub, repo:*, true",
    "ForAllValues:StringLike, sub, repo:acme/*, true",
    "StringNotLike, sub, repo:acme/*, true",
    "Null, sub, false, true"
  })
  void whatACallerSaysOfItselfKeepsStrangersOutOnlyIfTheyCannotSayIt(
      String operator, String key, String value, boolean open) {
    var world =
        deployer().when(operator, "token.actions.githubusercontent.com:" + key, value).resolved();
    assertThat(!world.can("authenticated", ASSUME, "role/deploy").equals("no")).isEqualTo(open);
  }
}
