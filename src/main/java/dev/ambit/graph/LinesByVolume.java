package dev.ambit.graph;

import dev.ambit.model.Reach.Relation;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.StageGeneratorGeneric;
import org.apache.jena.sparql.engine.optimizer.reorder.PatternTriple;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformation;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformationSubstitution;
import org.apache.jena.vocabulary.RDF;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * The order in which the lines of a rule are asked, whatever order they are written in: next comes
 * the line that is likely to give the fewest rows. The engine's own guess takes {@code ?agent
 * amb:reads ?asset} of one agent for as few as {@code ?asset amb:in ?box} of one asset; the first
 * can be the whole organisation, the second is a field of a record.
 */
final class LinesByVolume extends StageGeneratorGeneric {
  static final ReorderTransformation ORDER = new Order();

  @Override
  public QueryIterator execute(
      BasicPattern lines, QueryIterator input, ExecutionContext execution) {
    return execute(lines, ORDER, input, execution);
  }

  private static final class Order extends ReorderTransformationSubstitution {
    private static final ImmutableSet<Node> DERIVED =
        Sets.immutable.of(Relation.values()).collect(Vocabulary::derived);

    /** Rows to expect of a line: only which of two is more has a meaning. */
    @Override
    protected double weight(PatternTriple line) {
      boolean from = !line.subject.isVar();
      boolean to = !line.object.isVar();
      if (from && to) {
        return 1;
      }
      if (!line.predicate.isNode()) {
        return from ? 20 : to ? 50 : 100;
      }
      Node predicate = line.predicate.getNode();
      if (DERIVED.contains(predicate)) {
        return from || to ? 30 : 90;
      }
      if (from) {
        return 2;
      }
      return !to ? 80 : predicate.equals(RDF.type.asNode()) ? 10 : 5;
    }
  }
}
