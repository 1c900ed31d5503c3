package dev.ambit;

import dev.ambit.connect.Inbox;
import dev.ambit.model.Case;
import dev.ambit.model.Crossing;
import dev.ambit.resolve.NodeSets;
import dev.ambit.snapshot.Snapshot;
import dev.ambit.trace.Tracer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a snapshot keeps: all of the line that does not depend on rules.
 *
 * @param worst the paths in the worst case
 * @param best those in the best one
 */
public record Kept(Resolved resolved, ImmutableList<Crossing> worst, ImmutableList<Crossing> best) {

  /**
   * What these files and folders say, as of a day, and where that leads; what stands in the
   * snapshot is taken if this program made it of the same inputs for the same day.
   *
   * @throws dev.ambit.connect.InputException if a path does not exist
   * @throws Room.TooSmall if there is too little memory for what was read
   */
  public static Kept of(ImmutableList<Path> inputs, AsOf at, Path snapshot) {
    return new Snapshot<>(snapshot, Kept.class, NodeSets::of)
        .orElse(
            program() + "\n" + at + "\n" + Inbox.fingerprint(inputs),
            () -> of(Resolved.of(inputs, at)));
  }

  private static Kept of(Resolved resolved) {
    CompletableFuture<Tracer> best =
        CompletableFuture.supplyAsync(() -> Tracer.trace(resolved.access(), Case.BEST));
    Tracer worst = Tracer.trace(resolved.access(), Case.WORST);
    return new Kept(resolved, worst.all(), Analysis.joined(best).all());
  }

  /** The paths in one case, as if they had just been traced. */
  public Tracer tracer(Case which) {
    return Tracer.of(resolved.access(), which, which == Case.WORST ? worst : best);
  }

  /** What tells this build from every other: what one resolves, the next may resolve better. */
  private static String program() {
    CodeSource source = Kept.class.getProtectionDomain().getCodeSource();
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
