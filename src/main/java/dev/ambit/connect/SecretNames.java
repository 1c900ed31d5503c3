package dev.ambit.connect;

import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** What the name of a variable, header, option or parameter says about its value. */
final class SecretNames {
  private static final Pattern WORD_END = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");

  private static final ImmutableSet<String> SECRET =
      Sets.immutable.of(
          "token",
          "tokens",
          "password",
          "passwd",
          "passphrase",
          "passcode",
          "pwd",
          "pw",
          "pass",
          "secret",
          "secrets",
          "key",
          "keys",
          "apikey",
          "accesskey",
          "secretkey",
          "authkey",
          "credential",
          "credentials",
          "creds",
          "auth",
          "authorization",
          "authtoken",
          "accesstoken",
          "bearer",
          "cookie",
          "pat",
          "jwt",
          "sas",
          "sig",
          "signature",
          "dsn",
          "pgpassword",
          "connectionstring",
          "webhook",
          "otp",
          "pin");

  /** A name that ends like this speaks about a secret and does not hold one. */
  private static final ImmutableSet<String> ABOUT =
      Sets.immutable.of(
          "type",
          "mode",
          "method",
          "scheme",
          "url",
          "uri",
          "endpoint",
          "host",
          "port",
          "limit",
          "limits",
          "max",
          "min",
          "count",
          "size",
          "length",
          "ttl",
          "expiry",
          "timeout",
          "name",
          "enabled",
          "required",
          "header",
          "algorithm",
          "prefix",
          "region",
          "scope",
          "scopes",
          "budget",
          "version",
          "provider");

  /** A name that ends like this says where the secret is kept. */
  private static final ImmutableSet<String> ELSEWHERE =
      Sets.immutable.of(
          "file",
          "path",
          "profile",
          "passfile",
          "kubeconfig",
          "ref",
          "arn",
          "dir",
          "socket",
          "sock");

  /** A name with one of these says which thing is meant, and its value may well look random. */
  private static final ImmutableSet<String> IDENTITY =
      Sets.immutable.of("sha", "commit", "digest", "hash", "rev", "id", "ids", "uuid", "version");

  private static final ImmutableList<String> POINTS_TO_CREDENTIALS =
      Lists.immutable.of(
          "GOOGLE_APPLICATION_CREDENTIALS",
          "AWS_PROFILE",
          "KUBECONFIG",
          "PGPASSFILE",
          "AWS_SHARED_CREDENTIALS_FILE",
          "SSH_AUTH_SOCK",
          "DOCKER_CONFIG",
          "NETRC");

  private SecretNames() {}

  /** Whether a value of this name is taken for a secret. */
  static boolean saySecret(String name) {
    ImmutableList<String> words = words(name);
    return words.notEmpty()
        && words.anySatisfy(SECRET::contains)
        && !ABOUT.contains(words.getLast())
        && !speaksOfAnAmount(words)
        && !words.containsAll(Lists.immutable.of("public", "key").castToList());
  }

  /** Whether a value of this name is the place where a secret is kept. */
  static boolean sayWhereASecretIs(String name) {
    if (POINTS_TO_CREDENTIALS.contains(name.toUpperCase(Locale.ROOT))) {
      return true;
    }
    ImmutableList<String> words = words(name);
    return words.notEmpty()
        && ELSEWHERE.contains(words.getLast())
        && words.anySatisfy(SECRET::contains);
  }

  /** Whether a value of this name tells things apart and opens none. */
  static boolean sayIdentity(String name) {
    return words(name).anySatisfy(IDENTITY::contains);
  }

  /** {@code MAX_TOKENS} and {@code tokens-per-minute} count words of a model. */
  private static boolean speaksOfAnAmount(ImmutableList<String> words) {
    return words.contains("max")
        || words.contains("per")
        || (words.contains("tokens") && words.contains("min"));
  }

  /** Kind of credential that the name speaks of. */
  static String kind(String name) {
    ImmutableList<String> words = words(name);
    if (words.contains("profile")) {
      return "profile";
    }
    if (words.anySatisfy(word -> word.startsWith("pass") || word.endsWith("password"))
        || words.contains("pwd")
        || words.contains("pw")) {
      return "password";
    }
    if (words.anySatisfy(word -> word.endsWith("key") || word.endsWith("keys"))) {
      return "api-key";
    }
    if (words.anySatisfy(word -> word.endsWith("token") || word.startsWith("auth"))
        || words.contains("bearer")
        || words.contains("pat")) {
      return "token";
    }
    return "secret";
  }

  private static ImmutableList<String> words(String name) {
    return Lists.immutable
        .of(WORD_END.split(name))
        .reject(String::isEmpty)
        .collect(word -> word.toLowerCase(Locale.ROOT));
  }
}
