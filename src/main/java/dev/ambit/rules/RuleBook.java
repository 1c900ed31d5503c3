package dev.ambit.rules;

import dev.ambit.graph.AccessGraph;
import dev.ambit.graph.Answer;
import dev.ambit.graph.Limits;
import dev.ambit.model.AnalysisResult.RuleSummary;
import dev.ambit.model.Finding;
import dev.ambit.model.Nearest;
import dev.ambit.model.Note;
import dev.ambit.model.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All rules of a run, in the order of their ids. Immutable; loaded and checked before any input.
 */
public final class RuleBook {
  private static final Logger log = LoggerFactory.getLogger(RuleBook.class);
  private static final String ENDING = ".rq";

  private final ImmutableList<Rule> rules;
  private final ImmutableList<RuleFile> files;
  private final Frameworks frameworks;
  private final SetSeverities severities;

  RuleBook(ImmutableList<Rule> rules, ImmutableList<RuleFile> files, Frameworks frameworks) {
    this(rules, files, frameworks, new SetSeverities(SortedMaps.immutable.empty()));
  }

  private RuleBook(
      ImmutableList<Rule> rules,
      ImmutableList<RuleFile> files,
      Frameworks frameworks,
      SetSeverities severities) {
    this.rules = rules.toImmutableSortedListBy(Rule::id);
    this.files = files.toImmutableSortedListBy(RuleFile::path);
    this.frameworks = frameworks;
    this.severities = severities;
  }

  /** Our own rules, from the jar or from the working tree. */
  public static RuleBook shipped() {
    return ShippedRules.read(folder -> in(folder, "ambit:rules/"));
  }

  /**
   * The rules of a folder alone.
   *
   * @throws RuleException with a line for each thing that is wrong with any of them
   */
  public static RuleBook in(Path folder) {
    return in(folder, "rules/");
  }

  /**
   * These rules and those of a user's folder.
   *
   * @throws RuleException if it has none, one of them is wrong, or has the id of one of these
   */
  public RuleBook with(Path folder) {
    RuleBook added = in(folder);
    if (added.rules.isEmpty()) {
      throw new RuleException(
          "rules", "the folder has no .rq file", "Give a folder of rules with --rules.");
    }
    List<String> taken =
        added
            .rules
            .collect(Rule::id)
            .select(id -> rule(id).isPresent())
            .collect(id -> RuleException.line(id, "there is a rule of that id", "Rename the file."))
            .castToList();
    if (!taken.isEmpty()) {
      throw new RuleException(taken);
    }
    return new RuleBook(
        rules.newWithAll(added.rules), files.newWithAll(added.files), frameworks, severities);
  }

  /** That rule alone; no rule at all if there is none of that id. */
  public RuleBook only(String id) {
    return new RuleBook(
        rules.select(rule -> rule.id().equals(id)),
        files.select(file -> file.id().equals(id)),
        frameworks,
        severities);
  }

  /**
   * The same rules, some of them with a severity that was chosen for this run. The rule files and
   * their digest stay as they are.
   *
   * @throws RuleException if there is no rule of an id
   */
  public RuleBook withSeverities(ImmutableSortedMap<String, Severity> set) {
    List<String> unknown =
        set.keysView()
            .reject(id -> rule(id).isPresent())
            .collect(
                id ->
                    RuleException.line(
                        id,
                        "there is no rule of that id to set the severity of",
                        "The nearest is " + Nearest.to(id, rules.collect(Rule::id)) + "."))
            .toList();
    if (!unknown.isEmpty()) {
      throw new RuleException(unknown);
    }
    return new RuleBook(rules, files, frameworks, new SetSeverities(set));
  }

  /** One for each rule whose severity was set, sorted: nobody is to take it for the rule's own. */
  public ImmutableList<Note> notes() {
    return rules
        .flatCollect(rule -> severities.note(rule).stream().toList())
        .toImmutableSortedList();
  }

  /** How severe findings of a rule of this book are in this run, in a few words. */
  public String severityOf(Rule rule) {
    return severities.words(rule);
  }

  public ImmutableList<Rule> rules() {
    return rules;
  }

  public Optional<Rule> rule(String id) {
    return rules.detectOptional(rule -> rule.id().equals(id));
  }

  /** The file of that rule as its author wrote it; empty if there is no such rule. */
  public Optional<String> text(String id) {
    return files.detectOptional(file -> file.id().equals(id)).map(RuleFile::text);
  }

  /**
   * That rule with one piece of its query taken away, once for each piece that it can be a rule
   * without; in the order of its text. Empty if there is no such rule.
   */
  public ImmutableList<Mutant> mutants(String id) {
    return rules
        .select(rule -> rule.id().equals(id))
        .flatCollect(
            rule ->
                files
                    .select(file -> file.id().equals(id))
                    .flatCollect(file -> Mutants.of(file, rule.origin().file())));
  }

  /**
   * {@code sha256:} and the digest over path and bytes of each rule file, in the order of paths.
   */
  public String rulesDigest() {
    MessageDigest digest = sha256();
    for (RuleFile file : files) {
      digest.update(file.path().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(file.text().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  /** What the rules find in one case, each within the usual limits. */
  public Judgement check(AccessGraph graph) {
    return check(graph, Limits.DEFAULT);
  }

  /**
   * What the rules find in one case. A rule that hits a limit is not judged, and the others go on.
   *
   * @throws RuleException if a row breaks the contract of rules: its subject is no node of the
   *     graph
   */
  public Judgement check(AccessGraph graph, Limits limits) {
    MutableList<Finding> findings = Lists.mutable.empty();
    MutableList<Note> notes = Lists.mutable.empty();
    MutableList<String> notJudged = Lists.mutable.empty();
    MutableList<String> rangesSaid = Lists.mutable.empty();
    for (Rule rule : rules) {
      RowsOfRule rows = new RowsOfRule(rule, graph);
      long start = System.nanoTime();
      Answer answer = graph.select(rule.query(), limits, rows);
      log.debug("{}: {} in {} ms", rule.id(), answer, (System.nanoTime() - start) / 1_000_000);
      if (answer instanceof Answer.Stopped stopped) {
        notes.add(notJudged(rule, stopped));
        notJudged.add(rule.id());
      } else {
        FindingOf findingOf = new FindingOf(rule, frameworks.of(rule.id()), graph);
        for (Group group : rows.groups()) {
          Finding finding = severities.on(findingOf.finding(group));
          findings.add(finding);
          group.best().ifPresent(best -> rangesSaid.add(finding.id()));
        }
      }
    }
    return new Judgement(
        findings.toImmutableSortedList(),
        notes.toImmutableSortedList(),
        notJudged.toImmutable(),
        rangesSaid.toImmutableSortedList());
  }

  /** Each rule for the reader of a report, with how many of these findings it has. */
  public ImmutableList<RuleSummary> summaries(ImmutableList<Finding> findings) {
    Map<String, Integer> counts =
        findings.aggregateBy(Finding::rule, () -> 0, (count, finding) -> count + 1).castToMap();
    return rules.collect(
        rule ->
            new RuleSummary(
                rule.id(),
                rule.title(),
                severities.words(rule),
                rule.why(),
                rule.fix(),
                counts.getOrDefault(rule.id(), 0),
                frameworks.of(rule.id())));
  }

  private static Note notJudged(Rule rule, Answer.Stopped stopped) {
    return new Note(
        Note.Kind.NOT_JUDGED,
        "the rule " + rule.id() + " was not judged: " + stopped.why() + "; simplify it",
        rule.origin());
  }

  private static RuleBook in(Path folder, String called) {
    ImmutableList<RuleFile> files = RuleFile.in(folder, ENDING);
    List<String> problems = new ArrayList<>();
    MutableList<Rule> rules = Lists.mutable.empty();
    for (RuleFile file : files) {
      try {
        rules.add(RuleReader.read(file, called + file.path()));
      } catch (RuleException e) {
        problems.add(e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new RuleException(problems);
    }
    return new RuleBook(rules.toImmutable(), files, Frameworks.in(folder));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
