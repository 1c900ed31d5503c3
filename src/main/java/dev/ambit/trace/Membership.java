package dev.ambit.trace;

import dev.ambit.model.Builtin;
import dev.ambit.model.Credential;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Right;
import dev.ambit.model.Said;
import dev.ambit.model.Verb;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who is in which group, and who can act as whom. A set is a bitmap of principals, closed
 * downwards: with a group all its members are in it.
 */
final class Membership {
  private final Assumed assumed;
  private final Rights rights;
  private final IntObjectHashMap<IntArrayList> members = IntObjectHashMap.newMap();
  private final IntObjectHashMap<IntArrayList> actors = IntObjectHashMap.newMap();
  private final IntObjectHashMap<RoaringBitmap> below = IntObjectHashMap.newMap();
  private final Closure behind;
  private final int everyone;
  private final int internet;
  private final int authenticated;

  Membership(Assumed assumed, Rights rights) {
    this.assumed = assumed;
    this.rights = rights;
    this.behind = new Closure(this::oneStepBehind, rights::isPerson);
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
    lists.getIfAbsentPut(from, () -> new IntArrayList(1)).add(to); // most have one
  }

  boolean isBuiltin(int principal) {
    return principal == everyone || principal == internet || principal == authenticated;
  }

  boolean hasMembers(int group) {
    return members.containsKey(group);
  }

  /** Whether somebody else can act as the principal. */
  boolean hasActors(int principal) {
    return actors.containsKey(principal);
  }

  /** The principal and everybody below it. */
  RoaringBitmap below(int principal) {
    if (!members.containsKey(principal) && !isBuiltin(principal)) {
      return RoaringBitmap.bitmapOf(principal);
    }
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
    return behind.of(principal);
  }

  private int[] oneStepBehind(int principal) {
    IntArrayList next = new IntArrayList();
    if (actors.containsKey(principal)) {
      next.addAll(actors.get(principal));
    }
    if (isBuiltin(principal)) {
      next.addAll(below(principal).toArray());
    } else if (members.containsKey(principal)) {
      next.addAll(members.get(principal));
    }
    return next.select(node -> node >= 0).toArray();
  }
}
