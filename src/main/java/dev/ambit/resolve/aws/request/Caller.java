package dev.ambit.resolve.aws.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who asks, as policies may name it.
 *
 * @param name as the request has it: an ARN, a service, a provider; empty for nobody by name
 * @param account twelve digits; empty where it belongs to none
 * @param holder the role of a role session without its path, the user of a federated session; empty
 *     for others
 */
public record Caller(Kind kind, String name, String account, String holder) {
  private static final Pattern PRINCIPAL =
      Pattern.compile("arn:([^:]*):(iam|sts)::(\\d{12}):(root|[a-z-]+/.*|[a-z-]+)");
  private static final Pattern SERVICE =
      Pattern.compile(
          "[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?|alexa-[a-z]+\\.amazon\\.com|[a-z0-9.-]+\\.aws\\.internal");
  private static final Pattern SESSION = Pattern.compile("assumed-role/([^/]*)/.*");

  /** What one can be. */
  public enum Kind {
    /** The root user of an account. */
    ROOT,
    USER,
    ROLE,
    /** Somebody who has assumed a role. */
    ROLE_SESSION,
    /** Somebody with the token of a user ({@code GetFederationToken}). */
    FEDERATED_SESSION,
    /** Somebody who signed in elsewhere and has no role yet. */
    FEDERATED,
    SERVICE,
    /** Nobody who says who it is. */
    ANONYMOUS;

    /** Whether policies of an account are attached to it. */
    boolean hasIdentity() {
      return this != FEDERATED && this != SERVICE && this != ANONYMOUS;
    }
  }

  /** From {@code CallerArn}; empty text is a user of {@code account} that has no name. */
  public static Caller of(String written, String account) {
    if (written.isEmpty()) {
      return new Caller(Kind.USER, "", account, "");
    }
    if (written.equalsIgnoreCase("Anonymous") || written.equals("*")) {
      return new Caller(Kind.ANONYMOUS, "", "", "");
    }
    Matcher arn = PRINCIPAL.matcher(written);
    if (arn.matches()) {
      return of(written, arn.group(1), arn.group(3), arn.group(4));
    }
    return new Caller(isService(written) ? Kind.SERVICE : Kind.FEDERATED, written, "", "");
  }

  /** Who signs in with Cognito comes from there, and a few services have names of their own. */
  private static boolean isService(String written) {
    return SERVICE.matcher(written).matches() && !written.startsWith("cognito-identity.");
  }

  private static Caller of(String arn, String partition, String account, String resource) {
    if (resource.equals("root")) {
      return new Caller(Kind.ROOT, arn, account, "");
    }
    Matcher session = SESSION.matcher(resource);
    if (session.matches()) {
      String role = "arn:" + partition + ":iam::" + account + ":role/" + session.group(1);
      return new Caller(Kind.ROLE_SESSION, arn, account, role);
    }
    if (resource.startsWith("federated-user/")) {
      // AWS does not write into the session whose it is; a user of the same name is the best guess.
      String user = resource.substring("federated-user/".length());
      return new Caller(
          Kind.FEDERATED_SESSION,
          arn,
          account,
          "arn:" + partition + ":iam::" + account + ":user/" + user);
    }
    if (resource.startsWith("oidc-provider/") || resource.startsWith("saml-provider/")) {
      return new Caller(Kind.FEDERATED, arn, "", "");
    }
    return new Caller(resource.startsWith("role/") ? Kind.ROLE : Kind.USER, arn, account, "");
  }

  /** A role that only a service of AWS may use; policies of an organisation do not bind it. */
  boolean isServiceLinked() {
    return name.contains(":role/aws-service-role/")
        || name.contains(":assumed-role/AWSServiceRoleFor");
  }

  /** Its role without the path, as a session names it. */
  public static String withoutPath(String arn) {
    int role = arn.indexOf(":role/");
    return role < 0
        ? arn
        : arn.substring(0, role + ":role/".length()) + arn.substring(arn.lastIndexOf('/') + 1);
  }
}
