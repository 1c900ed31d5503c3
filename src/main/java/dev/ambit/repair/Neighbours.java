package dev.ambit.repair;

import dev.ambit.model.Agent;
import dev.ambit.model.Credential;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The part of a large world in which changes for some findings can be tried: with everything but
 * the agents that have nothing to do with them. Tracing is done agent by agent, so this is what
 * makes a trial in a world of a thousand agents cost what it costs in one of a few.
 *
 * <p>What is the least here is no more than the least in the whole world, where other agents could
 * object. So whoever finds something here scans the whole world with it; if nothing new is there,
 * it is the least of both.
 */
public final class Neighbours {
  private final Facts facts;
  private final Set<String> kept = new HashSet<>();

  private Neighbours(Facts facts) {
    this.facts = facts;
  }

  /**
   * The facts with the agents that these findings go over, those that call them or are called by
   * them at any depth, and those that carry the same credentials.
   */
  public static Facts of(Facts facts, ImmutableList<Finding> findings) {
    Neighbours neighbours = new Neighbours(facts);
    findings.forEach(neighbours::keep);
    facts.agents().select(Agent::discoverable).forEach(agent -> neighbours.kept.add(agent.id()));
    while (neighbours.grows()) {
      // until nobody calls anybody else or shares with them
    }
    return facts.with(
        to -> to.agents(facts.agents().select(agent -> neighbours.kept.contains(agent.id()))));
  }

  private void keep(Finding finding) {
    kept.add(finding.subject());
    kept.add(finding.object());
    finding
        .paths()
        .flatCollect(path -> path.hops())
        .forEach(
            hop -> {
              kept.add(hop.from());
              kept.add(hop.to());
            });
  }

  private boolean grows() {
    int before = kept.size();
    for (Agent agent : facts.agents()) {
      if (kept.contains(agent.id())) {
        agent.calls().forEach(call -> kept.add(call.agent().id()));
      } else if (agent.calls().anySatisfy(call -> kept.contains(call.agent().id()))) {
        kept.add(agent.id());
      }
    }
    facts.credentials().forEach(this::keepHolders);
    return kept.size() > before;
  }

  private void keepHolders(Credential credential) {
    ImmutableList<Agent> holders =
        facts
            .agents()
            .select(
                agent ->
                    agent.credentials().names(credential.id())
                        || credential.holders().names(agent.id()));
    if (holders.anySatisfy(agent -> kept.contains(agent.id()))) {
      holders.forEach(agent -> kept.add(agent.id()));
    }
  }
}
