package dev.ambit;

import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.AccessMap;
import dev.ambit.model.Facts;
import dev.ambit.repair.Repairs;
import dev.ambit.resolve.NodeSets;
import dev.ambit.resolve.Resolver;
import dev.ambit.snapshot.Snapshot;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The first half of the line, from files to who can do what: all that does not depend on rules.
 *
 * @param few the facts, for a second scan; none where they are too many to be kept
 */
public record Resolved(AccessMap access, Facts few) {

  /**
   * What these files and folders say, as of a day.
   *
   * @param snapshot where it is kept for the next time; what stands there is taken if this program
   *     made it of the same inputs for the same day
   * @throws dev.ambit.connect.InputException if a path does not exist
   * @throws Room.TooSmall if there is too little memory for what was read
   */
  public static Resolved of(ImmutableList<Path> inputs, AsOf at, Optional<Path> snapshot) {
    return snapshot
        .map(
            file ->
                new Snapshot<>(file, Resolved.class, NodeSets::of)
                    .orElse(
                        program() + "\n" + at + "\n" + Inbox.fingerprint(inputs),
                        () -> of(inputs, at)))
        .orElseGet(() -> of(inputs, at));
  }

  /** A large export is let go once it is resolved: judging needs the room. */
  private static Resolved of(ImmutableList<Path> inputs, AsOf at) {
    Facts facts = Inbox.read(inputs, Connectors.ALL);
    Room.check(facts.count(), Runtime.getRuntime().maxMemory());
    return new Resolved(
        Resolver.resolve(facts, at.day(facts.settings().asOf())),
        Repairs.areTooMany(facts) ? Facts.NONE : facts);
  }

  /** What tells this build from every other: what one resolves, the next may resolve better. */
  private static String program() {
    CodeSource source = Resolved.class.getProtectionDomain().getCodeSource();
    try {
      Path place = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(place)
          ? HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(place)))
          : Analysis.VERSION;
    } catch (URISyntaxException | IOException | NoSuchAlgorithmException e) {
      return Analysis.VERSION;
    }
  }
}
