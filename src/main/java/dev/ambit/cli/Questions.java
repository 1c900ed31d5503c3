package dev.ambit.cli;

import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.connect.awsiam.SessionPolicies;
import dev.ambit.model.Facts;
import dev.ambit.model.Policy;
import dev.ambit.model.request.AccessAnswer;
import dev.ambit.report.AccessFound;
import dev.ambit.report.Telling;
import dev.ambit.report.WhoFound;
import dev.ambit.resolve.Resolver;
import dev.ambit.resolve.aws.AwsQuestions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The work of {@code ambit can} and {@code ambit who}: reading, and one question about it. */
final class Questions {
  private Questions() {}

  static Outcome can(CanCommand asked, Console console) {
    mustBeAction(asked.action);
    Map<String, ImmutableList<String>> context = asked.options.values();
    ImmutableList<Policy> session = session(asked.sessionPolicy);
    return answered(
        asked.paths,
        asked.options.asJson(),
        console,
        questions -> {
          mustBeResource(asked.resource, questions);
          AccessAnswer answer =
              questions
                  .can(asked.principal, asked.action, asked.resource, context, session)
                  .orElseThrow(
                      () ->
                          new UsageException(
                              "there is no principal '"
                                  + asked.principal
                                  + "'"
                                  + Suggestion.after(asked.principal, questions.principals())));
          return new AccessFound(answer);
        });
  }

  private static ImmutableList<Policy> session(String file) {
    if (file.isEmpty()) {
      return Lists.immutable.empty();
    }
    try (InputStream bytes = Files.newInputStream(Path.of(file))) {
      return SessionPolicies.read(bytes, file);
    } catch (IOException | InvalidPathException e) {
      throw new UsageException("there is no file " + file + " that can be read", e);
    }
  }

  static Outcome who(WhoCommand asked, Console console) {
    mustBeAction(asked.action);
    if (asked.resolving.snapshot.file().isPresent()) {
      throw new UsageException("--action reads the policies themselves; a snapshot has none");
    }
    Map<String, ImmutableList<String>> context = asked.options.values();
    return answered(
        asked.paths,
        asked.options.asJson(),
        console,
        questions -> {
          mustBeResource(asked.asset, questions);
          return new WhoFound(
              asked.asset, asked.action, questions.who(asked.asset, asked.action, context));
        });
  }

  private static Outcome answered(
      List<Path> paths, boolean asJson, Console console, Function<AwsQuestions, Telling> question) {
    Facts facts;
    Telling answer;
    try (Progress progress = Progress.of(console)) {
      progress.begin("reading");
      facts = Inbox.read(InputPaths.of(paths), Connectors.ALL);
      answer = question.apply(AwsQuestions.about(Resolver.joined(facts)));
    }
    console.tell(answer, asJson);
    return Outcome.answered(facts.areWhole());
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
