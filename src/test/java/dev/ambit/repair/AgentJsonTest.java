package dev.ambit.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.Agent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentJsonTest {
  @TempDir Path folder;

  @Test
  void anAgentThatIsWrittenIsReadAsTheSame() throws IOException {
    String said =
        "{\"id\": \"bot\", \"owner\": \"ann\", \"deputy\": \"bob\", \"purpose\": \"say \\\"no\\\"\","
            + " \"stage\": \"pilot\", \"runs\": \"unattended\", \"identity\": {\"mode\":"
            + " \"on-behalf-of\", \"as\": [\"svc\"], \"narrowed\": true}, \"credentials\":"
            + " [\"key\"], \"tools\": [\"post\", \"read\"], \"inputs\": [\"inbox\"],"
            + " \"triggers\": [], \"invokers\": [\"hr\"], \"authentication\": \"none\","
            + " \"repliesTo\": [\"requester\"], \"labelled\": false, \"memory\": {\"scope\":"
            + " \"per-user\"}, \"guardrails\": [\"screen\"], \"audit\": {\"log\": \"log\","
            + " \"attributable\": true, \"retentionDays\": 365}, \"stop\": \"remote\"}";
    assertThat(AgentJson.of(read(said))).isEqualTo(said);
  }

  @Test
  void whatIsNotSaidIsNotWritten() throws IOException {
    assertThat(AgentJson.of(read("{\"id\": \"bot\", \"audit\": false}")))
        .isEqualTo("{\"id\": \"bot\", \"audit\": false}");
  }

  private Agent read(String agent) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("world.json"), "{\"ambit\": 1, \"agents\": [" + agent + "]}");
    ImmutableList<Agent> agents = Inbox.read(Lists.immutable.of(file), Connectors.ALL).agents();
    return agents.getOnly();
  }
}
