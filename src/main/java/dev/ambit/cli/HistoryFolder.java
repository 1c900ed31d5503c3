package dev.ambit.cli;

import dev.ambit.connect.InputException;
import dev.ambit.connect.result.StoredHistory;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.KeptRun;
import dev.ambit.report.HistoryJson;
import dev.ambit.report.JsonReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The runs that are kept: one folder each, named by its time, with {@code result.json} and {@code
 * run.json}. A run is written beside them and renamed when it is whole, so a process that is killed
 * leaves nothing that looks like a run. Whoever holds this holds the lock.
 */
final class HistoryFolder implements AutoCloseable {
  private static final String RESULT = "result.json";
  private static final String RUN = "run.json";
  private static final String DRAFT = ".part";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Console console;
  private final HistoryLock lock;

  private HistoryFolder(Path folder, Console console, HistoryLock lock) {
    this.folder = folder;
    this.console = console;
    this.lock = lock;
  }

  /**
   * Opens it for this process alone, and clears away what a killed one left.
   *
   * @throws UsageException if another process is at work on it, or it cannot be written
   */
  static HistoryFolder open(Path folder, Console console) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw cannot(folder, e);
    }
    HistoryFolder opened = new HistoryFolder(folder, console, HistoryLock.of(folder));
    opened.clear();
    return opened;
  }

  private void clear() {
    if (!lock.leftBy().isEmpty()) {
      console.say(
          folder + ": process " + lock.leftBy() + " ended before its run was kept; going on");
    }
    names().select(name -> name.startsWith(".") && name.endsWith(DRAFT)).forEach(this::delete);
  }

  /** The runs that can be read, the oldest first; one that cannot is told and passed over. */
  ImmutableList<KeptRun> runs() {
    MutableList<KeptRun> runs = Lists.mutable.empty();
    for (String name : places()) {
      Path place = folder.resolve(name);
      try {
        runs.add(
            StoredHistory.run(
                Files.readString(place.resolve(RUN)),
                place.resolve(RUN).toString(),
                sha256(place.resolve(RESULT))));
      } catch (InputException e) {
        console.say(e.getMessage() + " It counts as no run.");
      } catch (IOException e) {
        console.say(place + " is no whole run and counts as none: " + e.getMessage());
      }
    }
    return runs.toSortedListBy(each -> each.run().time()).toImmutable();
  }

  /** Keeps a run. */
  void keep(AnalysisResult result, KeptRun run) {
    Instant time = run.run().time().truncatedTo(ChronoUnit.MILLIS);
    while (Files.exists(folder.resolve(NAME.format(time)))) {
      time = time.plusMillis(1);
    }
    Path place = folder.resolve(NAME.format(time));
    Path draft = folder.resolve("." + place.getFileName() + DRAFT);
    try {
      Files.createDirectory(draft);
      try (OutputStream out = whole(draft.resolve(RESULT))) {
        new JsonReport().write(result, out);
      }
      try (OutputStream out = whole(draft.resolve(RUN))) {
        HistoryJson.write(run, sha256(draft.resolve(RESULT)), out);
      }
      sync(draft.resolve(RESULT));
      sync(draft.resolve(RUN));
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      delete(draft.getFileName().toString());
      throw cannot(folder, e);
    }
  }

  /**
   * Takes out the runs before {@code day}, but never the last one.
   *
   * @return how many went
   */
  int prune(Instant day) {
    ImmutableList<String> places = places();
    ImmutableList<String> old =
        places
            .take(Math.max(0, places.size() - 1))
            .select(name -> name.compareTo(NAME.format(day)) < 0);
    for (String name : old) {
      String draft = "." + name + DRAFT;
      try {
        Files.move(folder.resolve(name), folder.resolve(draft), StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw cannot(folder.resolve(name), e);
      }
      delete(draft);
    }
    return old.size();
  }

  /** Names of folders of runs, the oldest first. */
  private ImmutableList<String> places() {
    return names().reject(name -> name.startsWith("."));
  }

  private ImmutableList<String> names() {
    try (Stream<Path> all = Files.list(folder)) {
      return Lists.immutable.fromStream(
          all.filter(Files::isDirectory).map(each -> each.getFileName().toString()).sorted());
    } catch (IOException e) {
      throw cannot(folder, e);
    }
  }

  private void delete(String name) {
    Path place = folder.resolve(name);
    try (Stream<Path> all = Files.walk(place)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw cannot(place, e);
    }
  }

  private static OutputStream whole(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
  }

  /** A name must not outlive a power cut that its bytes did not. */
  private static void sync(Path file) throws IOException {
    try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.WRITE)) {
      bytes.force(true);
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static UsageException cannot(Path place, IOException e) {
    return new UsageException(place + " cannot be written: " + e.getMessage(), e);
  }

  /** Gives the lock back. */
  @Override
  public void close() {
    lock.close();
  }
}
