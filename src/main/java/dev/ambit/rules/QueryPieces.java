package dev.ambit.rules;

import dev.ambit.graph.Vocabulary;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * What can be taken out of a query so that it is still one: each triple pattern, FILTER, OPTIONAL,
 * BIND, VALUES and MINUS, and each branch of a UNION, in the order of the text.
 */
final class QueryPieces {
  private static final Pattern OURS =
      Pattern.compile("<" + Pattern.quote(Vocabulary.NAMESPACE) + "([^>]*)>");
  private static final Pattern NAME = Pattern.compile("amb:\\w+");
  private static final String TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

  private final MutableList<Piece> pieces = Lists.mutable.empty();

  private QueryPieces() {}

  /**
   * One of them.
   *
   * @param text in one line
   * @param sign a word of the file that it begins with, or soon after
   * @param drop takes it out of the query; of one query only one piece may be dropped
   */
  record Piece(String text, String sign, Runnable drop) {}

  static ImmutableList<Piece> of(Query query) {
    QueryPieces found = new QueryPieces();
    found.inside(query.getQueryPattern());
    return found.pieces.toImmutable();
  }

  private void inside(Element element) {
    if (element instanceof ElementGroup group) {
      among(group.getElements());
    } else if (element instanceof ElementPathBlock block) {
      triples(block.getPattern().getList());
    } else if (element instanceof ElementUnion union) {
      branches(union.getElements());
    } else if (element instanceof ElementOptional optional) {
      inside(optional.getOptionalElement());
    } else if (element instanceof ElementMinus minus) {
      inside(minus.getMinusElement());
    } else if (element instanceof ElementFilter filter) {
      inside(filter.getExpr());
    } else if (element instanceof ElementSubQuery inner) {
      inside(inner.getQuery().getQueryPattern());
    }
  }

  /** A filter may ask whether something exists. */
  private void inside(Expr expression) {
    if (expression instanceof ExprFunctionOp exists) {
      inside(exists.getElement());
    } else if (expression instanceof ExprFunction function) {
      function.getArgs().forEach(this::inside);
    }
  }

  private void among(List<Element> siblings) {
    for (int i = 0; i < siblings.size(); i++) {
      int at = i;
      Element element = siblings.get(i);
      if (isPiece(element)) {
        String text = text(element);
        String sign = text.substring(0, Math.max(1, text.indexOf(' ')));
        pieces.add(new Piece(text, sign, () -> siblings.remove(at)));
      }
      inside(element);
    }
  }

  private static boolean isPiece(Element element) {
    return element instanceof ElementFilter
        || element instanceof ElementOptional
        || element instanceof ElementBind
        || element instanceof ElementData
        || element instanceof ElementMinus;
  }

  private void triples(List<TriplePath> triples) {
    for (int i = 0; i < triples.size(); i++) {
      int at = i;
      ElementPathBlock alone = new ElementPathBlock();
      alone.addTriplePath(triples.get(i));
      String text = text(alone);
      Matcher name = NAME.matcher(text);
      pieces.add(new Piece(text, name.find() ? name.group() : "", () -> triples.remove(at)));
    }
  }

  private void branches(List<Element> branches) {
    for (int i = 0; i < branches.size(); i++) {
      int at = i;
      String sign = i == 0 ? "{" : "UNION";
      pieces.add(new Piece("branch " + text(branches.get(i)), sign, () -> branches.remove(at)));
      inside(branches.get(i));
    }
  }

  private static String text(Element element) {
    String words = OURS.matcher(element.toString().replace(TYPE, "a")).replaceAll("amb:$1");
    return words.replaceAll("\\s+", " ").strip();
  }
}
