package dev.ambit.connect.claude;

import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The tools that Claude Code has of its own and that touch anything, by the names that rules and
 * lists use ("Tools available to Claude" in its documentation).
 */
enum BuiltIn {
  BASH("Bash", Does.EXECUTES),
  EDIT("Edit", Does.EDITS),
  GLOB("Glob", Does.READS),
  GREP("Grep", Does.READS),
  LS("LS", Does.READS),
  MULTI_EDIT("MultiEdit", Does.EDITS),
  NOTEBOOK_EDIT("NotebookEdit", Does.EDITS),
  READ("Read", Does.READS),
  TASK("Task", Does.DELEGATES),
  WEB_FETCH("WebFetch", Does.BROWSES),
  WEB_SEARCH("WebSearch", Does.BROWSES),
  WRITE("Write", Does.EDITS);

  /** Names in lists that only steer the session, or are other names of the tools above. */
  private static final ImmutableList<String> HARMLESS =
      Lists.immutable.of(
          "AskUserQuestion",
          "BashOutput",
          "EnterPlanMode",
          "ExitPlanMode",
          "KillBash",
          "KillShell",
          "NotebookRead",
          "Skill",
          "SlashCommand",
          "TaskCreate",
          "TaskGet",
          "TaskList",
          "TaskOutput",
          "TaskStop",
          "TaskUpdate",
          "TodoRead",
          "TodoWrite",
          "ToolSearch");

  private final String word;
  private final Does does;

  /** What a tool is for. */
  enum Does {
    READS,
    EDITS,
    EXECUTES,
    /** Fetches from the network what the model asks for. */
    BROWSES,
    /** Starts sub-agents. */
    DELEGATES
  }

  BuiltIn(String word, Does does) {
    this.word = word;
    this.does = does;
  }

  String word() {
    return word;
  }

  Does does() {
    return does;
  }

  /** Whether it runs without a question where nothing else is said. */
  boolean isFree() {
    return does == Does.READS || does == Does.DELEGATES;
  }

  /** Rules for Edit and Read hold for all tools that edit and read files. */
  boolean isMeantBy(String name) {
    return word.equals(name)
        || (does == Does.EDITS && name.equals("Edit"))
        || (does == Does.READS && name.equals("Read"))
        || (this == TASK && name.equals("Agent"));
  }

  static Optional<BuiltIn> named(String name) {
    return Lists.immutable
        .of(values())
        .detectOptional(each -> each.word.equals(name) || (each == TASK && name.equals("Agent")));
  }

  static boolean isHarmless(String name) {
    return HARMLESS.contains(name);
  }
}
