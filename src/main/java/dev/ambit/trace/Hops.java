package dev.ambit.trace;

import dev.ambit.model.Hop;
import org.eclipse.collections.api.list.ImmutableList;

/** Makes the hops of a way. */
final class Hops {
  private Hops() {}

  /** From the agent to the target of a way: who does it, and the deed with its reason. */
  static ImmutableList<Hop> to(Assumed assumed, String agent, Way way, int target) {
    String from = way.lead().isEmpty() ? agent : way.lead().getLast().to();
    return way.lead().newWith(deed(assumed, from, way, target));
  }

  /** The last hop alone. */
  static Hop deed(Assumed assumed, String from, Way way, int target) {
    String to = target < 0 ? way.on() : assumed.nodes().id(target);
    String cover = to.equals(way.on()) ? "" : " (covered by " + way.on() + ")";
    return new Hop(
        from,
        Words.hop(way.verb()),
        to,
        way.because() + " " + to + cover + gates(way),
        way.origin(),
        way.certainty());
  }

  private static String gates(Way way) {
    if (way.gates().isEmpty()) {
      return "";
    }
    return way.gates()
        .collect(
            gate ->
                gate.counts()
                    ? "; the gate " + gate.id() + " stands before it"
                    : "; the gate " + gate.id() + " does not bind: " + gate.why())
        .distinct()
        .makeString("");
  }
}
