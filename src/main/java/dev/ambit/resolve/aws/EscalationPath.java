package dev.ambit.resolve.aws;

import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One way to become more than one is, as a line of the catalogue {@code escalation-paths.tsv} says
 * it.
 *
 * @param service whom a role must trust to be passed to it; empty where nothing is passed
 */
record EscalationPath(String id, String service, Yield yields, ImmutableList<Need> needs) {
  /** Those of the shipped catalogue, in its order. */
  static final ImmutableList<EscalationPath> ALL =
      ActionLines.of("escalation-paths.tsv").collect(EscalationPath::read);

  /** What one gains. */
  enum Yield {
    ROLE,
    USER,
    GROUP,
    /** Whatever one wants: one's own permissions are in one's own hands. */
    SELF
  }

  /** Where a permission must hold. */
  enum Place {
    TARGET,
    SELF,
    OWN_GROUP,
    OWN_POLICY,
    TARGET_POLICY,
    THING,
    ANY
  }

  /** One permission that it takes. */
  record Need(String action, Place place) {}

  private static EscalationPath read(String line) {
    String[] fields = line.split("\t", -1);
    return new EscalationPath(
        fields[0],
        fields[1].equals("-") ? "" : fields[1],
        Yield.valueOf(word(fields[2])),
        Lists.immutable.of(fields[3].split(" ", -1)).collect(EscalationPath::need));
  }

  private static Need need(String written) {
    String[] parts = written.split("@", -1);
    return new Need(parts[0], Place.valueOf(word(parts[1])));
  }

  private static String word(String written) {
    return written.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** Whether it works with something that exists already and runs as the target. */
  boolean takesAThing() {
    return needs.anySatisfy(each -> each.place() == Place.THING);
  }
}
