package dev.ambit.graph;

import dev.ambit.graph.Vocabulary.Property;
import dev.ambit.graph.Vocabulary.Thing;
import dev.ambit.model.AccessMap;
import dev.ambit.model.Fact;
import dev.ambit.model.Grant;
import dev.ambit.model.Nodes;
import dev.ambit.model.Right;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * The rights that a rule may have a question about: those that are wide, gated, open or unused. A
 * plain right is no node: what it gives is told by the derived predicates, and there can be
 * millions. A statement that many hold is one node with many holders.
 */
final class Grants implements RecordTriples.Records {
  private static final Terms TERMS =
      Terms.of(
              Property.CONDITION,
              Property.UNTIL,
              Property.HOLDER,
              Property.VERB,
              Property.ON,
              Property.PATTERN,
              Property.WIDE,
              Property.DENIES,
              Property.GATE,
              Property.LAST_USED,
              Property.CERTAINTY,
              Property.DEPENDS_ON)
          .and(Thing.GRANT);

  private final Nodes nodes;
  private final ImmutableList<Grant> declared;
  private final ImmutableList<Right> rights;
  private final IntArrayList starts = new IntArrayList();

  private Grants(Nodes nodes, ImmutableList<Grant> declared, ImmutableList<Right> rights) {
    this.nodes = nodes;
    this.declared = declared;
    this.rights = rights;
    for (int i = 0; i < rights.size(); i++) {
      if (i == 0 || !rights.get(i).grant().equals(rights.get(i - 1).grant())) {
        starts.add(i);
      }
    }
  }

  static Grants of(AccessMap access) {
    return new Grants(
        access.nodes(),
        access.facts().grants(),
        sorted(access.rights().select(Grants::isDescribed)));
  }

  /** By grant, and by holder within, as they come. */
  private static ImmutableList<Right> sorted(ImmutableList<Right> byHolder) {
    Right[] rights = byHolder.toArray(new Right[0]);
    Arrays.parallelSort(rights, Comparator.comparing(Right::grant)); // stable
    return Lists.immutable.with(rights);
  }

  private static boolean isDescribed(Right right) {
    return right.wide()
        || right.deny()
        || right.isUndecided()
        || right.gate().isSaid()
        || right.lastUsed().isSaid();
  }

  /** The first right of that grant. */
  Optional<Right> named(String id) {
    int first = Sorted.find(rights, Right::grant, id);
    return first < 0 ? Optional.empty() : Optional.of(rights.get(first));
  }

  @Override
  public int count() {
    return starts.size();
  }

  @Override
  public int number(Node node) {
    int first = NodeIri.id(node).map(id -> Sorted.find(rights, Right::grant, id)).orElse(-1);
    return first < 0 ? -1 : starts.binarySearch(first);
  }

  @Override
  public Terms terms() {
    return TERMS;
  }

  @Override
  public void describe(int number, Describing about) {
    int end = number + 1 < starts.size() ? starts.get(number + 1) : rights.size();
    String id = rights.get(starts.get(number)).grant();
    about.node(id).is(Thing.GRANT);
    for (int i = starts.get(number); i < end; i++) {
      describe(rights.get(i), about);
    }
    int said = Sorted.find(declared, Fact::id, id);
    if (said >= 0) {
      // What only the inventory says of a grant: its condition in words, and its last day.
      about
          .word(Property.CONDITION, declared.get(said).condition())
          .date(Property.UNTIL, declared.get(said).until());
    }
  }

  private void describe(Right right, Describing about) {
    about
        .to(Property.HOLDER, nodes.id(right.holder()))
        .verbs(Property.VERB, right.verbs())
        .on(right.pattern())
        .flag(Property.WIDE, right.wide())
        .flag(Property.DENIES, right.deny())
        .to(Property.GATE, right.gate())
        .day(Property.LAST_USED, right.lastUsed())
        .word(Property.CERTAINTY, right.certainty().word());
    if (right.isUndecided()) {
      about.word(Property.DEPENDS_ON, right.dependsOn());
    }
  }
}
