package dev.ambit.connect;

import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import java.nio.file.Path;
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
    Walk walk = new Walk(disk);
    inputs.forEach(walk::into);
    ImmutableList<Reading> readings =
        documents(walk.files(), disk).parallelStream()
            .map(document -> Reading.of(document, connectors))
            .collect(Collectors2.toImmutableList());
    Facts said = FactsOfAll.concatenated(connectors.collect(each -> joined(each, readings)));
    ImmutableList<Note> notes =
        walk.notes().newWithAll(readings.flatCollect(Reading::notes)).newWithAll(said.notes());
    Facts facts =
        DeclaredNames.checked(
            said.with(all -> all.notes(notes).inputs(readings.flatCollect(Reading::inputs))));
    log.info("read: facts {}, files {}", facts.count(), facts.inputs().size());
    return facts.with(all -> all.notes(facts.notes().toSortedList().toImmutable()));
  }

  private static Facts joined(Connector connector, ImmutableList<Reading> readings) {
    return connector.join(readings.select(each -> each.isBy(connector)).collect(Reading::facts));
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
