package dev.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file that breaks costs itself and nothing else: one line says what is the matter, what the good
 * file beside it says is judged as before, and the run can no longer pass. What may not be read for
 * want of permission is shown in {@code InboxTest}, since a test that runs as root is refused
 * nothing.
 */
@Timeout(120)
class BadInputTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private Path json = Path.of("");

  /** A file that breaks, and the line about it. */
  private record Broken(String path, String text, Charset charset, String line) {
    static Broken of(String path, String text, String line) {
      return new Broken(path, text, StandardCharsets.UTF_8, path + line);
    }

    @Override
    public String toString() {
      return path;
    }
  }

  static Stream<Broken> files() {
    return Stream.of(
        Broken.of(
            "bad/alias.yaml",
            "ambit: 1\norganisation: *acme\n",
            ":2: an alias: *acme, which this YAML does not use. Write the value out"),
        Broken.of(
            "bad/anchor.yaml",
            "ambit: 1\norganisation: &acme Acme\n",
            ":2: an anchor: &acme, which this YAML does not use. Remove it"),
        Broken.of(
            "bad/bomb.yaml", bomb(), ":2: an anchor: &a0, which this YAML does not use. Remove it"),
        Broken.of(
            "bad/deep.json",
            "{\"ambit\": 1, \"assets\": " + "[".repeat(100_000),
            ": nesting or text beyond the limit (200 levels, 20 million characters). Split the file"),
        Broken.of(
            "bad/duplicate.json",
            "{\"ambit\": 1, \"assets\": [\n{\"id\": \"y\", \"level\": \"public\", \"level\": \"restricted\"}]}",
            ":2 /assets/0/level: 'level' stands twice, first on line 2. Remove one of the two"),
        Broken.of(
            "bad/duplicate.yaml",
            "ambit: 1\nassets: []\nassets: []\n",
            ":3 /assets: 'assets' stands twice, first on line 2. Put both under one key"),
        Broken.of(
            "bad/empty.json", "", ": the file is empty. Fill it, or take it out of the input"),
        Broken.of(
            "bad/empty.yaml", "\n", ": the file is empty. Fill it, or take it out of the input"),
        Broken.of(
            "bad/half.json",
            "{\"ambit\": 1, \"assets\": [{\"id\": \"a\\ud800\"}]}",
            ":1: half a character, as \\ud800 is without its other half. Write the whole character"),
        Broken.of(
            "bad/half.yaml",
            "ambit: 1\nassets:\n- {id: \"a\\ud800\"}\n",
            ":3: half a character, as \\ud800 is without its other half. Write the whole character"),
        Broken.of(
            "bad/half-account.json",
            "{\"UserDetailList\": [{\"UserName\": \"a\\udc00b\"}]}",
            ":1: the text is no UTF-8; what stands before is kept. Save it as UTF-8"),
        new Broken(
            "bad/latin.yaml",
            "ambit: 1\norganisation: caf\u00e9\n",
            StandardCharsets.ISO_8859_1,
            "bad/latin.yaml:2: bytes that are no UTF-8 text. Save the file as UTF-8"),
        Broken.of(
            "bad/truncated.json",
            "{\"ambit\": 1, \"principals\": [{\"id\": \"x\", \"kind\": \"per",
            ":1: the file ends in the middle of a value. Export it again, it was cut off"),
        Broken.of(
            "bad/unknown.yaml",
            "ambit: 1\nprincipal: []\n",
            ":2 /principal: unknown key 'principal'. The nearest key that exists is 'principals'"),
        Broken.of(
            "bad/wrong-kind.yaml",
            "ambit: 1\nprincipals: {id: x}\n",
            ":2 /principals: expected a list, found an object. Write a list"),
        Broken.of(
            "bad/account.json",
            "{\"UserDetailList\": [], \"RoleDetailList\": [{\"RoleName\": \"a",
            ":1: the text ends in the middle of a value; what stands before is kept. Export it again"),
        Broken.of(
            "bad/.mcp.json",
            "{\"mcpServers\": {\"db\": {\"command\": \"x",
            ":1: the file breaks here, so nothing in it is known. Correct its syntax at this line"),
        Broken.of(
            "bad/.cursor/mcp.json",
            "",
            ": the file is empty. Fill it, or take it out of the input"),
        Broken.of(
            "bad/.claude/settings.json",
            "{\"permissions\": [1]}",
            ":1 /permissions: 'permissions' is a list and should be an object, so what it says is not"
                + " known. Write it as its client documents it"));
  }

  /** Nine lines that would be a thousand million words. */
  private static String bomb() {
    StringBuilder text = new StringBuilder("ambit: 1\norganisation: &a0 [lol, lol]\n");
    for (int i = 1; i < 10; i++) {
      text.append("x").append(i).append(": &a").append(i).append(" [");
      text.append(("*a" + (i - 1) + ", ").repeat(9)).append("]\n");
    }
    return text.toString();
  }

  @BeforeEach
  void aGoodFile(@TempDir Path beside) throws IOException {
    json = beside.resolve("result.json");
    Files.writeString(folder.resolve("good.yaml"), Worlds.EXPOSED);
  }

  private void write(Broken broken) throws IOException {
    Path file = folder.resolve(broken.path());
    Files.createDirectories(file.getParent());
    Files.writeString(file, broken.text(), broken.charset());
  }

  /** Rule, subject and object of each finding. */
  private static List<String> findings(JsonNode result) {
    return Lists.immutable
        .ofAll(result.get("findings"))
        .collect(
            each ->
                each.get("rule").asText()
                    + " "
                    + each.get("subject").asText()
                    + " "
                    + each.get("object").asText())
        .castToList();
  }

  private Ran scan() {
    return Ran.ambit("scan", folder.toString(), "--out", "json=" + json, "-q");
  }

  private JsonNode result() throws IOException {
    return JSON.readTree(json.toFile());
  }

  @ParameterizedTest
  @MethodSource("files")
  void costsItselfAndNothingElse(Broken broken) throws IOException {
    scan();
    List<String> good = findings(result());
    write(broken);
    assertTold(good, List.of(broken.line()));
  }

  @Test
  void manyCostNoMore() throws IOException {
    scan();
    List<String> good = findings(result());
    for (Broken each : files().toList()) {
      write(each);
    }
    assertTold(good, files().map(Broken::line).toList());
  }

  @Test
  void aPipeIsNotOpened() throws IOException, InterruptedException {
    scan();
    List<String> good = findings(result());
    assumeTrue(makesPipe(folder.resolve("pipe.json")), "there is no mkfifo on this machine");
    assertTold(
        good,
        List.of(
            "pipe.json: a pipe, socket or device, which is not opened. Give regular files only"));
  }

  private static boolean makesPipe(Path path) throws InterruptedException {
    try {
      Process made = new ProcessBuilder("mkfifo", path.toString()).start();
      return made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void linksInCirclesAreNotFollowed() throws IOException {
    scan();
    List<String> good = findings(result());
    Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));
    Files.createSymbolicLink(folder.resolve("up"), folder);
    assertTold(
        good,
        List.of(
            "self: it could not be read. Check the disk, or the link if it is one",
            "up: a link back to a folder that it lies in, which is not followed. Remove it"));
  }

  @Test
  void groupsInCirclesAreNoMistake() throws IOException {
    Files.writeString(
        folder.resolve("circle.yaml"),
        Worlds.EXPOSED.replace(
            "{id: staff, kind: group, clearance: internal, size: 30}",
            "{id: staff, kind: group, clearance: internal, size: 30, memberOf: [wheel]}\n"
                + "  - {id: wheel, kind: group, memberOf: [staff, wheel]}"));
    Files.delete(folder.resolve("good.yaml"));
    Ran ran = scan();

    assertThat(findings(result())).contains("action/exposes-classified-data bot payroll");
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void aFileThatNobodyClaimsIsNoMistake() throws IOException {
    Files.write(folder.resolve("photo.bin"), new byte[] {0, (byte) 0xff, 1});
    Ran ran = scan();

    assertThat(result().get("notes").toString()).contains("\"unclaimed\"", "photo.bin");
    assertThat(ran.code()).isEqualTo(1);
  }

  /** One line each, all that was found before, exit 3 and no trace of an exception. */
  private void assertTold(List<String> good, List<String> lines) throws IOException {
    Ran ran = Ran.ambit("scan", folder.toString(), "--out", "json=-");
    Files.writeString(json, ran.out());

    List<String> told = ran.err().lines().toList();
    assertThat(told.subList(0, told.size() - 1)).containsExactlyInAnyOrderElementsOf(lines);
    assertThat(told.get(told.size() - 1)).startsWith("ambit: exit 3: ");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(good).isNotEmpty();
    assertThat(findings(result())).containsAll(good);
    assertThat(result().at("/coverage/complete").asBoolean(true)).isFalse();
  }
}
