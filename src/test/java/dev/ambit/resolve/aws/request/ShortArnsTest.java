package dev.ambit.resolve.aws.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy that denies does by an ARN with too few parts, by where it hangs. */
class ShortArnsTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:111122223333:q";

  @ParameterizedTest
  @CsvSource({
    // the deny's resource, in a service control policy, in a resource control policy
    "arn:aws:sqs, allowed, allowed",
    "arn:aws:sqs:us-east-1:111122223333, allowed, allowed",
    "arn:aws:sqs:*, explicitDeny, allowed",
    "arn:aws:sqs*, explicitDeny, allowed",
    "arn:aws:*, explicitDeny, allowed",
    "arn:aws:s*s, allowed, allowed",
    "arn:aws:sqs:*:111122223333:*, explicitDeny, explicitDeny",
    "*, explicitDeny, explicitDeny"
  })
  void inAPolicyOfTheOrganisation(String resource, String service, String control) {
    assertThat(denied("ServiceControlPolicyInputList", "Resource", resource)).isEqualTo(service);
    assertThat(denied("ResourceControlPolicyInputList", "Resource", resource)).isEqualTo(control);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:sns, allowed, allowed",
    "arn:aws:sns:*, explicitDeny, allowed",
    "arn:aws:sns:*:*:*, explicitDeny, explicitDeny"
  })
  void asAnExceptionItIsNoneFromEverything(String resource, String service, String control) {
    assertThat(denied("ServiceControlPolicyInputList", "NotResource", resource)).isEqualTo(service);
    assertThat(denied("ResourceControlPolicyInputList", "NotResource", resource))
        .isEqualTo(control);
  }

  private static String denied(String layer, String element, String resource) {
    Map<String, Object> all = Map.of("Effect", "Allow", "Action", "*", "Resource", "*");
    Map<String, Object> deny = Map.of("Effect", "Deny", "Action", "*", element, resource);
    boolean isOnResource = layer.startsWith("Resource");
    return Simulated.by("arn:aws:iam::111122223333:user/ann")
        .asks("sqs:SendMessage", QUEUE)
        .with("PolicyInputList", List.of(Simulated.policy("2012-10-17", all)))
        .with(
            layer,
            List.of(
                List.of(
                    Simulated.policy("2012-10-17", isOnResource ? forAll(all) : all),
                    Simulated.policy("2012-10-17", isOnResource ? forAll(deny) : deny))))
        .answer()
        .ruling()
        .ruling()
        .word();
  }

  private static Map<String, Object> forAll(Map<String, Object> statement) {
    var with = new java.util.TreeMap<>(statement);
    with.put("Principal", "*");
    return with;
  }
}
