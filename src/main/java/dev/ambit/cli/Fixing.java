package dev.ambit.cli;

import dev.ambit.Analysis;
import dev.ambit.Options;
import dev.ambit.connect.ChangedDocument;
import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Change;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.Origin;
import dev.ambit.model.Remedy;
import dev.ambit.model.Said;
import dev.ambit.model.Severity;
import dev.ambit.model.Waived;
import dev.ambit.repair.Neighbours;
import dev.ambit.repair.Repairs;
import dev.ambit.report.Counted;
import dev.ambit.report.RemedyTold;
import dev.ambit.rules.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/** The work of {@code ambit fix}. */
final class Fixing {
  private final FixCommand asked;
  private final Options options;
  private final RuleBook rules;
  private final Facts facts;
  private final AnalysisResult before;

  private Fixing(FixCommand asked, Console console) {
    this.asked = asked;
    this.options =
        asked.judging.options(asked.paths, DecisionOptions.waiversOf(asked.waivers), true, console);
    this.rules = Analysis.rules(options.ruleFolders()).withSeverities(options.severities());
    this.facts = Inbox.read(options.inputs(), Connectors.ALL);
    this.before = Analysis.judge(facts, rules, options);
  }

  static Outcome run(FixCommand asked, Console console) {
    boolean asJson = asked.out.equals("json=-");
    if (!asJson && !asked.out.equals("text=-")) {
      throw new UsageException("fix answers on stdout: --out json=- or --out text=-");
    }
    RemedyTold told;
    Fixing fixing;
    try (Progress progress = Progress.of(console)) {
      progress.begin("looking for the least costly changes");
      fixing = new Fixing(asked, console);
      told = fixing.told();
      if (asked.patch != null) {
        fixing.write(asked.patch, told.remedy().changes());
      }
    }
    console.tell(told, asJson);
    return fixing.outcome(told);
  }

  private RemedyTold told() {
    ImmutableList<Finding> targets = targets();
    Facts all = datedFacts();
    if (!Repairs.areTooMany(facts)) {
      return told(remedy(all, targets), 0);
    }
    ImmutableList<Finding> worst =
        asked.findings.isEmpty() ? targets.take(Repairs.FINDINGS) : targets;
    Facts few = Neighbours.of(all, worst);
    RemedyTold inFew =
        isSame(few, worst) ? told(remedy(few, worst), targets.size() - worst.size()) : null;
    return inFew != null && inFew.opened().isEmpty()
        ? inFew
        : told(remedy(all, worst), targets.size() - worst.size());
  }

  /** Whether the findings are there without the agents that were left out. */
  private boolean isSame(Facts few, ImmutableList<Finding> targets) {
    ImmutableMap<String, Severity> found =
        Analysis.judge(few, rules, options)
            .findings()
            .toImmutableMap(Finding::id, Finding::severity);
    return targets.allSatisfy(target -> target.severity() == found.get(target.id()));
  }

  private Remedy remedy(Facts over, ImmutableList<Finding> targets) {
    return Analysis.remedy(
        over,
        targets,
        before.findings().newWithAll(before.waived().collect(Waived::finding)),
        rules,
        asked.weights(),
        before.at(),
        asked.trials == null ? Repairs.trials(over) : asked.trials);
  }

  /** By a scan of everything as it would be. */
  private RemedyTold told(Remedy remedy, int notLookedAt) {
    Facts changed = Inbox.readChanged(options.inputs(), Connectors.ALL, remedy.changes());
    AnalysisResult after = Analysis.judge(changed, rules, options);
    return RemedyTold.of(
        remedy,
        before,
        after,
        Analysis.lost(facts, changed, before.at()),
        facts.grants(),
        notLookedAt);
  }

  /** Rights that are not used are those of the day that is judged. */
  private Facts datedFacts() {
    return facts.with(
        all ->
            all.settings(
                facts
                    .settings()
                    .with(to -> to.asOf(Said.of(before.at(), Origin.ofFile("command line"))))));
  }

  private ImmutableList<Finding> targets() {
    ImmutableList<String> known = before.findings().collect(Finding::id);
    asked.findings.forEach(id -> mustExist("finding", id, known));
    if (asked.agent != null) {
      mustExist("agent", asked.agent, before.agents().collect(agent -> agent.id()));
    }
    return before
        .findings()
        .select(finding -> asked.findings.isEmpty() || asked.findings.contains(finding.id()))
        .select(finding -> asked.agent == null || finding.subject().equals(asked.agent))
        .select(
            finding ->
                asked.findings.contains(finding.id()) || finding.severity().atLeast(Severity.LOW));
  }

  private static void mustExist(String what, String name, ImmutableList<String> known) {
    if (!known.contains(name)) {
      throw new UsageException(
          "there is no "
              + what
              + " '"
              + name
              + "' in these inputs"
              + Suggestion.after(name, known));
    }
  }

  private void write(Path folder, ImmutableList<Change> changes) {
    for (String file : changes.collect(Change::file).distinct()) {
      ImmutableList<Change> own = changes.select(change -> change.file().equals(file));
      String text = Inbox.text(options.inputs(), file);
      Path place = folder.resolve(file).normalize();
      if (!place.startsWith(folder.normalize())) {
        throw new UsageException(file + " would be written outside of " + folder);
      }
      try {
        Files.createDirectories(place.toAbsolutePath().getParent());
      } catch (IOException e) {
        throw new UsageException(folder + " cannot be written: " + e.getMessage(), e);
      }
      TextFile.write(place, ChangedDocument.laidOut(text, file, own));
      TextFile.write(
          place.resolveSibling(place.getFileName() + ".patch.json"),
          ChangedDocument.patch(text, file, own));
    }
  }

  private Outcome outcome(RemedyTold told) {
    return Outcome.answered(
        !before.verdict().inputUnreadable(),
        Counted.of(told.remedy().steps().size(), "change")
            + Counted.verb(told.remedy().steps().size(), " closes ", " close ")
            + Counted.of(told.closed().size(), "finding"));
  }
}
