package dev.ambit.connect;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ambit.model.Change;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * A document with changes made in it, in memory: the file itself stays as it is. A pointer goes
 * straight on into a document that stands as a string, also when it is percent-encoded.
 */
public final class ChangedDocument {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new YAMLMapper();

  /** Behind the last of a list, as RFC 6901 has it. */
  static final String LAST = "-";

  private ChangedDocument() {}

  /**
   * The document as JSON, which is YAML too.
   *
   * @param changes in an order in which they can be made
   * @throws IllegalStateException if one does not fit the document
   */
  public static String of(String text, String file, ImmutableList<Change> changes) {
    try {
      ObjectMapper reader = Syntax.ofName(file) == Syntax.JSON ? JSON : YAML;
      JsonNode document = reader.readTree(text);
      for (Change change : changes) {
        make(document, change, JsonPointer.compile(change.pointer()));
      }
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(file + " was read before and cannot be read now", e);
    }
  }

  /**
   * The document in the words and the layout of its text, with comments, wherever the changes can
   * be made in place; else the same as {@link #of}.
   *
   * @throws IllegalStateException if one does not fit the document
   */
  public static String laidOut(String text, String file, ImmutableList<Change> changes) {
    String whole = of(text, file, changes);
    ObjectMapper reader = Syntax.ofName(file) == Syntax.JSON ? JSON : YAML;
    return LaidOut.of(text, changes).filter(edited -> isSame(edited, whole, reader)).orElse(whole);
  }

  /** Whoever edits text can be wrong about it, so it is read again. */
  private static boolean isSame(String edited, String whole, ObjectMapper reader) {
    try {
      return reader.readTree(edited).equals(JSON.readTree(whole));
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /**
   * The same changes as RFC 6902 has them: where one lies in a document that stands as a string, it
   * is the whole string that is replaced.
   */
  public static String patch(String text, String file, ImmutableList<Change> changes) {
    try {
      ObjectMapper reader = Syntax.ofName(file) == Syntax.JSON ? JSON : YAML;
      JsonNode document = reader.readTree(text);
      ArrayNode patch = JSON.createArrayNode();
      for (Change change : changes) {
        JsonPointer pointer = JsonPointer.compile(change.pointer());
        JsonPointer string = stringOn(document, pointer);
        make(document, change, pointer);
        ObjectNode step = patch.addObject();
        if (string != null) {
          step.put("op", "replace")
              .put("path", string.toString())
              .set("value", document.at(string));
        } else {
          step.put("op", change.op().name().toLowerCase(Locale.ROOT));
          step.put("path", change.pointer());
          if (!change.value().isEmpty()) {
            step.set("value", JSON.readTree(change.value()));
          }
        }
      }
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(patch) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(file + " was read before and cannot be read now", e);
    }
  }

  /** The place of a string that the pointer goes through. */
  private static @Nullable JsonPointer stringOn(JsonNode document, JsonPointer pointer) {
    for (JsonPointer head = pointer.head(); head != null; head = head.head()) {
      if (document.at(head).isTextual()) {
        return head;
      }
    }
    return null;
  }

  private static void make(JsonNode document, Change change, JsonPointer pointer)
      throws JsonProcessingException {
    JsonPointer string = stringOn(document, pointer);
    if (string != null) {
      String text = document.at(string).textValue();
      boolean isEncoded = text.startsWith("%");
      JsonNode inner =
          JSON.readTree(isEncoded ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text);
      make(
          inner,
          change,
          JsonPointer.compile(pointer.toString().substring(string.toString().length())));
      String after = JSON.writeValueAsString(inner);
      put(
          document.at(string.head()),
          string.last().getMatchingProperty(),
          new TextNode(
              isEncoded
                  ? URLEncoder.encode(after, StandardCharsets.UTF_8).replace("+", "%20")
                  : after));
      return;
    }
    JsonNode around = document.at(pointer.head());
    String last = pointer.last().getMatchingProperty();
    switch (change.op()) {
      case REMOVE -> remove(around, last, change);
      case ADD, REPLACE -> put(around, last, JSON.readTree(change.value()));
    }
  }

  private static void put(JsonNode around, String last, JsonNode value) {
    if (around instanceof ArrayNode list && last.equals(LAST)) {
      list.add(value);
    } else if (around instanceof ArrayNode list) {
      list.set(Integer.parseInt(last), value);
    } else if (around instanceof ObjectNode object) {
      object.set(last, value);
    } else {
      throw new IllegalStateException("nothing stands around " + last);
    }
  }

  private static void remove(JsonNode around, String last, Change change) {
    JsonNode gone =
        around instanceof ArrayNode list
            ? list.remove(Integer.parseInt(last))
            : around instanceof ObjectNode object ? object.remove(last) : null;
    if (gone == null) {
      throw new IllegalStateException("nothing stands at " + change);
    }
  }
}
