package dev.ambit;

import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.Note;
import dev.ambit.resolve.Resolver;
import dev.ambit.rules.Judgement;
import dev.ambit.rules.Mutant;
import dev.ambit.rules.RuleBook;
import dev.ambit.rules.RuleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The world of an example, read and traced once, so that its rule and all mutants of that can be
 * asked of it.
 */
public final class ExampleWorld {
  /** For worlds that name no day: what they show does not hang on one. */
  private static final AsOf ANY_DAY = new AsOf.OfInput(LocalDate.of(2026, 11, 1));

  private final RuleExample example;
  private final ImmutableList<String> unread;
  private final Traced traced;

  private ExampleWorld(RuleExample example, Facts facts) {
    this.example = example;
    this.unread =
        facts
            .notes()
            .select(note -> note.kind() == Note.Kind.ERROR)
            .collect(note -> "cannot be read: " + note.origin().pointer() + " " + note.text());
    this.traced = Traced.of(Resolver.resolve(facts, ANY_DAY.day(facts.settings().asOf())));
  }

  /** Through a file, as every inventory comes. */
  public static ExampleWorld of(RuleExample example) {
    try {
      Path folder = Files.createTempDirectory("ambit-example");
      Path file = folder.resolve("example.json");
      try {
        Files.writeString(file, example.inventory());
        return new ExampleWorld(example, Inbox.read(Lists.immutable.of(file), Connectors.ALL));
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public RuleExample example() {
    return example;
  }

  /**
   * What is not as the example says, a clause each; empty if all is.
   *
   * @param rules may hold others than the example's
   */
  public ImmutableList<String> differences(RuleBook rules) {
    return unread.notEmpty() ? unread : differences(traced.judgedBy(rules.only(example.rule())));
  }

  /** Whether the example fails for a mutant of its rule. */
  public boolean notices(Mutant mutant) {
    try {
      return differences(mutant.book()).notEmpty();
    } catch (RuleException brokenContract) {
      return true;
    }
  }

  private ImmutableList<String> differences(Judgement judgement) {
    ImmutableList<RuleExample.Row> found = judgement.findings().collect(ExampleWorld::row);
    ImmutableList<String> said = judgement.findings().collect(Finding::message);
    ImmutableList<String> told = traced.gaps().collect(gap -> gap.about() + "/" + gap.missing());
    return example
        .finds()
        .reject(found::contains)
        .collect(row -> "does not find " + row)
        .newWithAll(found.reject(example.finds()::contains).collect(row -> "finds " + row))
        .newWithAll(example.says().reject(said::contains).collect(text -> notSaid(text, said)))
        .newWithAll(example.gaps().reject(told::contains).collect(gap -> "does not miss " + gap))
        .newWithAll(judgement.notJudged().collect(rule -> "is not judged in time"));
  }

  private static String notSaid(String text, ImmutableList<String> said) {
    return "does not say '" + text + "', but " + said.makeString("'", "', '", "'");
  }

  private static RuleExample.Row row(Finding finding) {
    return new RuleExample.Row(
        finding.subject(), finding.object(), finding.severity(), finding.severityBest());
  }
}
