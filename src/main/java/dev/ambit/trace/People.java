package dev.ambit.trace;

import dev.ambit.model.Audience;
import dev.ambit.model.Builtin;
import dev.ambit.model.Credential;
import dev.ambit.model.Heads;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Right;
import dev.ambit.model.Said;
import dev.ambit.model.Verb;
import java.util.OptionalInt;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
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
  private static final RoaringBitmap NOBODY = new RoaringBitmap();

  private final Assumed assumed;
  private final Rights rights;
  private final IntObjectHashMap<IntArrayList> members = IntObjectHashMap.newMap();
  private final IntObjectHashMap<IntArrayList> actors = IntObjectHashMap.newMap();
  private final IntObjectHashMap<RoaringBitmap> below = IntObjectHashMap.newMap();
  private final IntObjectHashMap<RoaringBitmap> audiences = IntObjectHashMap.newMap();
  private final IntObjectHashMap<RoaringBitmap> readers = IntObjectHashMap.newMap();
  private final IntObjectHashMap<RoaringBitmap> behind = IntObjectHashMap.newMap();
  private final LongObjectHashMap<RoaringBitmap> acting = LongObjectHashMap.newMap();
  private final UnifiedMap<RoaringBitmap, RoaringBitmap> behindAll = UnifiedMap.newMap();
  private final UnifiedMap<RoaringBitmap, RoaringBitmap> shared = UnifiedMap.newMap();
  private final IntIntHashMap clearances = new IntIntHashMap();
  private final int everyone;
  private final int internet;
  private final int authenticated;

  People(Assumed assumed, Rights rights) {
    this.assumed = assumed;
    this.rights = rights;
    this.everyone = number(Builtin.EVERYONE.id());
    this.internet = number(Builtin.INTERNET.id());
    this.authenticated = number(Builtin.AUTHENTICATED.id());
    for (Principal principal : assumed.access().facts().principals()) {
      if (principal.active()) {
        for (Ref group : principal.memberOf().all()) {
          link(members, number(group.id()), number(principal.id()));
        }
      }
    }
    for (Right right : assumed.access().rights()) {
      if (right.verbs().has(Verb.ASSUME) && rights.isHeld(right)) {
        right
            .targets()
            .forEach(
                target -> {
                  if (rights.isPrincipal(target)
                      && !rights.isDenied(right.holder(), Verb.ASSUME, target)) {
                    link(actors, target, right.holder());
                  }
                });
      }
    }
    for (Credential credential : assumed.access().facts().credentials()) {
      if (credential.authenticates() instanceof Said.Value<Ref> as) {
        for (Ref holder : credential.holders().all()) {
          link(actors, number(as.said().id()), number(holder.id()));
        }
      }
    }
  }

  private int number(String id) {
    return assumed.nodes().number(id);
  }

  private static void link(IntObjectHashMap<IntArrayList> lists, int from, int to) {
    lists.getIfAbsentPut(from, IntArrayList::new).add(to);
  }

  /** The principal and everybody below it. */
  RoaringBitmap below(int principal) {
    RoaringBitmap found = below.get(principal);
    if (found == null) {
      found = new RoaringBitmap();
      descend(principal, found);
      below.put(principal, found);
    }
    return found;
  }

  private void descend(int principal, RoaringBitmap found) {
    if (!found.checkedAdd(principal)) {
      return;
    }
    IntArrayList direct = members.get(principal);
    if (direct != null) {
      direct.forEach(member -> descend(member, found));
    }
    if (principal == everyone || principal == internet || principal == authenticated) {
      for (Principal each : assumed.access().facts().principals()) {
        int node = number(each.id());
        boolean covered =
            principal == internet || rights.isOutside(node) != (principal == everyone);
        if (covered && rights.isPerson(node)) {
          found.add(node);
        }
      }
      if (principal == internet) {
        found.add(everyone);
        found.add(authenticated);
      }
    }
  }

  /**
   * The people among {@code principal} and all who can act as it: its members, and who assumes it.
   */
  RoaringBitmap behind(int principal) {
    RoaringBitmap known = behind.get(principal);
    if (known == null) {
      known = peopleBehind(principal);
      behind.put(principal, known);
    }
    return known;
  }

  private RoaringBitmap peopleBehind(int principal) {
    if (!actors.containsKey(principal) && !members.containsKey(principal)) {
      boolean alone = rights.isPerson(principal) && !isBuiltin(principal);
      if (alone || !rights.isPerson(principal)) {
        return alone ? RoaringBitmap.bitmapOf(principal) : NOBODY;
      }
    }
    RoaringBitmap seen = new RoaringBitmap();
    IntArrayList open = IntArrayList.newListWith(principal);
    while (!open.isEmpty()) {
      int next = open.removeAtIndex(open.size() - 1);
      if (next < 0 || !seen.checkedAdd(next)) {
        continue;
      }
      IntArrayList assuming = actors.get(next);
      if (assuming != null) {
        open.addAll(assuming);
      }
      below(next).forEach((int each) -> open.add(each));
    }
    RoaringBitmap people = new RoaringBitmap();
    seen.forEach(
        (int each) -> {
          if (rights.isPerson(each)) {
            people.add(each);
          }
        });
    return people;
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
          each.forEach((int reader) -> people.or(behind(reader)));
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
    return !isBuiltin(principal)
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
    for (int each : below(principal).toArray()) {
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
                    .principal(assumed.nodes().id(each))
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
        if (actors.containsKey(holder)) {
          able.or(behind(holder));
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
      if (headsOf(each, uncleared).count() > 0 || isBuiltin(each)) {
        lowest = Math.min(lowest, clearance(each));
      }
    }
    return lowest == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(lowest);
  }

  private boolean isBuiltin(int principal) {
    return principal == everyone || principal == internet || principal == authenticated;
  }

  /** How many people a set stands for. */
  Heads heads(RoaringBitmap people) {
    return heads(people, people);
  }

  /**
   * How many people {@code some} stands for, which are part of {@code all}. Sized groups may
   * overlap unless one is in the other; then the largest single count is given as "at least".
   */
  Heads heads(RoaringBitmap some, RoaringBitmap all) {
    for (Builtin builtin :
        new Builtin[] {Builtin.INTERNET, Builtin.AUTHENTICATED, Builtin.EVERYONE}) {
      if (some.contains(number(builtin.id()))) {
        return Heads.of(builtin);
      }
    }
    long largest = 0;
    int groups = 0;
    boolean atLeast = false;
    long single = 0;
    for (int each : some.toArray()) {
      if (isInsideCounted(each, some)) {
        continue;
      }
      if (isCounted(each)) {
        Heads counted = headsOf(each, some);
        largest = Math.max(largest, counted.count());
        atLeast |= counted.atLeast();
        groups += counted.count() > 0 ? 1 : 0;
      } else if (!isGroup(each)) {
        single++;
      }
    }
    return groups <= 1
        ? new Heads(largest + single, atLeast, "")
        : Heads.atLeast(Math.max(largest, single));
  }

  /**
   * The people of one principal that are in {@code some}: a group less its members that are not.
   */
  private Heads headsOf(int principal, RoaringBitmap some) {
    if (!isCounted(principal)) {
      return Heads.of(isGroup(principal) ? 0 : 1); // its members stand in the set themselves
    }
    long size = size(principal);
    long out = 0;
    int groupsOut = 0;
    RoaringBitmap missing = RoaringBitmap.andNot(below(principal), some);
    for (int each : missing.toArray()) {
      if (!rights.isPerson(each)) {
        continue;
      }
      if (isCounted(each) && !isInsideCounted(each, missing)) {
        out += size(each);
        groupsOut++;
      } else if (!isGroup(each) && !isInsideCounted(each, missing)) {
        out++;
      }
    }
    boolean unknown = !hasSize(principal) && assumed.isWorst();
    return new Heads(Math.max(0, size - out), groupsOut > 1 || unknown, "");
  }

  /** Whether a counted group of the set holds the principal: then it is counted there. */
  private boolean isInsideCounted(int principal, RoaringBitmap set) {
    for (int each : rights.identity(principal).toArray()) {
      if (each != principal
          && set.contains(each)
          && isCounted(each)
          && !isCircle(principal, each)) {
        return true;
      }
    }
    return false;
  }

  /** Groups that hold one another are one; the first by name speaks for them. */
  private boolean isCircle(int principal, int group) {
    return rights.identity(group).contains(principal) && principal < group;
  }

  /** A principal that stands for a number of people: a size is given, or it must be guessed. */
  private boolean isCounted(int principal) {
    return hasSize(principal) || (isGroup(principal) && !hasMembers(principal));
  }

  private boolean hasSize(int principal) {
    return assumed
        .principal(assumed.nodes().id(principal))
        .filter(known -> known.size().isSaid())
        .isPresent();
  }

  private long size(int principal) {
    return assumed
        .principal(assumed.nodes().id(principal))
        .flatMap(known -> known.size().value())
        .orElse(assumed.headsOfUnknownGroup());
  }

  private boolean isGroup(int principal) {
    return assumed
        .principal(assumed.nodes().id(principal))
        .filter(
            known -> known.kind() == Principal.Kind.GROUP || known.kind() == Principal.Kind.UNKNOWN)
        .isPresent();
  }

  private boolean hasMembers(int group) {
    return members.containsKey(group);
  }

  /** Groups of which neither members nor size is known, among these people. */
  MutableList<String> groupsOfUnknownSize(RoaringBitmap people) {
    MutableList<String> unknown = FastList.newList();
    people.forEach(
        (int each) -> {
          if (isGroup(each) && !hasMembers(each) && !hasSize(each)) {
            unknown.add(assumed.nodes().id(each));
          }
        });
    return unknown;
  }

  /** Whether more than {@code largeAudience} people are in the set; built-ins always are. */
  boolean areMany(RoaringBitmap uncleared) {
    Heads heads = heads(uncleared);
    return !heads.isNumber() || heads.count() > assumed.settings().largeAudience();
  }

  /** The audience as a report shows it. */
  Audience shown(RoaringBitmap uncleared, RoaringBitmap all, RoaringBitmap readers) {
    MutableList<String> groups = FastList.newList();
    readers.forEach(
        (int each) -> {
          if (rights.isPerson(each) && (isGroup(each) || isBuiltin(each))) {
            groups.add(assumed.nodes().id(each));
          }
        });
    MutableList<String> sample = FastList.newList();
    for (int each : uncleared.toArray()) {
      if (sample.size() < 10 && !isGroup(each) && !isBuiltin(each)) {
        sample.add(assumed.nodes().id(each));
      }
    }
    return new Audience(heads(uncleared), heads(all), groups.toImmutable(), sample.toImmutable());
  }

  /** The groups above a principal that the input declares; it is one of them if it is a group. */
  RoaringBitmap declaredGroups(int principal) {
    RoaringBitmap groups = new RoaringBitmap();
    rights
        .identity(principal)
        .forEach(
            (int each) -> {
              if (isGroup(each)) {
                groups.add(each);
              }
            });
    return groups;
  }
}
