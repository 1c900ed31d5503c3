package dev.ambit;

import java.util.Collections;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementUnion;

/** Queries with the lines of every block the other way round: what they ask is the same. */
public final class TurnedLines {
  private TurnedLines() {}

  public static Query of(Query query) {
    Query turned = QueryFactory.create(query.toString());
    turn(turned.getQueryPattern());
    return turned;
  }

  private static void turn(Element element) {
    if (element instanceof ElementPathBlock block) {
      Collections.reverse(block.getPattern().getList());
    } else if (element instanceof ElementGroup group) {
      group.getElements().forEach(TurnedLines::turn);
    } else if (element instanceof ElementUnion union) {
      union.getElements().forEach(TurnedLines::turn);
    } else if (element instanceof ElementOptional optional) {
      turn(optional.getOptionalElement());
    } else if (element instanceof ElementMinus minus) {
      turn(minus.getMinusElement());
    } else if (element instanceof ElementFilter filter) {
      turn(filter.getExpr());
    }
  }

  private static void turn(Expr expression) {
    if (expression instanceof ExprFunctionOp exists) {
      turn(exists.getElement());
    } else if (expression instanceof ExprFunction function) {
      function.getArgs().forEach(TurnedLines::turn);
    }
  }
}
