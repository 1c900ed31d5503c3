package dev.ambit.resolve.aws.request;

import java.util.Locale;

/**
 * One request, prepared for being matched against many statements.
 *
 * @param action in small letters
 * @param resource a name, or a pattern for many
 * @param isPattern whether it is one; {@code *} is none where the action works on no resource
 * @param owner the account of the resource; empty if nobody says
 */
public record Asked(
    Caller caller,
    String action,
    String resource,
    boolean isPattern,
    String owner,
    Context context) {

  /** A request of one action on one resource; {@code *} is none. */
  public static Asked of(
      Caller caller, String action, String resource, String owner, Context context) {
    boolean isPattern = !resource.equals("*") && !Wildcards.isPlain(resource);
    return of(caller, action, resource, isPattern, owner, context);
  }

  /** The same; {@code *} is any resource, if the action works on some. */
  static Asked ofAny(Caller caller, String action, String resource, String owner, Context context) {
    boolean isPattern =
        resource.equals("*")
            ? KnownActions.of(action.toLowerCase(Locale.ROOT)).worksOnNamed()
            : !Wildcards.isPlain(resource);
    return of(caller, action, resource, isPattern, owner, context);
  }

  private static Asked of(
      Caller caller,
      String action,
      String resource,
      boolean isPattern,
      String owner,
      Context context) {
    return new Asked(
        caller,
        action.toLowerCase(Locale.ROOT),
        isPattern ? resource : Wildcards.literal(resource),
        isPattern,
        owner,
        context);
  }

  /** Whether some of what is asked is what a pattern stands for. */
  boolean isAboutSomeOf(String pattern) {
    return Wildcards.overlap(pattern, resource);
  }

  /** The same, of a part of the resources. */
  Asked on(String part) {
    return new Asked(caller, action, part, !Wildcards.isPlain(part), owner, context);
  }

  /** The service of the action: {@code s3}. */
  String service() {
    int colon = action.indexOf(':');
    return colon < 0 ? action : action.substring(0, colon);
  }
}
