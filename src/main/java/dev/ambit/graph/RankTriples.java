package dev.ambit.graph;

import dev.ambit.graph.Vocabulary.Property;
import dev.ambit.model.AccessMap;
import dev.ambit.model.Nodes;
import dev.ambit.model.Ranking;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NullIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** How sensitive each asset and channel is, declared, inherited or derived. */
final class RankTriples implements TripleSource {
  private final Nodes nodes;
  private final Ranking ranks;

  RankTriples(AccessMap access) {
    this.nodes = access.nodes();
    this.ranks = access.ranks();
  }

  @Override
  public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
    if (predicate.isConcrete() && !predicate.equals(Property.RANK.node())) {
      return NullIterator.instance();
    }
    IntStream asked =
        subject.isConcrete()
            ? NodeIri.id(subject).stream().mapToInt(nodes::number).filter(node -> node >= 0)
            : IntStream.range(0, ranks.count());
    return WrappedIterator.createNoRemove(
        asked
            .filter(node -> ranks.of(node) != Ranking.UNKNOWN)
            .filter(node -> !object.isConcrete() || object.equals(rank(node)))
            .mapToObj(this::triple)
            .iterator());
  }

  private Triple triple(int node) {
    return Triple.create(NodeIri.of(nodes.id(node)), Property.RANK.node(), rank(node));
  }

  private Node rank(int node) {
    return NodeFactory.createLiteralDT(Integer.toString(ranks.of(node)), XSDDatatype.XSDinteger);
  }
}
