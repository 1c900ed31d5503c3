package dev.ambit.cli;

import dev.ambit.repair.Costs;
import dev.ambit.repair.LeastChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit fix}: the least costly changes that close everything, proved by a second scan. */
@Command(
    name = "fix",
    description = {
      "Finds the least costly set of changes that closes the open findings, makes it in a copy in",
      "memory, scans that, and says what is closed. It never changes an input."
    },
    sortOptions = false)
final class FixCommand implements Task {
  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files and folders to read; default: the current folder.")
  List<Path> paths = new ArrayList<>();

  @Option(
      names = "--finding",
      paramLabel = "ID",
      description = "Close this one only. Repeatable; default: all at or above low.")
  List<String> findings = new ArrayList<>();

  @Option(names = "--agent", paramLabel = "ID", description = "Close those of this agent only.")
  @Nullable String agent;

  @Option(
      names = "--cost",
      paramLabel = "KIND=N",
      description = {
        "What a change of this kind costs, in place of its own cost. Kinds, cheapest first:",
        "unused-right 0, tool-target, tool-effect, agent-part, setting, smaller-right 1,",
        "right, gate, connection 2, control 3, people, identity 4, split-agent 5. Repeatable."
      })
  List<String> costs = new ArrayList<>();

  @Option(names = "--waivers", paramLabel = "FILE", description = "What this file waives may stay.")
  @Nullable Path waivers;

  @Option(
      names = "--patch",
      paramLabel = "DIR",
      description = {
        "Write the changes there to be reviewed: for each file a JSON Patch (RFC 6902) and the",
        "file as it would be."
      })
  @Nullable Path patch;

  @Option(
      names = "--trials",
      paramLabel = "N",
      description =
          "Second scans to make at most in search of a cheaper answer than the first; default: "
              + LeastChange.TRIALS
              + ", fewer in a large world.")
  @Nullable Integer trials;

  @Option(names = "--out", paramLabel = "FORMAT=-", description = "json=- for a program.")
  String out = "text=-";

  @Mixin Judging judging = new Judging();

  @Override
  public Outcome run(Console console) {
    return Fixing.run(this, console);
  }

  Costs weights() {
    Costs all = Costs.DEFAULT;
    for (String each : costs) {
      int equals = each.indexOf('=');
      if (equals < 1 || !each.substring(equals + 1).matches("\\d{1,6}")) {
        throw new UsageException("--cost takes KIND=N, as in people=10, and found '" + each + "'");
      }
      String kind = each.substring(0, equals);
      ImmutableList<String> kinds = Costs.words();
      all =
          all.with(kind, Integer.parseInt(each.substring(equals + 1)))
              .orElseThrow(
                  () ->
                      new UsageException(
                          "there is no kind of change '"
                              + kind
                              + "'"
                              + Suggestion.after(kind, kinds)));
    }
    return all;
  }
}
