package dev.ambit;

import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Severity;
import dev.ambit.rules.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A tiny world beside a rule, and what the rule must find in it: these rows and no other. It goes
 * through the whole line, so that it proves the severity too.
 *
 * @param world what is so in it, in words
 * @param origin where the example stands
 * @param inventory the world, as JSON
 * @param finds sorted
 * @param gaps node and missing word of facts that must be told as missing; there may be more
 */
public record RuleExample(
    String rule,
    String world,
    Origin origin,
    String inventory,
    ImmutableList<Row> finds,
    ImmutableList<String> gaps) {
  /** For worlds that name no day: what they show does not hang on one. */
  private static final LocalDate ANY_DAY = LocalDate.of(2026, 11, 1);

  /** A finding of the rule, as far as an example speaks of it. */
  public record Row(String subject, String object, Severity severity, Severity best)
      implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      return toString().compareTo(other.toString());
    }

    /** {@code subject object severity}, with the best case where it differs. */
    @Override
    public String toString() {
      String range = best == severity ? "" : ", at best " + best.word();
      return subject + " " + object + " " + severity.word() + range;
    }
  }

  /** What is not as the example says, a clause each; empty if all is. */
  public ImmutableList<String> differences(RuleBook rules) {
    Facts facts = facts();
    ImmutableList<String> unread =
        facts
            .notes()
            .select(note -> note.kind() == Note.Kind.ERROR)
            .collect(note -> "cannot be read: " + note.origin().pointer() + " " + note.text());
    if (unread.notEmpty()) {
      return unread;
    }
    AnalysisResult result =
        Analysis.judge(
            facts,
            rules.only(rule),
            new Options(
                Lists.immutable.empty(),
                Lists.immutable.empty(),
                Severity.NONE,
                false,
                new AsOf.OfInput(ANY_DAY)));
    return differences(result);
  }

  private ImmutableList<String> differences(AnalysisResult result) {
    ImmutableList<Row> found =
        result
            .findings()
            .collect(
                each ->
                    new Row(each.subject(), each.object(), each.severity(), each.severityBest()));
    ImmutableList<String> told = result.gaps().collect(gap -> gap.about() + "/" + gap.missing());
    return finds
        .reject(found::contains)
        .collect(row -> "does not find " + row)
        .newWithAll(found.reject(finds::contains).collect(row -> "finds " + row))
        .newWithAll(gaps.reject(told::contains).collect(gap -> "does not miss " + gap));
  }

  /** Through a file, as every inventory comes. */
  private Facts facts() {
    try {
      Path folder = Files.createTempDirectory("ambit-example");
      Path file = folder.resolve("example.json");
      try {
        Files.writeString(file, inventory);
        return Inbox.read(Lists.immutable.of(file), Connectors.ALL);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
