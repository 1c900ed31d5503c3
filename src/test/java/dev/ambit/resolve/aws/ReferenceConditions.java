package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Principal;
import dev.ambit.model.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The obvious way to tell whether somebody may read a secret under conditions: what is known of the
 * request is written down key by key, each condition is yes, no or not to be told, and the
 * statements are put together as the IAM guide does. Shares no code with the fast way.
 *
 * <p>Of a key three things may be so: it has a value, it is known not to be there, or nobody knows.
 */
final class ReferenceConditions {
  private enum Told {
    NO,
    OPEN,
    YES
  }

  private final AwsWorld world;
  private final String organisation;

  ReferenceConditions(AwsWorld world, String organisation) {
    this.world = world;
    this.organisation = organisation;
  }

  /** {@code yes}, {@code assumed}, {@code depends} or {@code no}. */
  String read(String who, String secret) {
    Principal principal = world.principals().detect(each -> each.id().equals(AwsWorld.arn(who)));
    Asset asset = world.assets().detect(each -> each.id().equals(secret));
    Map<String, Optional<String>> known = known(principal, asset);
    Told byIdentity = Told.NO;
    Told byResource = Told.NO;
    Told denied = Told.NO;
    Told bounded = Told.NO;
    boolean hasBoundary = false;
    for (Policy policy : world.policies()) {
      boolean isHis =
          policy.holder().equals(principal.id()) || principal.memberOf().names(policy.holder());
      boolean isOnIt =
          policy.holder().equals(secret) || policy.kind() == Policy.Kind.RESOURCE_CONTROL;
      if (!isHis && !isOnIt) {
        continue;
      }
      for (Statement each : policy.statements()) {
        Told holds = names(each, principal) ? holds(each, known) : Told.NO;
        if (policy.kind() == Policy.Kind.BOUNDARY) {
          hasBoundary = true;
          bounded = more(holds, bounded);
        } else if (!each.allow()) {
          denied = more(holds, denied);
        } else if (isOnIt) {
          byResource = more(holds, byResource);
        } else {
          byIdentity = more(holds, byIdentity);
        }
      }
    }
    if (hasBoundary) {
      byIdentity = less(byIdentity, bounded);
      // What a policy of the secret gives a user by name, no boundary takes away.
      byResource = principal.id().contains(":role/") ? less(byResource, bounded) : byResource;
    }
    Told allowed = more(byIdentity, byResource);
    if (denied == Told.YES || allowed == Told.NO) {
      return "no";
    }
    return allowed == Told.OPEN ? "depends" : denied == Told.OPEN ? "assumed" : "yes";
  }

  private static boolean names(Statement statement, Principal principal) {
    return statement.principals().isEmpty()
        || statement.principals().contains("*")
        || statement.principals().contains("AWS:" + principal.id());
  }

  private static Told more(Told one, Told other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Told less(Told one, Told other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** By key in small letters; empty where the key is known to be absent. */
  private Map<String, Optional<String>> known(Principal principal, Asset asset) {
    Map<String, Optional<String>> known = new HashMap<>();
    boolean isUser = principal.id().contains(":user/");
    known.put("aws:principalarn", Optional.of(principal.id()));
    known.put("aws:principalaccount", Optional.of(AwsWorld.ACCOUNT));
    known.put("aws:principalorgid", Optional.of(organisation));
    known.put("aws:resourceaccount", Optional.of(AwsWorld.ACCOUNT));
    known.put("aws:resourceorgid", Optional.of(organisation));
    known.put(
        "aws:username",
        isUser ? Optional.of(principal.id().replaceFirst(".*/", "")) : Optional.empty());
    // A session of a role may bring tags, so what a role lacks is not known to be absent.
    if (isUser && principal.complete()) {
      for (String tag : List.of("team", "owner")) {
        known.put("aws:principaltag/" + tag, Optional.empty());
      }
    }
    for (Said.Value<String> tag : principal.tags()) {
      String[] said = tag.said().split("=", 2);
      known.put("aws:principaltag/" + said[0], Optional.of(said[1]));
    }
    for (Said.Value<String> tag : asset.labels()) {
      String[] said = tag.said().split("=", 2);
      known.put("aws:resourcetag/" + said[0], Optional.of(said[1]));
    }
    return known;
  }

  private static Told holds(Statement statement, Map<String, Optional<String>> known) {
    Told all = Told.YES;
    for (Condition each : statement.conditions()) {
      Told one = holds(each, known);
      all = one.compareTo(all) < 0 ? one : all;
    }
    return all;
  }

  private static Told holds(Condition condition, Map<String, Optional<String>> known) {
    Optional<String> value = known.get(condition.key().toLowerCase(Locale.ROOT));
    boolean isNegated = condition.operator().contains("Not");
    List<String> expected = new ArrayList<>();
    for (String each : condition.values()) {
      Optional<String> filled = filled(each, known, isNegated);
      if (filled.isEmpty()) {
        return Told.OPEN;
      }
      expected.add(filled.get());
    }
    if (value == null) {
      return Told.OPEN;
    }
    if (condition.operator().equals("Null")) {
      return told(expected.contains(value.isEmpty() ? "true" : "false"));
    }
    if (value.isEmpty()) {
      return told(condition.operator().endsWith("IfExists") || isNegated);
    }
    boolean isNoArn =
        condition.operator().startsWith("Arn")
            && expected.stream().anyMatch(each -> each.split(":", 6).length < 6);
    if (isNegated && isNoArn) {
      // What cannot be read does not match, and its negation does not hold either.
      return Told.NO;
    }
    boolean matches = expected.stream().anyMatch(each -> is(condition, each, value.get()));
    return told(matches != isNegated);
  }

  private static Told told(boolean is) {
    return is ? Told.YES : Told.NO;
  }

  /** With values for its variables, marked so that they are no wildcards; empty if one is open. */
  private static Optional<String> filled(
      String text, Map<String, Optional<String>> known, boolean isNegated) {
    Matcher variable = Pattern.compile("\\$\\{([^}]*)}").matcher(text);
    StringBuilder filled = new StringBuilder();
    while (variable.find()) {
      Optional<String> value = known.get(variable.group(1).toLowerCase(Locale.ROOT));
      if (value == null || (value.isEmpty() && isNegated)) {
        return Optional.empty();
      }
      // What has no value is equal to nothing.
      String with = value.orElse("\u0003").replace('*', '\u0001');
      variable.appendReplacement(filled, Matcher.quoteReplacement(with));
    }
    return Optional.of(variable.appendTail(filled).toString());
  }

  private static boolean is(Condition condition, String expected, String value) {
    String operator = condition.operator();
    if (operator.startsWith("Arn")) {
      String[] wanted = expected.split(":", 6);
      String[] found = value.split(":", 6);
      boolean all = wanted.length == 6 && found.length == 6;
      for (int i = 0; all && i < 6; i++) {
        all = glob(wanted[i]).matcher(found[i]).matches();
      }
      return all;
    }
    if (operator.contains("Like")) {
      return glob(expected).matcher(value).matches();
    }
    String plain = expected.replace('\u0001', '*');
    return operator.contains("IgnoreCase") ? plain.equalsIgnoreCase(value) : plain.equals(value);
  }

  private static Pattern glob(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      regex.append(c == '*' ? ".*" : Pattern.quote(String.valueOf(c).replace('\u0001', '*')));
    }
    return Pattern.compile(regex.toString());
  }
}
