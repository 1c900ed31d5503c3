package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ambit.model.Change;
import dev.ambit.model.Change.Op;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.collections.api.list.ImmutableList;

/** A copy of a folder in which changes are made as a reader of the report would make them. */
final class ChangedInput {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new YAMLMapper();

  private ChangedInput() {}

  /**
   * Copies the file, or every file of the folder, {@code input} to {@code copy}, with the changes
   * that name it made.
   */
  static void write(Path input, Path copy, ImmutableList<Change> changes) throws IOException {
    Path root =
        (Files.isDirectory(input) ? input : input.resolve("..")).toAbsolutePath().normalize();
    List<Path> files;
    try (Stream<Path> all = Files.walk(input.toAbsolutePath().normalize())) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      Path name = root.relativize(file);
      Path to = copy.resolve(name);
      Files.createDirectories(to.getParent());
      ImmutableList<Change> here = changes.select(change -> Path.of(change.file()).equals(name));
      if (here.isEmpty()) {
        Files.copy(file, to);
      } else {
        Files.writeString(to, changed(file, here));
      }
    }
  }

  /** JSON, which is YAML too. */
  private static String changed(Path file, ImmutableList<Change> changes) throws IOException {
    ObjectMapper reader = file.toString().endsWith(".json") ? JSON : YAML;
    JsonNode document = reader.readTree(Files.readString(file));
    for (Change change : changes) {
      make(document, change);
    }
    return JSON.writeValueAsString(document);
  }

  private static void make(JsonNode document, Change change) throws IOException {
    JsonPointer place = JsonPointer.compile(change.pointer());
    JsonNode around = document.at(place.head());
    String last = place.last().getMatchingProperty();
    assertThat(around.isContainerNode()).as("something around %s", change).isTrue();
    if (change.op() != Op.ADD) {
      assertThat(document.at(place).isMissingNode()).as("nothing at %s", change).isFalse();
    }
    switch (change.op()) {
      case REMOVE -> remove(around, last);
      case ADD, REPLACE -> {
        if (around instanceof ArrayNode list && last.equals("-")) {
          list.add(JSON.readTree(change.value()));
        } else {
          ((ObjectNode) around).set(last, JSON.readTree(change.value()));
        }
      }
    }
  }

  private static void remove(JsonNode around, String last) {
    if (around instanceof ArrayNode list) {
      list.remove(Integer.parseInt(last));
    } else {
      ((ObjectNode) around).remove(last);
    }
  }
}
