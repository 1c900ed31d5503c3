package dev.ambit.connect;

import dev.ambit.model.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.collector.Collectors2;

/**
 * The files that show what a connector reads: all files of {@code
 * src/test/resources/connect/<id>/input}. Beside that folder, {@code facts.txt} says what they
 * give.
 */
final class Fixture {
  private final Connector connector;
  private final Path folder;

  Fixture(Connector connector) {
    this.connector = connector;
    this.folder = Path.of("src", "test", "resources", "connect", connector.id());
  }

  Path expected() {
    return folder.resolve("facts.txt");
  }

  ImmutableList<Document> documents() {
    Path input = folder.resolve("input");
    try (Stream<Path> files = Files.walk(input)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> document(input, file))
          .collect(Collectors2.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(Path input, Path file) {
    try {
      String path = input.relativize(file).toString().replace('\\', '/');
      return new TextDocument(path, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the whole fixture says. */
  Facts facts() {
    return Inbox.read(Lists.immutable.of(folder.resolve("input")), Lists.immutable.of(connector));
  }

  /** What the fixture says when its documents are these. */
  Facts facts(ImmutableList<Document> documents) {
    return connector.join(documents.collect(connector::read));
  }
}
