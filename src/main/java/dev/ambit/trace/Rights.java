package dev.ambit.trace;

import dev.ambit.model.Builtin;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Nodes;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Right;
import dev.ambit.model.Verb;
import java.util.List;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who may do what: the rights of a principal are its own and those of its groups, less what is
 * denied to it or to one of them. In the best case no undecidable allow holds; an undecidable deny
 * never cuts.
 */
final class Rights {
  private final Assumed assumed;
  private final ByNode<Right> allows;
  private final ByNode<Right> denies;
  private final IntObjectHashMap<RoaringBitmap> above = IntObjectHashMap.newMap();
  private final IntObjectHashMap<List<Right>> identityAllows = IntObjectHashMap.newMap();
  private final Covering covering;
  private @Nullable RoaringBitmap underDenies;

  Rights(Assumed assumed) {
    this.assumed = assumed;
    int nodes = assumed.nodes().count();
    ImmutableList<Right> known =
        assumed
            .access()
            .rights()
            .select(right -> right.holder() >= 0 && (!right.isUndecided() || mayHold(right)));
    allows = ByNode.of(nodes, known.reject(Right::deny), (right, to) -> to.accept(right.holder()));
    denies = ByNode.of(nodes, known.select(Right::deny), (right, to) -> to.accept(right.holder()));
    covering = new Covering(nodes, known.select(this::isHeld).toList());
  }

  /** What cannot be decided: an allow holds in the worst case, a deny never. */
  private boolean mayHold(Right right) {
    return !right.deny() && assumed.isWorst();
  }

  /** Whether a right allows something in this case, and its holder is known. */
  boolean isHeld(Right right) {
    boolean holds = !right.isUndecided() || assumed.isWorst();
    return holds && !right.deny() && right.holder() >= 0 && isActive(right.holder());
  }

  boolean isActive(int principal) {
    return assumed.principal(principal).map(Principal::active).orElse(true);
  }

  /**
   * The principal, the groups it is in at any depth, and for a person of the organisation the
   * built-in principals that cover everybody.
   */
  RoaringBitmap identity(int principal) {
    RoaringBitmap known = above.get(principal);
    if (known != null) {
      return known;
    }
    RoaringBitmap found = new RoaringBitmap();
    climb(principal, found);
    if (isPerson(principal)) {
      add(found, isOutside(principal) ? Builtin.AUTHENTICATED : Builtin.EVERYONE);
      add(found, Builtin.INTERNET);
    }
    if (found.getCardinality() > 1) { // the hundred thousand roles that are only themselves
      above.put(principal, found);
    }
    return found;
  }

  private void add(RoaringBitmap found, Builtin builtin) {
    found.add(assumed.nodes().number(builtin.id()));
  }

  private void climb(int principal, RoaringBitmap found) {
    if (!found.checkedAdd(principal)) {
      return;
    }
    assumed
        .principal(principal)
        .filter(Principal::active)
        .ifPresent(
            known -> {
              for (Ref group : known.memberOf().all()) {
                climb(assumed.nodes().number(group.id()), found);
              }
            });
  }

  /** Whether people stand behind this name: a service, a role or a job is no audience. */
  boolean isPerson(int principal) {
    return assumed
        .principal(principal)
        .map(
            known ->
                known.active()
                    && switch (known.kind()) {
                      case PERSON, GROUP, EXTERNAL, UNKNOWN -> true;
                      case SERVICE, ROLE, JOB -> false;
                    })
        .orElseGet(() -> Builtin.named(assumed.nodes().id(principal)).isPresent());
  }

  /** Whether it stands outside the organisation: trust external or public. */
  boolean isOutside(int principal) {
    return assumed
        .principal(principal)
        .map(known -> known.trustOrDefault() != Principal.Trust.INTERNAL)
        .orElseGet(
            () ->
                Builtin.named(assumed.nodes().id(principal))
                    .filter(Builtin::isOutside)
                    .isPresent());
  }

  /**
   * Every right that the principal's identity holds and that is not denied as a whole; by grant.
   */
  ImmutableList<Right> allowed(int principal) {
    return Lists.immutable.withAll(held(principal));
  }

  /** Every right that decides what the principal may do, denies too. */
  List<Right> heldOrDenied(int principal) {
    List<Right> all = FastList.newList(held(principal));
    identity(principal).forEach((int each) -> all.addAll(denies.of(each)));
    return all;
  }

  private List<Right> held(int principal) {
    List<Right> known = identityAllows.get(principal);
    if (known != null) {
      return known;
    }
    if (!isActive(principal)) {
      return List.of();
    }
    RoaringBitmap identity = identity(principal);
    if (identity.getCardinality() == 1) {
      return allows.of(principal);
    }
    List<Right> held = FastList.newList();
    identity.forEach((int each) -> held.addAll(allows.of(each)));
    identityAllows.put(principal, held);
    return held;
  }

  /** Who may do the verb on the node by a right of its own; groups are not expanded. */
  RoaringBitmap holders(Verb verb, int node) {
    RoaringBitmap holders = covering.holders(verb, node);
    RoaringBitmap.and(holders, underDenies())
        .forEach(
            (int each) -> {
              if (isDenied(each, verb, node)) {
                holders.remove(each);
              }
            });
    return holders;
  }

  /** The principals to whom some deny applies: all others need not be looked at one by one. */
  RoaringBitmap underDenies() {
    if (underDenies == null) {
      underDenies = new RoaringBitmap();
      if (!denies.isEmpty()) {
        for (int node = 0; node < assumed.nodes().count(); node++) {
          if (isPrincipal(node) && identity(node).stream().anyMatch(denies::has)) {
            underDenies.add(node);
          }
        }
      }
    }
    return underDenies;
  }

  /** Whether some deny of the verb applies to the principal, on whatever. */
  boolean isUnderDeny(int principal, Verb verb) {
    return identity(principal).stream()
        .anyMatch(each -> denies.of(each).stream().anyMatch(deny -> deny.verbs().has(verb)));
  }

  /** Whether a deny of the principal's identity stands against the verb on the node. */
  boolean isDenied(int principal, Verb verb, int node) {
    if (denies.isEmpty()) {
      return false;
    }
    boolean[] denied = {false};
    identity(principal)
        .forEach(
            (int each) ->
                denied[0] |=
                    denies.of(each).stream()
                        .anyMatch(right -> right.verbs().has(verb) && right.targets().has(node)));
    return denied[0];
  }

  /** The rights by which the principal may do the verb on the node, without acting as another. */
  ImmutableList<Right> allowing(int principal, Verb verb, int node) {
    ImmutableList<Right> found =
        Lists.immutable.fromStream(
            held(principal).stream()
                .filter(right -> right.verbs().has(verb) && right.targets().has(node)));
    return found.isEmpty() || isDenied(principal, verb, node) ? Lists.immutable.empty() : found;
  }

  boolean can(int principal, Verb verb, int node) {
    return held(principal).stream()
            .anyMatch(right -> right.verbs().has(verb) && right.targets().has(node))
        && !isDenied(principal, verb, node);
  }

  /** The targets of a right on which the verb is not denied to the principal. */
  NodeSet undenied(int principal, Right right, Verb verb) {
    return !underDenies().contains(principal)
        ? right.targets()
        : Selected.of(right.targets(), node -> !isDenied(principal, verb, node));
  }

  /** All rights of active principals that allow the verb on the node; denies are not looked at. */
  ImmutableList<Right> onNode(Verb verb, int node) {
    return covering.of(verb, node);
  }

  boolean isPrincipal(int node) {
    return assumed.nodes().kind(node) == Nodes.Kind.PRINCIPAL
        || assumed.principal(node).isPresent();
  }
}
