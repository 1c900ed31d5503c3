package dev.ambit.model;

import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a gate acts on.
 *
 * @param reasons everything that applies, a clause each, worst first
 * @param inputUnreadable whether a file or a record could not be read
 * @param nothingClaimed whether no connector claims any file
 */
public record Verdict(
    Status status, ImmutableList<String> reasons, boolean inputUnreadable, boolean nothingClaimed) {

  /** The three answers. Nothing found and nothing evaluated are different. */
  public enum Status {
    PASSED,
    FAILED,
    INCOMPLETE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
