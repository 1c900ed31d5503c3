package dev.ambit.trace;

import dev.ambit.model.AccessMap;
import dev.ambit.model.Case;
import dev.ambit.model.NoLonger;
import dev.ambit.model.Nodes;
import dev.ambit.model.Right;
import dev.ambit.model.Verb;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.roaringbitmap.RoaringBitmap;

/**
 * Compares what principals may do in two worlds: by their own rights and those of their groups,
 * less what is denied to one of them. So a right that goes counts, a membership that goes, and a
 * deny that comes. What a group loses is told of the group and not of each member.
 */
public final class PowerGone {
  private final Nodes nodesBefore;
  private final Nodes nodesAfter;
  private final Rights before;
  private final Rights after;
  private final Map<String, Map<Verb, Set<String>>> gone = new TreeMap<>();

  private PowerGone(AccessMap before, AccessMap after) {
    this.nodesBefore = before.nodes();
    this.nodesAfter = after.nodes();
    this.before = new Rights(new Assumed(new Known(before), Case.WORST));
    this.after = new Rights(new Assumed(new Known(after), Case.WORST));
  }

  /** Sorted by principal, then by verb. */
  public static ImmutableList<NoLonger> between(AccessMap before, AccessMap after) {
    PowerGone power = new PowerGone(before, after);
    for (int node = 0; node < before.nodes().count(); node++) {
      if (power.before.isPrincipal(node)) {
        power.compare(node);
      }
    }
    return power.told();
  }

  private void compare(int principal) {
    String id = nodesBefore.id(principal);
    int now = nodesAfter.number(id);
    if (now >= 0
        && standing(nodesBefore, before, principal).equals(standing(nodesAfter, after, now))) {
      return; // nobody needs to look at each thing
    }
    Map<Verb, Set<String>> can = now < 0 ? Map.of() : can(nodesAfter, after, now);
    Map<Verb, Set<String>> lost = can(nodesBefore, before, principal);
    can.forEach((verb, things) -> lost.getOrDefault(verb, new TreeSet<>()).removeAll(things));
    lost.values().removeIf(Set::isEmpty);
    if (!lost.isEmpty()) {
      gone.put(id, lost);
    }
  }

  /** What decides the powers of a principal: whom it counts as, and what they may and may not. */
  private static List<List<Object>> standing(Nodes nodes, Rights rights, int principal) {
    List<List<Object>> standing = new ArrayList<>();
    rights
        .heldOrDenied(principal)
        .forEach(
            right ->
                standing.add(
                    List.of(
                        nodes.id(right.holder()),
                        right.grant(),
                        right.pattern(),
                        right.deny(),
                        right.verbs(),
                        right.targets().size())));
    return standing;
  }

  private static Map<Verb, Set<String>> can(Nodes nodes, Rights rights, int principal) {
    Map<Verb, Set<String>> can = new EnumMap<>(Verb.class);
    for (Right right : rights.allowed(principal)) {
      for (Verb verb : right.verbs().all()) {
        rights
            .undenied(principal, right, verb)
            .forEach(node -> can.computeIfAbsent(verb, key -> new TreeSet<>()).add(nodes.id(node)));
      }
    }
    return can;
  }

  private ImmutableList<NoLonger> told() {
    List<NoLonger> told = new ArrayList<>();
    gone.forEach(
        (who, lost) -> {
          RoaringBitmap identity = before.identity(nodesBefore.number(who));
          lost.forEach(
              (verb, things) -> {
                Set<String> own = new TreeSet<>(things);
                identity.forEach((int each) -> own.removeAll(ofGroup(each, who, verb)));
                if (!own.isEmpty()) {
                  told.add(new NoLonger(who, verb, Lists.immutable.withAll(own)));
                }
              });
        });
    return Lists.immutable.withAll(told);
  }

  private Set<String> ofGroup(int group, String who, Verb verb) {
    int member = nodesBefore.number(who);
    // The internet counts as everybody who signed in and the other way round: it is told of the one
    // that the input names.
    boolean isGroup =
        !before.identity(group).contains(member)
            || before.heldOrDenied(member).stream().noneMatch(right -> right.holder() == member);
    return isGroup && group != member
        ? gone.getOrDefault(nodesBefore.id(group), Map.of()).getOrDefault(verb, Set.of())
        : Set.of();
  }
}
