package dev.ambit.model;

import java.util.Comparator;

/**
 * A fact that nobody said and that decides a finding.
 *
 * @param about the node it is missing from
 * @param missing one word for it: {@code readers}, {@code level}, …
 * @param matters the worst severity that hangs on it; info if none
 * @param addTo the key of the inventory to add, such as {@code channels[].readers}
 */
public record Gap(String about, String missing, Severity matters, String addTo, Origin origin)
    implements Comparable<Gap> {
  /** How the word for the token of a call begins: {@code calls.pay-bot.token}. */
  private static final String TOKEN = "calls.";

  private static final Comparator<Gap> ORDER =
      Comparator.comparing(Gap::about).thenComparing(Gap::missing);

  /** What nobody said, as a clause that goes on from "it is not known": "who reads eng-forum". */
  public String unknown() {
    return switch (missing) {
      case "approvalsPerDay" -> "how often " + about + " is asked to approve";
      case "audit" -> "whether what " + about + " does is logged";
      case "authentication" -> "whether people sign in before they ask " + about;
      case "budget" -> "what " + about + " needs for its task";
      case "declaration" -> "what " + about + " is, which is named and nowhere declared";
      case "destinations" -> "where " + about + " sends to";
      case "effects" -> "what " + about + " does";
      case "invokers" -> "who may ask " + about;
      case "labelEnforced" -> "whether anything enforces the label of " + about;
      case "labelled" -> "whether readers of " + about + " see that a machine speaks";
      case "level" -> "how sensitive " + about + " is";
      case "pilotedOn" -> "on what data " + about + " was tried";
      case "readers" -> "who reads " + about;
      case "size" -> "how many people are in " + about;
      case "stop" -> "who can stop " + about;
      case "strength" -> "what enforces the gate " + about;
      case "writers" -> "who writes to " + about;
      default ->
          missing.startsWith(TOKEN)
              ? "what token "
                  + about
                  + " passes on to "
                  + missing.substring(TOKEN.length(), missing.lastIndexOf('.'))
              : "the " + missing + " of " + about;
    };
  }

  @Override
  public int compareTo(Gap other) {
    return ORDER.compare(this, other);
  }
}
