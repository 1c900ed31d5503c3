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
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/** All of the line that does not depend on rules. */
public record Prepared(Resolved resolved, Traced traced) {

  /**
   * What these files and folders say, as of a day, and where that leads.
   *
   * @throws dev.ambit.connect.InputException if a path does not exist
   * @throws Room.TooSmall if there is too little memory for what was read
   */
  public static Prepared of(ImmutableList<Path> inputs, AsOf at) {
    Resolved resolved = Resolved.of(inputs, at);
    return new Prepared(resolved, Traced.of(resolved.access()));
  }

  /**
   * The same; what stands in the snapshot is taken if this program made it of the same inputs for
   * the same day, and else is made anew.
   */
  public static Prepared of(ImmutableList<Path> inputs, AsOf at, Path snapshot) {
    return new Once(inputs, at).keptIn(snapshot);
  }

  /** What was just made need not be made again of what is kept of it. */
  private static final class Once {
    private final ImmutableList<Path> inputs;
    private final AsOf at;
    private @Nullable Prepared made;

    Once(ImmutableList<Path> inputs, AsOf at) {
      this.inputs = inputs;
      this.at = at;
    }

    Prepared keptIn(Path snapshot) {
      Kept kept =
          new Snapshot<>(snapshot, Kept.class, NodeSets::of)
              .orElse(program() + "\n" + at + "\n" + Inbox.fingerprint(inputs), this::make);
      return made == null ? kept.prepared() : made;
    }

    private Kept make() {
      Prepared prepared = of(inputs, at);
      made = prepared;
      return Kept.of(prepared);
    }
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
