package dev.ambit.trace;

import dev.ambit.model.GateUse;
import dev.ambit.model.Ref;
import dev.ambit.model.Right;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.roaringbitmap.RoaringBitmap;

/**
 * A right of people over data that is worth an adviser's attention: who holds it, on what, and what
 * stands before it.
 *
 * @param holder who the right is written for
 * @param people everybody who has it: the holder, its members, and who can act as it
 * @param verb the strongest of the verbs asked for
 * @param object what the right is written on: a node, or a pattern that covers several
 * @param data the node of the highest rank that it covers; of equal ones the first by name
 * @param rank of that node
 * @param alike all nodes of that rank that it covers, {@code data} among them
 */
record Power(
    Right right,
    int holder,
    RoaringBitmap people,
    Verb verb,
    String object,
    int data,
    int rank,
    RoaringBitmap alike,
    ImmutableList<GateUse> gates) {

  /** All rights of people with one of the verbs over data of at least that rank, by grant. */
  static ImmutableList<Power> over(Estate estate, Verbs verbs, int lowestRank) {
    FastList<Power> powers = FastList.newList();
    for (Right right : estate.assumed.access().rights()) {
      boolean holds = !right.isUndecided() || estate.assumed.isWorst();
      Verbs matching = right.verbs().and(verbs);
      if (right.deny() || !holds || matching.isEmpty() || right.holder() < 0) {
        continue;
      }
      RoaringBitmap people = estate.membership.behind(right.holder());
      if (people.isEmpty()) {
        continue; // a service that nobody can act as carries no advice out
      }
      Verb verb = matching.all().getFirst();
      RoaringBitmap limited = limited(estate, right, verb, people);
      add(estate, right, verb, right.holder(), RoaringBitmap.andNot(people, limited), lowestRank)
          .ifPresent(powers::add);
      limited.forEach(
          (int each) ->
              add(estate, right, verb, each, RoaringBitmap.bitmapOf(each), lowestRank)
                  .ifPresent(powers::add));
    }
    return powers.toImmutable();
  }

  /** Members from whom a deny of their own takes some of what their group may. */
  private static RoaringBitmap limited(
      Estate estate, Right right, Verb verb, RoaringBitmap people) {
    RoaringBitmap members = new RoaringBitmap();
    for (int each : RoaringBitmap.and(people, estate.rights.underDenies()).toArray()) {
      if (each != right.holder()
          && estate.rights.isUnderDeny(each, verb)
          && estate.rights.identity(each).contains(right.holder())) {
        members.add(each);
      }
    }
    return members;
  }

  /** What the right covers of the highest rank; negative if it covers no data. */
  private static int highest(
      Estate estate, Right right, Verb verb, int who, IntUnaryOperator rank) {
    int[] best = {-1, Ranks.UNKNOWN};
    right
        .targets()
        .forEach(
            node -> {
              if (estate.ranks.isData(node)
                  && rank.applyAsInt(node) > best[1]
                  && !estate.rights.isDenied(who, verb, node)) {
                best[0] = node;
                best[1] = rank.applyAsInt(node);
              }
            });
    return best[0];
  }

  /** As far as no deny of {@code who} stands against it; empty if that is not worth advice. */
  private static Optional<Power> add(
      Estate estate, Right right, Verb verb, int who, RoaringBitmap people, int lowestRank) {
    if (people.isEmpty()) {
      return Optional.empty();
    }
    int known = highest(estate, right, verb, who, estate.ranks::declared);
    int data =
        known >= 0 && estate.ranks.declared(known) >= lowestRank
            ? known
            : highest(estate, right, verb, who, estate.ranks::judged);
    if (data < 0 || estate.ranks.judged(data) < lowestRank) {
      return Optional.empty();
    }
    int rank = estate.ranks.judged(data);
    String object = objectOf(estate, right, data, estate.nodes().number(right.pattern()));
    ImmutableList<GateUse> gates =
        right
            .gate()
            .value()
            .map(
                gate ->
                    Lists.immutable.of(
                        estate.judge.judge(
                            new Ref(gate.id(), gate.origin()),
                            RoaringBitmap.bitmapOf(right.holder()),
                            new RoaringBitmap())))
            .orElseGet(Lists.immutable::empty);
    RoaringBitmap alike = alike(estate, right, verb, who, rank);
    return Optional.of(
        new Power(right, right.holder(), people, verb, object, data, rank, alike, gates));
  }

  private static RoaringBitmap alike(Estate estate, Right right, Verb verb, int who, int rank) {
    RoaringBitmap alike = new RoaringBitmap();
    right
        .targets()
        .forEach(
            node -> {
              if (estate.ranks.isData(node)
                  && estate.ranks.judged(node) == rank
                  && !estate.rights.isDenied(who, verb, node)) {
                alike.add(node);
              }
            });
    return alike;
  }

  /**
   * The node the right is written on; the one it covers if there is only that; else the pattern.
   */
  private static String objectOf(Estate estate, Right right, int data, int named) {
    if (named >= 0) {
      return right.pattern();
    }
    FastList<String> outermost = FastList.newList();
    right
        .targets()
        .forEach(
            node -> {
              boolean inside = estate.ranks.anyContainer(node, right.targets()::has);
              if (!inside && outermost.size() < 2) {
                outermost.add(estate.id(node));
              }
            });
    return outermost.size() == 1
        ? outermost.getFirst()
        : right.pattern().isEmpty() ? estate.id(data) : right.pattern();
  }
}
