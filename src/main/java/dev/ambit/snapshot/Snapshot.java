package dev.ambit.snapshot;

import dev.ambit.model.NodeSet;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that keeps a record of the model: a line that says what it is, the SHA-256 of all that the
 * record was made from, the record, and the SHA-256 of all that stands before. It is read only if
 * both fit; and whatever stands in it, nothing but nouns of the model can come out.
 *
 * @param <T> the record
 */
public final class Snapshot<T extends Record> {
  private static final Logger log = LoggerFactory.getLogger(Snapshot.class);
  private static final byte[] BEGINNING = "Ambit snapshot\n".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGEST = 32;

  private final Path file;
  private final Class<T> type;
  private final Function<int[], NodeSet> setOf;

  /**
   * @param file need not be there yet
   * @param setOf makes a set of ascending nodes
   */
  public Snapshot(Path file, Class<T> type, Function<int[], NodeSet> setOf) {
    this.file = file;
    this.type = type;
    this.setOf = setOf;
  }

  /** There is a file, and it cannot be used. */
  private static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String message) {
      super(message);
    }
  }

  /**
   * What the file keeps, if it was made from the same; else what {@code make} makes, which the file
   * keeps from then on. A file that is damaged is told of in the log and replaced; one that is no
   * snapshot is told of and left alone, and so is a place that cannot be written.
   *
   * @param madeFrom everything that the record depends on, as text
   */
  public T orElse(String madeFrom, Supplier<T> make) {
    byte[] key = key(madeFrom);
    try {
      Optional<T> kept = read(key);
      if (kept.isPresent()) {
        log.info("snapshot: nothing has changed since {} was written", file);
        return kept.get();
      }
      log.info("snapshot: everything is read, and kept in {}", file);
    } catch (Unusable e) {
      log.warn("{}: {}. Everything is read again.", file, e.getMessage());
      if (!isOurs()) {
        return make.get();
      }
    }
    T made = make.get();
    try {
      write(key, made);
    } catch (IOException e) {
      log.warn("{}: the snapshot cannot be written. The next run reads everything again.", file);
    }
    return made;
  }

  /** A record of another shape is another record. */
  private byte[] key(String madeFrom) {
    Codecs codecs = new Codecs();
    codecs.of(type);
    return sha256().digest((codecs.shape() + madeFrom).getBytes(StandardCharsets.UTF_8));
  }

  private boolean isOurs() {
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(BEGINNING.length), BEGINNING);
    } catch (IOException e) {
      return false;
    }
  }

  /** Empty if there is no file, or one that was made from something else. */
  private Optional<T> read(byte[] key) throws Unusable {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    if (!isOurs()) {
      throw new Unusable("this is no snapshot of Ambit, and is left as it is");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      int end = all.capacity() - DIGEST;
      if (end < BEGINNING.length + DIGEST) {
        throw new Unusable("this snapshot is cut off");
      }
      if (!all.slice(BEGINNING.length, DIGEST).equals(ByteBuffer.wrap(key))) {
        return Optional.empty();
      }
      MessageDigest digest = sha256();
      digest.update(all.slice(0, end));
      if (!all.slice(end, DIGEST).equals(ByteBuffer.wrap(digest.digest()))) {
        throw new Unusable("this snapshot is damaged");
      }
      int begin = BEGINNING.length + DIGEST;
      return Optional.of(decoded(all.slice(begin, end - begin)));
    } catch (IOException e) {
      throw new Unusable("this snapshot cannot be read");
    }
  }

  private T decoded(ByteBuffer bytes) throws Unusable {
    try {
      Codecs codecs = new Codecs();
      return type.cast(Decoder.read(bytes, codecs, codecs.of(type), setOf));
    } catch (RuntimeException e) {
      log.debug("{}", file, e);
      throw new Unusable("this snapshot was not written by Ambit");
    }
  }

  /** Written beside its place and moved in: whoever reads it finds the old one or the new one. */
  private void write(byte[] key, T record) throws IOException {
    Path place = file.toAbsolutePath().normalize();
    Path draft =
        place.resolveSibling(
            "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    MessageDigest digest = sha256();
    try {
      try (OutputStream to =
              new BufferedOutputStream(
                  Files.newOutputStream(
                      draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                  1 << 16);
          DigestOutputStream out = new DigestOutputStream(to, digest)) {
        out.write(BEGINNING);
        out.write(key);
        OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        Codecs codecs = new Codecs();
        Encoder.write(record, codecs, codecs.of(type), buffered);
        buffered.flush();
        to.write(digest.digest());
      }
      Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
