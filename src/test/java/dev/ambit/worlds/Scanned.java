package dev.ambit.worlds;

import dev.ambit.Analysis;
import dev.ambit.AsOf;
import dev.ambit.Options;
import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Note;
import dev.ambit.model.Severity;
import dev.ambit.rules.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.collections.impl.factory.Lists;

/** Worlds through the whole line, from text. */
final class Scanned {
  private static final Options OPTIONS =
      new Options(
          Lists.immutable.empty(),
          Lists.immutable.empty(),
          Severity.NONE,
          false,
          false,
          new AsOf.OfInput(LocalDate.of(2026, 11, 1)));

  private Scanned() {}

  static AnalysisResult by(RuleBook rules, Path folder, World world) {
    return by(rules, folder, List.of(world.yaml()));
  }

  /** Of several files; those of the world before are gone. */
  static AnalysisResult by(RuleBook rules, Path folder, List<String> texts) {
    try {
      var files = Lists.mutable.<Path>empty();
      for (String text : texts) {
        Path file = folder.resolve("world-" + files.size() + ".yaml");
        Files.writeString(file, text);
        files.add(file);
      }
      var facts = Inbox.read(files.toImmutable(), Connectors.ALL);
      var errors = facts.notes().select(note -> note.kind() == Note.Kind.ERROR);
      if (errors.notEmpty()) {
        throw new IllegalArgumentException("this world cannot be read: " + errors);
      }
      return Analysis.judge(facts, rules, OPTIONS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
