package dev.ambit.trace;

import dev.ambit.model.Agent;
import dev.ambit.model.Nodes;
import dev.ambit.model.Reach;
import dev.ambit.model.Verb;
import java.util.function.Supplier;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.roaringbitmap.RoaringBitmap;

/**
 * The derived predicates, answered from the ways of an agent. A set is worked out when it is asked
 * for and kept as a bitmap.
 */
final class TracedReach implements Reach {
  private final Supplier<Estate> later;
  private final UnifiedMap<String, RoaringBitmap> answers = UnifiedMap.newMap();

  /**
   * @param later asked when a relation is: a rule may ask for none
   */
  TracedReach(Supplier<Estate> later) {
    this.later = later;
  }

  private Estate estate() {
    return later.get();
  }

  @Override
  public ImmutableList<String> subjects(Relation relation) {
    ImmutableList<String> candidates =
        relation == Relation.READ_BY
            ? places()
            : estate().assumed.access().facts().agents().collect(Agent::id);
    return candidates.reject(subject -> answer(relation, subject).isEmpty());
  }

  private ImmutableList<String> places() {
    Nodes nodes = estate().nodes();
    FastList<String> places = FastList.newList();
    for (int node = 0; node < nodes.count(); node++) {
      Nodes.Kind kind = nodes.kind(node);
      if (kind == Nodes.Kind.ASSET || kind == Nodes.Kind.CHANNEL) {
        places.add(nodes.id(node));
      }
    }
    return places.toImmutable();
  }

  @Override
  public ImmutableList<String> objects(Relation relation, String subject) {
    FastList<String> objects = FastList.newList();
    Nodes nodes = estate().nodes();
    answer(relation, subject).forEach((int node) -> objects.add(nodes.id(node)));
    return objects.toImmutable();
  }

  @Override
  public ImmutableList<String> subjects(Relation relation, String object) {
    int node = estate().nodes().number(object);
    if (node < 0) {
      return Lists.immutable.empty();
    }
    ImmutableList<String> candidates =
        relation == Relation.READ_BY
            ? places()
            : estate().assumed.access().facts().agents().collect(Agent::id);
    return candidates.select(subject -> answer(relation, subject).contains(node));
  }

  @Override
  public boolean holds(Relation relation, String subject, String object) {
    int node = estate().nodes().number(object);
    return node >= 0 && answer(relation, subject).contains(node);
  }

  private RoaringBitmap answer(Relation relation, String subject) {
    String key = relation + " " + subject;
    RoaringBitmap known = answers.get(key);
    if (known == null) {
      known =
          relation == Relation.READ_BY
              ? readers(subject)
              : estate()
                  .assumed
                  .agent(subject)
                  .filter(agent -> !agent.isRetired())
                  .map(agent -> ofAgent(relation, estate().subject(agent)))
                  .orElseGet(RoaringBitmap::new);
      answers.put(key, known);
    }
    return known;
  }

  private RoaringBitmap readers(String place) {
    int node = estate().nodes().number(place);
    boolean isPlace =
        node >= 0
            && (estate().nodes().kind(node) == Nodes.Kind.ASSET
                || estate().nodes().kind(node) == Nodes.Kind.CHANNEL);
    return isPlace ? estate().people.audience(node) : new RoaringBitmap();
  }

  private RoaringBitmap ofAgent(Relation relation, Subject subject) {
    RoaringBitmap found = new RoaringBitmap();
    switch (relation) {
      case ACTS_AS -> subject.own().actors().forEach(actor -> found.add(actor.principal()));
      case READS -> collect(subject, Verb.READ, found);
      case WRITES -> collect(subject, Verb.WRITE, found);
      case DELETES -> collect(subject, Verb.DELETE, found);
      case SHARES -> collect(subject, Verb.SHARE, found);
      case ADMINISTERS -> collect(subject, Verb.ADMINISTER, found);
      case EXECUTES -> collect(subject, Verb.EXECUTE, found);
      case PUBLISHES_TO -> publishes(subject, found);
      case REPLIES_TO -> subject.agent().repliesTo().ids().forEach(id -> add(id, found));
      case INVOKED_BY -> subject.askers().forEach(asker -> found.add(asker.principal()));
      case FED_BY -> subject.feeders().forEach(feeder -> found.add(feeder.principal()));
      case CALLS -> subject.callees().forEach(callee -> add(callee.agent().id(), found));
      case READ_BY -> throw new IllegalArgumentException("an agent is not read");
    }
    return found;
  }

  private void add(String id, RoaringBitmap found) {
    int node = estate().nodes().number(id);
    if (node >= 0) {
      found.add(node);
    }
  }

  private static void collect(Subject subject, Verb verb, RoaringBitmap found) {
    subject.ways(verb).forEach(way -> way.targets().forEach(found::add));
  }

  private void publishes(Subject subject, RoaringBitmap found) {
    for (Way way : subject.ways()) {
      if (way.verb() == Verb.PUBLISH || way.verb() == Verb.WRITE) {
        way.targets()
            .forEach(
                node -> {
                  if (Doings.isChannel(estate().assumed, node)) {
                    found.add(node);
                  }
                });
      }
    }
  }
}
