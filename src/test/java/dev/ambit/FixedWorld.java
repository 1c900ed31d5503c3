package dev.ambit;

import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Change;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.FixSet;
import dev.ambit.model.Note;
import dev.ambit.model.Severity;
import dev.ambit.repair.Repairs;
import dev.ambit.rules.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A world with the changes that its findings come with, and what is left after each of them was
 * made in a copy of its files.
 */
final class FixedWorld {
  private final Path world;
  private final Path folder;
  private final RuleBook rules;
  private final AnalysisResult before;

  /** Findings of one agent often share a set; its copy is scanned once. */
  private final Map<ImmutableList<Change>, AnalysisResult> after = new HashMap<>();

  private FixedWorld(Path world, Path folder, RuleBook rules, AnalysisResult before) {
    this.world = world;
    this.folder = folder;
    this.rules = rules;
    this.before = before;
  }

  static FixedWorld of(Path world, Path folder, RuleBook rules) {
    Facts facts = read(world);
    AnalysisResult result = Analysis.judge(facts, rules, options(world));
    Rescan rescan = new Rescan(rules, result.at());
    return new FixedWorld(
        world,
        folder,
        rules,
        result.with(
            to ->
                to.findings(
                    Repairs.of(facts, result.findings(), Lists.immutable.empty(), rescan))));
  }

  /** One line for each set that does not do what it says, and each path that nothing closes. */
  Stream<String> faults() {
    return before.findings().stream()
        .flatMap(
            finding ->
                finding.fix().isEmpty()
                    ? unclosed(finding)
                    : finding.fix().stream().flatMap(fix -> faults(finding, fix)));
  }

  /** Only the worst twenty findings come with changes. */
  private Stream<String> unclosed(Finding finding) {
    boolean isPath = finding.paths().getFirst().hops().size() > 1;
    return isPath && worst().contains(finding)
        ? Stream.of(world + ": " + told(finding) + " has no set of changes")
        : Stream.empty();
  }

  private ImmutableList<Finding> worst() {
    return before
        .findings()
        .select(finding -> finding.severity().atLeast(Severity.LOW))
        .take(Repairs.FINDINGS);
  }

  private Stream<String> faults(Finding finding, FixSet fix) {
    AnalysisResult left = after.computeIfAbsent(fix.changes(), this::scanned);
    ImmutableList<String> ids = left.findings().collect(Finding::id);
    ImmutableList<String> known = before.findings().collect(Finding::id);
    ImmutableList<String> faults = Lists.immutable.empty();
    if (ids.contains(finding.id())) {
      faults = faults.newWith("is still there");
    }
    ImmutableList<Finding> added =
        left.findings()
            .select(each -> each.severity().atLeast(Severity.LOW))
            .reject(each -> known.contains(each.id()));
    if (added.notEmpty()) {
      faults = faults.newWith("brings " + added.collect(FixedWorld::told));
    }
    int closed =
        before
            .findings()
            .select(each -> each.severity().atLeast(Severity.LOW))
            .count(each -> !ids.contains(each.id()));
    if (closed != fix.closes()) {
      faults = faults.newWith("closes " + closed + " and says " + fix.closes());
    }
    if (errors(left) != errors(before)) {
      faults = faults.newWith("cannot be read: " + left.notes());
    }
    return faults.stream()
        .map(fault -> world + ": " + told(finding) + " " + fault + ", by " + fix.changes());
  }

  private AnalysisResult scanned(ImmutableList<Change> changes) {
    try {
      Path copy = Files.createTempDirectory(folder, "copy");
      ChangedInput.write(world, copy, changes);
      return Analysis.judge(read(copy), rules, options(copy));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Facts read(Path input) {
    return Inbox.read(Lists.immutable.of(input), Connectors.ALL);
  }

  /** The worlds name their day themselves, or show nothing that hangs on it. */
  private static Options options(Path input) {
    return new Options(
        Lists.immutable.of(input),
        Lists.immutable.empty(),
        Severity.HIGH,
        false,
        false,
        new AsOf.OfInput(LocalDate.of(2026, 11, 1)));
  }

  private static int errors(AnalysisResult result) {
    return result.notes().count(note -> note.kind() == Note.Kind.ERROR);
  }

  private static String told(Finding finding) {
    return finding.rule() + " " + finding.subject() + " " + finding.object();
  }
}
