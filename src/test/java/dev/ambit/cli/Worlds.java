package dev.ambit.cli;

/** Inventories of one thought each. */
final class Worlds {
  /** A bot reads pay slips and posts where uncleared people read: high. */
  static final String EXPOSED = world("closed: " + sections(), "readers: [staff]");

  /** The same bot, and only cleared people read: nothing. */
  static final String QUIET = world("closed: " + sections(), "readers: [hr]");

  /** The same bot, and nobody said who reads: nothing at best, high at worst. */
  static final String UNKNOWN =
      world("closed: " + sections().replace("channels, ", ""), "writers: [hr]");

  /** The exposed one, with a record that cannot be read. */
  static final String EXPOSED_AND_BROKEN = EXPOSED + "  - {owner: lead, tools: [post]}\n";

  private Worlds() {}

  private static String sections() {
    return "[principals, assets, channels, credentials, grants, agents, tools, gates]";
  }

  private static String world(String closed, String room) {
    return """
        ambit: 1
        asOf: 2026-11-01
        %s
        principals:
          - {id: staff, kind: group, clearance: internal, size: 30}
          - {id: hr, kind: group, clearance: restricted, size: 6}
          - {id: lead, kind: person, memberOf: [hr]}
          - {id: svc, kind: service}
        assets:
          - {id: payroll, level: restricted, readers: [hr], recoverable: true, labelEnforced: true}
          - {id: bot-log, level: restricted, readers: [hr], recoverable: true}
        channels:
          - {id: room, %s}
        grants:
          - {id: pay, who: svc, can: [read], on: payroll}
        tools:
          - {id: post, effects: [publish], on: [room]}
        agents:
          - {id: bot, owner: lead, identity: {mode: own, as: [svc]}, invokers: [hr], authentication: required, repliesTo: [requester], tools: [post], runs: attended, stage: live, labelled: true, memory: {scope: none}, audit: {log: bot-log, attributable: true, retentionDays: 365}, stop: remote, pilotedOn: [payroll], budget: [{can: [read], on: payroll}, {can: [publish], on: room}]}
        """
        .formatted(closed, room);
  }
}
