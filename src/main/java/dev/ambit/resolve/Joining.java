package dev.ambit.resolve;

import dev.ambit.model.Agent;
import dev.ambit.model.Asset;
import dev.ambit.model.Certainty;
import dev.ambit.model.Channel;
import dev.ambit.model.Credential;
import dev.ambit.model.Fact;
import dev.ambit.model.Facts;
import dev.ambit.model.Gate;
import dev.ambit.model.Principal;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import dev.ambit.model.Tool;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * Makes one node of all that the sources say about it. What the inventory says wins over an export;
 * lists are joined; a level is never lost, since the highest counts.
 */
final class Joining {
  private Joining() {}

  /** Lists sorted by id; grants keep their order, since two may carry one id. */
  static Facts join(Facts facts, Canon canon) {
    return facts.with(
        b ->
            b.principals(each(facts.principals(), canon::of, Principal::certainty, Joining::join))
                .assets(each(facts.assets(), canon::of, Asset::certainty, Joining::join))
                .channels(each(facts.channels(), canon::of, Channel::certainty, Joining::join))
                .credentials(
                    each(facts.credentials(), canon::of, Credential::certainty, Joining::join))
                .gates(each(facts.gates(), canon::of, Gate::certainty, (one, other) -> one))
                .tools(each(facts.tools(), canon::of, Tool::certainty, Joining::join))
                .agents(each(facts.agents(), canon::of, Agent::certainty, Joining::join))
                .grants(
                    facts
                        .grants()
                        .collect(canon::of)
                        .toSortedList(Comparator.comparing(Fact::id).thenComparing(Fact::origin))
                        .toImmutable()));
  }

  private static <T extends Fact> ImmutableList<T> each(
      ImmutableList<T> facts,
      Function<T, T> named,
      Function<T, Certainty> certainty,
      BinaryOperator<T> join) {
    @SuppressWarnings("unchecked") // only ever read back as T
    T[] ordered = (T[]) facts.collect(named::apply).toArray(new Fact[0]);
    // The inventory speaks first, so that its word is the one kept.
    Arrays.parallelSort(
        ordered,
        Comparator.comparing((T fact) -> fact.id())
            .thenComparing(fact -> certainty.apply(fact) != Certainty.DECLARED)
            .thenComparing(Fact::origin));
    FastList<T> joined = FastList.newList(ordered.length);
    for (T fact : ordered) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).id().equals(fact.id())) {
        joined.set(last, join.apply(joined.get(last), fact));
      } else {
        joined.add(fact);
      }
    }
    return joined.toImmutable();
  }

  private static <T> Said<T> first(Said<T> one, Said<T> other) {
    return one.isSaid() ? one : other;
  }

  private static Refs both(Refs one, Refs other) {
    if (!one.said() || !other.said()) {
      return one.said() ? one : other;
    }
    return Refs.of(one.all().newWithAll(other.all().reject(ref -> one.names(ref.id()))));
  }

  private static <T> ImmutableList<T> both(ImmutableList<T> one, ImmutableList<T> other) {
    return other.isEmpty() ? one : one.newWithAll(other.reject(one::contains));
  }

  private static Principal join(Principal one, Principal other) {
    return one.with(
        b ->
            b.kind(kind(one, other))
                .name(first(one.name(), other.name()))
                .memberOf(both(one.memberOf(), other.memberOf()))
                .clearance(first(one.clearance(), other.clearance()))
                .size(first(one.size(), other.size()))
                .trust(first(one.trust(), other.trust()))
                .consumes(both(one.consumes(), other.consumes()))
                .tags(both(one.tags(), other.tags()))
                .uses(both(one.uses(), other.uses()))
                .active(one.active() && other.active())
                .complete(one.complete() || other.complete())
                .aliases(both(one.aliases(), other.aliases())));
  }

  /** A user counts as a person until a source says that it has no password. */
  private static Principal.Kind kind(Principal one, Principal other) {
    boolean person = one.kind() == Principal.Kind.PERSON && one.certainty() != Certainty.DECLARED;
    return one.kind() == Principal.Kind.UNKNOWN
            || (person && other.kind() == Principal.Kind.SERVICE)
        ? other.kind()
        : one.kind();
  }

  private static Asset join(Asset one, Asset other) {
    return one.with(
        b ->
            b.name(first(one.name(), other.name()))
                .kind(first(one.kind(), other.kind()))
                .in(both(one.in(), other.in()))
                .levels(both(one.levels(), other.levels()))
                .labels(both(one.labels(), other.labels()))
                .settings(both(one.settings(), other.settings()))
                .categories(both(one.categories(), other.categories()))
                .environment(first(one.environment(), other.environment()))
                .owner(first(one.owner(), other.owner()))
                .readers(both(one.readers(), other.readers()))
                .writers(both(one.writers(), other.writers()))
                .recoverable(first(one.recoverable(), other.recoverable()))
                .backupsIn(first(one.backupsIn(), other.backupsIn()))
                .labelEnforced(first(one.labelEnforced(), other.labelEnforced()))
                .holds(both(one.holds(), other.holds()))
                .derivedFrom(both(one.derivedFrom(), other.derivedFrom()))
                .runsAs(first(one.runsAs(), other.runsAs()))
                .aliases(both(one.aliases(), other.aliases())));
  }

  private static Channel join(Channel one, Channel other) {
    return one.with(
        b ->
            b.name(first(one.name(), other.name()))
                .kind(first(one.kind(), other.kind()))
                .level(first(one.level(), other.level()))
                .readers(both(one.readers(), other.readers()))
                .writers(both(one.writers(), other.writers()))
                .rendersRemote(first(one.rendersRemote(), other.rendersRemote()))
                .destinations(first(one.destinations(), other.destinations()))
                .aliases(both(one.aliases(), other.aliases())));
  }

  private static Credential join(Credential one, Credential other) {
    return one.with(
        b ->
            b.kind(first(one.kind(), other.kind()))
                .authenticates(first(one.authenticates(), other.authenticates()))
                .environment(first(one.environment(), other.environment()))
                .purpose(first(one.purpose(), other.purpose()))
                .holders(both(one.holders(), other.holders()))
                .vendor(first(one.vendor(), other.vendor()))
                .maker(first(one.maker(), other.maker()))
                .storedIn(first(one.storedIn(), other.storedIn()))
                .inline(first(one.inline(), other.inline()))
                .created(first(one.created(), other.created()))
                .rotated(first(one.rotated(), other.rotated()))
                .expires(first(one.expires(), other.expires()))
                .lastUsed(first(one.lastUsed(), other.lastUsed()))
                .sourceRestricted(first(one.sourceRestricted(), other.sourceRestricted()))
                .sameAs(both(one.sameAs(), other.sameAs()))
                .aliases(both(one.aliases(), other.aliases())));
  }

  private static Tool join(Tool one, Tool other) {
    return one.with(
        b ->
            b.name(first(one.name(), other.name()))
                .effects(first(one.effects(), other.effects()))
                .on(both(one.on(), other.on()))
                .wholeItems(first(one.wholeItems(), other.wholeItems()))
                .uses(first(one.uses(), other.uses()))
                .gate(first(one.gate(), other.gate()))
                .reversible(first(one.reversible(), other.reversible()))
                .modelFills(both(one.modelFills(), other.modelFills()))
                .sharedTenancy(first(one.sharedTenancy(), other.sharedTenancy()))
                .tenantBound(first(one.tenantBound(), other.tenantBound()))
                .fromPackage(first(one.fromPackage(), other.fromPackage())));
  }

  private static Agent join(Agent one, Agent other) {
    return one.with(
        b ->
            b.name(first(one.name(), other.name()))
                .purpose(first(one.purpose(), other.purpose()))
                .owner(first(one.owner(), other.owner()))
                .deputy(first(one.deputy(), other.deputy()))
                .provider(first(one.provider(), other.provider()))
                .stage(first(one.stage(), other.stage()))
                .pilotedOn(both(one.pilotedOn(), other.pilotedOn()))
                .unattended(first(one.unattended(), other.unattended()))
                .identity(first(one.identity(), other.identity()))
                .actsAs(both(one.actsAs(), other.actsAs()))
                .narrowed(first(one.narrowed(), other.narrowed()))
                .credentials(both(one.credentials(), other.credentials()))
                .tools(both(one.tools(), other.tools()))
                .toolsOmitted(first(one.toolsOmitted(), other.toolsOmitted()))
                .invokers(both(one.invokers(), other.invokers()))
                .authenticated(first(one.authenticated(), other.authenticated()))
                .repliesTo(both(one.repliesTo(), other.repliesTo()))
                .postsAs(first(one.postsAs(), other.postsAs()))
                .labelled(first(one.labelled(), other.labelled()))
                .calls(both(one.calls(), other.calls()))
                .discoverable(one.discoverable() || other.discoverable())
                .knowledge(both(one.knowledge(), other.knowledge()))
                .inputs(both(one.inputs(), other.inputs()))
                .triggers(both(one.triggers(), other.triggers()))
                .environment(first(one.environment(), other.environment()))
                .memory(first(one.memory(), other.memory()))
                .workspace(first(one.workspace(), other.workspace()))
                .guardrails(both(one.guardrails(), other.guardrails()))
                .audit(first(one.audit(), other.audit()))
                .stop(first(one.stop(), other.stop()))
                .budgeted(one.budgeted() || other.budgeted())
                .budget(both(one.budget(), other.budget()))
                .aliases(both(one.aliases(), other.aliases())));
  }
}
