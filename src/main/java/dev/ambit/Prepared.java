package dev.ambit;

import dev.ambit.connect.Inbox;
import dev.ambit.resolve.NodeSets;
import dev.ambit.snapshot.Snapshot;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/** All of the line that does not depend on rules. */
public record Prepared(Resolved resolved, Traced traced) {

  static Prepared of(Resolved resolved) {
    return new Prepared(resolved, Traced.of(resolved.access()));
  }

  /**
   * What these files and folders say, as of a day, and where that leads: as the snapshot has it, if
   * this program made it of the same inputs for the same day, and else anew.
   *
   * @throws dev.ambit.connect.InputException if a path does not exist
   * @throws Room.TooSmall if there is too little memory for what was read
   */
  public static Prepared keptIn(Path snapshot, ImmutableList<Path> inputs, AsOf at) {
    return keptIn(snapshot, inputs, at, () -> Resolved.of(inputs, at));
  }

  /** The same, where {@code resolve} makes anew what those inputs say. */
  static Prepared keptIn(
      Path snapshot, ImmutableList<Path> inputs, AsOf at, Supplier<Resolved> resolve) {
    AtomicReference<@Nullable Prepared> made = new AtomicReference<>();
    Kept kept =
        new Snapshot<>(snapshot, Kept.class, NodeSets::of)
            .orElse(
                program() + "\n" + at + "\n" + Inbox.fingerprint(inputs),
                () -> {
                  Prepared anew = of(resolve.get());
                  made.set(anew);
                  return Kept.of(anew);
                });
    Prepared anew = made.get();
    // What was just made need not be made again of what is kept of it.
    return anew == null ? kept.prepared() : anew;
  }

  /** What tells this build from every other: what one resolves, the next may resolve better. */
  private static String program() {
    CodeSource source = Prepared.class.getProtectionDomain().getCodeSource();
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
