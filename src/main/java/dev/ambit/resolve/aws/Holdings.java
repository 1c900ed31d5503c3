package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Principal;
import dev.ambit.resolve.Names;
import dev.ambit.resolve.NodeSets;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * What decides about each principal, and the answers once given. Principals with the same
 * statements get the same answer, sets and all. For one thread; what is slow to make is shared with
 * those {@link #apart}.
 */
final class Holdings {
  private final Names names;
  private final Roster roster;
  private final Organisation organisation;
  private final DecisionOrder order;
  private final ResourceConditions resourceConditions;
  private final Trust trust;
  private final KeyPolicies keyPolicies;
  private final ServiceControls serviceControls;
  private final ResourceControls resourceControls;
  private final OtherAccounts others;
  private final Endpoints endpoints;
  private final ImmutableList<Guarded> guarded;
  private final ImmutableList<Guarded> guardedDenies;
  private final IdentityHashMap<Statement, Integer> numbers = new IdentityHashMap<>();
  private final Filled filled = new Filled();
  private final Openings openings;
  private final Map<String, Optional<ImmutableList<Statement>>> keyLimits = new TreeMap<>();
  private final UnifiedMap<Object, Layers> layers = UnifiedMap.newMap();
  private final UnifiedMap<Asked, ImmutableList<Outcome>> answers = UnifiedMap.newMap();

  /**
   * @param asker the node where the answer is personal, else -1
   */
  private record Asked(int statement, Layers layers, String account, int asker) {}

  /** What tells two sets of layers apart: the numbers of their statements. */
  private record LayersKey(
      ImmutableList<Integer> denies,
      ImmutableList<ImmutableList<Integer>> limits,
      String account) {}

  Holdings(
      ImmutableList<Policy> policies,
      ImmutableList<Principal> principals,
      ImmutableList<Asset> assets,
      Names names) {
    this.names = names;
    this.organisation = new Organisation(assets);
    this.roster = new Roster(policies, principals, organisation, names);
    this.resourceConditions = new ResourceConditions(assets, principals, organisation, names);
    this.order = new DecisionOrder(names, new ActionTable(), organisation, resourceConditions);
    this.guarded = Guarded.all(new BucketControls(assets).inForce(policies));
    this.keyPolicies = new KeyPolicies(guarded);
    this.others = new OtherAccounts(roster.accounts(), this::openedTo, names.nodes().count());
    this.endpoints = new Endpoints(policies, assets);
    this.guardedDenies = guarded.reject(each -> each.statement().allow());
    this.trust = new Trust(guarded, names);
    this.openings = new Openings(guarded, roster, names);
    this.serviceControls = new ServiceControls(policies, organisation);
    this.resourceControls = new ResourceControls(policies, organisation, names);
  }

  private Holdings(Holdings other) {
    this.names = other.names;
    this.organisation = other.organisation;
    this.roster = other.roster;
    this.resourceConditions = other.resourceConditions.apart();
    this.order = new DecisionOrder(names, new ActionTable(), organisation, resourceConditions);
    this.guarded = other.guarded;
    this.guardedDenies = other.guardedDenies;
    this.keyPolicies = other.keyPolicies;
    this.others = other.others;
    this.endpoints = other.endpoints;
    this.trust = other.trust;
    this.openings = new Openings(guarded, roster, names);
    this.serviceControls = other.serviceControls;
    this.resourceControls = other.resourceControls;
  }

  /** The same, with answers of its own, for another thread. */
  Holdings apart() {
    return new Holdings(this);
  }

  Names names() {
    return names;
  }

  ResourceConditions resourceConditions() {
    return resourceConditions;
  }

  Organisation organisation() {
    return organisation;
  }

  Roster roster() {
    return roster;
  }

  ImmutableList<Guarded> guarded() {
    return guarded;
  }

  private ImmutableList<Statement> denies(Subject subject) {
    return roster
        .sources(subject.node())
        .flatCollect(each -> each.denies(subject))
        .newWithAll(serviceControls.denies(subject))
        .newWithAll(filled.of(resourceControls.denies(), subject))
        .newWithAll(
            guardedDenies
                .select(each -> Named.in(each.statement(), subject) != Named.NOT)
                .collect(each -> filled.of(each, subject)));
  }

  /** What stands before the identity policies of a principal or group. */
  Layers identityLayers(Subject subject) {
    Held own = roster.held(subject.node());
    MutableList<ImmutableList<Statement>> limits = Lists.mutable.empty();
    limits.addAllIterable(serviceControls.limits(subject));
    if (own.hasBoundary()) {
      limits.add(own.limits(subject));
    }
    keyLimits
        .computeIfAbsent(subject.accountAsset(), keyPolicies::limit)
        .ifPresent(limit -> limits.add(filled.of(limit, subject)));
    openings
        .limit(subject.accountAsset())
        .ifPresent(limit -> limits.add(filled.of(limit, subject)));
    return shared(denies(subject), limits.toImmutable(), subject.accountAsset());
  }

  /** What stands before a policy on a resource that names the principal. */
  Layers resourceLayers(Subject subject, boolean boundaryLimits, boolean identityLimits) {
    Held own = roster.held(subject.node());
    MutableList<ImmutableList<Statement>> limits = Lists.mutable.empty();
    limits.addAllIterable(serviceControls.limits(subject));
    if (identityLimits) {
      limits.add(roster.identityAllows(subject));
    }
    if (boundaryLimits && own.hasBoundary()) {
      limits.add(own.limits(subject));
    }
    return shared(denies(subject), limits.toImmutable(), "");
  }

  private Layers shared(
      ImmutableList<Statement> denies,
      ImmutableList<ImmutableList<Statement>> limits,
      String account) {
    LayersKey key =
        new LayersKey(
            denies.collect(this::number),
            limits.collect(limit -> limit.collect(this::number)),
            account);
    return layers.getIfAbsentPut(
        key,
        () ->
            new Layers(
                denies,
                limits,
                others.closedTo(account),
                deny -> resourceControls.guardedBy(filled.writtenAs(deny))));
  }

  /** What others have opened to an account as a whole. */
  private NodeSet openedTo(String account) {
    Subject any = Subject.someoneIn(account);
    NodeSet opened = NodeSets.NONE;
    for (Guarded each : guarded) {
      if (!each.isTrust()
          && each.statement().allow()
          && Named.in(each.statement(), any) == Named.BY_ACCOUNT) {
        opened = NodeSets.union(opened, names.matching(each.resource()));
      }
    }
    return opened;
  }

  private Integer number(Statement statement) {
    return numbers.computeIfAbsent(statement, key -> numbers.size());
  }

  /** What a statement gives a principal, trust policies of roles asked as well. */
  ImmutableList<Outcome> given(Statement statement, Subject subject, Layers layers) {
    return decided(statement, subject, layers)
        .flatCollect(
            each -> each.byTrust() ? trust.agreed(each, subject) : Lists.immutable.of(each));
  }

  /** What the statement of a resource gives one whom it names. */
  ImmutableList<Outcome> decided(Guarded by, Subject subject, Layers before) {
    return decided(filled.of(by, subject), subject, before);
  }

  /** The same without asking: for the statements that are the trust policies. */
  ImmutableList<Outcome> decided(Statement statement, Subject subject, Layers before) {
    Layers layers = endpoints.before(statement, subject, before);
    if (statement.id().startsWith(subject.arn() + "/inline/")) {
      return order.decide(statement, subject, layers); // nobody else will ask: not worth keeping
    }
    boolean personal = Held.isPersonal(statement) || layers.arePersonal();
    Asked asked =
        new Asked(
            number(statement), layers, subject.accountAsset(), personal ? subject.node() : -1);
    ImmutableList<Outcome> known = answers.get(asked);
    if (known == null) {
      known = order.decide(statement, subject, layers);
      answers.put(asked, known);
    }
    return known;
  }
}
