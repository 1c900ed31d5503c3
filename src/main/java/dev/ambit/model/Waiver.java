package dev.ambit.model;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A signed exception: this finding does not count until that day, and stays visible.
 *
 * @param until the last day it holds
 * @param origin where it stands in the waiver file
 * @param id its name in the file; empty if it has none
 * @param decision what was decided about the risk
 * @param approver who approved it; empty if nobody is named
 * @param ticket where it was discussed; may be empty
 */
public record Waiver(
    String reason,
    String owner,
    LocalDate until,
    Origin origin,
    String id,
    Decision decision,
    String approver,
    String ticket) {

  /** What can be decided about a risk that stays. */
  public enum Decision {
    ACCEPT,
    FALSE_POSITIVE,
    TRANSFER,
    MITIGATE;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** One of which only what every waiver says is said. */
  public Waiver(String reason, String owner, LocalDate until, Origin origin) {
    this(reason, owner, until, origin, "", Decision.ACCEPT, "", "");
  }
}
