package dev.ambit.graph;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/** What stands in one column of a row. */
public sealed interface Cell {
  /** The datatype of what is counted. */
  String INTEGER = XSDDatatype.XSDinteger.getURI();

  /** As a message quotes it. */
  String text();

  /** A node of the inputs. */
  record Named(String id) implements Cell {
    @Override
    public String text() {
      return id;
    }
  }

  /** A crossing, by its number in the case that is judged. */
  record Path(int crossing) implements Cell {
    @Override
    public String text() {
      return "path " + (crossing + 1);
    }
  }

  /** A word, a number, a date; numbers with their thousands set apart. */
  record Words(String text) implements Cell {}

  /** What the engine gave, in our terms. A term of the vocabulary is its name. */
  static Cell of(Node node) {
    Optional<String> id = NodeIri.id(node);
    OptionalInt crossing = NodeIri.crossingNumber(node);
    if (id.isPresent()) {
      return new Named(id.get());
    }
    if (crossing.isPresent()) {
      return new Path(crossing.getAsInt());
    }
    if (node.isLiteral()) {
      return new Words(literal(node));
    }
    return new Words(node.isURI() ? node.getURI().replace(Vocabulary.NAMESPACE, "") : "");
  }

  private static String literal(Node node) {
    String text = node.getLiteralLexicalForm();
    return INTEGER.equals(node.getLiteralDatatypeURI()) && node.getLiteral().isWellFormed()
        ? String.format(Locale.ROOT, "%,d", new BigInteger(text))
        : text;
  }
}
