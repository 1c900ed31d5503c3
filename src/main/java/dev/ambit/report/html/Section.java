package dev.ambit.report.html;

import java.util.Locale;

/** The pages of a report, in their order. */
public enum Section {
  SUMMARY("Summary"),
  FIXES("Changes"),
  CHANGES("Since last review"),
  AGENTS("Agents"),
  DATA("Data"),
  FINDINGS("Findings"),
  RISKS("Risk register"),
  WAIVERS("Waivers"),
  FRAMEWORKS("Frameworks"),
  GAPS("Not judged"),
  METHOD("Method and limits"),
  SIGN_OFF("Sign-off"),
  RULES("Rules"),
  TERMS("Terms");

  private final String title;

  Section(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** Its address in the page. */
  public String anchor() {
    return this == CHANGES ? "since" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
