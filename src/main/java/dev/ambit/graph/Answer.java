package dev.ambit.graph;

/** How a query ended. */
public sealed interface Answer {
  /** It gave all its rows. */
  record Complete(long rows) implements Answer {}

  /**
   * It was stopped; the rows seen so far say nothing.
   *
   * @param why a clause: "it ran longer than 60 seconds"
   */
  record Stopped(String why) implements Answer {}
}
