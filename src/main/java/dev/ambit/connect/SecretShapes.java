package dev.ambit.connect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Secrets that can be told by how they look, wherever they stand. The prefixes are those the
 * issuers document so that scanners can find them.
 */
final class SecretShapes {
  /** One issuer's format. */
  private record Shape(String kind, Pattern pattern) {}

  private static final ImmutableList<Shape> ALL =
      Lists.immutable.of(
          shape("private-key", "-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*"),
          shape("token", "eyJ[\\w-]{6,}\\.[\\w-]{6,}(?:\\.[\\w-]*)?"),
          shape("github-token", "(?:gh[pousr]|github_pat)_\\w{6,}"),
          shape("gitlab-token", "gl[a-z]{2,6}-[\\w-]{10,}"),
          shape("slack-token", "(?:xox[a-z]|xapp)-[\\w-]{6,}"),
          shape("aws-access-key", "(?:AKIA|ASIA)[0-9A-Z]{12,}"),
          shape("google-api-key", "AIza[\\w-]{20,}"),
          shape("google-token", "ya29\\.[\\w-]{10,}"),
          shape("api-key", "sk[-_](?=[\\w-]{0,200}\\d)[\\w-]{8,}"),
          shape("api-key", "(?:rk|pk)_(?:live|test)_\\w{8,}"),
          shape(
              "api-key", "(?:hf|npm|lin_api|ntn|nvapi|tvly|aug|dop_v1|dckr_pat|shpat)[-_]\\w{10,}"),
          shape("api-key", "(?:SG|hvs|hvb)\\.[\\w.-]{16,}"),
          shape("api-key", "BSA\\w{14,}"),
          shape("api-key", "pypi-[\\w-]{16,}"),
          shape("api-key", "ATATT[\\w-]{10,}"),
          shape("webhook", "https://hooks\\.slack\\.com/services/[\\w/]{8,}"));

  private static final Pattern LONG_RUN = Pattern.compile("[A-Za-z0-9+_=-]{24,}");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private SecretShapes() {}

  private static Shape shape(String kind, String pattern) {
    return new Shape(kind, Pattern.compile("(?<![A-Za-z0-9])" + pattern));
  }

  /** The first thing in the text that has the format of a known issuer. */
  static Optional<Secret> in(String text) {
    for (Shape shape : ALL) {
      Matcher found = shape.pattern().matcher(text);
      if (found.find()) {
        return Optional.of(Secret.literal(shape.kind(), found.group()));
      }
    }
    return Optional.empty();
  }

  /** The text with everything that has such a format, or looks random, replaced. */
  static String masked(String text) {
    String masked = text;
    for (Shape shape : ALL) {
      masked = shape.pattern().matcher(masked).replaceAll(Secrets.MASK);
    }
    return LONG_RUN
        .matcher(masked)
        .replaceAll(run -> looksRandom(run.group()) ? Secrets.MASK : "$0");
  }

  /**
   * Whether a text without blanks reads like a generated key: 20 characters or more, letters and
   * digits, at least 3.4 bits a character. Identifiers in the form of a UUID name things more often
   * than they open them, so they do not count.
   */
  static boolean looksRandom(String text) {
    return text.length() >= 20
        && text.chars().noneMatch(Character::isWhitespace)
        && text.chars().anyMatch(Character::isDigit)
        && text.chars().anyMatch(Character::isLetter)
        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "+/=_-.".indexOf(c) >= 0)
        && !readsLikeWords(text)
        && !UUID.matcher(text).matches()
        && bitsPerCharacter(text) >= 3.4;
  }

  /**
   * Paths, packages and hyphenated names are made of short runs; a generated key is one long one.
   */
  private static boolean readsLikeWords(String text) {
    for (String run : text.split("[-_./+=]", -1)) {
      if (run.length() >= 16 && run.chars().anyMatch(Character::isDigit)) {
        return false;
      }
    }
    return true;
  }

  private static double bitsPerCharacter(String text) {
    int[] counts = new int[128];
    text.chars().forEach(c -> counts[c & 127]++);
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / text.length();
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }
}
