package dev.ambit;

import dev.ambit.model.Origin;
import dev.ambit.model.Severity;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A tiny world beside a rule, and what the rule must find in it: these rows and no other. It goes
 * through the whole line, so that it proves the severity too.
 *
 * @param world what is so in it, in words
 * @param origin where the example stands
 * @param inventory the world, as JSON
 * @param finds sorted
 * @param says messages that findings must have, word for word; there may be others
 * @param gaps node and missing word of facts that must be told as missing; there may be more
 */
public record RuleExample(
    String rule,
    String world,
    Origin origin,
    String inventory,
    ImmutableList<Row> finds,
    ImmutableList<String> says,
    ImmutableList<String> gaps) {
  /** A finding of the rule, as far as an example speaks of it. */
  public record Row(String subject, String object, Severity severity, Severity best)
      implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      return toString().compareTo(other.toString());
    }

    /** {@code subject object severity}, with the best case where it differs. */
    @Override
    public String toString() {
      String range = best == severity ? "" : ", at best " + best.word();
      return subject + " " + object + " " + severity.word() + range;
    }
  }
}
