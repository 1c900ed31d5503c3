package dev.ambit.connect;

import dev.ambit.model.Agent;
import dev.ambit.model.Asset;
import dev.ambit.model.Channel;
import dev.ambit.model.Credential;
import dev.ambit.model.Fact;
import dev.ambit.model.Gate;
import dev.ambit.model.Grant;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import dev.ambit.model.Tool;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.collections.api.RichIterable;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The names that a fact uses, and where in an inventory each of them could be declared. */
final class References {
  /** The parts of an inventory that declare names. */
  enum Section {
    PRINCIPALS,
    ASSETS,
    CHANNELS,
    CREDENTIALS,
    AGENTS,
    TOOLS,
    GATES;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** One of them: "principal". */
    String one() {
      return word().substring(0, word().length() - 1);
    }
  }

  private static final EnumSet<Section> TARGETS =
      EnumSet.of(Section.PRINCIPALS, Section.ASSETS, Section.CHANNELS, Section.AGENTS);

  /** A name in use, and the sections of which one should declare it. */
  record Use(Ref ref, Set<Section> sections) {}

  private final MutableList<Use> uses = Lists.mutable.empty();

  private References() {}

  /** In the order of the fact's properties; beginnings followed by {@code *} are left out. */
  static ImmutableList<Use> of(Fact fact) {
    References all = new References();
    if (fact instanceof Principal principal) {
      all.principal(principal);
    } else if (fact instanceof Asset asset) {
      all.asset(asset);
    } else if (fact instanceof Channel channel) {
      all.people(channel.readers()).people(channel.writers());
    } else if (fact instanceof Credential credential) {
      all.credential(credential);
    } else if (fact instanceof Grant grant) {
      all.people(grant.who()).targets(grant.on()).gate(grant.gate());
    } else if (fact instanceof Gate gate) {
      all.people(gate.approvers()).people(gate.exempt()).assets(gate.heldIn());
    } else if (fact instanceof Tool tool) {
      all.tool(tool);
    } else if (fact instanceof Agent agent) {
      all.agent(agent);
    }
    return all.uses.toImmutable();
  }

  private void principal(Principal principal) {
    people(principal.memberOf()).assets(principal.consumes());
  }

  private void asset(Asset asset) {
    assets(asset.in()).people(asset.owner()).people(asset.readers()).people(asset.writers());
    assets(asset.backupsIn()).people(asset.runsAs());
    add(asset.holds().all(), EnumSet.of(Section.CREDENTIALS));
    add(asset.derivedFrom().collect(Asset.Derived::asset), EnumSet.of(Section.ASSETS));
  }

  private void credential(Credential credential) {
    people(credential.authenticates()).people(credential.maker()).assets(credential.storedIn());
    add(credential.holders().all(), EnumSet.of(Section.PRINCIPALS, Section.AGENTS));
  }

  private void tool(Tool tool) {
    tool.on().all().forEach(this::targets);
    add(one(tool.uses()), EnumSet.of(Section.PRINCIPALS, Section.CREDENTIALS));
    gate(tool.gate());
  }

  private void agent(Agent agent) {
    people(agent.owner()).people(agent.deputy()).assets(agent.pilotedOn());
    people(agent.actsAs()).people(agent.invokers()).people(agent.postsAs());
    add(agent.credentials().all(), EnumSet.of(Section.CREDENTIALS));
    add(agent.tools().all(), EnumSet.of(Section.TOOLS));
    add(
        agent.repliesTo().all().reject(ref -> ref.id().equals("requester")),
        EnumSet.of(Section.CHANNELS));
    agent.calls().forEach(this::call);
    add(agent.knowledge().collect(Agent.Knowledge::asset), EnumSet.of(Section.ASSETS));
    add(agent.inputs().all(), EnumSet.of(Section.ASSETS, Section.CHANNELS));
    add(agent.triggers().all(), EnumSet.of(Section.CHANNELS));
    assets(agent.workspace()).assets(agent.guardrails());
    agent.memory().value().ifPresent(memory -> assets(memory.asset()));
    agent.audit().value().ifPresent(audit -> assets(audit.log()));
    agent.budget().forEach(need -> targets(need.on()));
  }

  private void call(Agent.Call call) {
    add(Lists.immutable.of(call.agent()), EnumSet.of(Section.AGENTS));
    gate(call.gate());
  }

  private References people(Refs refs) {
    return add(refs.all(), EnumSet.of(Section.PRINCIPALS));
  }

  private References people(Ref ref) {
    return add(Lists.immutable.of(ref), EnumSet.of(Section.PRINCIPALS));
  }

  private References people(Said<Ref> ref) {
    return add(one(ref), EnumSet.of(Section.PRINCIPALS));
  }

  private References assets(Refs refs) {
    return add(refs.all(), EnumSet.of(Section.ASSETS));
  }

  private References assets(Said<Ref> ref) {
    return add(one(ref), EnumSet.of(Section.ASSETS));
  }

  private References gate(Said<Ref> ref) {
    return add(one(ref), EnumSet.of(Section.GATES));
  }

  private References targets(Ref ref) {
    return ref.id().endsWith("*") ? this : add(Lists.immutable.of(ref), TARGETS);
  }

  private References add(RichIterable<Ref> refs, Set<Section> sections) {
    refs.forEach(ref -> uses.add(new Use(ref, sections)));
    return this;
  }

  private static ImmutableList<Ref> one(Said<Ref> ref) {
    return ref.value().map(Lists.immutable::of).orElse(Lists.immutable.empty());
  }
}
