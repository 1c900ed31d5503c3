package dev.ambit.resolve.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Asset;
import dev.ambit.model.Principal;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class AwsResourcesTest {
  private static final String ACCOUNT = "arn:aws:iam::111122223333:root";

  @Test
  void whatAPolicyNamesIsAnAssetOfTheAccount() {
    var named =
        AwsResources.named(
            AwsWorld.empty()
                .allow("user/ann", "s3:GetObject", "arn:aws:s3:::payroll/2026/*")
                .allow("user/ann", "sts:AssumeRole", AwsWorld.arn("role/etl"))
                .allow("user/ann", "sqs:*", "arn:aws:sqs:eu-west-1:999988887777:mail")
                .allow("user/ann", "s3:GetObject", "arn:aws:s3:::logs-*/*")
                .policies());
    assertThat(named.collect(Asset::id))
        .containsExactly(
            ACCOUNT, "arn:aws:s3:::payroll", "arn:aws:sqs:eu-west-1:999988887777:mail");
    assertThat(named.get(1).in().ids()).containsExactly(ACCOUNT);
    assertThat(named.get(2).in().all()).isEmpty();
  }

  @Test
  void aBucketThatTwoAccountsNameBelongsToNoneThatWeKnow() {
    var named =
        AwsResources.named(
            AwsWorld.empty()
                .allow("user/ann", "s3:GetObject", "arn:aws:s3:::shared/*")
                .allow(
                    "arn:aws:iam::999988887777:role/partner",
                    "s3:GetObject",
                    "arn:aws:s3:::shared/*")
                .policies());
    assertThat(named.getLast().id()).isEqualTo("arn:aws:s3:::shared");
    assertThat(named.getLast().in().all()).isEmpty();
  }

  @Test
  void aPatternThatCoversNothingIsAnAssetAndOneThatCoversSomethingIsNot() {
    var open =
        AwsResources.patternsWithoutCover(
            AwsWorld.empty()
                .allow("user/ann", "s3:GetObject", "arn:aws:s3:::logs-*/*", "arn:aws:s3:::pay*/*")
                .allow("user/ann", "sqs:ReceiveMessage s3:GetObject", "*")
                .allow("user/ann", "ec2:Describe*", "*")
                .allow("user/ann", "*", "*")
                .policies(),
            pattern -> pattern.startsWith("arn:aws:s3:::") && !pattern.contains("logs"));
    assertThat(open.collect(Asset::id))
        .containsExactly("arn:aws:s3:::logs-*", "arn:aws:sqs:*:111122223333:*");
  }

  @Test
  void thoseWhomAPolicyNamesArePrincipalsUnlessTheyWereDeleted() {
    var named =
        AwsResources.principals(
            AwsWorld.empty()
                .trust(
                    "role/etl",
                    "Service:lambda.amazonaws.com",
                    "AWS:arn:aws:iam::999988887777:root",
                    "AWS:AIDAEXAMPLEDELETED",
                    "AWS:" + ACCOUNT,
                    "Federated:arn:aws:iam::111122223333:saml-provider/staff")
                .policies(),
            Lists.immutable.empty());
    assertThat(named.collect(each -> each.id() + " " + each.kind().word()))
        .containsExactly(
            "arn:aws:iam::111122223333:saml-provider/staff group",
            "arn:aws:iam::999988887777:root external",
            "lambda.amazonaws.com service");
    assertThat(named.collect(Principal::complete)).containsOnly(false);
  }
}
