package dev.ambit.connect.servers;

import dev.ambit.model.Agent;
import dev.ambit.model.Certainty;
import dev.ambit.model.Origin;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import org.eclipse.collections.api.factory.Lists;

/**
 * The person at the keyboard, who uses every client on a machine (contract/inventory.md, "What
 * exists, and what it is called").
 */
public final class Developer {
  public static final String ID = "developer";

  private Developer() {}

  /** The principal, first named at {@code origin}. */
  public static Principal at(Origin origin) {
    return Principal.of(ID, Principal.Kind.PERSON, origin)
        .with(
            person ->
                person
                    .trust(Said.of(Principal.Trust.INTERNAL, origin))
                    .certainty(Certainty.INFERRED));
  }

  /** A list of this one person. */
  public static Refs only(Origin origin) {
    return Refs.of(Lists.immutable.of(new Ref(ID, origin)));
  }

  /** The agent, asked by this person, who reads its replies and is signed in. */
  public static Agent asks(Agent agent) {
    return agent.with(
        asked ->
            asked
                .invokers(only(agent.origin()))
                .authenticated(Said.of(true, agent.origin()))
                .repliesTo(Refs.of(Lists.immutable.of(new Ref("requester", agent.origin())))));
  }
}
