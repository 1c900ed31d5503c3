package dev.ambit.report.html;

/** Families of rules in words for people who decide: the first part of a rule's id. */
final class Families {
  private Families() {}

  static String of(String rule) {
    return rule.substring(0, Math.max(0, rule.indexOf('/')));
  }

  /** After "2 of 3 agents". */
  static String can(String family) {
    return switch (family) {
      case "action" -> "can bring data or posts to people they are not meant for";
      case "advice" -> "can give advice that leads people to open data that others may not see";
      case "deputy" -> "can do for people what those people may not do themselves";
      case "escalation" -> "can gain rights beyond what was given";
      case "scope" -> "can do more than the task needs";
      case "credential" ->
          "can be misused through a credential that is exposed, shared or without an end";
      case "oversight" -> "can act without a check, an owner or a record that would hold";
      case "data" -> "can reach data that nobody has classified or that a label alone protects";
      default -> "can do what a rule of your own speaks against";
    };
  }

  /** After "resulting in". */
  static String impact(String family) {
    return switch (family) {
      case "action" -> "data in front of people who are not cleared for it";
      case "advice" -> "data opened by a person in good faith, and seen until somebody notices";
      case "deputy" -> "people getting through an agent what they were refused";
      case "escalation" -> "an agent with rights that nobody decided to give";
      case "scope" -> "greater harm from any mistake or misuse";
      case "credential" -> "somebody else acting under the name of an agent";
      case "oversight" -> "harm that is not stopped, and cannot be traced afterwards";
      case "data" -> "exposure that no rule could judge";
      default -> "what that rule is there to prevent";
    };
  }
}
