package dev.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The worked story: each command of the README is run as it stands there, and what it says is what
 * the README shows. {@code -Dexpected=write} writes it there.
 */
class WorkedStoryTest {
  private static final Path README = Path.of("sample-data/forum-incident/README.md");
  private static final String BEGINS = "```console";
  private static final String ENDS = "```";

  @TempDir Path folder;

  @Test
  void everyCommandSaysWhatTheReadmeShows() throws Exception {
    String shown = Files.readString(README);
    List<String> lines = new ArrayList<>();
    boolean isShell = false;
    int commands = 0;
    for (String line : shown.lines().toList()) {
      if (isShell && line.startsWith("$ ")) {
        lines.add(line);
        lines.addAll(said(line.substring(2)));
        commands++;
      } else if (!isShell || line.equals(ENDS)) {
        lines.add(line);
      }
      isShell = isShell ? !line.equals(ENDS) : line.equals(BEGINS);
    }
    assertThat(commands).isGreaterThan(8);
    String told = String.join("\n", lines) + "\n";
    if ("write".equals(System.getProperty("expected"))) {
      Files.writeString(README, told);
    }
    assertThat(told).isEqualTo(Files.readString(README));
  }

  /** Without blanks at line ends; the folder of the story is one of this test. */
  private List<String> said(String command) throws Exception {
    String here = command.replaceAll("\\bstory\\b", folder.resolve("story").toString());
    String out = here.startsWith("bin/ambit ") ? ambit(here) : shell(here);
    return out.replace(folder + "/", "").lines().map(String::stripTrailing).toList();
  }

  private static String ambit(String command) {
    List<String> words = new ArrayList<>();
    String[] parts = command.substring("bin/ambit ".length()).split("\"", -1);
    for (int i = 0; i < parts.length; i++) {
      words.addAll(i % 2 == 1 ? List.of(parts[i]) : List.of(parts[i].strip().split(" ")));
    }
    Ran ran = Ran.ambit(words.toArray(String[]::new));
    return ran.out() + ran.err();
  }

  private static String shell(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("/bin/sh", "-c", command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }
}
