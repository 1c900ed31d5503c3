package dev.ambit.trace;

import dev.ambit.model.GateUse;
import dev.ambit.model.Ref;
import dev.ambit.model.Right;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
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
 */
record Power(
    Right right,
    int holder,
    RoaringBitmap people,
    Verb verb,
    String object,
    int data,
    int rank,
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
      if (estate.people.behind(right.holder()).isEmpty()) {
        continue; // a service that nobody can act as carries no advice out
      }
      Verb verb = matching.all().getFirst();
      int known = highest(estate, right, verb, estate.ranks::declared);
      int data =
          known >= 0 && estate.ranks.declared(known) >= lowestRank
              ? known
              : highest(estate, right, verb, estate.ranks::judged);
      if (data >= 0 && estate.ranks.judged(data) >= lowestRank) {
        add(estate, right, verb, data, estate.ranks.judged(data), powers);
      }
    }
    return powers.toImmutable();
  }

  /** What the right covers of the highest rank; negative if it covers no data. */
  private static int highest(Estate estate, Right right, Verb verb, IntUnaryOperator rank) {
    int[] best = {-1, Ranks.UNKNOWN};
    right
        .targets()
        .forEach(
            node -> {
              if (estate.ranks.isData(node)
                  && rank.applyAsInt(node) > best[1]
                  && !estate.rights.isDenied(right.holder(), verb, node)) {
                best[0] = node;
                best[1] = rank.applyAsInt(node);
              }
            });
    return best[0];
  }

  private static void add(
      Estate estate, Right right, Verb verb, int data, int rank, FastList<Power> powers) {
    RoaringBitmap people = estate.people.behind(right.holder());
    if (people.isEmpty()) {
      return;
    }
    int named = estate.nodes().number(right.pattern());
    String object = objectOf(estate, right, data, named);
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
    powers.add(new Power(right, right.holder(), people, verb, object, data, rank, gates));
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
              boolean inside =
                  estate.ranks.containers(node).anySatisfy(box -> right.targets().has(box));
              if (!inside && outermost.size() < 2) {
                outermost.add(estate.id(node));
              }
            });
    return outermost.size() == 1
        ? outermost.getFirst()
        : right.pattern().isEmpty() ? estate.id(data) : right.pattern();
  }
}
