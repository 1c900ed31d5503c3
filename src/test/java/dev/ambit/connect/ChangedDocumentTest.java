package dev.ambit.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Change;
import dev.ambit.model.Change.Op;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** Changes are made where they stand, and everything else stays as it was written. */
class ChangedDocumentTest {
  private static final String WORLD =
      """
      ambit: 1   # ours
      tools:
        # who may post
        - {id: post, effects: [publish, read], on: [forum, "wiki"]}   # two
        - id: mail    # müde 😀 of it
          effects:
            - publish  # goes

            # this one stays
            - egress
          on:
            - outbox
          gate: ask
        # the last
        - {id: last}
      agents: []
      """;

  private static String changed(Op op, String pointer, String value) {
    return ChangedDocument.laidOut(
        WORLD, "acme.yaml", Lists.immutable.of(new Change(op, "acme.yaml", pointer, value)));
  }

  @Test
  void anItemOfALineGoes() {
    assertThat(changed(Op.REMOVE, "/tools/0/on/0", ""))
        .isEqualTo(WORLD.replace("[forum, \"wiki\"]", "[\"wiki\"]"));
    assertThat(changed(Op.REMOVE, "/tools/0/on/1", ""))
        .isEqualTo(WORLD.replace("[forum, \"wiki\"]", "[forum]"));
    assertThat(changed(Op.REMOVE, "/tools/0/effects", ""))
        .isEqualTo(WORLD.replace(", effects: [publish, read]", ""));
    assertThat(changed(Op.REMOVE, "/tools/0/id", "")).isEqualTo(WORLD.replace("id: post, ", ""));
  }

  @Test
  void anItemOnLinesOfItsOwnGoesAndTheCommentOfTheNextStays() {
    assertThat(changed(Op.REMOVE, "/tools/1/effects/0", ""))
        .isEqualTo(WORLD.replace("      - publish  # goes\n", ""));
    assertThat(changed(Op.REMOVE, "/tools/1/gate", ""))
        .isEqualTo(WORLD.replace("    gate: ask\n", ""));
    assertThat(changed(Op.REMOVE, "/tools/1", ""))
        .startsWith(WORLD.substring(0, WORLD.indexOf("  - id: mail")))
        .endsWith(WORLD.substring(WORLD.indexOf("  # the last")));
  }

  @Test
  void aListThatLosesItsLastItemIsEmptyAndNotGone() {
    assertThat(changed(Op.REMOVE, "/tools/1/on/0", ""))
        .isEqualTo(WORLD.replace("    on:\n      - outbox\n", "    on: []\n"));
  }

  @Test
  void aNewKeyFollowsTheOthers() {
    assertThat(changed(Op.ADD, "/tools/0/gate", "\"sign\""))
        .isEqualTo(WORLD.replace("\"wiki\"]}", "\"wiki\"], gate: \"sign\"}"));
    assertThat(changed(Op.ADD, "/tools/1/reversible", "true"))
        .isEqualTo(WORLD.replace("    gate: ask\n", "    gate: ask\n    reversible: true\n"));
  }

  @Test
  void aValueIsReplacedWhereItStands() {
    assertThat(changed(Op.REPLACE, "/tools/1/gate", "\"sign\""))
        .isEqualTo(WORLD.replace("gate: ask", "gate: \"sign\""));
    assertThat(changed(Op.ADD, "/tools/1/gate", "\"sign\""))
        .isEqualTo(WORLD.replace("gate: ask", "gate: \"sign\""));
  }

  @Test
  void severalChangesAreMadeOneAfterTheOther() {
    assertThat(
            ChangedDocument.laidOut(
                WORLD,
                "acme.yaml",
                Lists.immutable.of(
                    new Change(Op.REMOVE, "acme.yaml", "/tools/2", ""),
                    new Change(Op.REMOVE, "acme.yaml", "/tools/0/on/0", ""))))
        .isEqualTo(WORLD.replace("  - {id: last}\n", "").replace("forum, \"wiki\"", "\"wiki\""));
  }

  @Test
  void aStatementOfAnAwsPolicyGoesAndTheRestOfTheExportStays() throws IOException {
    String file = "aws/account-authorization-details.json";
    String text = Files.readString(Path.of("sample-data/forum-incident/input").resolve(file));
    String pointer = "/Policies/0/PolicyVersionList/0/Document/Statement/1";
    String after =
        ChangedDocument.laidOut(
            text, file, Lists.immutable.of(new Change(Op.REMOVE, file, pointer, "")));
    assertThat(after.length()).isLessThan(text.length());
    long kept = after.lines().filter(text.lines().toList()::contains).count();
    assertThat(after.lines().count() - kept).isLessThanOrEqualTo(1);
    assertThat(after).doesNotContain("ManageUserDataAccess").contains("ReadUserData");
  }

  @Test
  void whatStandsInAStringIsChangedAllTheSame() {
    String text = "{\"Document\": \"{\\\"Statement\\\": [1, 2]}\"}";
    assertThat(
            ChangedDocument.laidOut(
                text,
                "a.json",
                Lists.immutable.of(new Change(Op.REMOVE, "a.json", "/Document/Statement/0", ""))))
        .contains("{\\\"Statement\\\":[2]}");
  }
}
