package dev.ambit.rules;

import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.BASE;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.BNODE;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.EOF;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.FROM;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.GRAPH;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.IRIref;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.LPAREN;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.NOW;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.PLUS;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.PNAME_LN;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.PNAME_NS;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.PREFIX;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.RAND;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.REGEX;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.REPLACE;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.RPAREN;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.SERVICE;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.STAR;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.STRUUID;
import static org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants.UUID;

import dev.ambit.graph.Vocabulary;
import dev.ambit.model.Nearest;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.lang.sparql_11.JavaCharStream;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11TokenManager;
import org.apache.jena.sparql.lang.sparql_11.Token;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.set.primitive.ImmutableIntSet;
import org.eclipse.collections.impl.factory.primitive.IntSets;

/**
 * The words of a query, one after another, and what a rule must not say.
 *
 * <p>Words and not the query's tree: a name is a word wherever it stands, and a walk through the
 * tree was tried and forgot a function in ORDER BY.
 */
final class Words {
  private static final String OUR_NODES = "urn:ambit:node:";
  private static final String RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  private static final ImmutableIntSet OUTSIDE = IntSets.immutable.of(SERVICE, FROM, GRAPH, BASE);
  private static final ImmutableIntSet ENDLESS = IntSets.immutable.of(REGEX, REPLACE);
  private static final ImmutableIntSet CHANGING =
      IntSets.immutable.of(NOW, RAND, UUID, STRUUID, BNODE);

  /** Facts of which there are many, and what is closed over them. */
  private static final ImmutableMap<String, String> CLOSED_OVER =
      Maps.immutable.of(
          Vocabulary.NAMESPACE + "memberOf",
          "amb:readBy, amb:invokedBy or amb:fedBy, which are closed over groups",
          Vocabulary.NAMESPACE + "in",
          "amb:reads, amb:writes or another verb of an agent, which are closed over containers");

  private final List<Token> tokens;
  private final Query query;
  private final Problems problems;

  private Words(List<Token> tokens, Query query, Problems problems) {
    this.tokens = tokens;
    this.query = query;
    this.problems = problems;
  }

  /** Looks through the text of a query that the parser has accepted. */
  static void check(String text, Query query, Problems problems) {
    SPARQLParser11TokenManager lexer =
        new SPARQLParser11TokenManager(new JavaCharStream(new StringReader(text)));
    List<Token> tokens = new ArrayList<>();
    for (Token token = lexer.getNextToken(); token.kind != EOF; token = lexer.getNextToken()) {
      tokens.add(token);
    }
    Words words = new Words(tokens, query, problems);
    words.keywords();
    words.names();
    words.paths();
  }

  private void keywords() {
    for (Token token : tokens) {
      String word = token.image.toUpperCase(Locale.ROOT);
      if (OUTSIDE.contains(token.kind)) {
        problems.add(
            word + " is not allowed" + at(token), "A rule asks the one graph it is given.");
      } else if (ENDLESS.contains(token.kind)) {
        problems.add(
            word + " is not allowed, since it may never end" + at(token),
            "Use CONTAINS, STRSTARTS or STRENDS.");
      } else if (CHANGING.contains(token.kind)) {
        problems.add(
            word + " is not allowed, since it differs from run to run" + at(token),
            "A rule gives the same answer every time.");
      }
    }
  }

  private void names() {
    for (int i = 0; i < tokens.size(); i++) {
      iri(i).filter(iri -> !isKnown(iri)).ifPresent(this::unknown);
    }
  }

  private static boolean isKnown(String iri) {
    return Vocabulary.terms().contains(iri)
        || iri.startsWith(OUR_NODES)
        || iri.startsWith(XSD)
        || iri.equals(RDF_TYPE);
  }

  private void unknown(String iri) {
    if (iri.startsWith(Vocabulary.NAMESPACE)) {
      String name = iri.substring(Vocabulary.NAMESPACE.length());
      ImmutableList<String> names =
          Lists.immutable
              .withAll(Vocabulary.terms())
              .collect(term -> term.substring(Vocabulary.NAMESPACE.length()))
              .toImmutableSortedList();
      problems.add(
          "the vocabulary has no amb:" + name,
          "Did you mean amb:" + Nearest.to(name, names) + "? rules/vocabulary.ttl has all terms.");
    } else {
      problems.add(
          "<" + iri + "> is not in the vocabulary, and a rule may load or call nothing else",
          "Use the terms of rules/vocabulary.ttl and the functions of SPARQL 1.1.");
    }
  }

  /**
   * A derived predicate is closed already, and {@code *} over it would ask for every pair there is;
   * so would it over the many facts that one is closed over. The engine never moves a path, so two
   * lines that change places can make seconds of a minute. Names in brackets count if the bracket
   * is repeated.
   */
  private void paths() {
    Deque<List<String>> open = new ArrayDeque<>();
    open.push(new ArrayList<>());
    for (int i = 0; i < tokens.size(); i++) {
      int kind = tokens.get(i).kind;
      List<String> inside = List.of();
      if (kind == LPAREN) {
        open.push(new ArrayList<>());
      } else if (kind == RPAREN && open.size() > 1) {
        inside = open.pop();
      } else {
        inside = iri(i).filter(Words::isMany).stream().toList();
      }
      if (isRepeated(i)) {
        inside.forEach(this::repeated);
      }
      open.element().addAll(inside);
    }
  }

  private boolean isRepeated(int i) {
    int next = i + 1 < tokens.size() ? tokens.get(i + 1).kind : EOF;
    return next == STAR || next == PLUS;
  }

  private static boolean isMany(String iri) {
    return Vocabulary.relation(iri).isPresent() || CLOSED_OVER.containsKey(iri);
  }

  private void repeated(String iri) {
    String name = "amb:" + iri.substring(Vocabulary.NAMESPACE.length());
    String derived = CLOSED_OVER.get(iri);
    if (derived == null) {
      problems.add(
          "the path repeats " + name + ", which is derived and closed already",
          "Write it without * and +.");
    } else {
      problems.add(
          "the path repeats " + name + ", of which there may be a million", "Use " + derived + ".");
    }
  }

  /** The IRI that a word stands for; none for the declaration of a prefix. */
  private Optional<String> iri(int i) {
    Token token = tokens.get(i);
    if (token.kind == IRIref && !isDeclaration(i)) {
      // As written: a relative one is no term of ours, and is refused like any other stranger.
      return Optional.of(token.image.substring(1, token.image.length() - 1));
    }
    boolean prefixed = token.kind == PNAME_LN || token.kind == PNAME_NS;
    return prefixed && !isDeclaration(i)
        ? Optional.ofNullable(query.expandPrefixedName(token.image))
        : Optional.empty();
  }

  private boolean isDeclaration(int i) {
    int before = i > 0 ? tokens.get(i - 1).kind : EOF;
    int twoBefore = i > 1 ? tokens.get(i - 2).kind : EOF;
    return before == PREFIX || before == BASE || twoBefore == PREFIX;
  }

  private static String at(Token token) {
    return " (line " + token.beginLine + ")";
  }
}
