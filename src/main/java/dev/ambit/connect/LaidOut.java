package dev.ambit.connect;

import com.fasterxml.jackson.core.JsonPointer;
import dev.ambit.model.Change;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A document with changes made in its text, where they stand: comments, order and layout of all
 * else stay as somebody wrote them. JSON is treated as the flow style of YAML, which it is.
 *
 * <p>Whoever edits text can be wrong about it. So the result is read again, and it counts only if
 * it is the document that {@link ChangedDocument} makes of the same changes.
 */
final class LaidOut {
  private final String text;
  private final Node root;

  private LaidOut(String text) {
    this.text = text;
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    this.root = new Yaml(options).compose(new StringReader(text));
  }

  /** The text with these changes; empty where that cannot be done in place. */
  static Optional<String> of(String text, ImmutableList<Change> changes) {
    try {
      String now = text;
      for (Change change : changes) {
        now = new LaidOut(now).with(change, JsonPointer.compile(change.pointer()));
      }
      return Optional.of(now);
    } catch (YAMLException | NoPlace | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** A change that is not about a place of its own in the text, such as one within a string. */
  private static final class NoPlace extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private String with(Change change, JsonPointer pointer) {
    Node around = at(pointer.head());
    String last = pointer.last().getMatchingProperty();
    if (around instanceof MappingNode map) {
      int index = indexOf(map, last);
      if (change.op() == Change.Op.REMOVE) {
        return without(map, index);
      }
      return index < 0
          ? withEntry(map, last, change.value())
          : replaced(map.getValue().get(index).getValueNode(), change.value());
    }
    if (around instanceof SequenceNode list && last.equals(ChangedDocument.LAST)) {
      return withItem(list, change.value());
    }
    if (around instanceof SequenceNode list) {
      Node item = list.getValue().get(Integer.parseInt(last));
      return change.op() == Change.Op.REMOVE
          ? without(list, Integer.parseInt(last))
          : replaced(item, change.value());
    }
    throw new NoPlace();
  }

  private Node at(JsonPointer pointer) {
    Node node = root;
    for (JsonPointer rest = pointer; rest != null && !rest.matches(); rest = rest.tail()) {
      String name = rest.getMatchingProperty();
      if (node instanceof MappingNode map && indexOf(map, name) >= 0) {
        node = map.getValue().get(indexOf(map, name)).getValueNode();
      } else if (node instanceof SequenceNode list) {
        node = list.getValue().get(rest.getMatchingIndex());
      } else {
        throw new NoPlace();
      }
    }
    return node;
  }

  private static int indexOf(MappingNode map, String key) {
    List<NodeTuple> entries = map.getValue();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private String replaced(Node node, String value) {
    return spliced(start(node), end(node), value);
  }

  private String withEntry(MappingNode map, String key, String value) {
    boolean isPlain = isBlock(map) || text.charAt(start(map.getValue().get(0).getKeyNode())) != '"';
    String entry = (isPlain ? key : "\"" + key + "\"") + ": " + value;
    int end = end(map.getValue().get(map.getValue().size() - 1).getValueNode());
    if (!isBlock(map)) {
      return spliced(end, end, ", " + entry);
    }
    int line = nextLine(end);
    String indent = " ".repeat(map.getValue().get(0).getKeyNode().getStartMark().getColumn());
    String before = line > 0 && text.charAt(line - 1) != '\n' ? "\n" : "";
    return spliced(line, line, before + indent + entry + "\n");
  }

  private String withItem(SequenceNode list, String value) {
    if (list.getValue().isEmpty()) {
      throw new NoPlace();
    }
    Node item = list.getValue().get(list.getValue().size() - 1);
    int end = end(item);
    if (!isBlock(list)) {
      return spliced(end, end, ", " + value);
    }
    int dash = text.lastIndexOf('-', start(item) - 1);
    int line = nextLine(end);
    String before = line > 0 && text.charAt(line - 1) != '\n' ? "\n" : "";
    return spliced(line, line, before + " ".repeat(dash - line(dash)) + "- " + value + "\n");
  }

  private String without(MappingNode map, int index) {
    List<NodeTuple> entries = map.getValue();
    Node key = entries.get(index).getKeyNode();
    Node value = entries.get(index).getValueNode();
    if (entries.size() == 1 && isBlock(map)) {
      throw new NoPlace();
    }
    if (!isBlock(map)) {
      int from = index > 0 ? end(entries.get(index - 1).getValueNode()) : start(key);
      boolean hasNext = index + 1 < entries.size();
      return index > 0 || !hasNext
          ? spliced(from, end(value), "")
          : spliced(from, start(entries.get(index + 1).getKeyNode()), "");
    }
    // The first key of a list's item stands behind its dash, which has to stay.
    return isFirstOnLine(start(key))
        ? spliced(line(start(key)), nextLine(end(value)), "")
        : spliced(start(key), start(entries.get(index + 1).getKeyNode()), "");
  }

  private String without(SequenceNode list, int index) {
    List<Node> items = list.getValue();
    Node item = items.get(index);
    if (!isBlock(list)) {
      int from = index > 0 ? end(items.get(index - 1)) : start(item);
      return index > 0 || items.size() == 1
          ? spliced(from, end(item), "")
          : spliced(from, start(items.get(index + 1)), "");
    }
    int dash = text.lastIndexOf('-', start(item) - 1);
    if (!isFirstOnLine(dash)) {
      throw new NoPlace();
    }
    if (items.size() > 1) {
      return spliced(line(dash), nextLine(end(item)), "");
    }
    // A list that becomes empty means none; a key with nothing behind it would mean something else.
    int colon = line(dash) - 1;
    String shorter = spliced(line(dash), nextLine(end(item)), "");
    int hash = text.indexOf(" #", line(colon));
    int place = hash >= 0 && hash < colon ? hash : colon;
    return shorter.substring(0, place) + " []" + shorter.substring(place);
  }

  private static boolean isBlock(CollectionNode<?> node) {
    return node.getFlowStyle() == FlowStyle.BLOCK;
  }

  private String spliced(int from, int to, String middle) {
    return text.substring(0, from) + middle + text.substring(to);
  }

  private int start(Node node) {
    return position(node.getStartMark());
  }

  /** Behind its last letter: a block goes on to the next token, over comments that are not its. */
  private int end(Node node) {
    if (node instanceof MappingNode map && isBlock(map) && !map.getValue().isEmpty()) {
      return end(map.getValue().get(map.getValue().size() - 1).getValueNode());
    }
    if (node instanceof SequenceNode list && isBlock(list) && !list.getValue().isEmpty()) {
      return end(list.getValue().get(list.getValue().size() - 1));
    }
    return position(node.getEndMark());
  }

  private int position(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  private boolean isFirstOnLine(int place) {
    return text.substring(line(place), place).isBlank();
  }

  private int line(int place) {
    return text.lastIndexOf('\n', place - 1) + 1;
  }

  private int nextLine(int place) {
    if (place > 0 && text.charAt(place - 1) == '\n') {
      return place;
    }
    int end = text.indexOf('\n', place);
    return end < 0 ? text.length() : end + 1;
  }
}
