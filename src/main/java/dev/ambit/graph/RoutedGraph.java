package dev.ambit.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NullIterator;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One read-only graph over several sources that share no triple, so that their answers are simply
 * put behind one another. (Jena's own unions remember every triple to drop the doubles.)
 */
final class RoutedGraph extends GraphBase {
  private final ImmutableList<TripleSource> sources;

  RoutedGraph(ImmutableList<TripleSource> sources) {
    this.sources = sources;
  }

  /** What it is made of. */
  ImmutableList<TripleSource> sources() {
    return sources;
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    Node subject = pattern.getSubject();
    if (subject.isConcrete() && !subject.isURI()) {
      // A rule may join on a literal and then ask about it; that has no answer, and is no fault.
      return NullIterator.instance();
    }
    ExtendedIterator<Triple> found = NullIterator.instance();
    for (TripleSource source : sources) {
      found = found.andThen(source.find(subject, pattern.getPredicate(), pattern.getObject()));
    }
    return found;
  }

  /** Not counted: that would list every pair that can be reached. The engine does not ask. */
  @Override
  protected int graphBaseSize() {
    return 0;
  }
}
