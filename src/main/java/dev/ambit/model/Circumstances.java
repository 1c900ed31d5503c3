package dev.ambit.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The facts about a finding that somebody had before their eyes who decided about it. A worse one
 * ends the decision.
 *
 * @param severity at its worst
 * @param audience the people who are not cleared and would see it
 * @param level the highest among the assets and channels it goes over; empty if none is known
 * @param paths how many ways there are
 * @param path 12 hex digits over the hops of the ways that are written
 */
public record Circumstances(
    Severity severity, Heads audience, String level, int paths, String path) {

  /** What they are now. */
  public static Circumstances of(Finding finding, String level) {
    return new Circumstances(
        finding.severity(),
        finding.audience().uncleared(),
        level,
        finding.pathsTotal(),
        digest(finding));
  }

  /** Of nodes and kinds of hop alone: a sentence or a line that moves is no other path. */
  private static String digest(Finding finding) {
    String hops =
        finding
            .paths()
            .collect(
                path ->
                    path.hops()
                        .collect(hop -> hop.from() + "\n" + hop.kind().word() + "\n" + hop.to())
                        .makeString("\n"))
            .toSortedList()
            .makeString("\n\n");
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(hops.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
