package dev.ambit.graph;

import dev.ambit.model.Crossing;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.primitive.MutableIntList;
import org.eclipse.collections.impl.factory.primitive.IntLists;

/** The numbers of the crossings that name a node, ascending. */
final class Numbers {
  private final Map<String, MutableIntList> numbers = new HashMap<>();

  private Numbers() {}

  static Numbers of(ImmutableList<Crossing> crossings, Function<Crossing, String> name) {
    Numbers index = new Numbers();
    crossings.forEachWithIndex(
        (crossing, number) ->
            index
                .numbers
                .computeIfAbsent(name.apply(crossing), id -> IntLists.mutable.empty())
                .add(number));
    return index;
  }

  IntStream of(Node node) {
    return NodeIri.id(node)
        .map(numbers::get)
        .map(MutableIntList::primitiveStream)
        .orElse(IntStream.empty());
  }
}
