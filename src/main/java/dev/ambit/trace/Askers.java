package dev.ambit.trace;

import dev.ambit.model.Agent;
import dev.ambit.model.Hop;
import dev.ambit.model.Ref;
import dev.ambit.model.Right;
import dev.ambit.model.Verb;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.roaringbitmap.RoaringBitmap;

/** Who may ask an agent, and who writes what it reads. */
final class Askers {
  private final Assumed assumed;
  private final Rights rights;

  Askers(Assumed assumed, Rights rights) {
    this.assumed = assumed;
    this.rights = rights;
  }

  /** A principal that may ask, and the hop that says so. */
  record Asker(int principal, Hop hop) {}

  /**
   * Its invokers and the writers of the channels that start it; each once, the first place kept.
   */
  ImmutableList<Asker> all(Agent agent) {
    FastList<Asker> all = FastList.newList();
    RoaringBitmap seen = new RoaringBitmap();
    for (Ref invoker : assumed.invokers(agent)) {
      add(agent, invoker, invoker.id() + " may ask " + agent.id(), all, seen);
    }
    for (Ref trigger : agent.triggers().all()) {
      for (Ref writer : writers(trigger)) {
        String because = writer.id() + " writes " + trigger.id() + ", whose posts start it";
        add(agent, writer, because, all, seen);
      }
    }
    return all.toImmutable();
  }

  private void add(Agent agent, Ref who, String because, FastList<Asker> all, RoaringBitmap seen) {
    int node = assumed.nodes().number(who.id());
    if (node >= 0 && rights.isActive(node) && seen.checkedAdd(node)) {
      all.add(
          new Asker(
              node,
              new Hop(
                  agent.id(),
                  Hop.Kind.INVOKED_BY,
                  who.id(),
                  because,
                  who.origin(),
                  agent.certainty())));
    }
  }

  /** The principals of {@link #all}. */
  RoaringBitmap of(Agent agent) {
    RoaringBitmap askers = new RoaringBitmap();
    all(agent).forEach(asker -> askers.add(asker.principal()));
    return askers;
  }

  /** Who may write a channel or an asset, as named, with the place that says so. */
  ImmutableList<Ref> writers(Ref node) {
    int number = assumed.nodes().number(node.id());
    FastList<Ref> writers = FastList.newList();
    if (number < 0) {
      return writers.toImmutable();
    }
    assumed
        .channel(node.id())
        .filter(assumed::writersAreUnknown)
        .map(assumed::writers)
        .ifPresent(writers::addAllIterable);
    for (Verb verb : new Verb[] {Verb.WRITE, Verb.PUBLISH}) {
      RoaringBitmap holders = rights.holders(verb, number);
      for (Right right : rights.onNode(verb, number)) {
        if (holders.contains(right.holder())) {
          writers.add(new Ref(assumed.nodes().id(right.holder()), right.origin()));
        }
      }
    }
    return writers.distinctBy(Ref::id).toSortedList().toImmutable();
  }

  /**
   * Writers of what feeds the agent: its inputs, knowledge, memory and triggers; and its invokers.
   */
  ImmutableList<Feeder> feeders(Agent agent) {
    FastList<Feeder> feeders = FastList.newList();
    all(agent).forEach(asker -> feeders.add(new Feeder(asker.principal(), "", asker.hop())));
    FastList<Ref> sources = FastList.newList();
    sources.addAllIterable(agent.inputs().all());
    agent.knowledge().forEach(known -> sources.add(known.asset()));
    sources.addAllIterable(agent.triggers().all());
    agent
        .memory()
        .value()
        .filter(memory -> memory.scope() != Agent.MemoryScope.NONE)
        .flatMap(memory -> memory.asset().value())
        .ifPresent(sources::add);
    for (Ref source : sources) {
      for (Ref writer : writers(source)) {
        Hop hop =
            new Hop(
                agent.id(),
                Hop.Kind.FEEDS,
                writer.id(),
                writer.id() + " writes " + source.id() + ", which feeds " + agent.id(),
                writer.origin(),
                agent.certainty());
        feeders.add(new Feeder(assumed.nodes().number(writer.id()), source.id(), hop));
      }
    }
    return feeders.toImmutable();
  }

  /** Someone whose words reach the agent; {@code source} is empty for one who asks. */
  record Feeder(int principal, String source, Hop hop) {}

  /** Whether it gives answers: somebody may ask it, or people write one of its inputs. */
  boolean answersPeople(Agent agent) {
    return !all(agent).isEmpty()
        || agent
            .inputs()
            .all()
            .anySatisfy(
                input ->
                    writers(input)
                        .anySatisfy(
                            writer -> rights.isPerson(assumed.nodes().number(writer.id()))));
  }
}
