package dev.ambit.resolve.aws;

import dev.ambit.model.Policy.Statement;
import dev.ambit.resolve.aws.request.Holds;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Sorts the actions of a statement into those that are {@link Alike}: deciding once for each of
 * those is deciding for every action.
 */
final class AlikeActions {
  private static final int DENY = -1;

  private final ActionTable actions;
  private final MutableList<Concern> concerned = Lists.mutable.empty();
  private final int layers;
  private final ImmutableList<ResourcePattern> on;

  /**
   * A statement that has a say about some of the actions.
   *
   * @param layer which of the limiting layers, or {@link #DENY}
   */
  private record Concern(Statement statement, int layer, Holds holds, ActionSet actions) {}

  private record Group(Family family, BitSet concerned) {}

  private AlikeActions(ActionTable actions, int layers, ImmutableList<ResourcePattern> on) {
    this.actions = actions;
    this.layers = layers;
    this.on = on;
  }

  /**
   * For the actions of a statement that allows.
   *
   * @param on what it allows them on
   */
  static ImmutableList<Alike> of(
      ActionSet allowed,
      ImmutableList<ResourcePattern> on,
      Layers layers,
      Subject subject,
      ActionTable actions) {
    AlikeActions sorted = new AlikeActions(actions, layers.limits().size(), on);
    layers.denies().forEach(deny -> sorted.consider(deny, DENY, subject, allowed));
    for (int i = 0; i < layers.limits().size(); i++) {
      int layer = i;
      layers.limits().get(i).forEach(limit -> sorted.consider(limit, layer, subject, allowed));
    }
    return sorted.groups(allowed);
  }

  private void consider(Statement statement, int layer, Subject subject, ActionSet allowed) {
    // Most buckets of an organisation deny something, and few statements speak of more than one.
    if (!mayMeet(statement)) {
      return;
    }
    ActionSet about = actions.of(statement);
    if (about.overlaps(allowed)) {
      Holds holds = Conditions.decide(statement.conditions(), subject);
      if (holds != Holds.NO) {
        concerned.add(new Concern(statement, layer, holds, about));
      }
    }
  }

  private boolean mayMeet(Statement statement) {
    return statement.resources().isEmpty()
        || statement
            .resources()
            .anySatisfy(each -> on.anySatisfy(allowed -> Wildcards.mayMeet(allowed.asset(), each)));
  }

  private ImmutableList<Alike> groups(ActionSet allowed) {
    if (concerned.isEmpty()) {
      return actions.families(allowed).collect(family -> alike(new Group(family, new BitSet())));
    }
    Set<Group> groups = new LinkedHashSet<>();
    allowed.forEach(
        action -> {
          Family family = actions.family(action);
          if (!family.effects().equals(Effects.NONE)) {
            groups.add(new Group(family, concerning(action)));
          }
        });
    return Lists.immutable.fromStream(groups.stream().map(this::alike));
  }

  private BitSet concerning(int action) {
    BitSet bits = new BitSet();
    for (int i = 0; i < concerned.size(); i++) {
      if (concerned.get(i).actions().has(action)) {
        bits.set(i);
      }
    }
    return bits;
  }

  private Alike alike(Group group) {
    ImmutableList<Concern> about =
        Lists.immutable.fromStream(group.concerned().stream().mapToObj(concerned::get));
    MutableList<ImmutableList<Alike.Limit>> limits = Lists.mutable.empty();
    for (int i = 0; i < layers; i++) {
      int layer = i;
      limits.add(about.select(each -> each.layer() == layer).collect(AlikeActions::limit));
    }
    return new Alike(
        group.family(),
        denies(about, Holds.YES),
        denies(about, Holds.DEPENDS),
        limits.toImmutable());
  }

  private static ImmutableList<Statement> denies(ImmutableList<Concern> about, Holds holds) {
    return about
        .select(each -> each.layer() == DENY && each.holds() == holds)
        .collect(Concern::statement);
  }

  private static Alike.Limit limit(Concern concern) {
    return new Alike.Limit(
        concern.statement(),
        concern.holds() == Holds.YES ? "" : Conditions.text(concern.statement().conditions()));
  }
}
