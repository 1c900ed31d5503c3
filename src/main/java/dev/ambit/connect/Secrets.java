package dev.ambit.connect;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Recognises secrets while a configuration is read, so that none becomes part of a fact.
 *
 * <p>Two questions, two directions of caution. <em>Is this value a secret?</em> ({@link #named},
 * {@link #argument}, {@link #url}): a literal under a name that says secret is one, whatever it
 * looks like. <em>May this text be kept?</em> ({@link #masked}): everything that could be a secret
 * is replaced, even where that spoils a name.
 */
public final class Secrets {
  /** What stands in a kept text where something was that may be a secret. */
  public static final String MASK = "[secret]";

  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\$\\{[^}]*}|\\$[A-Za-z_]\\w*|\\$\\(|%[A-Za-z_]\\w*%|\\{\\{[^}]*}}|<[^<>]*>"
              + "|\\b(?:op|vault|secret|keychain|bws|awssm|gcpsm|akv)://\\S+");

  private static final Pattern BLANK_TO_FILL =
      Pattern.compile(
          "(?i)[x*.\\s]+|(?:your|my|insert|replace|enter|put)[-_ ].*|replaceme|todo|\\.{3}");

  private static final Pattern SCHEME =
      Pattern.compile("(?i)^(?:bearer|basic|token|apikey|digest)\\s+");

  private static final Pattern USER_INFO =
      Pattern.compile("([A-Za-z][\\w+.-]{0,30}://)([^/?#\\s\"'@]*)@");

  private static final Pattern PARAMETER = Pattern.compile("[?&;#]([\\w.\\-]+)=([^&;#\\s\"']*)");

  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?<![\\w?&;#])(-{0,2}[A-Za-z][\\w.-]*)=(\"[^\"]*\"|'[^']*'|[^\\s\"']+)");

  private static final Pattern HEADER =
      Pattern.compile("(?<![\\w-])([A-Za-z][\\w-]*)\\s*:\\s+?([^\"'\\r\\n]+)");

  private static final Pattern JSON_PAIR = Pattern.compile("\"([\\w-]+)\"\\s*:\\s*\"([^\"]*)\"");

  private static final Pattern OPTION =
      Pattern.compile("(?<![\\w-])(--?[A-Za-z][\\w-]*)\\s+(\"[^\"]*\"|'[^']*'|[^\\s\"'-]\\S*)");

  private static final Pattern SCHEME_AND_VALUE =
      Pattern.compile("(?i)\\b(bearer|basic)\\s+([^\\s\"']{4,})");

  private Secrets() {}

  /** The secret in a variable or header; empty if there is none. */
  public static Optional<Secret> named(String name, String value) {
    if (value.isBlank()) {
      return Optional.empty();
    }
    Optional<Secret> address = url(value);
    if (address.isPresent()) {
      return address;
    }
    boolean saysSecret = SecretNames.saySecret(name);
    if (SecretNames.sayWhereASecretIs(name)) {
      return Optional.of(Secret.reference(SecretNames.kind(name)));
    }
    Optional<Secret> shaped = SecretShapes.in(value);
    if (shaped.isPresent()) {
      return shaped;
    }
    if (refers(value)) {
      boolean vault = value.contains("://");
      return saysSecret || vault || SecretNames.saySecret(value)
          ? Optional.of(Secret.reference(SecretNames.kind(saysSecret ? name : value)))
          : Optional.empty();
    }
    boolean random = SecretShapes.looksRandom(bare(value)) && !SecretNames.sayIdentity(name);
    return (saysSecret && !isSwitch(value)) || random
        ? Optional.of(Secret.literal(SecretNames.kind(name), bare(value)))
        : Optional.empty();
  }

  /** The secret in one argument of a command, which may be the value of the option before it. */
  public static Optional<Secret> argument(String before, String argument) {
    if (before.startsWith("-") && !before.contains("=") && !argument.startsWith("-")) {
      Optional<Secret> ofOption = SecretNames.saySecret(before) ? named(before, argument) : none();
      if (ofOption.isPresent()) {
        return ofOption;
      }
    }
    return inText(argument);
  }

  /** The first secret in free text, such as a command line. */
  public static Optional<Secret> inText(String text) {
    return Lists.immutable
        .of(ASSIGNMENT, JSON_PAIR, HEADER, OPTION)
        .flatCollect(pattern -> pairs(pattern, text))
        .detectOptional(pair -> SecretNames.saySecret(pair.name()))
        .flatMap(pair -> named(pair.name(), pair.value()))
        .or(() -> url(text))
        .or(() -> SecretShapes.in(text))
        .or(
            () ->
                pairs(SCHEME_AND_VALUE, text)
                    .getFirstOptional()
                    .map(pair -> Secret.literal("token", pair.value())));
  }

  /** The secret in an address: its user information, a parameter, or a part of its path. */
  public static Optional<Secret> url(String text) {
    Matcher user = USER_INFO.matcher(text);
    if (user.find()) {
      Optional<Secret> signedIn = ofUserInfo(user.group(1), user.group(2));
      if (signedIn.isPresent()) {
        return signedIn;
      }
    }
    if (!text.contains("://")) {
      return Optional.empty();
    }
    return pairs(PARAMETER, text)
        .collect(pair -> ofParameter(pair))
        .detectOptional(Optional::isPresent)
        .flatMap(found -> found)
        .or(() -> SecretShapes.in(text))
        .or(() -> ofPath(text));
  }

  /**
   * The text with all that may be a secret replaced by {@link #MASK}. For every text that is kept.
   */
  public static String masked(String text) {
    String masked = USER_INFO.matcher(text).replaceAll("$1" + MASK + "@");
    masked = maskedValues(PARAMETER, masked);
    masked = maskedValues(ASSIGNMENT, masked);
    masked = maskedValues(JSON_PAIR, masked);
    masked = maskedValues(HEADER, masked);
    masked = maskedValues(OPTION, masked);
    masked = SCHEME_AND_VALUE.matcher(masked).replaceAll("$1 " + MASK);
    return SecretShapes.masked(masked);
  }

  /** Whether the text names a place where its value is kept, or is a blank to be filled in. */
  static boolean refers(String value) {
    String bare = bare(value);
    return REFERENCE.matcher(bare).find() || BLANK_TO_FILL.matcher(bare).matches();
  }

  /** Before a web address a lone word is a token; before a database it is a user without secret. */
  private static Optional<Secret> ofUserInfo(String scheme, String userInfo) {
    boolean web = scheme.toLowerCase(Locale.ROOT).startsWith("http");
    int colon = userInfo.indexOf(':');
    String secret = colon >= 0 ? userInfo.substring(colon + 1) : web ? userInfo : "";
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    String kind = web ? "password" : "database-password";
    return Optional.of(refers(secret) ? Secret.reference(kind) : Secret.literal(kind, secret));
  }

  private static Optional<Secret> ofParameter(Pair pair) {
    return SecretNames.saySecret(pair.name()) || SecretShapes.in(pair.value()).isPresent()
        ? named(pair.name(), pair.value())
        : Optional.empty();
  }

  private static Optional<Secret> ofPath(String text) {
    String path = text.substring(text.indexOf("://") + 3).split("[?#\\s]", 2)[0];
    return Lists.immutable
        .of(path.split("/"))
        .detectOptional(SecretShapes::looksRandom)
        .map(part -> Secret.literal("secret", part));
  }

  private static String maskedValues(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    SecretNames.saySecret(found.group(1))
                        ? found.group().substring(0, found.start(2) - found.start()) + MASK
                        : found.group()));
  }

  private static ImmutableList<Pair> pairs(Pattern pattern, String text) {
    return Lists.immutable.fromStream(
        pattern.matcher(text).results().map(each -> new Pair(each.group(1), each.group(2))));
  }

  private static String bare(String value) {
    return SCHEME.matcher(value.strip()).replaceFirst("");
  }

  private static boolean isSwitch(String value) {
    String word = value.strip().toLowerCase(Locale.ROOT);
    return word.equals("true") || word.equals("false") || word.equals("none");
  }

  private static Optional<Secret> none() {
    return Optional.empty();
  }

  /** A name and what stands behind it. */
  private record Pair(String name, String value) {}
}
