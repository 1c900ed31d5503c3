package dev.ambit.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time writes to a history. The system holds the lock and lets go of it when the
 * process ends, however it ends; the file says whose it is. The file stays: whoever deleted it
 * could delete the one that another has just taken.
 */
final class HistoryLock implements AutoCloseable {
  static final String NAME = ".lock";
  private static final int LONGEST = 64;

  private final FileChannel file;
  private final String before;

  private HistoryLock(FileChannel file, String before) {
    this.file = file;
    this.before = before;
  }

  /**
   * Takes it, or says who has it.
   *
   * @throws UsageException if another process has it
   */
  static HistoryLock of(Path folder) {
    Path place = folder.resolve(NAME);
    try {
      FileChannel file =
          FileChannel.open(
              place, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (lock(file) == null) {
        String holder = read(file);
        file.close();
        throw new UsageException(
            "another run"
                + (holder.isEmpty() ? "" : ", process " + holder + ",")
                + " is at work on "
                + folder
                + "; wait for it to end");
      }
      String before = read(file);
      file.truncate(0);
      file.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
          0);
      return new HistoryLock(file, before);
    } catch (IOException e) {
      throw new UsageException(place + " cannot be locked: " + e.getMessage(), e);
    }
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process, which is another run to the caller
    }
  }

  /** The process id in the file; empty if there is none. */
  private static String read(FileChannel file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
    file.read(bytes, 0);
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    return text.matches("\\d+") ? text : "";
  }

  /** The process that had it before and ended without giving it back; empty if none did. */
  String leftBy() {
    return before;
  }

  /** Gives it back. */
  @Override
  public void close() {
    try (file) {
      file.truncate(0);
    } catch (IOException e) {
      throw new UsageException("the lock of the history cannot be given back", e);
    }
  }
}
