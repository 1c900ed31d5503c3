/**
 * Clients that start MCP servers for a model: editors, desktops, command lines.
 *
 * <p>In: the clients' own files. Out: one agent for each client and folder, the servers' tools,
 * their credentials by kind and place, the databases that a connection text names, and the one gate
 * of a client: that it asks. Only what the file says: tools that a client has built in are not in
 * it, and are not invented.
 *
 * <p><b>Which file is whose.</b> A table of ends of paths ({@code McpClient}). What stands before
 * the end is the agent's folder. A file of another name that holds servers is read too, as a client
 * that is named like the file. Claude Code has a package of its own.
 *
 * <p><b>Asking.</b> The clients of the table ask before they call a tool of a server, and offer to
 * remember the answer. What shows it is that each has a word that turns the question off: {@code
 * trust} ("bypasses all tool call confirmations", Gemini CLI), {@code autoApprove} (Kiro, Cline),
 * {@code alwaysAllow} (Cline, Roo Code), {@code allowedTools} (Amazon Q), {@code
 * always_allow_tool_actions} (Zed), {@code chat.tools.autoApprove} (VS Code), an allow list in the
 * settings (Cursor and the rest). So each has a gate {@code <agent>#ask} of strength host that
 * remembers consent, and a tool has none where its file says that it runs unasked. Chosen: that
 * default, with certainty inferred, and not "no gate", since that would report every editor;
 * remembering takes a tier away already. Of a client that is not in the table nobody knows whether
 * it asks: strength unknown.
 *
 * <p><b>Tools.</b> A server stands for all its tools, with effects not said, unless they are
 * listed: by the client, or by a stored answer to {@code tools/list} in a file {@code
 * <server>.tools.json}. Annotations say effects and take nothing away.
 *
 * <p><b>Secrets</b> are recognised by {@link dev.ambit.connect.Secrets} while a value is read. What
 * remains is a credential whose id is its place.
 */
@NullMarked
package dev.ambit.connect.mcp;

import org.jspecify.annotations.NullMarked;
