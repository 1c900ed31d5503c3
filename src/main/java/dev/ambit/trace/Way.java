package dev.ambit.trace;

import dev.ambit.model.Certainty;
import dev.ambit.model.GateUse;
import dev.ambit.model.Hop;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Origin;
import dev.ambit.model.Verb;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One way in which an agent can do something: by a tool, by a grant beneath what it acts as, by
 * what it is fed with, or through an agent it calls.
 *
 * @param targets on what; contents of containers included
 * @param via the tool, grant or agent property that makes it so
 * @param actor number of the principal it is done as; negative if none is named
 * @param on what the input names: the target itself, or a container or pattern that covers it
 * @param gates what stands before it, on this one edge
 * @param callGates what stands before the calls that lead to it, one list for each call
 * @param bound whether it gives only what the one who asks may have
 * @param lead hops from the agent to the one who does it, such as calls and assumed roles
 * @param because the reason as a clause, without the target's name
 */
@RecordBuilder
record Way(
    Verb verb,
    NodeSet targets,
    Source source,
    String via,
    int actor,
    String on,
    ImmutableList<GateUse> gates,
    ImmutableList<ImmutableList<GateUse>> callGates,
    boolean bound,
    boolean reversible,
    ImmutableList<Hop> lead,
    Certainty certainty,
    Origin origin,
    String because)
    implements WayBuilder.With {

  /** What makes a way. */
  enum Source {
    TOOL,
    GRANT,
    KNOWLEDGE,
    INPUT,
    WORKSPACE,
    MEMORY,
    LOG,
    REPLY
  }

  /** Every gate on the way that counts, those before calls among them. */
  ImmutableList<GateUse> counting() {
    return callGates.flatCollect(each -> each).newWithAll(gates).select(GateUse::counts);
  }

  /** The strongest gate that counts on this edge: 3 or 4; 0 if none does. */
  int tier() {
    return gates.asLazy().select(GateUse::counts).collectInt(GateUse::tier).maxIfEmpty(0);
  }
}
