package dev.ambit.report.html;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For whom a report is written: which sections it has, and whether it names files. */
public enum Profile {
  /** Everything. */
  FULL,
  /** People who decide and sign: no files, no rules, no list of all findings. */
  BOARD,
  /** Who answers for an agent: what it can do, what was found, what to change. */
  OWNER,
  /** Who makes the changes: findings with every place, and the rules. */
  ENGINEER;

  boolean has(Section section) {
    return switch (this) {
      case FULL -> true;
      case BOARD -> section != Section.FINDINGS && section != Section.RULES;
      case OWNER ->
          section != Section.RISKS && section != Section.FRAMEWORKS && section != Section.SIGN_OFF;
      case ENGINEER ->
          section != Section.AGENTS
              && section != Section.DATA
              && section != Section.RISKS
              && section != Section.FRAMEWORKS
              && section != Section.SIGN_OFF;
    };
  }

  /** Whether files, lines and pointers are shown. */
  boolean showsPlaces() {
    return this != BOARD;
  }

  /** As on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The profile of that name; empty if there is none. */
  public static Optional<Profile> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
