package dev.ambit.trace;

import dev.ambit.model.GateUse;
import dev.ambit.model.Gates;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.factory.primitive.IntSets;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * The weakest combination of ways over the edges of a path: the one whose gates take away least,
 * and of equal ones the shortest. It is what decides the severity and what the witness shows.
 *
 * @param ways one for each edge
 * @param weight what its gates take away
 * @param uses all gates on all ways of the edges, each id once, at its best
 * @param bypassed gates that would count on one way of an edge that has another way without any
 */
record Weakest(
    ImmutableList<Way> ways,
    int weight,
    ImmutableList<GateUse> uses,
    ImmutableList<String> bypassed) {

  /** The strongest gate that counts on the weakest combination: 3 or 4; 0 if none does. */
  int tier() {
    return weight == 0
        ? 0
        : uses.asLazy().select(GateUse::counts).collectInt(GateUse::tier).maxIfEmpty(0);
  }

  /** Ways whose gates are the same are alike but for their length; few kinds are left. */
  private static final int KINDS = 12;

  /**
   * @param edges for each edge at least one way
   * @param extra gates of an edge that has one way only, such as a person's right
   */
  static Weakest of(
      Estate estate,
      ImmutableList<ImmutableList<Way>> edges,
      ImmutableList<ImmutableList<GateUse>> extra) {
    MutableList<ImmutableList<Way>> kinds = edges.collect(Weakest::distinct).toList();
    Search search = new Search(estate, kinds, extra);
    search.from(0, FastList.newList());
    return new Weakest(
        search.best.toImmutable(), search.weight, uses(edges, extra), bypassed(edges));
  }

  private static ImmutableList<Way> distinct(ImmutableList<Way> ways) {
    UnifiedMap<String, Way> kinds = UnifiedMap.newMap();
    FastList<Way> order = FastList.newList();
    for (Way way : ways.toSortedListBy(each -> each.lead().size())) {
      String gates =
          way.gates().collectIf(GateUse::counts, GateUse::id).makeString()
              + way.callGates().collect(each -> each.collectIf(GateUse::counts, GateUse::id));
      if (kinds.putIfAbsent(gates, way) == null && order.size() < KINDS) {
        order.add(way);
      }
    }
    return order.sortThisBy(Way::tier).toImmutable();
  }

  private static ImmutableList<GateUse> uses(
      ImmutableList<ImmutableList<Way>> edges, ImmutableList<ImmutableList<GateUse>> extra) {
    UnifiedMap<String, GateUse> uses = UnifiedMap.newMap();
    FastList<GateUse> all = FastList.newList();
    edges.forEach(
        edge ->
            edge.forEach(
                way -> {
                  all.addAllIterable(way.gates());
                  way.callGates().forEach(all::addAllIterable);
                }));
    extra.forEach(all::addAllIterable);
    all.forEach(
        use -> uses.merge(use.id(), use, (one, other) -> one.tier() <= other.tier() ? one : other));
    return uses.toSortedList().toImmutable();
  }

  private static ImmutableList<String> bypassed(ImmutableList<ImmutableList<Way>> edges) {
    FastList<String> bypassed = FastList.newList();
    for (ImmutableList<Way> edge : edges) {
      if (edge.anySatisfy(way -> way.counting().isEmpty())) {
        edge.forEach(way -> bypassed.addAllIterable(way.counting().collect(GateUse::id)));
      }
    }
    return bypassed.distinct().sortThis().toImmutable();
  }

  private static final class Search {
    private final Estate estate;
    private final MutableList<ImmutableList<Way>> edges;
    private final ImmutableList<ImmutableList<GateUse>> extra;
    private MutableList<Way> best = FastList.newList();
    private int weight = Integer.MAX_VALUE;
    private int length = Integer.MAX_VALUE;

    Search(
        Estate estate,
        MutableList<ImmutableList<Way>> edges,
        ImmutableList<ImmutableList<GateUse>> extra) {
      this.estate = estate;
      this.edges = edges;
      this.extra = extra;
    }

    private void from(int edge, MutableList<Way> chosen) {
      if (edge < edges.size()) {
        for (Way way : edges.get(edge)) {
          chosen.add(way);
          from(edge + 1, chosen);
          chosen.remove(edge);
        }
        return;
      }
      int sum = Gates.weight(counted(chosen));
      int hops = (int) chosen.sumOfInt(way -> way.lead().size());
      if (sum < weight || (sum == weight && hops < length)) {
        weight = sum;
        length = hops;
        best = FastList.newList(chosen);
      }
    }

    private ImmutableList<Gates.Counted> counted(MutableList<Way> chosen) {
      FastList<Gates.Counted> counted = FastList.newList();
      for (Way way : chosen) {
        strongest(way.gates(), counted);
        way.callGates().forEach(gates -> strongest(gates, counted));
      }
      extra.forEach(gates -> strongest(gates, counted));
      return counted.toImmutable();
    }

    private void strongest(ImmutableList<GateUse> gates, FastList<Gates.Counted> counted) {
      gates
          .select(GateUse::counts)
          .maxByOptional(GateUse::tier)
          .ifPresent(
              use ->
                  counted.add(
                      new Gates.Counted(
                          use.id(),
                          use.tier(),
                          IntSets.immutable.of(estate.judge.approvers(use.id()).toArray()))));
    }
  }
}
