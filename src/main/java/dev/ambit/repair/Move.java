package dev.ambit.repair;

import java.util.Locale;

/**
 * The kinds of change, and what each costs. One unit is a line that only the agent's team has to
 * edit and only the agent feels. People who lose a right or a reader cost more, and so does a
 * control that has to be built first.
 */
enum Move {
  /** A right goes that nobody has used for long: nobody feels it. */
  UNUSED_RIGHT(0),
  /** A tool loses a target. */
  TOOL_TARGET(1),
  /** A tool loses an effect. */
  TOOL_EFFECT(1),
  /** An agent loses a tool, an input, a channel for its replies, or a credential. */
  AGENT_PART(1),
  /** A switch of the agent's configuration. */
  SETTING(1),
  /** A right of a program becomes smaller. */
  SMALLER_RIGHT(1),
  /** A right of a program goes. */
  RIGHT(2),
  /** A gate that exists already is put before a tool or a right. */
  GATE(2),
  /** An agent no longer calls another, or answers from a source. */
  CONNECTION(2),
  /** Something that has to be built: a filter, a narrower token, an enforced gate. */
  CONTROL(3),
  /** People lose a right, or can no longer read, write or ask. */
  PEOPLE(4),
  /** The agent acts with other rights than before. */
  IDENTITY(4),
  /** There is a second agent, which somebody has to run and to answer for. */
  SPLIT_AGENT(5);

  private final int cost;

  Move(int cost) {
    this.cost = cost;
  }

  /** What it costs unless somebody says otherwise. */
  int cost() {
    return cost;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
