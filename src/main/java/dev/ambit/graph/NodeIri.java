package dev.ambit.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * How nodes are called in the graph: {@code urn:ambit:node:} and the id, percent-encoded but for
 * the characters that an IRI can carry and a person wants to read.
 */
final class NodeIri {
  static final String NODE = "urn:ambit:node:";
  static final Node SETTINGS = NodeFactory.createURI("urn:ambit:settings");
  private static final String CROSSING = "urn:ambit:crossing:";
  private static final String GAP = "urn:ambit:gap:";
  private static final String PART = "urn:ambit:part:";
  private static final BitSet PLAIN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/@+,=!()"
          .chars()
          .collect(BitSet::new, BitSet::set, BitSet::or);

  private NodeIri() {}

  static Node of(String id) {
    return NodeFactory.createURI(NODE + encoded(id));
  }

  /** The {@code number}th part of that name that a node has: a call, an index, a need. */
  static Node part(String id, String name, int number) {
    return NodeFactory.createURI(PART + encoded(id) + "/" + name + "/" + number);
  }

  static Node crossing(int number) {
    return NodeFactory.createURI(CROSSING + number);
  }

  static Node gap(int number) {
    return NodeFactory.createURI(GAP + number);
  }

  /** The id that a node stands for; empty if it is a literal, a crossing, a part or a stranger. */
  static Optional<String> id(Node node) {
    if (!node.isURI() || !node.getURI().startsWith(NODE)) {
      return Optional.empty();
    }
    String rest = node.getURI().substring(NODE.length());
    return Optional.of(rest.indexOf('%') < 0 ? rest : decoded(rest));
  }

  /** The number of a crossing; empty if the node is none. */
  static OptionalInt crossingNumber(Node node) {
    return numberAfter(CROSSING, node);
  }

  /** The number of a gap; empty if the node is none. */
  static OptionalInt gapNumber(Node node) {
    return numberAfter(GAP, node);
  }

  private static OptionalInt numberAfter(String beginning, Node node) {
    if (!node.isURI() || !node.getURI().startsWith(beginning)) {
      return OptionalInt.empty();
    }
    try {
      int number = Integer.parseInt(node.getURI(), beginning.length(), node.getURI().length(), 10);
      return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    } catch (NumberFormatException e) {
      // A rule may write such an IRI itself; it names nothing.
      return OptionalInt.empty();
    }
  }

  private static String encoded(String id) {
    int plain = 0;
    while (plain < id.length() && isPlain(id.charAt(plain))) {
      plain++;
    }
    if (plain == id.length()) {
      return id;
    }
    StringBuilder iri = new StringBuilder(id.length() + 16);
    for (byte each : id.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(each)) {
        iri.append((char) each);
      } else {
        iri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
      }
    }
    return iri.toString();
  }

  /** What is no percent-encoding stands for itself, so that a rule's own IRI cannot break a run. */
  private static String decoded(String iri) {
    byte[] bytes = iri.getBytes(StandardCharsets.UTF_8);
    ByteBuffer id = ByteBuffer.allocate(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%'
          && i + 2 < bytes.length
          && HexFormat.isHexDigit(bytes[i + 1])
          && HexFormat.isHexDigit(bytes[i + 2])) {
        id.put(
            (byte)
                (HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2])));
        i += 2;
      } else {
        id.put(bytes[i]);
      }
    }
    return new String(id.array(), 0, id.position(), StandardCharsets.UTF_8);
  }

  private static boolean isPlain(int character) {
    return character >= 0 && PLAIN.get(character); // a byte beyond ASCII is negative
  }
}
