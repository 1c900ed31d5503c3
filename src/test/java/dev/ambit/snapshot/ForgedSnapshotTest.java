package dev.ambit.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.AsOf;
import dev.ambit.Kept;
import dev.ambit.Prepared;
import dev.ambit.resolve.NodeSets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody has changed a snapshot and put the right digest behind it. What he says is believed, as
 * whatever an input says; but nothing else than a record comes out, or it is read again.
 */
class ForgedSnapshotTest {
  private static final int BEGINNING = "Ambit snapshot\n".length() + 32;
  private static final int DIGEST = 32;

  private static final Logger SAID = Logger.getLogger(Snapshot.class.getName());

  @TempDir Path folder;

  @BeforeAll
  static void sayNothing() {
    SAID.setLevel(Level.OFF);
  }

  @AfterAll
  static void sayAgain() {
    SAID.setLevel(null);
  }

  @Test
  void nothingButARecordComesOut() throws Exception {
    Path file = folder.resolve("forged");
    Kept real =
        Kept.of(
            Prepared.keptIn(
                folder.resolve("real"),
                Lists.immutable.of(Path.of("sample-data/forum-incident/input")),
                new AsOf.Asked(LocalDate.of(2026, 11, 1))));
    Snapshot<Kept> snapshot = new Snapshot<>(file, Kept.class, NodeSets::of);
    snapshot.orElse("inputs", () -> real);
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(20_261_201);
    int[] readAgain = {0};
    for (int i = 0; i < 300; i++) {
      Files.write(file, forged(good, random));
      snapshot.orElse(
          "inputs",
          () -> {
            readAgain[0]++;
            return real;
          });
    }
    assertThat(readAgain[0]).isBetween(30, 299);
  }

  private static byte[] forged(byte[] good, Random random) throws Exception {
    byte[] bytes = good.clone();
    int at = BEGINNING + random.nextInt(good.length - BEGINNING - DIGEST);
    int end = Math.min(at + 1 + random.nextInt(8), good.length - DIGEST);
    while (at < end) {
      bytes[at++] = (byte) random.nextInt(256);
    }
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(bytes, 0, bytes.length - DIGEST);
    System.arraycopy(digest.digest(), 0, bytes, bytes.length - DIGEST, DIGEST);
    return bytes;
  }
}
