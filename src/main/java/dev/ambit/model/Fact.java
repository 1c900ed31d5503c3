package dev.ambit.model;

/**
 * Something an input says about one node. Several facts may speak of the same node (an inventory
 * entry and an export): they are joined by id and alias before anything is decided.
 */
public sealed interface Fact
    permits Principal, Asset, Channel, Credential, Grant, Gate, Tool, Agent {
  /** The node's name: stable, without blanks, one namespace across all kinds. */
  String id();

  /** Where the node is declared, or first named. */
  Origin origin();

  /** How sure the source makes us of it. */
  Certainty certainty();
}
