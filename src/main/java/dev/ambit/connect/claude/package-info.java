/**
 * Projects of Claude Code: servers, settings, sub-agents, skills, instructions.
 *
 * <p>In: {@code .mcp.json}, {@code .claude.json}, {@code .claude/**}, {@code CLAUDE.md}, {@code
 * managed-settings.json}. Out: one agent {@code claude:<folder>} for a project and one for each
 * sub-agent, which the project calls; their tools and the gates before them; the files as assets
 * {@code file:<path>} and the project as {@code folder:<folder>}. The files are read together,
 * since settings decide what the servers beside them may do.
 *
 * <p><b>Rules</b> (code.claude.com/docs, "Permissions"): deny beats ask beats allow, whichever file
 * they stand in; managed before local before project only decides single values. A denied tool is
 * not there. A rule to ask is a gate of strength host that cannot remember, since an allowance that
 * somebody clicks stays weaker than it. What no rule names is up to the mode: the default asks at
 * first use and remembers; {@code acceptEdits} edits freely; {@code plan} only reads; {@code
 * dontAsk} refuses what it would ask; {@code bypassPermissions} asks nothing, unless a settings
 * file forbids that mode; {@code auto} lets a classifier decide, whose gate is of unknown strength.
 * Reading and starting sub-agents are never asked about.
 *
 * <p><b>Rules with a specifier.</b> A denial of some uses leaves the tool. An allowance of some
 * uses is a second, ungated tool {@code …/allowed}: for a shell its effects are not said, since
 * nobody can tell offline what {@code npm run x} does; an allowance to run any program of an
 * interpreter is one for the whole shell. The specifier itself is dropped, as it may carry a
 * secret.
 *
 * <p><b>Hooks.</b> A program before a tool may stop the call, and what it decides cannot be read:
 * where nothing else asks it is a gate of unknown strength, none at worst and resource at best.
 *
 * <p><b>What a tool touches.</b> Reading tools: the folder and the settings. Editing tools: the
 * folder; not the settings, which Claude Code guards against edits in all modes but the bypass. A
 * shell: what editing tools touch, the settings too where it runs unasked, and it acts as the
 * developer; its way out is a tool of its own, {@code …/builtin/Bash/network}, which a closed
 * sandbox takes away. So a gate loses its worth exactly where the agent can rewrite it unseen.
 *
 * <p>Chosen: settings of a home folder ({@code ~/.claude}) speak of that folder only, since the
 * files do not say whose home it is; managed settings speak of their folder and all below.
 */
@NullMarked
package dev.ambit.connect.claude;

import org.jspecify.annotations.NullMarked;
