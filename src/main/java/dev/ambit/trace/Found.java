package dev.ambit.trace;

import dev.ambit.model.Crossing;

/** Takes the paths as they are found. */
interface Found {
  /**
   * Takes one path.
   *
   * @param levelIsKnown whether the level that the path is judged by is known; where only that is
   *     missing, one finding about the unlabelled data speaks for all its paths
   */
  void add(Crossing crossing, boolean levelIsKnown);
}
