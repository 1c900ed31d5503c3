package dev.ambit.resolve.aws;

import dev.ambit.resolve.aws.request.Wildcards;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The names of all actions of one service, in small letters and sorted, so that a pattern is
 * compared with those only that begin as it does. They never change, so all runs share them.
 */
final class ActionNames {
  private static final Map<String, ActionNames> BY_SERVICE = new ConcurrentHashMap<>();

  private final ImmutableList<Action> sorted;

  /** An action, and its place among those of its service in the order of the table. */
  private record Action(String name, int place) implements Comparable<Action> {
    @Override
    public int compareTo(Action other) {
      return name.compareTo(other.name);
    }
  }

  private ActionNames(ImmutableList<Action> sorted) {
    this.sorted = sorted;
  }

  /** None of a service that no table has. */
  static ActionNames of(String service) {
    return BY_SERVICE.computeIfAbsent(service, ActionNames::read);
  }

  private static ActionNames read(String service) {
    MutableList<Action> actions = Lists.mutable.empty();
    ImmutableList<String> lines = ActionLines.BY_SERVICE.get(service);
    if (lines != null) {
      for (String line : lines) {
        String[] fields = line.split("\t", -1);
        for (String action : fields[3].split(" ", -1)) {
          String name = (fields[0] + ":" + action).toLowerCase(Locale.ROOT);
          actions.add(new Action(name, actions.size()));
        }
      }
    }
    return new ActionNames(actions.toImmutableSortedList());
  }

  /** Tells the places of those that the pattern covers. */
  void find(String pattern, IntConsumer found) {
    String begin = Wildcards.beginning(pattern);
    int at = sorted.binarySearch(new Action(begin, 0));
    for (int i = at < 0 ? -at - 1 : at; i < sorted.size(); i++) {
      Action action = sorted.get(i);
      if (!action.name.startsWith(begin)) {
        return;
      }
      if (Wildcards.covers(pattern, action.name)) {
        found.accept(action.place);
      }
    }
  }
}
