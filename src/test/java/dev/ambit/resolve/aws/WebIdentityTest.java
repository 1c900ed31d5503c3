package dev.ambit.resolve.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Verb;
import dev.ambit.resolve.aws.request.SimulatedDecision;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Roles for those who sign in elsewhere: at providers that serve everybody, and at one's own. What
 * a trust policy asks of {@code sub} and {@code aud} keeps strangers out, or only seems to.
 */
class WebIdentityTest {
  private static final String EKS = "oidc.eks.eu-central-1.amazonaws.com/id/0A1B2C";

  private static String provider(String name) {
    boolean isBuiltIn = name.startsWith("cognito-identity.") || name.startsWith("accounts.google.");
    return "Federated:"
        + (isBuiltIn ? name : "arn:aws:iam::" + AwsWorld.ACCOUNT + ":oidc-provider/" + name);
  }

  private static AwsWorld trusting(String name) {
    return AwsWorld.empty()
        .allow("role/deploy", "s3:PutObject", "arn:aws:s3:::site/*")
        .trustOfWeb("role/deploy", provider(name));
  }

  @ParameterizedTest
  @CsvSource({
    // provider, operator, key, value, whether strangers get in
    "gitlab.com, StringEquals, aud, https://gitlab.com, true",
    "gitlab.com, StringLike, sub, project_path:acme/site:*, false",
    "gitlab.com, StringLike, sub, project_path:acme*, true",
    "gitlab.com, StringLike, sub, project_path:*/site:ref_type:branch:ref:main, true",
    "gitlab.com, StringLike, sub, '*:ref:main', true",
    "gitlab.com, StringEquals, namespace_path, acme, false",
    "gitlab.com, StringEquals, SUB, project_path:acme/site:ref_type:branch:ref:main, false",
    "gitlab.com, StringEqualsIfExists, namespace_path, acme, true",
    "cognito-identity.amazonaws.com, StringEquals, aud,"
        + " eu-central-1:11111111-2222-3333-4444-555555555555, false",
    "cognito-identity.amazonaws.com, ForAnyValue:StringLike, amr, authenticated, true",
    "cognito-identity.amazonaws.com, StringLike, aud, eu-central-1:*, true",
    "cognito-identity.amazonaws.com, StringNotEquals, aud,"
        + " eu-central-1:00000000-0000-0000-0000-000000000000, true",
    "accounts.google.com, StringEquals, aud, ours.apps.googleusercontent.com, false",
    "accounts.google.com, StringLike, aud, '*.apps.googleusercontent.com', true",
    "app.terraform.io, StringEquals, aud, aws.workload.identity, true",
    "app.terraform.io, StringLike, sub, organization:acme:project:*, false",
    "app.terraform.io, StringLike, sub, organization:acme*, true"
  })
  void atASharedProviderSomethingMustSayWhose(
      String name, String operator, String key, String value, boolean open) {
    var answers = trusting(name).when(operator, name + ":" + key, value).resolved();
    assertThat(answers.can("authenticated", Verb.ASSUME, "role/deploy"))
        .isEqualTo(open ? "depends on " + name + ":" + key + " " + operator + " " + value : "no");
  }

  @ParameterizedTest
  @CsvSource({"gitlab.com", "cognito-identity.amazonaws.com", "accounts.google.com"})
  void withoutAnyConditionASharedProviderIsEverybody(String name) {
    assertThat(trusting(name).resolved().can("authenticated", Verb.ASSUME, "role/deploy"))
        .isEqualTo("yes");
  }

  @ParameterizedTest
  @CsvSource({"'',''", "StringEquals, aud", "StringLike, sub"})
  void aClusterIsOnesOwnAndStrangersAreNotIn(String operator, String key) {
    AwsWorld world = trusting(EKS);
    if (!operator.isEmpty()) {
      world.when(operator, EKS + ":" + key, "sts.amazonaws.com");
    }
    assertThat(world.resolved().can("authenticated", Verb.ASSUME, "role/deploy")).isEqualTo("no");
    // But whoever runs in it may be anybody there, unless 'sub' says which account of the cluster.
    assertThat(
            world
                .resolved()
                .can(provider(EKS).substring("Federated:".length()), Verb.ASSUME, "role/deploy"))
        .startsWith(operator.isEmpty() ? "yes" : "depends");
  }

  @ParameterizedTest
  @CsvSource({
    // sub and aud of the token, decision
    "system:serviceaccount:jobs:etl, sts.amazonaws.com, allowed",
    "system:serviceaccount:jobs:other, sts.amazonaws.com, implicitDeny",
    "system:serviceaccount:jobs:etl, elsewhere, implicitDeny",
    "'', sts.amazonaws.com, implicitDeny"
  })
  void oneTokenIsDecidedByWhatItSays(String sub, String aud, String decision) {
    assertThat(
            SimulatedDecision.ofToken(
                provider(EKS).substring("Federated:".length()),
                Map.of(
                    "StringEquals",
                    Map.of(
                        EKS + ":sub", "system:serviceaccount:jobs:etl",
                        EKS + ":aud", "sts.amazonaws.com")),
                EKS,
                sub,
                aud))
        .isEqualTo(decision);
  }
}
