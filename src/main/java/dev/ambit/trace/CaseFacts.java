package dev.ambit.trace;

import dev.ambit.model.Agent;
import dev.ambit.model.Judged;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import dev.ambit.model.Tool;
import dev.ambit.model.Verb;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.roaringbitmap.RoaringBitmap;

/** What judging makes of the facts in one case, for rules to ask about. */
final class CaseFacts {
  private final Estate estate;
  private final FastList<Judged> facts = FastList.newList();

  private CaseFacts(Estate estate) {
    this.estate = estate;
  }

  static ImmutableList<Judged> of(Estate estate) {
    CaseFacts facts = new CaseFacts(estate);
    estate.assumed.access().facts().tools().forEach(facts::effects);
    estate.assumed.access().facts().agents().reject(Agent::isRetired).forEach(facts::ofAgent);
    CredentialFacts.of(estate, facts::add);
    return facts.facts.sortThis().toImmutable();
  }

  private void add(String about, Judged.Aspect aspect, String value) {
    facts.add(new Judged(about, aspect, value));
  }

  private void effects(Tool tool) {
    estate
        .assumed
        .effects(tool)
        .all()
        .forEach(verb -> add(tool.id(), Judged.Aspect.EFFECT, verb.word()));
  }

  private void ofAgent(Agent agent) {
    estate
        .assumed
        .tools(agent)
        .collect(Ref::id)
        .distinct()
        .forEach(tool -> add(agent.id(), Judged.Aspect.HAS_TOOL, tool));
    agent
        .owner()
        .value()
        .filter(this::answers)
        .ifPresent(owner -> add(agent.id(), Judged.Aspect.ANSWERABLE, owner.id()));
    audit(agent);
    marking(agent);
    stopping(agent);
    labels(agent);
  }

  /** A post that carries a person's name, or does not say that a machine wrote it. */
  private void marking(Agent agent) {
    boolean posts =
        !estate.subject(agent).askers().isEmpty()
            || estate
                .subject(agent)
                .ways()
                .anySatisfy(way -> way.verb() == Verb.PUBLISH && !way.targets().isEmpty());
    if (!posts) {
      return;
    }
    boolean asPerson =
        agent
            .postsAs()
            .value()
            .flatMap(as -> estate.assumed.principal(as.id()))
            .filter(known -> known.kind() == Principal.Kind.PERSON)
            .isPresent();
    if (asPerson || estate.assumed.unsafe(agent.labelled())) {
      String name = agent.postsAs().value().map(Ref::id).orElse(agent.id());
      add(agent.id(), Judged.Aspect.UNMARKED, name);
    }
  }

  private void stopping(Agent agent) {
    Agent.Stop stop =
        agent.stop().or(estate.assumed.isWorst() ? Agent.Stop.NONE : Agent.Stop.REMOTE);
    if (stop != Agent.Stop.REMOTE) {
      add(agent.id(), Judged.Aspect.NO_STOP, stop == Agent.Stop.LOCAL ? "local" : "none");
    }
    if (agent.pilotedOn().said()) {
      add(agent.id(), Judged.Aspect.PILOTED, "yes");
    }
    if (estate.assumed.isUnattended(agent)) {
      add(agent.id(), Judged.Aspect.UNATTENDED, "yes");
    }
  }

  private void labels(Agent agent) {
    for (Agent.Knowledge known : agent.knowledge()) {
      estate
          .assumed
          .covered(known.asset().id())
          .filter(covered -> !estate.assumed.filteredByReader(known))
          .ifPresent(
              covered ->
                  estate.ranks.speaking(
                      covered,
                      node ->
                          estate
                              .assumed
                              .asset(estate.id(node))
                              .filter(
                                  asset ->
                                      estate.ranks.declared(node) >= 1
                                          && estate.assumed.unsafe(asset.labelEnforced()))
                              .ifPresent(
                                  asset -> add(agent.id(), Judged.Aspect.LABEL_ONLY, asset.id()))));
    }
    RoaringBitmap readers = new RoaringBitmap();
    Subject subject = estate.subject(agent);
    if (estate.assumed.repliesToRequester(agent)) {
      subject.askers().forEach(asker -> readers.or(estate.membership.behind(asker.principal())));
    }
    new Targets(estate)
        .sinks(subject.ways(), way -> true)
        .keysView()
        .select(place -> Doings.isChannel(estate.assumed, place))
        .forEach(place -> readers.or(estate.people.audience(place)));
    if (estate.headCount.areMany(readers)) {
      add(agent.id(), Judged.Aspect.MANY_READERS, "yes");
    }
  }

  /** An owner who left, or who is no person, answers for nothing. */
  private boolean answers(Ref owner) {
    return estate
        .assumed
        .principal(owner.id())
        .filter(
            known ->
                known.active()
                    && switch (known.kind()) {
                      case PERSON, GROUP, EXTERNAL, UNKNOWN -> true;
                      case SERVICE, ROLE, JOB -> false;
                    })
        .isPresent();
  }

  /** Why the actions of the agent cannot be reconstructed, a clause for each reason. */
  private void audit(Agent agent) {
    if (!(agent.audit() instanceof Said.Value<Agent.Audit> said)) {
      if (estate.assumed.isWorst()) {
        flaw(agent, "nothing says that anything of it is logged");
      }
      return;
    }
    Agent.Audit audit = said.said();
    if (audit.none()) {
      flaw(agent, "nothing is logged");
      return;
    }
    if (!audit.log().isSaid()) {
      flaw(agent, "no log is named");
    }
    if (!audit.attributable().or(!estate.assumed.isWorst())) {
      flaw(agent, "the log does not tell which agent acted for whom");
    }
    int limit = estate.assumed.settings().logRetentionDays();
    audit
        .retentionDays()
        .value()
        .filter(days -> days < limit)
        .ifPresent(
            days ->
                flaw(
                    agent,
                    "the log is kept "
                        + days
                        + (days == 1 ? " day, and " : " days, and ")
                        + limit
                        + " are required"));
    audit.log().value().ifPresent(log -> inReach(agent, log));
  }

  private void inReach(Agent agent, Ref log) {
    int node = estate.nodes().number(log.id());
    boolean changes =
        estate
            .subject(agent)
            .ways()
            .anySatisfy(
                way ->
                    way.targets().has(node)
                        && way.source() != Way.Source.LOG
                        && (way.verb() == Verb.WRITE || way.verb() == Verb.DELETE));
    if (changes) {
      flaw(agent, "it can change or delete its log " + log.id());
    }
  }

  private void flaw(Agent agent, String clause) {
    add(agent.id(), Judged.Aspect.AUDIT_FLAW, clause);
  }
}
