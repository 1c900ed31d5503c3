package dev.ambit.connect.claude;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.Syntax;
import dev.ambit.connect.servers.Broken;
import dev.ambit.model.Note;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Opens a file as the tree that stands in it; what is broken becomes a note. */
final class FileTree {
  private FileTree() {}

  /** The settings at the head of a Markdown file; empty if there are none, or none can be read. */
  static Optional<Cursor> frontMatter(ClaudeFile file, MutableList<Note> into) {
    return Broken.tried(
        file.document(),
        into,
        Optional.empty(),
        () -> FrontMatter.of(wholeText(file), file.document().path()));
  }

  private static String wholeText(ClaudeFile file) {
    try (InputStream bytes = file.document().open()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code read} finds in a JSON file; nothing if it cannot be read. */
  static <T> ImmutableList<T> json(
      ClaudeFile file, MutableList<Note> into, Function<Cursor, ImmutableList<T>> read) {
    return Broken.tried(
        file.document(),
        into,
        Lists.immutable.<T>empty(),
        () -> read.apply(Syntax.JSON_WITH_COMMENTS.read(file.document())));
  }
}
