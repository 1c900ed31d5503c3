package dev.ambit.connect;

import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * Finds the files under what was given on the command line. Links are followed, since a project may
 * share its settings by one, but never back to a folder they lie in; pipes, sockets and devices are
 * never opened.
 */
final class Walk {
  /** What other programs keep for themselves: nothing in there was written by the organisation. */
  private static final ImmutableSet<String> SKIPPED =
      Sets.immutable.of(".git", ".hg", ".svn", "node_modules", "target");

  private final Disk disk;
  private final MutableList<Found> files = Lists.mutable.empty();
  private final MutableList<Note> notes = Lists.mutable.empty();
  private final Set<Path> seen = new HashSet<>();
  private Path input = Path.of("");

  /** A file, the input it was found under, and its path relative to that. */
  record Found(Path file, Path input, String path) {}

  Walk(Disk disk) {
    this.disk = disk;
  }

  ImmutableList<Found> files() {
    return files.toImmutable();
  }

  ImmutableList<Note> notes() {
    return notes.toImmutable();
  }

  /**
   * A file or folder that was asked for by name.
   *
   * @throws InputException if there is no such thing
   */
  void into(Path given) {
    input = given;
    String name = given.toString().isBlank() ? "." : given.toString().replace('\\', '/');
    try {
      Disk.Kind kind = disk.kind(given);
      Path last = given.getFileName();
      visit(given, last == null || kind == Disk.Kind.FOLDER ? "" : plain(last), Trail.START);
    } catch (NoSuchFileException e) {
      throw new InputException(
          Origin.ofFile(name), "there is no such file or folder", "Check the path", e);
    } catch (IOException e) {
      unreadable(name, e);
    }
  }

  private void visit(Path path, String relative, Trail trail) throws IOException {
    switch (disk.kind(path)) {
      case FILE -> files.add(new Found(path, input, relative));
      case FOLDER -> folder(path, relative, trail);
      case OTHER ->
          error(relative, "a pipe, socket or device, which is not opened. Give regular files only");
    }
  }

  private void folder(Path folder, String relative, Trail trail) throws IOException {
    Path real = disk.real(folder);
    boolean link = !trail.folders().isEmpty() && disk.isLink(folder);
    if (trail.holds(real)) {
      error(relative, "a link back to a folder that it lies in, which is not followed. Remove it");
      return;
    }
    // Below one link, further links lead only to what nobody has seen: else a few folders that link
    // to one another would have more paths than there is time.
    if (!seen.add(real) && link && trail.belowLink()) {
      return;
    }
    Trail below = new Trail(trail.folders().newWith(real), trail.belowLink() || link);
    disk.list(folder).forEach(each -> child(each, relative, below));
  }

  private void child(Path path, String folder, Trail trail) {
    String name = plain(path.getFileName());
    if (SKIPPED.contains(name) || name.startsWith("..")) {
      return;
    }
    String relative = folder.isEmpty() ? name : folder + "/" + name;
    try {
      visit(path, relative, trail);
    } catch (NoSuchFileException e) {
      notes.add(
          new Note(
              Note.Kind.NOTE,
              "a link that leads nowhere, so there was nothing to read",
              Origin.ofFile(relative)));
    } catch (IOException e) {
      unreadable(relative, e);
    }
  }

  /** A name may be nothing but blanks, which is no place that one could name. */
  private static String plain(Path name) {
    return name.toString().isBlank() ? "./" + name : name.toString();
  }

  private void unreadable(String relative, IOException e) {
    error(relative.isEmpty() ? "." : relative, reason(e));
  }

  /** One sentence on why something could not be read, without the words of the machine. */
  static String reason(IOException e) {
    return e instanceof AccessDeniedException
        ? "permission to read it was denied. Give it to whoever runs the scan, or leave it out"
        : "it could not be read. Check the disk, or the link if it is one";
  }

  private void error(String relative, String text) {
    notes.add(new Note(Note.Kind.ERROR, text, Origin.ofFile(relative.isEmpty() ? "." : relative)));
  }

  /** The folders that lead to a place, without links, and whether one of them was a link. */
  private record Trail(ImmutableSet<Path> folders, boolean belowLink) {
    static final Trail START = new Trail(Sets.immutable.empty(), false);

    boolean holds(Path real) {
      return folders.contains(real);
    }
  }
}
