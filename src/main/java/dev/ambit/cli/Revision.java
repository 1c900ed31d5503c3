package dev.ambit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A revision of the git repository that a file stands in. */
record Revision(String ref) {

  /**
   * The file as it is there; empty if it is not.
   *
   * @throws UsageException if there is no git, no repository or no such revision
   */
  Optional<String> textOf(Path file) {
    Path place = file.toAbsolutePath().normalize();
    Path folder = Objects.requireNonNull(place.getParent(), "a file stands in a folder");
    if (!Files.isDirectory(folder)) {
      throw new UsageException("there is no folder " + folder);
    }
    if (git(folder, "rev-parse", "--is-inside-work-tree").code != 0) {
      throw new UsageException(
          file + " stands in no git repository, so --waivers-from cannot find " + ref);
    }
    Said commit =
        git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}");
    if (commit.code != 0) {
      throw new UsageException(
          "this repository has no revision '" + ref + "'; fetch it first, or write another");
    }
    String object = commit.text.strip() + ":./" + place.getFileName();
    return git(folder, "cat-file", "-e", object).code == 0
        ? Optional.of(git(folder, "cat-file", "blob", object).text)
        : Optional.empty();
  }

  private record Said(int code, String text) {}

  private static Said git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Said(process.waitFor(), text);
    } catch (IOException e) {
      throw new UsageException(
          "--waivers-from needs git, which cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("interrupted while git was asked", e);
    }
  }
}
