package dev.ambit.resolve.aws;

import dev.ambit.model.Policy.Statement;
import dev.ambit.resolve.Names;
import dev.ambit.resolve.aws.request.Holds;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The order in which AWS decides, for one statement that allows: an explicit deny of any layer ends
 * it; each layer that limits must allow too; then it holds. A deny whose condition cannot be
 * decided takes nothing away and leaves the right assumed; an undecidable allow makes it depend.
 *
 * <p>Actions that all denies and limits treat alike are decided once for each type of resource they
 * work on, in {@link RegionDecision}.
 */
final class DecisionOrder {
  private final Names names;
  private final ActionTable actions;
  private final AccountAssets accounts;

  private final ResourceConditions resources;

  DecisionOrder(
      Names names, ActionTable actions, Organisation organisation, ResourceConditions resources) {
    this.names = names;
    this.resources = resources;
    this.actions = actions;
    this.accounts = new AccountAssets(names, actions, organisation);
  }

  /** What {@code allow} gives {@code subject}, sorted, without repetition. */
  ImmutableList<Outcome> decide(Statement allow, Subject subject, Layers layers) {
    Holds holds = Conditions.decide(allow.conditions(), subject);
    if (holds == Holds.NO) {
      return Lists.immutable.empty();
    }
    String on = holds == Holds.YES ? "" : Conditions.text(allow.conditions());
    Gathered gathered = new Gathered();
    ImmutableList<ResourcePattern> resources = resources(allow);
    for (Alike alike : AlikeActions.of(actions.of(allow), resources, layers, subject, actions)) {
      RegionDecision decision =
          new RegionDecision(allow, subject, layers, alike, names, accounts, this.resources);
      for (ResourcePattern resource : resources) {
        alike.family().types().forEach(type -> decision.decide(resource, type, on, gathered));
      }
    }
    accounts.rest(allow, subject, layers, on, gathered);
    return gathered.outcomes();
  }

  private static ImmutableList<ResourcePattern> resources(Statement allow) {
    return allow.notResources().isEmpty()
        ? allow.resources().collect(ResourcePattern::of)
        : Lists.immutable.of(ResourcePattern.of("*"));
  }
}
