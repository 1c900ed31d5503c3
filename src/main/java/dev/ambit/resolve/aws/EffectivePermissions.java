package dev.ambit.resolve.aws;

import dev.ambit.model.NodeSet;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import dev.ambit.resolve.NodeSets;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * What one principal may do by its own and its groups' policies, one action at a time and on which
 * nodes, with the same decision as everywhere: denies, boundaries and the policies of the
 * organisation are in it.
 */
final class EffectivePermissions {
  /** Every action counts for itself here, and that it is allowed anywhere shows on the account. */
  private static final Effects ALLOWED =
      new Effects(Verbs.of(Verb.EXECUTE), Effects.Changes.ACCOUNT);

  private final Holdings holdings;
  private final ActionTable actions;
  private final DecisionOrder order;
  private final ImmutableList<Statement> statements;
  private final Subject subject;
  private final Map<String, Layers> layers = new UnifiedMap<>();
  private final Map<String, ImmutableList<Permission>> known = new UnifiedMap<>();

  private final Answered answered;

  EffectivePermissions(Holdings holdings, Subject subject, Answered answered) {
    this.holdings = holdings;
    this.subject = subject;
    this.answered = answered;
    this.actions = answered.actions;
    this.order = answered.order;
    this.statements = holdings.roster().identityAllows(subject);
  }

  /** Answers for all principals: what policies say alike is decided once. */
  static final class Answered {
    private final ActionTable actions = ActionTable.withEffects(ALLOWED);
    private final DecisionOrder order;
    private final Map<Asked, ImmutableList<Outcome>> outcomes = new UnifiedMap<>();
    private final Map<Passing, Layers> layers = new UnifiedMap<>();

    Answered(Holdings holdings) {
      order =
          new DecisionOrder(
              holdings.names(), actions, holdings.organisation(), holdings.resourceConditions());
    }
  }

  private record Asked(
      ImmutableList<String> actions,
      ImmutableList<String> resources,
      ImmutableList<String> notResources,
      ImmutableList<Condition> conditions,
      Layers layers,
      String account,
      int asker) {}

  private record Passing(Layers layers, String service) {}

  private ImmutableList<Outcome> outcomes(Statement s, Layers before) {
    boolean personal = Held.isPersonal(s) || before.arePersonal();
    Asked asked =
        new Asked(
            s.actions(),
            s.resources(),
            s.notResources(),
            s.conditions(),
            before,
            subject.accountAsset(),
            personal ? subject.node() : -1);
    return answered.outcomes.computeIfAbsent(asked, key -> order.decide(s, subject, before));
  }

  /**
   * The statements by which it may do {@code action}, the least doubtful first.
   *
   * @param service to which a role is passed; empty where none is
   */
  ImmutableList<Permission> to(String action, String service) {
    return known.computeIfAbsent(action + " " + service, key -> find(action, service, ""));
  }

  /** The same on one resource alone, which need not be a node. */
  ImmutableList<Permission> to(String action, String service, String resource) {
    return find(action, service, resource).select(Permission::anywhere);
  }

  private ImmutableList<Permission> find(String action, String service, String resource) {
    MutableList<Permission> found = Lists.mutable.empty();
    ActionSet one = actions.matching(Lists.immutable.of(action));
    for (Statement statement : statements) {
      if (actions.of(statement).overlaps(one)) {
        new PassedTo(service)
            .decided(statement)
            .flatMap(each -> narrowed(each, action, resource))
            .ifPresent(each -> decide(each, action, service, found));
      }
    }
    return found.sortThisByInt(Permission::doubt).toImmutable();
  }

  private static Optional<Statement> narrowed(Statement s, String action, String resource) {
    boolean covers =
        resource.isEmpty()
            || (s.notResources().isEmpty()
                ? s.resources().anySatisfy(each -> Wildcards.covers(each, resource))
                : s.notResources().noneSatisfy(each -> Wildcards.covers(each, resource)));
    ImmutableList<String> none = Lists.immutable.empty();
    return covers
        ? Optional.of(
            new Statement(
                s.id(),
                true,
                none,
                none,
                Lists.immutable.of(action.toLowerCase(Locale.ROOT)),
                none,
                resource.isEmpty() ? s.resources() : Lists.immutable.of(resource),
                resource.isEmpty() ? s.notResources() : none,
                s.conditions(),
                s.origin()))
        : Optional.empty();
  }

  private void decide(
      Statement statement, String action, String service, MutableList<Permission> found) {
    ImmutableList<Outcome> outcomes = outcomes(statement, layers(service));
    int account = holdings.names().node(subject.accountAsset());
    UnifiedMap<String, NodeSet> on = UnifiedMap.newMap();
    for (Outcome each : outcomes) {
      if (each.verbs().has(Verb.EXECUTE)) {
        on.merge(each.dependsOn() + "\n" + each.certainty(), each.targets(), NodeSets::union);
      }
    }
    for (Outcome each : outcomes) {
      NodeSet nodes = on.getOrDefault(each.dependsOn() + "\n" + each.certainty(), NodeSets.NONE);
      boolean anywhere = each.verbs().has(Verb.SHARE) && each.targets().has(account);
      if (anywhere || each.verbs().has(Verb.EXECUTE)) {
        found.add(
            new Permission(
                action,
                statement.id(),
                statement.origin(),
                RightList.patternOf(statement),
                nodes,
                anywhere,
                each.dependsOn(),
                each.certainty()));
      }
    }
  }

  private Layers layers(String service) {
    return layers.computeIfAbsent(
        service, key -> passing(new Passing(holdings.identityLayers(subject), key)));
  }

  private Layers passing(Passing passing) {
    return answered.layers.computeIfAbsent(passing, key -> passing(key.layers(), key.service()));
  }

  private static Layers passing(Layers layers, String service) {
    boolean asked =
        layers.denies().anySatisfy(PassedTo::isAskedBy)
            || layers.limits().anySatisfy(each -> each.anySatisfy(PassedTo::isAskedBy));
    if (!asked) {
      return layers;
    }
    PassedTo passed = new PassedTo(service);
    return new Layers(
        decided(layers.denies(), passed),
        layers.limits().collect(each -> decided(each, passed)),
        layers.closed(),
        layers::scope);
  }

  private static ImmutableList<Statement> decided(
      ImmutableList<Statement> statements, PassedTo passed) {
    return statements.flatCollect(
        each -> passed.decided(each).map(Lists.immutable::of).orElseGet(Lists.immutable::empty));
  }
}
