package dev.ambit.model;

import java.util.Comparator;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Who can do what to one thing, agents included: in the worst case, as the input names people.
 *
 * @param kind of the thing
 * @param holders sorted
 */
public record NodeAccess(String node, Nodes.Kind kind, ImmutableList<Holder> holders) {

  /**
   * One who can do one thing.
   *
   * @param people how many people that is; {@link Heads#NOBODY} for an agent and for a program
   * @param dependsOn what it hangs on that cannot be decided; empty: nothing
   * @param because why, as a clause
   */
  public record Holder(
      String who,
      Verb verb,
      Heads people,
      boolean agent,
      String dependsOn,
      String because,
      Origin origin)
      implements Comparable<Holder> {
    private static final Comparator<Holder> ORDER =
        Comparator.comparing(Holder::who)
            .thenComparing(Holder::verb)
            .thenComparing(Holder::because)
            .thenComparing(Holder::origin);

    @Override
    public int compareTo(Holder other) {
      return ORDER.compare(this, other);
    }
  }
}
