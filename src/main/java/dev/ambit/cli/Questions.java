package dev.ambit.cli;

import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.request.AccessAnswer;
import dev.ambit.report.AccessFound;
import dev.ambit.report.WhoFound;
import dev.ambit.resolve.Resolver;
import dev.ambit.resolve.aws.AwsQuestions;
import dev.ambit.verdict.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.collections.api.list.ImmutableList;

/** The work of {@code ambit can} and {@code ambit who}: reading, and one question about it. */
final class Questions {
  private Questions() {}

  static Outcome can(CanCommand asked, Console console) {
    mustBeAction(asked.action);
    Map<String, ImmutableList<String>> context = asked.options.values();
    boolean asJson = asked.options.asJson();
    return answered(
        asked.paths,
        console,
        questions -> {
          mustBeResource(asked.resource, questions);
          AccessAnswer answer =
              questions
                  .can(asked.principal, asked.action, asked.resource, context)
                  .orElseThrow(
                      () ->
                          new UsageException(
                              "there is no principal '"
                                  + asked.principal
                                  + "'"
                                  + Suggestion.after(asked.principal, questions.principals())));
          AccessFound found = new AccessFound(answer);
          return () -> {
            if (asJson) {
              found.writeJson(console.out());
            } else {
              found.writeText(console.out(), console.look());
            }
          };
        });
  }

  static Outcome who(WhoCommand asked, Console console) {
    mustBeAction(asked.action);
    Map<String, ImmutableList<String>> context = asked.options.values();
    boolean asJson = asked.options.asJson();
    return answered(
        asked.paths,
        console,
        questions -> {
          mustBeResource(asked.asset, questions);
          WhoFound found =
              new WhoFound(
                  asked.asset, asked.action, questions.who(asked.asset, asked.action, context));
          return () -> {
            if (asJson) {
              found.writeJson(console.out());
            } else {
              found.writeText(console.out(), console.look());
            }
          };
        });
  }

  /** Writes an answer. */
  private interface Writing {
    void write() throws IOException;
  }

  private static Outcome answered(
      List<Path> paths, Console console, Function<AwsQuestions, Writing> question) {
    Facts facts;
    Writing writing;
    try (Progress progress = Progress.of(console)) {
      progress.begin("reading");
      facts = Inbox.read(InputPaths.of(paths), Connectors.ALL);
      writing = question.apply(AwsQuestions.about(Resolver.joined(facts)));
    }
    try {
      writing.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return facts.notes().anySatisfy(note -> note.kind() == Note.Kind.ERROR)
        ? new Outcome(ExitCode.INCOMPLETE, "answered from what could be read; not all could")
        : new Outcome(ExitCode.PASSED, "answered");
  }

  private static void mustBeAction(String action) {
    if (!action.matches("[A-Za-z0-9-]+:[A-Za-z0-9]+")) {
      throw new UsageException("expected one action like s3:GetObject, and found '" + action + "'");
    }
  }

  private static void mustBeResource(String name, AwsQuestions questions) {
    if (!questions.isResource(name)) {
      throw new UsageException(
          "there is no asset '" + name + "'" + Suggestion.after(name, questions.assets()));
    }
  }
}
