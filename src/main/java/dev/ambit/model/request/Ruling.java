package dev.ambit.model.request;

/** What AWS answers, in its own words; {@link #DEPENDS} where the input does not tell. */
public enum Ruling {
  ALLOWED("allowed"),
  DEPENDS("depends"),
  IMPLICIT_DENY("implicitDeny"),
  EXPLICIT_DENY("explicitDeny");

  private final String word;

  Ruling(String word) {
    this.word = word;
  }

  /** As outputs write it. */
  public String word() {
    return word;
  }
}
