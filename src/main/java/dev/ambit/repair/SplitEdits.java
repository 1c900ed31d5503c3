package dev.ambit.repair;

import dev.ambit.model.Agent;
import dev.ambit.model.AgentBuilder;
import dev.ambit.model.Change;
import dev.ambit.model.Change.Op;
import dev.ambit.model.Facts;
import dev.ambit.model.InputFile;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import dev.ambit.model.Tool;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * What an agent on the way does, done by two that have nothing in common: a second one gets what
 * speaks and acts, or what outsiders write, and the first one no longer has it. So nothing is given
 * up, at the price of another agent to run. Only agents of an inventory can be split: elsewhere
 * there is no list of agents to write the second one into.
 */
final class SplitEdits {
  private static final Origin HERE = Origin.ofFile("ambit:split");
  private static final Verbs TAKING_IN = Verbs.of(Verb.READ, Verb.DISCOVER, Verb.DECRYPT);

  private final Facts facts;
  private final Places places;
  private final Drafts drafts;
  private final ImmutableSet<String> inventories;

  SplitEdits(Facts facts, Places places, Drafts drafts) {
    this.facts = facts;
    this.places = places;
    this.drafts = drafts;
    this.inventories =
        facts
            .inputs()
            .select(input -> input.source().equals("inventory"))
            .collect(InputFile::path)
            .toImmutableSet();
  }

  void draft() {
    facts
        .agents()
        .select(agent -> places.isOver(agent.id()))
        .select(agent -> inventories.contains(agent.origin().file()))
        .select(agent -> agent.origin().pointer().matches("/agents/\\d+"))
        .forEach(this::draft);
  }

  private void draft(Agent agent) {
    ImmutableList<Ref> doing =
        onTheWay(agent).select(ref -> !effects(ref).without(TAKING_IN).isEmpty());
    if (doing.notEmpty()) {
      split(agent, "voice", doing, Refs.NONE, Refs.NONE);
    }
    ImmutableList<Ref> inputs = agent.inputs().all().select(this::isFeeding);
    ImmutableList<Ref> triggers = agent.triggers().all().select(this::isFeeding);
    if (inputs.notEmpty() || triggers.notEmpty()) {
      ImmutableList<String> fed = inputs.newWithAll(triggers).collect(Ref::id);
      ImmutableList<Ref> taking =
          agent.tools().all().select(ref -> tools(ref).anySatisfy(tool -> reads(tool, fed)));
      split(agent, "intake", taking, Refs.of(inputs), Refs.of(triggers));
    }
  }

  private boolean isFeeding(Ref ref) {
    return places.isAt(ref.origin()) || places.isOver(ref.id());
  }

  private ImmutableList<Ref> onTheWay(Agent agent) {
    return agent
        .tools()
        .all()
        .select(
            ref ->
                places.isOver(ref.id())
                    || tools(ref).anySatisfy(tool -> places.isIn(tool.origin())));
  }

  private ImmutableList<Tool> tools(Ref ref) {
    return facts.tools().select(tool -> tool.id().equals(ref.id()));
  }

  private Verbs effects(Ref ref) {
    return tools(ref)
        .collect(tool -> tool.effects().or(Verbs.NONE))
        .injectInto(Verbs.NONE, Verbs::or);
  }

  private static boolean reads(Tool tool, ImmutableList<String> fed) {
    return tool.effects().or(Verbs.NONE).has(Verb.READ)
        && tool.on().all().anySatisfy(on -> fed.contains(on.id()));
  }

  /** The second one has of the identities and credentials only what its tools use. */
  private void split(
      Agent agent, String half, ImmutableList<Ref> tools, Refs inputs, Refs triggers) {
    String id = agent.id() + "-" + half;
    if (facts.agents().anySatisfy(each -> each.id().equals(id))) {
      return;
    }
    ImmutableList<String> used =
        tools
            .flatCollect(this::tools)
            .flatCollect(tool -> Lists.immutable.withAll(tool.uses().value().stream().toList()))
            .collect(Ref::id);
    Agent second =
        AgentBuilder.builder(Agent.of(id, HERE))
            .owner(agent.owner())
            .deputy(agent.deputy())
            .purpose(agent.purpose())
            .stage(agent.stage())
            .unattended(agent.unattended())
            .identity(agent.identity())
            .actsAs(only(agent.actsAs(), used))
            .narrowed(agent.narrowed())
            .credentials(only(agent.credentials(), used))
            .tools(Refs.of(tools))
            .inputs(inputs)
            .triggers(triggers)
            .invokers(agent.invokers())
            .authenticated(agent.authenticated())
            .repliesTo(Refs.of(Lists.immutable.of(new Ref("requester", HERE))))
            .labelled(agent.labelled())
            .memory(Said.of(noMemory(), HERE))
            .guardrails(agent.guardrails())
            .audit(agent.audit())
            .stop(agent.stop())
            .build();
    Agent first =
        AgentBuilder.builder(agent)
            .tools(without(agent.tools(), tools))
            .inputs(without(agent.inputs(), inputs.all()))
            .triggers(without(agent.triggers(), triggers.all()))
            .build();
    String file = agent.origin().file();
    ImmutableList<Ref> moved = tools.newWithAll(inputs.all()).newWithAll(triggers.all());
    drafts.add(
        "split " + agent.origin() + " " + half,
        new Change(Op.ADD, file, "/agents/-", AgentJson.of(second)),
        moved.collect(ref -> new Change(Op.REMOVE, file, ref.origin().pointer(), "")),
        Move.SPLIT_AGENT,
        "Split "
            + agent.id()
            + " in two: a second agent "
            + id
            + " has "
            + moved.collect(Ref::id).distinct().makeString(", ")
            + ", and "
            + agent.id()
            + " no longer does.",
        facts.with(
            all -> all.agents(Drafts.swap(facts.agents(), agent, first).newWith(blank(second)))));
  }

  private static Agent.Memory noMemory() {
    return new Agent.Memory(Agent.MemoryScope.NONE, Said.nothing(), HERE);
  }

  private static Refs only(Refs refs, ImmutableList<String> used) {
    return Refs.of(refs.all().select(ref -> used.contains(ref.id())));
  }

  private static Refs without(Refs refs, ImmutableList<Ref> gone) {
    return refs.said() ? Refs.of(refs.all().newWithoutAll(gone)) : refs;
  }

  /** What it has stands nowhere yet, so nothing of it can be changed in a file. */
  private static Agent blank(Agent second) {
    return AgentBuilder.builder(second)
        .owner(here(second.owner().value().map(ref -> new Ref(ref.id(), HERE))))
        .identity(here(second.identity().value()))
        .actsAs(here(second.actsAs()))
        .credentials(here(second.credentials()))
        .tools(here(second.tools()))
        .inputs(here(second.inputs()))
        .triggers(here(second.triggers()))
        .invokers(here(second.invokers()))
        .build();
  }

  private static Refs here(Refs refs) {
    return refs.said() ? Refs.of(refs.all().collect(ref -> new Ref(ref.id(), HERE))) : refs;
  }

  private static <T> Said<T> here(Optional<T> value) {
    return value.map(each -> Said.of(each, HERE)).orElse(Said.nothing());
  }
}
