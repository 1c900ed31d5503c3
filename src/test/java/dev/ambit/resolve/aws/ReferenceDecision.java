package dev.ambit.resolve.aws;

import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Principal;
import dev.ambit.model.Verb;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The obvious way to decide, slow and plain: for one request at a time, as the IAM guide tells it.
 * Requests are for whole names; a verb holds on a bucket if one request of that verb for the bucket
 * or something in it is allowed. Knows one account, no conditions, no variables.
 */
final class ReferenceDecision {
  /**
   * One action on one type of resource.
   *
   * @param type {@code bucket} or {@code object}, or the type of an IAM resource
   */
  private record Request(String action, Verb verb, String type) {}

  // What actions do is data and comes from the shipped tables; how policies decide does not.
  private static final List<Request> REQUESTS =
      ActionLines.of("actions.tsv").stream()
          .map(line -> line.split("\t", -1))
          .flatMap(ReferenceDecision::requests)
          .toList();

  private static Stream<Request> requests(String[] line) {
    if (!line[0].equals("s3") && !line[0].equals("iam")) {
      return Stream.empty();
    }
    return Stream.of(line[2].split(" "))
        .filter(type -> type.startsWith("s3:::*") || type.startsWith("iam::@:"))
        .flatMap(
            type ->
                Stream.of(line[3].split(" "))
                    .flatMap(action -> requests(line[0] + ":" + action, line[1], type)));
  }

  private static Stream<Request> requests(String action, String level, String type) {
    Effects effects = EffectRules.SHIPPED.effects(action.toLowerCase(Locale.ROOT), level);
    if (action.startsWith("iam:")) {
      // Of IAM only what opens the account matters to a bucket.
      return effects.changes() != Effects.Changes.NOTHING
          ? Stream.of(new Request(action, Verb.SHARE, type.replaceAll(".*:|/.*", "")))
          : Stream.empty();
    }
    return effects.verbs().all().stream()
        .map(verb -> new Request(action, verb, type.contains("/") ? "object" : "bucket"));
  }

  private final AwsWorld world;
  private final List<String> keys;

  /** {@code keys} are the objects that every bucket has. */
  ReferenceDecision(AwsWorld world, List<String> keys) {
    this.world = world;
    this.keys = keys;
  }

  boolean can(Principal principal, Verb verb, String bucket) {
    return REQUESTS.stream()
        .filter(request -> request.verb() == verb)
        .anyMatch(
            request ->
                resources(request.type(), bucket).stream()
                    .anyMatch(resource -> allowed(principal, request.action(), resource)));
  }

  private List<String> resources(String type, String bucket) {
    return switch (type) {
      case "bucket" -> List.of(bucket);
      case "object" -> keys.stream().map(key -> bucket + "/" + key).toList();
      default -> List.of(AwsWorld.arn(type + "/any"));
    };
  }

  /** Whether one request is allowed. */
  boolean allowed(Principal principal, String action, String resource) {
    if (says(principal, Policy.Kind.IDENTITY, false, action, resource)
        || says(principal, Policy.Kind.BOUNDARY, false, action, resource)
        || onResource(principal, false, false, action, resource)) {
      return false;
    }
    boolean bounded =
        world
            .policies()
            .anySatisfy(
                each ->
                    each.kind() == Policy.Kind.BOUNDARY && each.holder().equals(principal.id()));
    boolean withinBoundary =
        !bounded || says(principal, Policy.Kind.BOUNDARY, true, action, resource);
    if (onResource(principal, true, true, action, resource)
        && (withinBoundary || principal.kind() == Principal.Kind.PERSON)) {
      return true;
    }
    return withinBoundary && says(principal, Policy.Kind.IDENTITY, true, action, resource);
  }

  private boolean says(
      Principal principal, Policy.Kind kind, boolean allow, String action, String resource) {
    return world
        .policies()
        .select(each -> each.kind() == kind)
        .select(
            each ->
                each.holder().equals(principal.id()) || principal.memberOf().names(each.holder()))
        .flatCollect(Policy::statements)
        .anySatisfy(each -> each.allow() == allow && isAbout(each, action, resource));
  }

  private boolean onResource(
      Principal principal, boolean allow, boolean byName, String action, String resource) {
    return world
        .policies()
        .select(each -> each.kind() == Policy.Kind.RESOURCE)
        .select(each -> (resource + "/").startsWith(each.holder() + "/"))
        .flatCollect(Policy::statements)
        .anySatisfy(
            each ->
                each.allow() == allow
                    && isAbout(each, action, resource)
                    && (each.principals().contains("AWS:" + principal.id())
                        || (!byName && each.principals().contains("*"))));
  }

  private static boolean isAbout(Statement statement, String action, String resource) {
    boolean aboutAction =
        statement.notActions().isEmpty()
            ? statement.actions().anySatisfy(each -> matches(each, action))
            : statement.notActions().noneSatisfy(each -> matches(each, action));
    return aboutAction
        && (statement.notResources().isEmpty()
            ? statement.resources().anySatisfy(each -> matches(each, resource))
            : statement.notResources().noneSatisfy(each -> matches(each, resource)));
  }

  private static boolean matches(String pattern, String text) {
    String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return text.matches("(?i)" + regex);
  }
}
