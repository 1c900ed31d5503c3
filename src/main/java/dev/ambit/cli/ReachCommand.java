package dev.ambit.cli;

import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.AccessMap;
import dev.ambit.model.AgentAccess;
import dev.ambit.model.Case;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.report.ReachFound;
import dev.ambit.resolve.Resolver;
import dev.ambit.trace.Statements;
import dev.ambit.trace.Tracer;
import dev.ambit.verdict.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.api.list.ImmutableList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit reach}: what one agent can do, in plain words. */
@Command(
    name = "reach",
    description = "Says what an agent can do, who hears it and who steers it.",
    sortOptions = false)
final class ReachCommand implements Task {
  @Parameters(index = "0", paramLabel = "AGENT", description = "Its id.")
  String agent = "";

  @Parameters(
      index = "1..*",
      paramLabel = "PATH",
      description = "Files and folders to read; default: the current folder.")
  List<Path> paths = new ArrayList<>();

  @Option(names = "--out", paramLabel = "FORMAT=-", description = "json=- for a program.")
  String out = "text=-";

  @Mixin DayOption day = new DayOption();

  @Override
  public Outcome run(Console console) {
    boolean asJson = out.equals("json=-");
    if (!asJson && !out.equals("text=-")) {
      throw new UsageException("reach answers on stdout: --out json=- or --out text=-");
    }
    Facts facts;
    ReachFound found;
    try (Progress progress = Progress.of(console)) {
      progress.begin("reading");
      facts = Inbox.read(InputPaths.of(paths), Connectors.ALL);
      AccessMap access = Resolver.resolve(facts, day.asOf(console).day(facts.settings().asOf()));
      found = new ReachFound(of(Statements.of(Tracer.trace(access, Case.WORST)).agents()));
    }
    try {
      if (asJson) {
        found.writeJson(console.out());
      } else {
        found.writeText(console.out(), console.look());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return facts.notes().anySatisfy(note -> note.kind() == Note.Kind.ERROR)
        ? new Outcome(ExitCode.INCOMPLETE, "answered from what could be read; not all could")
        : new Outcome(ExitCode.PASSED, "answered");
  }

  private AgentAccess of(ImmutableList<AgentAccess> agents) {
    return agents
        .detectOptional(each -> each.agent().equals(agent))
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no agent '"
                        + agent
                        + "'"
                        + Suggestion.after(agent, agents.collect(AgentAccess::agent))));
  }
}
