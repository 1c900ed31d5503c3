package dev.ambit.resolve.aws;

import dev.ambit.model.Policy.Statement;
import java.util.regex.Pattern;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How the statement of a resource names a principal. A session stands for its role, and a bare
 * account number for the account.
 */
enum Named {
  /** Not at all. */
  NOT,
  /** As one of its account: that alone gives nothing, the account decides. */
  BY_ACCOUNT,
  /** As one of all. */
  AS_ANYONE,
  /** By itself. */
  EXACTLY;

  private static final Pattern SESSION =
      Pattern.compile("arn:([^:]*):sts::(\\d*):assumed-role/([^/]*)(/.*)?");

  /** How {@code statement} names {@code subject}; of several ways the closest. */
  static Named in(Statement statement, Subject subject) {
    if (!statement.notPrincipals().isEmpty()) {
      return in(statement.notPrincipals(), subject) == NOT ? AS_ANYONE : NOT;
    }
    return in(statement.principals(), subject);
  }

  private static Named in(ImmutableList<String> principals, Subject subject) {
    return principals.injectInto(
        NOT,
        (closest, each) -> {
          Named named = in(each, subject);
          return named.compareTo(closest) > 0 ? named : closest;
        });
  }

  private static Named in(String written, Subject subject) {
    if (isAnyone(written)) {
      return AS_ANYONE;
    }
    if (!written.startsWith("AWS:") || !subject.isKnown()) {
      return NOT;
    }
    String name = written.substring("AWS:".length());
    if (name.equals(subject.arn()) || isSessionOf(name, subject)) {
      return EXACTLY;
    }
    return name.equals(subject.account()) || name.equals(subject.accountAsset()) ? BY_ACCOUNT : NOT;
  }

  static boolean isAnyone(String written) {
    return written.equals("*") || written.equals("AWS:*");
  }

  /** Whether it is an account as a whole. */
  static boolean isAccount(String written) {
    return written.startsWith("AWS:")
        && (written.endsWith(":root") || Accounts.isNumber(written.substring("AWS:".length())));
  }

  private static boolean isSessionOf(String name, Subject subject) {
    var session = SESSION.matcher(name);
    return session.matches()
        && subject.isRole()
        && session.group(2).equals(subject.account())
        && session.group(3).equals(subject.name());
  }

  /** The principal as a node's name: a session's role (its path is not known), else as written. */
  static String node(String written) {
    String name = written.substring(written.indexOf(':') + 1);
    if (Accounts.isNumber(name)) {
      return "arn:aws:iam::" + name + ":root";
    }
    var session = SESSION.matcher(name);
    return session.matches()
        ? "arn:" + session.group(1) + ":iam::" + session.group(2) + ":role/" + session.group(3)
        : name;
  }
}
