package dev.ambit.resolve.aws.request;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the shipped table knows of each action. Read when first asked: few requests need it.
 *
 * @param changes whether it does more than read or list
 * @param worksOnNamed whether it can be asked of one resource and not only of all
 */
record KnownActions(boolean changes, boolean worksOnNamed) {
  // One that the table does not have: nothing is ruled out.
  private static final KnownActions UNKNOWN = new KnownActions(false, true);

  /** Holds the table, so that it is read at the first look into it and not before. */
  private static final class Table {
    private static final Map<String, KnownActions> BY_NAME = byName();

    private static Map<String, KnownActions> byName() {
      Map<String, KnownActions> actions = new HashMap<>(1 << 15);
      for (String line : Services.lines("/dev/ambit/resolve/aws/actions.tsv")) {
        String[] fields = line.split("\t", -1);
        boolean changes = !fields[1].equals("Read") && !fields[1].equals("List");
        KnownActions known = new KnownActions(changes, !fields[2].isEmpty());
        for (String action : fields[3].split(" ", -1)) {
          actions.put((fields[0] + ":" + action).toLowerCase(Locale.ROOT), known);
        }
      }
      return actions;
    }
  }

  /** Of an action in small letters. */
  static KnownActions of(String action) {
    return Table.BY_NAME.getOrDefault(action, UNKNOWN);
  }
}
