package dev.ambit.resolve;

import dev.ambit.model.Agent;
import dev.ambit.model.Asset;
import dev.ambit.model.Certainty;
import dev.ambit.model.Channel;
import dev.ambit.model.Credential;
import dev.ambit.model.Facts;
import dev.ambit.model.Gate;
import dev.ambit.model.Grant;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import dev.ambit.model.Tool;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.eclipse.collections.impl.set.mutable.UnifiedSet;

/**
 * The one name of each node. An alias and an id name the same node, and the inventory's id wins. An
 * asset alias may end in {@code *}: then every name with that beginning is that asset, unless an
 * inventory declares it as a node of its own.
 */
final class Canon {
  private final UnifiedMap<String, String> exact = UnifiedMap.newMap();
  private final TreeMap<String, String> open = new TreeMap<>();
  private final UnifiedSet<String> own = UnifiedSet.newSet();

  Canon(Facts facts) {
    facts.principals().forEach(each -> learn(each.id(), each.certainty(), each.aliases()));
    facts.assets().forEach(each -> learn(each.id(), each.certainty(), each.aliases()));
    facts.channels().forEach(each -> learn(each.id(), each.certainty(), each.aliases()));
    facts.credentials().forEach(each -> learn(each.id(), each.certainty(), each.aliases()));
    facts.agents().forEach(each -> learn(each.id(), each.certainty(), each.aliases()));
  }

  private void learn(String id, Certainty certainty, ImmutableList<String> aliases) {
    if (certainty == Certainty.DECLARED) {
      own.add(id);
    }
    for (String alias : aliases) {
      if (alias.endsWith("*")) {
        open.putIfAbsent(alias.substring(0, alias.length() - 1), id);
      } else {
        exact.putIfAbsent(alias, id);
      }
    }
  }

  /** Every alias and the id it stands for; one that ends in {@code *} stands for a beginning. */
  Map<String, String> aliases() {
    TreeMap<String, String> all = new TreeMap<>(exact);
    open.forEach((beginning, id) -> all.put(beginning + "*", id));
    return all;
  }

  String of(String name) {
    if (own.contains(name)) {
      return name;
    }
    String id = exact.get(name);
    return id != null ? id : beginningOf(name).orElse(name);
  }

  private Optional<String> beginningOf(String name) {
    String found = null;
    for (Map.Entry<String, String> each : open.headMap(name, true).entrySet()) {
      // Ascending, so the longest beginning comes last.
      if (name.startsWith(each.getKey())) {
        found = each.getValue();
      }
    }
    return Optional.ofNullable(found);
  }

  private Ref ref(Ref ref) {
    String id = of(ref.id());
    return id.equals(ref.id()) ? ref : new Ref(id, ref.origin());
  }

  private boolean isCanonical(Ref ref) {
    return of(ref.id()).equals(ref.id());
  }

  private boolean areCanonical(Refs refs) {
    return refs.all().allSatisfy(this::isCanonical);
  }

  private boolean isCanonical(Said<Ref> said) {
    return !(said instanceof Said.Value<Ref> value) || isCanonical(value.said());
  }

  /** Whether it is named, and names others, as it should: of a million assets, nearly all. */
  private boolean isCanonical(Asset a) {
    return of(a.id()).equals(a.id())
        && areCanonical(a.in())
        && isCanonical(a.owner())
        && areCanonical(a.readers())
        && areCanonical(a.writers())
        && isCanonical(a.backupsIn())
        && areCanonical(a.holds())
        && a.derivedFrom().allSatisfy(derived -> isCanonical(derived.asset()))
        && isCanonical(a.runsAs());
  }

  private Refs refs(Refs refs) {
    return refs.said() ? Refs.of(refs.all().collect(this::ref)) : refs;
  }

  private Said<Ref> said(Said<Ref> said) {
    return said instanceof Said.Value<Ref> value
        ? Said.of(ref(value.said()), value.origin())
        : said;
  }

  Principal of(Principal p) {
    return p.with(b -> b.id(of(p.id())).memberOf(refs(p.memberOf())).consumes(refs(p.consumes())));
  }

  Asset of(Asset a) {
    return isCanonical(a) ? a : renamed(a);
  }

  private Asset renamed(Asset a) {
    return a.with(
        b ->
            b.id(of(a.id()))
                .in(refs(a.in()))
                .owner(said(a.owner()))
                .readers(refs(a.readers()))
                .writers(refs(a.writers()))
                .backupsIn(said(a.backupsIn()))
                .holds(refs(a.holds()))
                .derivedFrom(
                    a.derivedFrom().collect(d -> new Asset.Derived(ref(d.asset()), d.masked())))
                .runsAs(said(a.runsAs())));
  }

  Channel of(Channel c) {
    return c.with(b -> b.id(of(c.id())).readers(refs(c.readers())).writers(refs(c.writers())));
  }

  Credential of(Credential c) {
    return c.with(
        b ->
            b.id(of(c.id()))
                .authenticates(said(c.authenticates()))
                .holders(refs(c.holders()))
                .maker(said(c.maker()))
                .storedIn(said(c.storedIn())));
  }

  Grant of(Grant g) {
    return g.with(b -> b.who(ref(g.who())).on(ref(g.on())).gate(said(g.gate())));
  }

  Gate of(Gate g) {
    return g.with(
        b -> b.approvers(refs(g.approvers())).exempt(refs(g.exempt())).heldIn(said(g.heldIn())));
  }

  Tool of(Tool t) {
    return t.with(b -> b.on(refs(t.on())).uses(said(t.uses())).gate(said(t.gate())));
  }

  Agent of(Agent a) {
    return a.with(
        b ->
            b.id(of(a.id()))
                .owner(said(a.owner()))
                .deputy(said(a.deputy()))
                .pilotedOn(refs(a.pilotedOn()))
                .actsAs(refs(a.actsAs()))
                .credentials(refs(a.credentials()))
                .tools(refs(a.tools()))
                .invokers(refs(a.invokers()))
                .repliesTo(refs(a.repliesTo()))
                .postsAs(said(a.postsAs()))
                .calls(a.calls().collect(this::of))
                .knowledge(a.knowledge().collect(this::of))
                .inputs(refs(a.inputs()))
                .triggers(refs(a.triggers()))
                .memory(memory(a.memory()))
                .workspace(said(a.workspace()))
                .guardrails(refs(a.guardrails()))
                .audit(audit(a.audit()))
                .budget(a.budget().collect(n -> new Agent.Need(n.can(), ref(n.on()), n.origin()))));
  }

  private Agent.Call of(Agent.Call call) {
    return new Agent.Call(
        ref(call.agent()),
        call.token(),
        call.rechecksRequester(),
        said(call.gate()),
        call.origin());
  }

  private Agent.Knowledge of(Agent.Knowledge known) {
    return new Agent.Knowledge(
        ref(known.asset()), known.filteredByReader(), known.wholeItems(), known.origin());
  }

  private Said<Agent.Memory> memory(Said<Agent.Memory> memory) {
    return memory instanceof Said.Value<Agent.Memory> value
        ? Said.of(
            new Agent.Memory(
                value.said().scope(), said(value.said().asset()), value.said().origin()),
            value.origin())
        : memory;
  }

  private Said<Agent.Audit> audit(Said<Agent.Audit> audit) {
    if (!(audit instanceof Said.Value<Agent.Audit> value)) {
      return audit;
    }
    Agent.Audit a = value.said();
    return Said.of(
        new Agent.Audit(a.none(), said(a.log()), a.attributable(), a.retentionDays(), a.origin()),
        value.origin());
  }
}
