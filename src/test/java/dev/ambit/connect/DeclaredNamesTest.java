package dev.ambit.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Agent;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredNamesTest {
  @TempDir Path folder;

  private Facts read(String text) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "ambit: 1\n" + text);
    return Inbox.read(Lists.immutable.of(folder), Connectors.ALL);
  }

  private static List<String> errors(Facts facts) {
    return facts
        .notes()
        .select(note -> note.kind() == Note.Kind.ERROR)
        .collect(note -> note.origin() + ": " + note.text())
        .castToList();
  }

  @Test
  void anUndeclaredNameOfAClosedSectionCostsItsRecord() throws IOException {
    Facts facts =
        read(
            """
            closed: [gates]
            gates:
            - {id: ask-first, strength: host}
            tools:
            - {id: a, effects: [read], gate: ask-frist}
            - {id: b, effects: [read], gate: ask-first}
            """);

    assertThat(facts.tools().collect(tool -> tool.id()).castToList()).containsExactly("b");
    assertThat(errors(facts))
        .containsExactly(
            "a.yaml:6 /tools/0/gate: 'ask-frist' is not declared under 'gates', which is closed."
                + " Declare it, or write 'ask-first'");
  }

  @Test
  void anUndeclaredNameOfAnOpenSectionStays() throws IOException {
    Facts facts = read("closed: [tools]\ntools:\n- {id: a, effects: [read], gate: ask-first}\n");

    assertThat(errors(facts)).isEmpty();
    assertThat(facts.tools().get(0).gate().isSaid()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          principals | principals: [{id: a, kind: group, memberOf: [x]}]
          assets     | principals: [{id: a, kind: job, consumes: [x]}]
          assets     | assets: [{id: a, in: x}]
          principals | assets: [{id: a, owner: x}]
          principals | assets: [{id: a, runsAs: x}]
          credentials| assets: [{id: a, holds: [x]}]
          assets     | assets: [{id: a, derivedFrom: [{asset: x}]}]
          principals | channels: [{id: a, readers: [x]}]
          principals | credentials: [{id: a, authenticates: x}]
          assets     | credentials: [{id: a, storedIn: x}]
          principals | grants: [{who: x, can: [read], on: '*'}]
          gates      | grants: [{who: everyone, can: [read], on: '*', gate: x}]
          principals | gates: [{id: a, strength: host, approvers: [x]}]
          assets     | gates: [{id: a, strength: host, heldIn: x}]
          principals | agents: [{id: a, owner: x}]
          principals | agents: [{id: a, identity: {mode: own, as: [x]}}]
          tools      | agents: [{id: a, tools: [x]}]
          credentials| agents: [{id: a, credentials: [x]}]
          channels   | agents: [{id: a, repliesTo: [x]}]
          agents     | agents: [{id: a, calls: [{agent: x}]}]
          gates      | agents: [{id: a, calls: [{agent: a, gate: x}]}]
          assets     | agents: [{id: a, knowledge: [{asset: x}]}]
          channels   | agents: [{id: a, triggers: [x]}]
          assets     | agents: [{id: a, memory: {scope: shared, asset: x}}]
          assets     | agents: [{id: a, audit: {log: x}}]
          assets     | agents: [{id: a, guardrails: [x]}]
          """)
  void eachNameIsLookedForInItsSection(String section, String text) throws IOException {
    assertThat(errors(read("closed: [" + section + "]\n" + text)))
        .singleElement()
        .asString()
        .contains("'x' is not declared under '" + section + "', which is closed");
    assertThat(errors(read(text))).isEmpty();
  }

  @Test
  void aNameThatMayBeOfSeveralKindsIsUndeclaredOnlyIfAllAreClosed() throws IOException {
    String text = "grants: [{who: everyone, can: [read], on: x}]\n";

    assertThat(errors(read("closed: [assets, channels, principals]\n" + text))).isEmpty();
    assertThat(errors(read("closed: [assets, channels, principals, agents]\n" + text)))
        .singleElement()
        .asString()
        .contains("under 'principals' or 'assets' or 'channels' or 'agents', which are closed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grants: [{who: everyone, can: [read], on: 'x*'}, {who: internet, can: [read], on: '*'}]",
        "assets: [{id: a, readers: [authenticated]}]",
        "agents: [{id: a, repliesTo: [requester]}]",
        "assets: [{id: s, aliases: ['arn:x*']}, {id: t, in: 'arn:x/y'}, {id: u, in: s}]",
        "principals: [{id: a, kind: role, aliases: [other]}, {id: b, kind: group, memberOf: [other]}]"
      })
  void aliasesBeginningsAndBuiltInNamesAreDeclared(String text) throws IOException {
    String all =
        "closed: [principals, assets, channels, credentials, grants, agents, tools, gates]\n";

    assertThat(errors(read(all + text))).isEmpty();
  }

  @Test
  void aRecordWithAMistakeDoesNotMakeItsNameUndeclared() throws IOException {
    Facts facts =
        read(
            "closed: [principals]\nprincipals: [{id: x, kind: persn}]\nagents: [{id: a, owner: x}]\n");

    assertThat(errors(facts)).singleElement().asString().contains("'persn' is not known here");
    assertThat(facts.agents().collect(Agent::id).castToList()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"forum-advice", "destinations", "gate-in-reach", "gate-that-nothing-declares"})
  void wholeWorldsAreReadWithoutAMistake(String name) {
    Path file = Path.of("src", "test", "resources", "inventories", name + ".yaml");
    Facts facts = Inbox.read(Lists.immutable.of(file), Connectors.ALL);

    assertThat(errors(facts)).isEmpty();
    assertThat(facts.agents().castToList()).isNotEmpty();
  }
}
