package dev.ambit.graph;

import dev.ambit.model.Reach;
import dev.ambit.model.Reach.Relation;
import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NullIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/** Who reaches what, answered by {@link Reach} when it is asked, from either end. */
final class DerivedTriples implements TripleSource {
  private static final ImmutableList<Relation> ALL = Lists.immutable.of(Relation.values());
  private static final ImmutableMap<Node, Relation> RELATIONS =
      Maps.immutable.ofMap(ALL.toMap(Vocabulary::derived, relation -> relation));

  private final Reach reach;

  DerivedTriples(Reach reach) {
    this.reach = reach;
  }

  @Override
  public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
    if (predicate.isConcrete()) {
      Relation relation = RELATIONS.get(predicate);
      return relation == null ? NullIterator.instance() : find(subject, relation, object);
    }
    ExtendedIterator<Triple> found = NullIterator.instance();
    for (Relation relation : ALL) {
      found = found.andThen(find(subject, relation, object));
    }
    return found;
  }

  private ExtendedIterator<Triple> find(Node subject, Relation relation, Node object) {
    Optional<String> from = NodeIri.id(subject);
    Optional<String> to = NodeIri.id(object);
    if ((subject.isConcrete() && from.isEmpty()) || (object.isConcrete() && to.isEmpty())) {
      return NullIterator.instance();
    }
    return WrappedIterator.createNoRemove(pairs(subject, from, relation, object, to));
  }

  private Iterator<Triple> pairs(
      Node subject, Optional<String> from, Relation relation, Node object, Optional<String> to) {
    Node predicate = Vocabulary.derived(relation);
    if (from.isPresent() && to.isPresent()) {
      return reach.holds(relation, from.get(), to.get())
          ? Lists.immutable.of(Triple.create(subject, predicate, object)).iterator()
          : NullIterator.instance();
    }
    if (from.isPresent()) {
      return objects(subject, predicate, reach.objects(relation, from.get()));
    }
    if (to.isPresent()) {
      return reach
          .subjects(relation, to.get())
          .asLazy()
          .collect(id -> Triple.create(NodeIri.of(id), predicate, object))
          .iterator();
    }
    return reach.subjects(relation).stream()
        .flatMap(
            id ->
                reach.objects(relation, id).stream()
                    .map(other -> Triple.create(NodeIri.of(id), predicate, NodeIri.of(other))))
        .iterator();
  }

  private static Iterator<Triple> objects(
      Node subject, Node predicate, ImmutableList<String> objects) {
    return objects
        .asLazy()
        .collect(id -> Triple.create(subject, predicate, NodeIri.of(id)))
        .iterator();
  }
}
