package dev.ambit.connect.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.TextDocument;
import dev.ambit.model.Agent;
import dev.ambit.model.Asset;
import dev.ambit.model.Facts;
import dev.ambit.model.Grant;
import dev.ambit.model.Levels;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Principal;
import dev.ambit.model.Said;
import dev.ambit.model.Settings;
import java.util.Arrays;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryConnectorTest {
  private static final InventoryConnector CONNECTOR = new InventoryConnector();

  /** What inventories say together; the first is a.yaml, the next b.yaml, … */
  private static Facts facts(String... texts) {
    var parts = Lists.mutable.<Facts>empty();
    for (int i = 0; i < texts.length; i++) {
      String path = (char) ('a' + i) + ".yaml";
      parts.add(CONNECTOR.read(TextDocument.of(path, "ambit: 1\n" + texts[i])));
    }
    return CONNECTOR.join(parts.toImmutable());
  }

  private static List<String> mistakes(Facts facts) {
    return facts
        .notes()
        .select(note -> note.kind() == Note.Kind.ERROR)
        .collect(note -> note.origin() + ": " + note.text())
        .castToList();
  }

  @Test
  void eachElementOfAListKnowsItsOwnPlace() {
    Facts facts = facts("channels:\n- id: forum\n  readers:\n  - a\n  - b\n");

    assertThat(facts.channels().get(0).readers().all().get(1).origin())
        .isEqualTo(new Origin("a.yaml", 6, "/channels/0/readers/1"));
  }

  @Test
  void absentIsNotSaidAndAnEmptyListIsNone() {
    Facts facts = facts("channels:\n- {id: open}\n- {id: shut, readers: []}\n");

    assertThat(facts.channels().get(0).readers().said()).isFalse();
    assertThat(facts.channels().get(1).readers().said()).isTrue();
    assertThat(facts.channels().get(1).readers().all().castToList()).isEmpty();
  }

  @Test
  void aGrantWithoutIdIsCalledByWhoCanAndOn() {
    Facts facts =
        facts(
            "grants:\n- {who: g, can: [write, '*', read], on: 'b*'}\n- {id: x, who: g, can: [read], on: t}\n");

    assertThat(facts.grants().collect(Grant::id).castToList())
        .containsExactly("g:*+read+write:b*", "x");
    assertThat(facts.grants().get(0).anyVerb()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          chanels: []                                     | a.yaml:2 /chanels: unknown key 'chanels'. The nearest key that exists is 'channels'
          channels: [{id: a, raeders: []}]                | a.yaml:2 /channels/0/raeders: unknown key 'raeders'. The nearest key that exists is 'readers'
          principals: [{kind: person}]                    | a.yaml:2 /principals/0: 'id' is missing. Add it, for example "id": "..."
          principals: [{id: a}]                           | a.yaml:2 /principals/0: 'kind' is missing. Add it, for example "kind": "..."
          principals: [{id: a b, kind: person}]           | a.yaml:2 /principals/0/id: 'a b' is empty, or has a space or '*' in it. Write an id
          principals: [{id: everyone, kind: group}]       | a.yaml:2 /principals/0/id: 'everyone' is a name that Ambit uses itself. Choose another id
          principals: [{id: a, kind: persn}]              | a.yaml:2 /principals/0/kind: 'persn' is not known here. Among the words accepted: person, group, service, role, job
          principals: [{id: a, kind: group, size: -1}]    | a.yaml:2 /principals/0/size: expected a whole number from 0 to 2147483647, found '-1'. Write digits only
          principals: [{id: a, kind: group, size: 1.5}]   | a.yaml:2 /principals/0/size: expected a whole number from 0 to 2147483647, found '1.5'. Write digits only
          principals: [{id: 12, kind: person}]            | a.yaml:2 /principals/0/id: expected text, found a number. Put it in quotes
          principals: [{id: a, kind: person, active: no}] | a.yaml:2 /principals/0/active: expected true or false, found text. Write true or false
          principals: [{id: a, kind: group, memberOf: }]  | a.yaml:2 /principals/0/memberOf: expected a list, found nothing. Write a value, or leave the key out
          principals: [{id: a, kind: group, memberOf: b}] | a.yaml:2 /principals/0/memberOf: expected a list, found text. Write a list
          assets: [{id: a, readers: [b, b]}]              | a.yaml:2 /assets/0/readers/1: 'b' stands twice in this list. Remove one
          principals: [{id: a, id: b, kind: person}]      | a.yaml:2 /principals/0/id: 'id' stands twice, first on line 2. Remove one of the two
          principals: {a: person}                         | a.yaml:2 /principals: expected a list, found an object. Write a list
          principals: [a]                                 | a.yaml:2 /principals/0: expected an object, found text. Write an object
          assets: [{id: a, level: secret}]                | a.yaml:2 /assets/0/level: 'secret' is no level. Accepted: public, internal, restricted, confidential
          defaults: {level: secret}                       | a.yaml:2 /defaults/level: 'secret' is no level. Accepted: public, internal, restricted, confidential
          labels: {X: secret}                             | a.yaml:2 /labels/X: 'secret' is no level. Accepted: public, internal, restricted, confidential
          levels: [one]                                   | a.yaml:2 /levels: a ladder needs at least two levels. Write them from low to high
          asOf: 31/03/2026                                | a.yaml:2 /asOf: expected a date like 2026-03-31, found '31/03/2026'. Write year-month-day, of a day that exists
          credentials: [{id: a, created: 2026-02-30}]     | a.yaml:2 /credentials/0/created: expected a date like 2026-03-31, found '2026-02-30'. Write year-month-day, of a day that exists
          credentials: [{id: a, expires: soon}]           | a.yaml:2 /credentials/0/expires: expected a date like 2026-03-31, or never, found 'soon'. Write year-month-day, of a day that exists
          grants: [{who: a, can: [], on: b}]              | a.yaml:2 /grants/0/can: the list is empty. Write at least one word in it
          grants: [{who: a, can: [raed], on: b}]          | a.yaml:2 /grants/0/can/0: 'raed' is not known here. Among the words accepted: read, write, share, *, delete
          grants: [{who: a, can: [read], on: 'a*b'}]      | a.yaml:2 /grants/0/on: 'a*b' is empty, or has a space in it, or a '*' before its end. Write an id, or its beginning followed by '*'
          tools: [{id: a, effects: [decrypt]}]            | a.yaml:2 /tools/0/effects/0: 'decrypt' is not known here. Among the words accepted: delete, egress, read, write, share
          agents: [{id: a, tools: [], toolsOmitted: true}]| a.yaml:2 /agents/0: 'tools' and 'toolsOmitted: true' contradict each other. Remove 'toolsOmitted' if the list is complete, or else 'tools'
          agents: [{id: a, audit: true}]                  | a.yaml:2 /agents/0/audit: expected an object or false. Write either
          agents: [{id: a, calls: [{token: own}]}]        | a.yaml:2 /agents/0/calls/0: 'agent' is missing. Add it, for example "agent": "..."
          agents: [{id: a, stop: now}]                    | a.yaml:2 /agents/0/stop: 'now' is not known here. Accepted: none, local, remote
          closed: [people]                                | a.yaml:2 /closed/0: 'people' is not known here. Among the words accepted: tools, assets, grants, agents, gates
          """)
  void aMistakeNamesItsPlaceAndWhatToDo(String text, String message) {
    assertThat(mistakes(facts(text))).containsExactly(message);
  }

  @Test
  void aMistakeDropsItsRecordAndNothingElse() {
    Facts facts =
        facts(
            "principals:\n- {id: a, kind: person}\n- {id: b, kind: prsn}\n- {id: c, kind: group}\n");

    assertThat(facts.principals().collect(Principal::id).castToList()).containsExactly("a", "c");
    assertThat(mistakes(facts)).hasSize(1);
  }

  @Test
  void allMistakesOfAFileAreNamedAtOnce() {
    Facts facts =
        facts(
            "principals:\n- {id: a, kind: prsn, siez: 3}\nassets:\n- {id: b, level: x}\n- {name: c}\n");

    assertThat(mistakes(facts)).hasSize(4);
  }

  @Test
  void whatStandsBeforeABreakIsKeptAndNothingIsCompleteAnyMore() {
    Facts facts =
        facts("closed: [principals]\nprincipals:\n- {id: a, kind: person}\n- {id: b, kind: *x}\n");

    assertThat(facts.principals().collect(Principal::id).castToList()).containsExactly("a");
    assertThat(facts.settings().isClosed("principals")).isFalse();
    assertThat(mistakes(facts))
        .containsExactly(
            "a.yaml:5: an alias: *x, which this YAML does not use. Write the value out");
  }

  @Test
  void anInventoryOfALaterVersionIsClaimedAndNotRead() {
    TextDocument later =
        TextDocument.of("a.yaml", "ambit: 2\nprincipals: [{id: a, kind: robot}]\n");
    Facts facts = CONNECTOR.read(later);

    assertThat(CONNECTOR.claims(later)).isTrue();
    assertThat(facts.count()).isZero();
    assertThat(mistakes(facts))
        .containsExactly(
            "a.yaml:1 /ambit: this is an inventory of version 2. This Ambit reads version 1: write ambit: 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.yaml | ambit: 1                              | true
          a.yml  | # comment\\norganisation: x\\nambit: 1 | true
          a.yaml | "ambit": 1                            | true
          a.json | {"x": {"ambit": 1}, "y": 2}           | false
          a.json | {"x": [1, "}"], "ambit": 1            | true
          a.json | {"x": "ambit", "y": "ambit: 1"}       | false
          a.yaml | {ambit: 1, principals: []}            | true
          a.yaml | given:\\n  ambit: 1                   | false
          a.yaml | ambition: 1                           | false
          a.md   | ambit: 1                              | false
          """)
  void aFileIsClaimedByItsKeyAtTheTop(String path, String text, boolean claimed) {
    assertThat(CONNECTOR.claims(TextDocument.of(path, text.replace("\\n", "\n"))))
        .isEqualTo(claimed);
  }

  @Test
  void theSameIdInTwoFilesIsOneNodeThatKnowsWhatBothSay() {
    Facts facts =
        facts(
            "principals:\n- {id: a, kind: group, size: 3}\n",
            "principals:\n- {id: a, kind: group, clearance: internal, size: 3}\n");

    assertThat(mistakes(facts)).isEmpty();
    assertThat(facts.principals().castToList()).hasSize(1);
    assertThat(facts.principals().get(0).clearance())
        .isEqualTo(Said.of("internal", new Origin("b.yaml", 3, "/principals/0/clearance")));
    assertThat(facts.principals().get(0).size().value()).contains(3);
  }

  @Test
  void theSameIdWithAnotherValueIsAMistakeThatNamesBothPlaces() {
    Facts facts =
        facts(
            "principals:\n- {id: a, kind: group, size: 3}\n",
            "principals:\n- {id: a, kind: group, size: 4}\n");

    assertThat(facts.principals().get(0).size().value()).contains(3);
    assertThat(mistakes(facts))
        .containsExactly(
            "b.yaml:3 /principals/0: 'a' also stands at a.yaml:3 /principals/0, with another 'size'."
                + " Make them equal, or remove one");
  }

  @Test
  void idsAreOneNamespaceAcrossSections() {
    Facts facts = facts("principals:\n- {id: a, kind: group}\nassets:\n- {id: a}\n");

    assertThat(facts.assets().castToList()).isEmpty();
    assertThat(mistakes(facts))
        .containsExactly(
            "a.yaml:5 /assets/0: 'a' is an asset here and a principal at a.yaml:3 /principals/0."
                + " Rename one of them");
  }

  @Test
  void twoGrantsThatDifferNeedIdsOfTheirOwn() {
    Facts facts =
        facts(
            "grants:\n- {who: a, can: [read], on: t}\n- {who: a, can: [read], on: t, effect: deny}\n");

    assertThat(mistakes(facts))
        .containsExactly(
            "a.yaml:4 /grants/1: 'a:read:t' also stands at a.yaml:3 /grants/0, with another 'deny'."
                + " Give one an id of its own, or make them equal");
  }

  @Test
  void settingsMayStandInOneFileOrBeEqualInAll() {
    assertThat(facts("levels: [a, b]\n", "asOf: 2026-01-02\n").settings())
        .satisfies(
            settings -> {
              assertThat(settings.levels()).isEqualTo(new Levels(Lists.immutable.of("a", "b")));
              assertThat(settings.clearance()).isEqualTo("b");
              assertThat(settings.asOf().isSaid()).isTrue();
            });
    assertThat(mistakes(facts("levels: [a, b]\n", "levels: [a, b]\n"))).isEmpty();
    assertThat(mistakes(facts("levels: [a, b]\n", "levels: [b, a]\n")))
        .containsExactly(
            "b.yaml:2 /levels: 'levels' is not what a.yaml:2 /levels says."
                + " Say it in one file, or the same in both");
  }

  @Test
  void aSectionIsClosedIfEveryFileThatHasItSaysSo() {
    String closed = "closed: [assets, gates]\nassets: []\n";

    assertThat(facts(closed, "principals: []\n").settings().closed().castToList())
        .containsExactly("assets", "gates");
    assertThat(facts(closed, "assets: []\n").settings().closed().castToList())
        .containsExactly("gates");
  }

  @Test
  void withoutAWordTheSecondLevelIsTheClearanceAndTheHighestTheLevelOfUnlabelledData() {
    Settings settings = facts("levels: [open, staff, secret]\n").settings();

    assertThat(settings.clearance()).isEqualTo("staff");
    assertThat(settings.level()).isEqualTo("secret");
    assertThat(facts("").settings().largeAudience()).isEqualTo(50);
  }

  @Test
  void aMappedLabelStandsForItsLevel() {
    Facts facts = facts("labels: {PII: restricted}\nassets:\n- {id: a, level: PII}\n");

    assertThat(facts.assets().flatCollect(Asset::levels).collect(Said.Value::said).castToList())
        .containsExactly("restricted");
  }

  @Test
  void auditFalseIsNotTheSameAsNoAuditSaid() {
    Facts facts = facts("agents:\n- {id: a, audit: false}\n- {id: b}\n- {id: c, audit: {}}\n");

    assertThat(
            facts
                .agents()
                .collect(agent -> agent.audit().value().map(Agent.Audit::none))
                .castToList())
        .containsExactly(
            java.util.Optional.of(true), java.util.Optional.empty(), java.util.Optional.of(false));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100, 500, 1000, 1500, 1900})
  void whereverAFileIsCutNothingIsThrown(int length) {
    String whole =
        "{\"ambit\": 1, \"closed\": [\"agents\"],\n\"agents\": ["
            + "{\"id\": \"a\"},\n".repeat(200);
    byte[] cut = Arrays.copyOf(whole.getBytes(java.nio.charset.StandardCharsets.UTF_8), length);
    Facts facts = CONNECTOR.read(new TextDocument("a.json", cut));

    assertThat(mistakes(facts)).hasSize(1);
    assertThat(mistakes(facts).get(0)).startsWith("a.json:").contains("ends in the middle");
  }
}
