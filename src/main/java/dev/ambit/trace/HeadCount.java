package dev.ambit.trace;

import dev.ambit.model.Builtin;
import dev.ambit.model.Heads;
import dev.ambit.model.Principal;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.roaringbitmap.RoaringBitmap;

/**
 * How many people a set of principals stands for (contract/semantics.md, Audience and clearance):
 * exact where members are known, "at least" where only sizes are.
 */
final class HeadCount {
  private final Assumed assumed;
  private final Rights rights;
  private final Membership membership;

  /** Groups whose members are what counts, and principals that stand for a number of people. */
  private final RoaringBitmap listed = new RoaringBitmap();

  private final RoaringBitmap counted = new RoaringBitmap();

  HeadCount(Assumed assumed, Rights rights, Membership membership) {
    this.assumed = assumed;
    this.rights = rights;
    this.membership = membership;
    for (Principal principal : assumed.access().facts().principals()) {
      boolean group = isGroup(principal);
      if (!group && !principal.size().isSaid()) {
        continue;
      }
      int node = assumed.nodes().number(principal.id());
      boolean stands = principal.size().isSaid() || !membership.hasMembers(node);
      (stands ? counted : listed).add(node);
    }
  }

  /** How many people a set stands for. */
  Heads of(RoaringBitmap people) {
    return of(people, people);
  }

  /**
   * How many people {@code some} stands for, which are part of {@code all}. Sized groups may
   * overlap unless one is in the other; then the largest single count is given as "at least".
   */
  Heads of(RoaringBitmap some, RoaringBitmap all) {
    for (Builtin builtin :
        new Builtin[] {Builtin.INTERNET, Builtin.AUTHENTICATED, Builtin.EVERYONE}) {
      if (some.contains(assumed.nodes().number(builtin.id()))) {
        return Heads.of(builtin);
      }
    }
    long largest = 0;
    int groups = 0;
    boolean atLeast = false;
    long single = 0;
    RoaringBitmap apart = RoaringBitmap.and(some, counted);
    if (apart.isEmpty()) {
      return new Heads(
          some.getCardinality() - RoaringBitmap.andCardinality(some, listed), false, "");
    }
    for (int each : some.toArray()) {
      if (isInsideCounted(each, apart)) {
        continue;
      }
      if (isCounted(each)) {
        Heads counted = ofOne(each, some);
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
  Heads ofOne(int principal, RoaringBitmap some) {
    if (!isCounted(principal)) {
      return Heads.of(isGroup(principal) ? 0 : 1); // its members stand in the set themselves
    }
    long size = size(principal);
    long out = 0;
    int groupsOut = 0;
    RoaringBitmap missing = RoaringBitmap.andNot(membership.below(principal), some);
    RoaringBitmap apart = RoaringBitmap.and(missing, counted);
    for (int each : missing.toArray()) {
      if (!rights.isPerson(each)) {
        continue;
      }
      if (isCounted(each) && !isInsideCounted(each, apart)) {
        out += size(each);
        groupsOut++;
      } else if (!isGroup(each) && !isInsideCounted(each, apart)) {
        out++;
      }
    }
    boolean unknown = !hasSize(principal) && assumed.isWorst();
    return new Heads(Math.max(0, size - out), groupsOut > 1 || unknown, "");
  }

  /** Whether one of these counted groups holds the principal: then it is counted there. */
  private boolean isInsideCounted(int principal, RoaringBitmap groups) {
    for (int each : RoaringBitmap.and(rights.identity(principal), groups).toArray()) {
      if (each != principal && !isCircle(principal, each)) {
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
    return counted.contains(principal);
  }

  private boolean hasSize(int principal) {
    return assumed.principal(principal).filter(known -> known.size().isSaid()).isPresent();
  }

  private long size(int principal) {
    return assumed
        .principal(principal)
        .flatMap(known -> known.size().value())
        .orElse(assumed.headsOfUnknownGroup());
  }

  boolean isGroup(int principal) {
    return listed.contains(principal)
        || (counted.contains(principal)
            && assumed.principal(principal).filter(HeadCount::isGroup).isPresent());
  }

  private static boolean isGroup(Principal known) {
    return known.kind() == Principal.Kind.GROUP || known.kind() == Principal.Kind.UNKNOWN;
  }

  /** Groups of which neither members nor size is known, among these people. */
  MutableList<String> groupsOfUnknownSize(RoaringBitmap people) {
    MutableList<String> unknown = FastList.newList();
    people.forEach(
        (int each) -> {
          if (isGroup(each) && isCounted(each) && !hasSize(each)) {
            unknown.add(assumed.nodes().id(each));
          }
        });
    return unknown;
  }

  /** Whether more than {@code largeAudience} people are in the set; built-ins always are. */
  boolean areMany(RoaringBitmap uncleared) {
    Heads heads = of(uncleared);
    return !heads.isNumber() || heads.count() > assumed.settings().largeAudience();
  }
}
