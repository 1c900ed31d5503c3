package dev.ambit.connect.claude;

import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;

/**
 * What a session does with a call that no rule speaks of ("Permission modes" in the documentation
 * of Claude Code).
 */
enum Mode {
  /** Reads freely, asks at the first use of anything else. */
  DEFAULT("default"),
  /** Edits files as freely as it reads them. */
  ACCEPT_EDITS("acceptEdits"),
  /** Only reads. */
  PLAN("plan"),
  /** Refuses whatever it would have to ask about. */
  DONT_ASK("dontAsk"),
  /** Asks nothing, save where a rule says so. */
  BYPASS("bypassPermissions"),
  /** A classifier decides instead of a person; nobody can say offline what it lets through. */
  AUTO("auto"),
  /** Our word for a mode that is newer than we are. */
  UNKNOWN("");

  private final String word;

  Mode(String word) {
    this.word = word;
  }

  static Mode named(String word) {
    if (word.equals("manual") || word.equals("delegate")) {
      return DEFAULT;
    }
    Optional<Mode> named =
        Lists.immutable.of(values()).detectOptional(each -> each.word.equals(word));
    return named.orElse(UNKNOWN);
  }
}
