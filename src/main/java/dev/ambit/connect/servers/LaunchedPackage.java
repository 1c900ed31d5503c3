package dev.ambit.connect.servers;

import dev.ambit.connect.Secrets;
import dev.ambit.model.Said;
import dev.ambit.model.Tool.Software;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * The software package that a command line fetches and runs, as the launchers document their
 * arguments: npx, bunx, pnpm dlx, yarn dlx; uvx, uv tool run, pipx run; docker and podman run.
 *
 * <p>Pinned means that the same bytes run tomorrow, as far as the registry allows: an exact
 * version, a commit, an image digest. A tag of an image can be moved and is none.
 */
final class LaunchedPackage {
  private static final Pattern EXACT = Pattern.compile("v?\\d+(?:\\.\\d+){1,3}(?:[-+.][\\w.+-]+)?");
  private static final Pattern COMMIT = Pattern.compile(".*[#@][0-9a-f]{40}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final ImmutableSet<String> NODE = Sets.immutable.of("npx", "bunx", "pnpx");
  private static final ImmutableSet<String> NODE_RUN =
      Sets.immutable.of("pnpm dlx", "yarn dlx", "npm exec", "npm x", "bun x");
  private static final ImmutableSet<String> PYTHON_RUN =
      Sets.immutable.of("uv tool run", "pipx run", "uv x");
  private static final ImmutableSet<String> NODE_WITH_VALUE =
      Sets.immutable.of("-p", "--package", "-c", "--call", "-w", "--workspace");
  private static final ImmutableSet<String> PYTHON_WITH_VALUE =
      Sets.immutable.of("--from", "--with", "-p", "--python", "--index-url", "--spec", "--index");
  private static final ImmutableSet<String> CONTAINER_WITHOUT_VALUE =
      Sets.immutable.of(
          "-i",
          "-t",
          "-it",
          "-ti",
          "-d",
          "--rm",
          "--init",
          "--privileged",
          "--interactive",
          "--tty",
          "--detach",
          "--read-only",
          "--no-healthcheck");

  private LaunchedPackage() {}

  /** The package; empty for a program that is already there. */
  static Optional<Software> of(String command, ImmutableList<String> arguments) {
    ImmutableList<String> words =
        Lists.immutable
            .of(BLANKS.split(command.strip(), -1))
            .newWithAll(arguments)
            .reject(String::isEmpty);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String program = program(words.getFirst());
    if (program.equals("cmd") && words.size() > 2) {
      return of("", words.drop(2));
    }
    if (NODE.contains(program)) {
      return node(words.drop(1));
    }
    if (program.equals("uvx")) {
      return python(words.drop(1));
    }
    if ((program.equals("docker") || program.equals("podman")) && words.contains("run")) {
      return container(words.drop(words.indexOf("run") + 1));
    }
    return behindVerb(program, words);
  }

  private static Optional<Software> behindVerb(String program, ImmutableList<String> words) {
    for (int verbs = 1; verbs <= 2 && verbs < words.size(); verbs++) {
      String launcher = program + " " + words.subList(1, verbs + 1).makeString(" ");
      ImmutableList<String> rest = words.drop(verbs + 1);
      if (NODE_RUN.contains(launcher)) {
        return node(rest);
      }
      if (PYTHON_RUN.contains(launcher)) {
        return python(rest);
      }
    }
    return Optional.empty();
  }

  /** Options may come first; {@code --package} names it where the first word is a program in it. */
  private static Optional<Software> node(ImmutableList<String> words) {
    return valueOf(Sets.immutable.of("-p", "--package"), words)
        .or(() -> firstPlain(words, NODE_WITH_VALUE))
        .map(
            spec -> {
              int at = spec.lastIndexOf('@');
              boolean versioned = at > 0 && !spec.contains("://");
              return software(
                  versioned ? spec.substring(0, at) : spec,
                  COMMIT.matcher(spec).matches()
                      || (versioned && EXACT.matcher(spec.substring(at + 1)).matches()));
            });
  }

  private static Optional<Software> python(ImmutableList<String> words) {
    return valueOf(Sets.immutable.of("--from", "--spec"), words)
        .or(() -> firstPlain(words, PYTHON_WITH_VALUE))
        .map(
            spec -> {
              String[] parts = spec.contains("://") ? new String[] {spec} : spec.split("==|@", 2);
              return software(
                  parts[0],
                  COMMIT.matcher(spec).matches()
                      || (parts.length > 1 && EXACT.matcher(parts[1]).matches()));
            });
  }

  private static Optional<Software> container(ImmutableList<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("-")) {
        String image = word.split("@", 2)[0];
        int tag = image.indexOf(':', image.lastIndexOf('/') + 1);
        return Optional.of(
            software(tag < 0 ? image : image.substring(0, tag), word.contains("@sha256:")));
      }
      if (!CONTAINER_WITHOUT_VALUE.contains(word) && !word.contains("=")) {
        i++;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> firstPlain(
      ImmutableList<String> words, ImmutableSet<String> withValue) {
    for (int i = 0; i < words.size(); i++) {
      if (withValue.contains(words.get(i))) {
        i++;
      } else if (!words.get(i).startsWith("-")) {
        return Optional.of(words.get(i));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> valueOf(
      ImmutableSet<String> options, ImmutableList<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (options.contains(word) && i + 1 < words.size()) {
        return Optional.of(words.get(i + 1));
      }
      int equals = word.indexOf('=');
      if (equals > 0 && options.contains(word.substring(0, equals))) {
        return Optional.of(word.substring(equals + 1));
      }
    }
    return Optional.empty();
  }

  private static Software software(String name, boolean pinned) {
    // Behind a hash stands a commit or branch of a repository, which is no part of its name.
    return new Software(Secrets.masked(name.split("#", 2)[0]), pinned, Said.nothing());
  }

  /** The last part of a path of either system, without the endings of Windows. */
  private static String program(String command) {
    String path = command.replace('\\', '/');
    return path.substring(path.lastIndexOf('/') + 1)
        .toLowerCase(Locale.ROOT)
        .replaceFirst("\\.(exe|cmd|bat)$", "");
  }
}
