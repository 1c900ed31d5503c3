package dev.ambit.report.html;

/**
 * How the report is written.
 *
 * @param documentClass the class of the document itself, printed on each page: such as Confidential
 * @param withoutNames whether the names of single people are left out
 * @param only the agent that the report is an extract about; empty for all
 */
public record HtmlLook(Profile profile, String documentClass, boolean withoutNames, String only) {
  /** For everybody who may read it all. */
  public static final HtmlLook FULL = new HtmlLook(Profile.FULL, "Confidential", false, "");
}
