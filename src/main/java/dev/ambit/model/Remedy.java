package dev.ambit.model;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * The least costly changes found that together close findings.
 *
 * @param steps what is changed, one for each thing that somebody decides
 * @param changes of all steps, in the order in which they can be made
 * @param cost of all of them
 * @param bound no set of the changes that were considered costs less than this
 * @param closes the findings that it was sought for
 * @param left those that no set of changes that was tried closes
 * @param considered how many changes were considered
 * @param tried how many sets of them were tried by a second scan
 */
public record Remedy(
    ImmutableList<Step> steps,
    ImmutableList<Change> changes,
    int cost,
    int bound,
    ImmutableList<Finding> closes,
    ImmutableList<Finding> left,
    int considered,
    int tried) {

  /**
   * One change of what there is; for most it is one place of a file.
   *
   * @param changes in the order in which they can be made
   * @param say one sentence
   * @param kind a word of the cost table
   */
  public record Step(ImmutableList<Change> changes, String say, String kind, int cost) {}

  /** Whether no cheaper set exists among the changes considered. */
  public boolean isProvenLeast() {
    return cost <= bound;
  }
}
