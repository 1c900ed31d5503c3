package dev.ambit.trace;

import dev.ambit.model.Audience;
import dev.ambit.model.Verb;
import java.util.OptionalInt;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.eclipse.collections.impl.map.mutable.primitive.IntIntHashMap;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;
import org.eclipse.collections.impl.map.mutable.primitive.LongObjectHashMap;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * The people: who reads a thing, who of them is cleared for it, and how many they are
 * (contract/semantics.md, Audience and clearance). A set of people is a bitmap of the principals
 * that stand for them, closed downwards: with a group all its members are in it.
 */
final class People {
  private final Assumed assumed;
  private final Rights rights;
  private final Membership membership;
  private final HeadCount headCount;
  private final IntObjectHashMap<RoaringBitmap> audiences = IntObjectHashMap.newMap();
  private final IntObjectHashMap<RoaringBitmap> readers = IntObjectHashMap.newMap();
  private final LongObjectHashMap<RoaringBitmap> acting = LongObjectHashMap.newMap();
  private final UnifiedMap<RoaringBitmap, RoaringBitmap> behindAll = UnifiedMap.newMap();
  private final UnifiedMap<RoaringBitmap, RoaringBitmap> shared = UnifiedMap.newMap();
  private final IntIntHashMap clearances = new IntIntHashMap();

  People(Assumed assumed, Rights rights, Membership membership, HeadCount headCount) {
    this.assumed = assumed;
    this.rights = rights;
    this.membership = membership;
    this.headCount = headCount;
  }

  private int number(String id) {
    return assumed.nodes().number(id);
  }

  /** The people who can read a channel or an asset. */
  RoaringBitmap audience(int node) {
    RoaringBitmap found = audiences.get(node);
    if (found == null) {
      found = shared(withoutKeptOut(behindAll(readersOf(node)), node));
      audiences.put(node, found);
    }
    return found;
  }

  /** One object for equal sets: most places of a large account have the same readers. */
  private RoaringBitmap shared(RoaringBitmap set) {
    return shared.getIfAbsentPut(set, set);
  }

  /** Thousands of places have the same readers, so the people are worked out for each set once. */
  private RoaringBitmap behindAll(RoaringBitmap readers) {
    return behindAll.getIfAbsentPutWithKey(
        readers,
        each -> {
          RoaringBitmap people = new RoaringBitmap();
          each.forEach((int reader) -> people.or(membership.behind(reader)));
          return people;
        });
  }

  private RoaringBitmap withoutKeptOut(RoaringBitmap people, int node) {
    RoaringBitmap keptOut = RoaringBitmap.and(people, rights.underDenies());
    for (int each : keptOut.toArray()) {
      if (!isKeptOut(each, node)) {
        keptOut.remove(each);
      }
    }
    return keptOut.isEmpty() ? people : RoaringBitmap.andNot(people, keptOut);
  }

  /** Whether a deny of its own takes from a member what its group may read. */
  private boolean isKeptOut(int principal, int node) {
    return !membership.isBuiltin(principal)
        && rights.isDenied(principal, Verb.READ, node)
        && !byActing(Verb.READ, node).contains(principal);
  }

  /**
   * Whether somebody outside the organisation is behind the name: itself, or one of its members.
   */
  boolean hasOutsiders(int principal) {
    if (rights.isOutside(principal)) {
      return true;
    }
    for (int each : membership.below(principal).toArray()) {
      if (rights.isPerson(each) && rights.isOutside(each)) {
        return true;
      }
    }
    return false;
  }

  /** The principals that hold the right to read it, groups not expanded, as written or assumed. */
  RoaringBitmap readersOf(int node) {
    RoaringBitmap known = readers.get(node);
    if (known == null) {
      known = shared(findReaders(node));
      readers.put(node, known);
    }
    return known;
  }

  private RoaringBitmap findReaders(int node) {
    RoaringBitmap readers = rights.holders(Verb.READ, node);
    assumed
        .channel(assumed.nodes().id(node))
        .ifPresent(
            channel ->
                assumed.readers(channel).forEach(reader -> readers.add(number(reader.id()))));
    return readers;
  }

  /**
   * The highest rank the principal may see: its own or that of a group; without any the default for
   * people of the organisation, and −1 for people outside.
   */
  int clearance(int principal) {
    int known = clearances.getIfAbsent(principal, Integer.MIN_VALUE);
    if (known == Integer.MIN_VALUE) {
      known = highestClearance(principal);
      clearances.put(principal, known);
    }
    return known;
  }

  private int highestClearance(int principal) {
    int[] highest = {Integer.MIN_VALUE};
    rights
        .identity(principal)
        .forEach(
            (int each) ->
                assumed
                    .principal(each)
                    .flatMap(known -> known.clearance().value())
                    .ifPresent(
                        level ->
                            highest[0] =
                                Math.max(highest[0], assumed.levels().rank(level).orElse(-1))));
    if (highest[0] != Integer.MIN_VALUE) {
      return highest[0];
    }
    return rights.isOutside(principal) ? -1 : assumed.clearanceByDefault();
  }

  /**
   * Whether the principal may see data of that rank on the node, by clearance or by need to know.
   */
  boolean isCleared(int principal, int rank, int node) {
    return rank <= 0 || clearance(principal) >= rank || canAsSomebody(principal, Verb.READ, node);
  }

  /**
   * Whether the principal may do the verb on the node, by itself or as another that it may act as.
   */
  boolean canAsSomebody(int principal, Verb verb, int node) {
    return rights.can(principal, verb, node) || byActing(verb, node).contains(principal);
  }

  /** The people who may do the verb on the node as somebody they can act as. */
  private RoaringBitmap byActing(Verb verb, int node) {
    long question = ((long) verb.ordinal() << 32) | node;
    RoaringBitmap found = acting.get(question);
    if (found == null) {
      RoaringBitmap able = new RoaringBitmap();
      for (int holder : rights.holders(verb, node).toArray()) {
        if (membership.hasActors(holder)) {
          able.or(membership.behind(holder));
        }
      }
      found = shared(able);
      acting.put(question, found);
    }
    return found;
  }

  /** Those of the people who are not cleared for data of that rank on the node. */
  RoaringBitmap uncleared(RoaringBitmap people, int rank, int node) {
    RoaringBitmap uncleared = new RoaringBitmap();
    people.forEach(
        (int each) -> {
          if (!isCleared(each, rank, node)) {
            uncleared.add(each);
          }
        });
    return uncleared;
  }

  /**
   * Those who are not cleared for data of that rank on one of the nodes or more: whoever may read
   * some of them has no need to know the others.
   */
  RoaringBitmap uncleared(RoaringBitmap people, int rank, RoaringBitmap nodes) {
    RoaringBitmap uncleared = new RoaringBitmap();
    people.forEach(
        (int each) -> {
          if (rank > 0 && clearance(each) < rank && !canReadAll(each, nodes)) {
            uncleared.add(each);
          }
        });
    return uncleared;
  }

  private boolean canReadAll(int principal, RoaringBitmap nodes) {
    for (PeekableIntIterator each = nodes.getIntIterator(); each.hasNext(); ) {
      if (!canAsSomebody(principal, Verb.READ, each.next())) {
        return false;
      }
    }
    return true;
  }

  /** The clearance of the lowest of them who is really somebody; empty if there is nobody. */
  OptionalInt lowestClearance(RoaringBitmap uncleared) {
    int lowest = Integer.MAX_VALUE;
    for (int each : uncleared.toArray()) {
      if (headCount.ofOne(each, uncleared).count() > 0 || membership.isBuiltin(each)) {
        lowest = Math.min(lowest, clearance(each));
      }
    }
    return lowest == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(lowest);
  }

  /** The audience as a report shows it. */
  Audience shown(RoaringBitmap uncleared, RoaringBitmap all, RoaringBitmap readers) {
    MutableList<String> groups = FastList.newList();
    readers.forEach(
        (int each) -> {
          if (rights.isPerson(each) && (headCount.isGroup(each) || membership.isBuiltin(each))) {
            groups.add(assumed.nodes().id(each));
          }
        });
    MutableList<String> sample = FastList.newList();
    for (int each : uncleared.toArray()) {
      if (sample.size() < 10 && !headCount.isGroup(each) && !membership.isBuiltin(each)) {
        sample.add(assumed.nodes().id(each));
      }
    }
    return new Audience(
        headCount.of(uncleared), headCount.of(all), groups.toImmutable(), sample.toImmutable());
  }

  /** The groups above a principal that the input declares; it is one of them if it is a group. */
  RoaringBitmap declaredGroups(int principal) {
    RoaringBitmap groups = new RoaringBitmap();
    rights
        .identity(principal)
        .forEach(
            (int each) -> {
              if (headCount.isGroup(each)) {
                groups.add(each);
              }
            });
    return groups;
  }
}
