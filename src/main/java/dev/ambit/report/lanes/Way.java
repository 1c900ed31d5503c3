package dev.ambit.report.lanes;

import dev.ambit.model.Certainty;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Hop;
import dev.ambit.report.Wording;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * A path as a graph without cycles: a place for each name, a step for each hop. A name that a way
 * comes back to has a second place, so that every line runs from left to right.
 */
final class Way {
  /** A box to be: what stands in it, and what stands over it. */
  record Place(String name, Role role, String head) {}

  /**
   * A line to be.
   *
   * @param number of the evidence; 0 for what follows from the others: the agent carries what it
   *     read
   */
  record Step(int from, int to, String verb, int number, boolean found) {}

  final FastList<Place> places = FastList.newList();
  final FastList<Step> steps = FastList.newList();
  private final Map<String, Integer> numbers = new HashMap<>();

  Way(ExposurePath path) {
    int number = 1;
    for (Hop hop : path.hops()) {
      add(hop, number++);
    }
    joinRails(path);
  }

  private void add(Hop hop, int number) {
    boolean found = hop.certainty().compareTo(Certainty.DECLARED) >= 0;
    Integer known = numbers.get(hop.from());
    int from = known == null ? start(hop) : known;
    Role role = Role.of(hop.kind(), places.get(from).role());
    if (hop.kind() == Hop.Kind.INVOKED_BY) {
      // People ask before anything else happens: they stand on the left, and the line turns round.
      int asker = place(new Place(hop.to(), role, Role.head(hop.kind(), role)));
      steps.add(new Step(asker, from, "asks", number, found));
      return;
    }
    Integer there = numbers.get(hop.to());
    int to =
        there == null || leads(there, from)
            ? place(new Place(hop.to(), role, Role.head(hop.kind(), role)))
            : there;
    numbers.put(hop.to(), to);
    steps.add(new Step(from, to, Wording.arrow(hop.kind()), number, found));
  }

  private int start(Hop hop) {
    Role role = Role.ofStart(hop.kind());
    String head = hop.kind() == Hop.Kind.FEEDS ? "Who feeds it" : Role.head(role);
    int from = place(new Place(hop.from(), role, head));
    numbers.put(hop.from(), from);
    return from;
  }

  private int place(Place place) {
    places.add(place);
    return places.size() - 1;
  }

  /** Whether a line runs from one place to the other, over any number of steps. */
  private boolean leads(int from, int to) {
    return from == to || steps.anySatisfy(step -> step.from() == from && leads(step.to(), to));
  }

  /** What is read and goes nowhere else goes where the agent posts: that is the exposure. */
  private void joinRails(ExposurePath path) {
    Hop read = path.hops().detect(hop -> hop.kind() == Hop.Kind.READS);
    Hop out =
        path.hops()
            .detect(hop -> hop.kind() == Hop.Kind.PUBLISHES || hop.kind() == Hop.Kind.REPLIES);
    if (read == null || out == null) {
      return;
    }
    Integer data = numbers.get(read.to());
    Integer sink = numbers.get(out.to());
    if (data != null
        && sink != null
        && steps.noneSatisfy(step -> step.from() == data)
        && !leads(sink, data)) {
      steps.add(new Step(data, sink, "carried", 0, false));
    }
  }
}
