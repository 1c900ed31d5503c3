package dev.ambit.trace;

import dev.ambit.model.Agent;
import dev.ambit.model.Crossing;
import dev.ambit.model.Day;
import dev.ambit.model.Gate;
import dev.ambit.model.Hop;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Nodes;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Right;
import dev.ambit.model.Said;
import dev.ambit.model.Severity;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import java.time.temporal.ChronoUnit;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;

/** Rights that are more than the agent needs, or that belong to somebody else. */
final class ScopePaths {
  private static final Verbs LIGHT = Verbs.of(Verb.DISCOVER, Verb.READ, Verb.DECRYPT);
  private static final Verbs GRAVE =
      Verbs.of(Verb.SHARE, Verb.DELETE, Verb.ADMINISTER, Verb.ASSUME);

  private final Estate estate;
  private final Targets targets;

  ScopePaths(Estate estate) {
    this.estate = estate;
    this.targets = new Targets(estate);
  }

  void of(Subject subject, Found found) {
    unused(subject, found);
    outsideBudget(subject, found);
    inherits(subject, found);
  }

  private static Severity severity(Verb verb) {
    if (LIGHT.has(verb)) {
      return Severity.LOW;
    }
    return GRAVE.has(verb) ? Severity.HIGH : Severity.MEDIUM;
  }

  /** A grant that was never used, or not for {@code dormantDays}. */
  private void unused(Subject subject, Found found) {
    for (Actor actor : subject.own().actors()) {
      for (Right right : estate.rights.allowed(actor.principal())) {
        if (actor.how() != Actor.How.TAKEN && right.lastUsed() instanceof Said.Value<Day> used) {
          String idle = idle(used.said());
          if (!idle.isEmpty()) {
            unused(subject, actor, right, idle, found);
          }
        }
      }
    }
  }

  private void unused(Subject subject, Actor actor, Right right, String idle, Found found) {
    for (Verb verb : right.verbs().all()) {
      estate.ranks.speaking(
          estate.rights.undenied(actor.principal(), right, verb),
          node -> {
            if (!isPlace(node)) {
              return;
            }
            String to = estate.id(node);
            Hop hop =
                new Hop(
                    estate.id(actor.principal()),
                    Words.hop(verb),
                    to,
                    right.grant() + " lets it " + Words.todo(verb) + " " + to + ", and was " + idle,
                    right.lastUsed().originOr(right.origin()),
                    right.certainty());
            found.add(excess(subject, to, verb, idle, actor.hops().newWith(hop)), true);
          });
    }
  }

  /** What stands in a budget: data, and where it is put. */
  private boolean isPlace(int node) {
    return estate.nodes().kind(node) == Nodes.Kind.ASSET
        || estate.nodes().kind(node) == Nodes.Kind.CHANNEL;
  }

  /** Why a right is idle, as a clause; empty if it is in use. */
  private String idle(Day used) {
    if (used.date().isEmpty()) {
      return "never used";
    }
    long days = ChronoUnit.DAYS.between(used.date().get(), estate.assumed.access().at());
    return days > estate.assumed.settings().dormantDays() ? "not used for " + days + " days" : "";
  }

  private Crossing excess(
      Subject subject, String node, Verb verb, String why, ImmutableList<Hop> hops) {
    return Paths.of(
        Crossing.Kind.EXCESS,
        subject,
        node,
        why,
        verb,
        "",
        severity(verb),
        Lists.immutable.empty(),
        hops);
  }

  /** What its tools and grants do beyond the needs that somebody wrote down. */
  private void outsideBudget(Subject subject, Found found) {
    Agent agent = subject.agent();
    if (!agent.budgeted()) {
      return;
    }
    for (Way way : subject.own().ways()) {
      boolean isRight =
          way.source() == Way.Source.TOOL
              || way.source() == Way.Source.GRANT
              || way.source() == Way.Source.KNOWLEDGE;
      if (!isRight || way.verb() == Verb.EGRESS) {
        continue;
      }
      targets
          .of(Lists.immutable.of(way))
          .forEachKeyValue(
              (node, ways) -> {
                if (isPlace(node) && !isNeeded(agent, way.verb(), node)) {
                  found.add(
                      excess(
                          subject,
                          estate.id(node),
                          way.verb(),
                          "outside the declared need",
                          Hops.to(estate.assumed, agent.id(), way, node)),
                      true);
                }
              });
    }
  }

  private boolean isNeeded(Agent agent, Verb verb, int node) {
    return agent
        .budget()
        .anySatisfy(
            need ->
                need.can().has(verb)
                    && estate
                        .assumed
                        .covered(need.on().id())
                        .filter(covered -> covered.has(node))
                        .isPresent());
  }

  /** It signs in as a person, with all that the person may do. */
  private void inherits(Subject subject, Found found) {
    Agent agent = subject.agent();
    boolean onBehalf = agent.identity().or(Agent.Mode.OWN) == Agent.Mode.ON_BEHALF_OF;
    for (Actor actor : subject.own().actors()) {
      boolean narrowed =
          agent.narrowed().or(false) && agent.actsAs().names(estate.id(actor.principal()));
      if (actor.how() == Actor.How.GIVEN && !onBehalf && !narrowed && isHuman(actor)) {
        String person = estate.id(actor.principal());
        boolean critical = changesProduction(actor.principal()) || isExempt(person, actor);
        found.add(
            Paths.of(
                Crossing.Kind.INHERITING,
                subject,
                person,
                actor.credential(),
                Verb.ASSUME,
                "",
                critical ? Severity.CRITICAL : Severity.HIGH,
                Lists.immutable.empty(),
                actor.hops()),
            true);
      }
    }
  }

  private boolean isHuman(Actor actor) {
    return estate
        .assumed
        .principal(actor.principal())
        .filter(known -> known.kind() == Principal.Kind.PERSON)
        .isPresent();
  }

  /** Whether a principal may change something that runs in production; gates do not matter here. */
  private boolean changesProduction(int principal) {
    return changesProduction(estate, principal);
  }

  static boolean changesProduction(Estate estate, int principal) {
    Verbs changing = Verbs.of(Verb.WRITE, Verb.DELETE, Verb.SHARE, Verb.ADMINISTER, Verb.EXECUTE);
    for (Right right : estate.rights.allowed(principal)) {
      Verbs verbs = right.verbs().and(changing);
      if (!verbs.isEmpty()) {
        NodeSet covered = estate.rights.undenied(principal, right, verbs.all().getFirst());
        boolean[] production = {false};
        covered.forEach(node -> production[0] |= isProduction(estate, node, 0));
        if (production[0]) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isProduction(Estate estate, int node, int depth) {
    boolean here =
        estate
            .assumed
            .asset(node)
            .flatMap(asset -> asset.environment().value())
            .filter(environment -> environment.equals("prod") || environment.equals("production"))
            .isPresent();
    return here
        || (depth < 16
            && estate.ranks.anyContainer(node, box -> isProduction(estate, box, depth + 1)));
  }

  private boolean isExempt(String person, Actor actor) {
    for (Gate gate : estate.assumed.access().facts().gates()) {
      for (Ref exempt : gate.exempt().all()) {
        int node = estate.nodes().number(exempt.id());
        if (exempt.id().equals(person)
            || estate.rights.identity(actor.principal()).contains(node)) {
          return true;
        }
      }
    }
    return false;
  }
}
