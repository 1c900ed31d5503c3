package dev.ambit.report.html;

import dev.ambit.report.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/**
 * Style and script that stand inside the page, and the content policy that allows these and nothing
 * else.
 */
public record Assets(String style, String script) {
  static final Assets SHIPPED = new Assets(resource("report.css"), resource("report.js"));

  /**
   * The same, with a line at the foot of each printed page. It comes from the input: everything
   * that is no plain letter is written as an escape, so that no name can end the string or the
   * style.
   */
  Assets withPageFoot(String foot) {
    StringBuilder safe = new StringBuilder();
    Visible.of(foot)
        .codePoints()
        .forEach(
            point -> {
              if ((Character.isLetterOrDigit(point) && point < 128) || " .,-".indexOf(point) >= 0) {
                safe.appendCodePoint(point);
              } else {
                safe.append(String.format(Locale.ROOT, "\\%06X", point));
              }
            });
    return new Assets(style.replace("\"PAGE-FOOT\"", "\"" + safe + "\""), script);
  }

  /** Fetches nothing, sends nothing, runs nothing but the two texts of these hashes. */
  public String policy() {
    return "default-src 'none'; style-src '"
        + hash(style)
        + "'; script-src '"
        + hash(script)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
