package dev.ambit.connect.claude;

import dev.ambit.connect.servers.McpServer;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * All that is said about one project of Claude Code.
 *
 * @param folder relative to the scanned one, or a path of the machine from {@code .claude.json}
 * @param settings that hold for it, managed ones of folders above among them
 * @param servers each name once, those that settings refuse left out
 * @param allowed rules that skills, commands and remembered answers add
 * @param files of the project; instructions in folders below it among them
 * @param origin the first place that makes it a project
 */
record ClaudeProject(
    String folder,
    Origin origin,
    ImmutableList<ClaudeFile> files,
    ImmutableList<ClaudeSettings> settings,
    ImmutableList<McpServer> servers,
    ImmutableList<SubAgent> subAgents,
    ImmutableList<Rule> allowed,
    ImmutableList<Note> notes) {}
