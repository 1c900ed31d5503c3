package dev.ambit.resolve.aws.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decisions on single requests, for tests of other packages. */
public final class SimulatedDecision {
  private SimulatedDecision() {}

  /**
   * On a token of a web identity that asks for a role which trusts its provider.
   *
   * @param condition of the trust policy
   * @param provider as its context keys begin
   */
  public static String ofToken(
      String caller, Map<String, Object> condition, String provider, String sub, String aud) {
    Map<String, Object> trust = new LinkedHashMap<>();
    trust.put("Effect", "Allow");
    trust.put("Principal", Map.of("Federated", caller));
    trust.put("Action", List.of("sts:AssumeRoleWithWebIdentity"));
    trust.put("Condition", condition);
    Map<String, Object> context = new LinkedHashMap<>();
    context.put(provider + ":aud", aud);
    if (!sub.isEmpty()) {
      context.put(provider + ":sub", sub);
    }
    return Simulated.by(caller)
        .asks("sts:AssumeRoleWithWebIdentity", "arn:aws:iam::111122223333:role/deploy")
        .context(context)
        .with("ResourcePolicy", Simulated.policy("2012-10-17", trust))
        .answer()
        .ruling()
        .ruling()
        .word();
  }
}
