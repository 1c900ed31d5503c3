package dev.ambit.connect.servers;

import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import org.eclipse.collections.api.list.ImmutableList;

/** What a client does before it lets the model call a tool of a server. */
public interface Approval {
  /** Tools of the server that the settings speak of, besides those the server's entry names. */
  ImmutableList<String> named(McpServer server);

  /**
   * Whether the model is offered the tool at all.
   *
   * @param tool empty for those tools of the server that nothing names
   */
  boolean offers(McpServer server, String tool);

  /** The gate before the tool, if there is one; {@code tool} as above. */
  Said<Ref> gate(McpServer server, String tool);
}
