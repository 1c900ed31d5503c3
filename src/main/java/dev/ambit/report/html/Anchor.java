package dev.ambit.report.html;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/** Stable addresses inside the page, for links from tickets and mails. */
public final class Anchor {
  private Anchor() {}

  /** {@code agent-forum-helper}. */
  public static String agent(String id) {
    return "agent-" + slug(id);
  }

  /** {@code asset-user-data-store}. */
  public static String asset(String id) {
    return "asset-" + slug(id);
  }

  /** {@code finding-F-36013ebb6980}. */
  public static String finding(String id) {
    return "finding-" + id;
  }

  /** {@code rule-advice-reaches-access-changers}. */
  public static String rule(String id) {
    return "rule-" + slug(id);
  }

  /** Letters, digits and hyphens; a name that loses something by it gets a checksum of itself. */
  private static String slug(String name) {
    String slug =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    if (slug.equals(name.replace('/', '-'))) {
      return slug;
    }
    CRC32 sum = new CRC32();
    sum.update(name.getBytes(StandardCharsets.UTF_8));
    String shortened = slug.substring(0, Math.min(60, slug.length()));
    return shortened + "-" + String.format(Locale.ROOT, "%08x", sum.getValue());
  }
}
