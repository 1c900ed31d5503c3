package dev.ambit.connect;

import dev.ambit.model.Change;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.MutableSet;
import org.eclipse.collections.impl.collector.Collectors2;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that was given to one run: files and folders to facts. Files are read at the same time
 * and joined in the order of their paths, so that the result never depends on which was faster.
 */
public final class Inbox {
  private static final Logger log = LoggerFactory.getLogger(Inbox.class);

  private Inbox() {}

  /**
   * What all files under {@code inputs} say. What cannot be read is an error note and the rest goes
   * on; a file that no connector claims is a note; {@link Facts#inputs} are the files that one
   * claims, sorted, and empty if there is none. A path is relative to the folder given, and is the
   * file's name for a file given; where that would name two files, it follows the input as given.
   *
   * @throws InputException if an input does not exist
   */
  public static Facts read(ImmutableList<Path> inputs, ImmutableList<Connector> connectors) {
    return read(inputs, connectors, Disk.real());
  }

  static Facts read(ImmutableList<Path> inputs, ImmutableList<Connector> connectors, Disk disk) {
    return read(inputs, connectors, disk, document -> document);
  }

  /**
   * The same as if these changes had been made. They are made in memory, and the files stay as they
   * are.
   *
   * @param changes of files by their names, in an order in which they can be made
   */
  public static Facts readChanged(
      ImmutableList<Path> inputs,
      ImmutableList<Connector> connectors,
      ImmutableList<Change> changes) {
    return read(
        inputs,
        connectors,
        Disk.real(),
        document -> {
          ImmutableList<Change> own =
              changes.select(change -> change.file().equals(document.path()));
          return own.isEmpty() ? document : document.with(own);
        });
  }

  /**
   * The text of a file that a change names.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static String text(ImmutableList<Path> inputs, String name) {
    Walk walk = new Walk(Disk.real());
    inputs.forEach(walk::into);
    return documents(walk.files(), Disk.real())
        .detectOptional(document -> document.path().equals(name))
        .orElseThrow(() -> new IllegalArgumentException("no file is named " + name))
        .text();
  }

  /**
   * What tells these inputs from others: the name and the SHA-256 of every file under them, claimed
   * or not, and what cannot be reached. Equal fingerprints are read to equal facts.
   *
   * @throws InputException if an input does not exist
   */
  public static String fingerprint(ImmutableList<Path> inputs) {
    Walk walk = new Walk(Disk.real());
    inputs.forEach(walk::into);
    return documents(walk.files(), Disk.real()).parallelStream()
            .map(document -> document.path() + " " + digest(document))
            .collect(Collectors.joining("\n"))
        + walk.notes();
  }

  private static String digest(FileDocument document) {
    try {
      return document.sha256();
    } catch (IOException | UncheckedIOException e) {
      return "is not to be read";
    }
  }

  private static Facts read(
      ImmutableList<Path> inputs,
      ImmutableList<Connector> connectors,
      Disk disk,
      UnaryOperator<FileDocument> seenAs) {
    Walk walk = new Walk(disk);
    inputs.forEach(walk::into);
    ImmutableList<Reading> readings =
        documents(walk.files(), disk).collect(seenAs::apply).parallelStream()
            .map(document -> Reading.of(document, connectors))
            .collect(Collectors2.toImmutableList());
    SameSecrets secrets = SameSecrets.ofThisRun();
    Facts said =
        secrets.linked(
            FactsOfAll.concatenated(connectors.collect(each -> joined(each, readings, secrets))));
    ImmutableList<Note> notes =
        walk.notes().newWithAll(readings.flatCollect(Reading::notes)).newWithAll(said.notes());
    Facts facts =
        DeclaredNames.checked(
            said.with(all -> all.notes(notes).inputs(readings.flatCollect(Reading::inputs))));
    log.info("read: facts {}, files {}", facts.count(), facts.inputs().size());
    return facts.with(all -> all.notes(facts.notes().toSortedList().toImmutable()));
  }

  private static Facts joined(
      Connector connector, ImmutableList<Reading> readings, SameSecrets secrets) {
    ImmutableList<Reading> own = readings.select(each -> each.isBy(connector));
    return connector.together(own.collect(Reading::document), own.collect(Reading::facts), secrets);
  }

  private static MutableList<FileDocument> documents(ImmutableList<Walk.Found> found, Disk disk) {
    ImmutableList<Walk.Found> once =
        found.distinctBy(each -> each.file().toAbsolutePath().normalize());
    MutableSet<String> names = Sets.mutable.empty();
    MutableSet<String> ambiguous =
        once.collect(Walk.Found::path).select(path -> !names.add(path)).toSet();
    return once.collect(each -> new FileDocument(disk, each.file(), name(each, ambiguous)))
        .toSortedListBy(FileDocument::path);
  }

  private static String name(Walk.Found found, MutableSet<String> ambiguous) {
    if (!ambiguous.contains(found.path())) {
      return found.path();
    }
    String input = found.input().toString().replace('\\', '/');
    return found.input().equals(found.file()) ? input : input + "/" + found.path();
  }
}
