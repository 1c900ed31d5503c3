package dev.ambit.report.lanes;

import dev.ambit.model.GateUse;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/** What a picture shows, as a graph without cycles: places, and steps between them. */
final class Way {
  /**
   * A box to be.
   *
   * @param head what stands over it
   * @param below a small line under the name; may be empty
   * @param lane its column; negative: as far right as the longest way to it
   */
  record Place(String name, Role role, String head, String below, int lane) {}

  /**
   * A line to be.
   *
   * @param number of the evidence; 0 for what is not a step of it
   * @param cut whether the first fix removes it
   * @param thick whether it is on the worst path
   * @param gates that stand on it
   */
  record Step(
      int from,
      int to,
      String verb,
      int number,
      boolean found,
      boolean cut,
      boolean thick,
      ImmutableList<GateUse> gates) {
    static Step plain(int from, int to, boolean thick) {
      return new Step(from, to, "", 0, true, false, thick, Lists.immutable.empty());
    }
  }

  final FastList<Place> places = FastList.newList();
  final FastList<Step> steps = FastList.newList();

  int place(Place place) {
    places.add(place);
    return places.size() - 1;
  }

  /** Whether a line runs from one place to the other, over any number of steps. */
  boolean leads(int from, int to) {
    return from == to || steps.anySatisfy(step -> step.from() == from && leads(step.to(), to));
  }

  boolean isEnd(int place) {
    return steps.noneSatisfy(step -> step.from() == place);
  }
}
