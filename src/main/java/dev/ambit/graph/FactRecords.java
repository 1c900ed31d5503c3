package dev.ambit.graph;

import dev.ambit.model.Fact;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Node;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Facts of one kind, each a node by its id.
 *
 * @param facts sorted by id, each id once
 * @param terms every word that the description uses
 * @param description says everything of a fact, after the describing was turned to its node
 */
record FactRecords<F extends Fact>(
    ImmutableList<F> facts, Terms terms, BiConsumer<F, Describing> description)
    implements RecordTriples.Records {
  @Override
  public int count() {
    return facts.size();
  }

  @Override
  public int number(Node node) {
    return NodeIri.id(node).map(id -> Sorted.find(facts, Fact::id, id)).orElse(-1);
  }

  @Override
  public void describe(int number, Describing about) {
    F fact = facts.get(number);
    description.accept(fact, about.node(fact.id()));
  }
}
