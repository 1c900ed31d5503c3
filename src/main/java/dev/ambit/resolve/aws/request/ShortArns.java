package dev.ambit.resolve.aws.request;

/**
 * What AWS makes of an ARN with fewer than six parts, by where the policy stands. The guides do not
 * say; this is how accounts behave.
 */
enum ShortArns {
  /**
   * The parts that it lacks may be anything: in what is attached to somebody, or to an endpoint.
   */
  MEAN_ALL,
  /** So they may if it has a wildcard, and otherwise it names nothing: in policies on resources. */
  MEAN_ALL_IF_WILD,
  /** It could only be stored if it ends in a star: in service control policies. */
  MUST_END_IN_STAR,
  /** It could not be stored: in resource control policies. */
  CANNOT_STAND;

  private static final int COLONS = 5;

  /** Whether AWS would have stored a policy with it. */
  boolean canStand(String written) {
    return switch (this) {
      case MEAN_ALL, MEAN_ALL_IF_WILD -> true;
      case MUST_END_IN_STAR -> !isShort(written) || written.endsWith("*");
      case CANNOT_STAND -> !isShort(written);
    };
  }

  private static boolean isShort(String written) {
    return written.startsWith("arn:") && written.chars().filter(c -> c == ':').count() < COLONS;
  }

  /** The pattern with all its parts, where it may be completed. */
  String completed(String written) {
    boolean completes =
        this == MEAN_ALL || (this == MEAN_ALL_IF_WILD && !Wildcards.isPlain(written));
    if (!completes || !written.startsWith("arn:") || written.endsWith("*")) {
      return written;
    }
    long missing = COLONS - written.chars().filter(c -> c == ':').count();
    return written + ":*".repeat((int) Math.max(0, missing));
  }
}
