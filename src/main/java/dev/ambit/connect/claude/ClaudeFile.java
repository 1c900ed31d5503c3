package dev.ambit.connect.claude;

import dev.ambit.connect.Document;
import dev.ambit.connect.servers.ListedTool;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that Claude Code reads, and the folder of the project that it is for: what stands before
 * {@code .claude}, or the folder of the file.
 */
record ClaudeFile(Document document, Role role, String folder) {
  private static final Pattern MANAGED_HOME =
      Pattern.compile(
          "(.*?)/?(?:etc/claude-code|Library/Application Support/ClaudeCode"
              + "|Program(?:Data| Files)/ClaudeCode)/managed-settings\\.json");

  /** What a file is to Claude Code. */
  enum Role {
    /** {@code .mcp.json}: servers of the project. */
    SERVERS("configuration"),
    /** {@code .claude.json}: servers and answers of one person, for all projects and for each. */
    PERSONAL("configuration"),
    SETTINGS("settings"),
    /** {@code settings.local.json}: of one person, in one project. */
    LOCAL_SETTINGS("settings"),
    /** {@code managed-settings.json}: of the machine's administrator. */
    MANAGED_SETTINGS("settings"),
    SUB_AGENT("agent definition"),
    SKILL("skill"),
    COMMAND("command"),
    /** {@code CLAUDE.md}: words to the model. */
    INSTRUCTIONS("instructions"),
    HOOK("hook"),
    LISTED_TOOLS("tool list");

    private final String kind;

    Role(String kind) {
      this.kind = kind;
    }

    /** The kind of asset that the file is. */
    String kind() {
      return kind;
    }

    boolean isSettings() {
      return this == SETTINGS || this == LOCAL_SETTINGS || this == MANAGED_SETTINGS;
    }

    /**
     * Whether Claude Code asks before it writes such a file whatever the rules say, save in the
     * mode that bypasses them. Agents, skills and commands are none of these: it is meant to write
     * them.
     */
    boolean isProtected() {
      return isSettings() || this == HOOK || this == PERSONAL;
    }
  }

  /** The document as a file of Claude Code; empty if it is none. */
  static Optional<ClaudeFile> of(Document document) {
    String path = "/" + document.path();
    int inside = path.indexOf("/.claude/");
    String name = document.name();
    if (name.equals("managed-settings.json")) {
      return found(document, Role.MANAGED_SETTINGS, managedFolder(document));
    }
    if (inside >= 0) {
      String rest = path.substring(inside + "/.claude/".length());
      return insideOf(rest, name).flatMap(role -> found(document, role, path.substring(0, inside)));
    }
    return switch (name) {
      case ".mcp.json" -> found(document, Role.SERVERS, document.folder());
      case ".claude.json" -> found(document, Role.PERSONAL, document.folder());
      case "CLAUDE.md", "CLAUDE.local.md" -> found(document, Role.INSTRUCTIONS, document.folder());
      default ->
          isSettingsElsewhere(document)
              ? found(document, Role.SETTINGS, document.folder())
              : Optional.empty();
    };
  }

  private static Optional<ClaudeFile> found(Document document, Role role, String folder) {
    String plain = folder.startsWith("/") ? folder.substring(1) : folder;
    return Optional.of(new ClaudeFile(document, role, plain.isEmpty() ? "." : plain));
  }

  private static Optional<Role> insideOf(String rest, String name) {
    if (name.equals(".mcp.json")) {
      return Optional.of(Role.SERVERS);
    }
    if (name.endsWith(ListedTool.FILE_END)) {
      return Optional.of(Role.LISTED_TOOLS);
    }
    if (name.equals("CLAUDE.md") || name.equals("CLAUDE.local.md")) {
      return Optional.of(Role.INSTRUCTIONS);
    }
    if (rest.equals("settings.json")) {
      return Optional.of(Role.SETTINGS);
    }
    if (rest.equals("settings.local.json")) {
      return Optional.of(Role.LOCAL_SETTINGS);
    }
    if (rest.startsWith("agents/") && name.endsWith(".md")) {
      return Optional.of(Role.SUB_AGENT);
    }
    if (rest.startsWith("commands/") && name.endsWith(".md")) {
      return Optional.of(Role.COMMAND);
    }
    if (rest.startsWith("skills/") && name.equals("SKILL.md")) {
      return Optional.of(Role.SKILL);
    }
    return rest.startsWith("hooks/") ? Optional.of(Role.HOOK) : Optional.empty();
  }

  private static String managedFolder(Document document) {
    Matcher home = MANAGED_HOME.matcher(document.path());
    if (home.matches()) {
      return home.group(1);
    }
    String path = "/" + document.path();
    int inside = path.indexOf("/.claude/");
    return inside >= 0 ? path.substring(0, inside) : document.folder();
  }

  /** Settings that are kept under another name say by their schema what they are. */
  private static boolean isSettingsElsewhere(Document document) {
    return document.name().endsWith(".json")
        && document.headText().contains("claude-code-settings.json");
  }

  /** Whether a project in {@code other} lies in this file's folder or below it. */
  boolean covers(String other) {
    return folder.equals(".") || other.equals(folder) || other.startsWith(folder + "/");
  }
}
