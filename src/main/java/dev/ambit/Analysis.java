package dev.ambit;

import dev.ambit.graph.AccessGraph;
import dev.ambit.model.AccessMap;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.Remedy;
import dev.ambit.model.Waived;
import dev.ambit.repair.Costs;
import dev.ambit.repair.LeastChange;
import dev.ambit.repair.Repairs;
import dev.ambit.repair.SecondScan;
import dev.ambit.resolve.Resolver;
import dev.ambit.rules.Judgement;
import dev.ambit.rules.RuleBook;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.collections.api.list.ImmutableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The straight line, from files to verdict. */
public final class Analysis {
  /** Of this program; the same as in the build. */
  public static final String VERSION = "0.1.0";

  private static final Logger log = LoggerFactory.getLogger(Analysis.class);

  private Analysis() {}

  /**
   * One run. Every line uses the lines above it and changes none of them. Rules come first, so that
   * a broken rule fails before a long read.
   *
   * @throws dev.ambit.connect.InputException if a path does not exist
   * @throws dev.ambit.rules.RuleException if a rule cannot be used
   * @throws Room.TooSmall if there is too little memory for what was read
   */
  public static AnalysisResult run(Options options) {
    CompletableFuture<RuleBook> reading =
        CompletableFuture.supplyAsync(
            () -> rules(options.ruleFolders()).withSeverities(options.severities()));
    // A snapshot is read meanwhile; but before anything is made anew, the rules must be good.
    Supplier<Resolved> resolve =
        () -> {
          Traced.joined(reading);
          return Resolved.of(options.inputs(), options.at());
        };
    Prepared prepared =
        options
            .snapshot()
            .map(file -> Prepared.keptIn(file, options.inputs(), options.at(), resolve))
            .orElseGet(() -> Prepared.of(resolve.get()));
    RuleBook rules = Traced.joined(reading);
    Traced traced = prepared.traced();
    log.info(
        "traced: ways that a rule may judge {}, missing facts {}",
        traced.worst().all().size(),
        traced.gaps().size());
    AnalysisResult result = result(traced, rules, options);
    return options.inFull() ? repaired(prepared.resolved(), result, rules) : result;
  }

  /** The same, for facts that are read already, and without what would close the findings. */
  public static AnalysisResult judge(Facts facts, RuleBook rules, Options options) {
    LocalDate at = options.at().day(facts.settings().asOf());
    return judge(Resolver.resolve(facts, at), rules, options);
  }

  /** The same, for somebody who has to know the levels that findings go over too. */
  public static WithLevels judgeWithLevels(Facts facts, RuleBook rules, Options options) {
    LocalDate at = options.at().day(facts.settings().asOf());
    Traced traced = Traced.of(Resolver.resolve(facts, at));
    AnalysisResult result = result(traced, rules, options);
    return new WithLevels(result, new HighestLevel(traced.access()));
  }

  /** A result, and what answers for the highest level of each of its findings. */
  public record WithLevels(AnalysisResult result, HighestLevel level) {}

  static AnalysisResult judge(AccessMap access, RuleBook rules, Options options) {
    return result(Traced.of(access), rules, options);
  }

  private static AnalysisResult result(Traced traced, RuleBook rules, Options options) {
    Judgement judgement = traced.judgedBy(rules);
    return Results.of(traced, judgement, rules, options);
  }

  /** What rules are asked of, in the worst case. */
  public static AccessGraph graph(AccessMap access) {
    return Traced.of(access).graph();
  }

  /**
   * The least costly changes that close findings of these facts.
   *
   * @param all every finding that they give
   * @param trials how many second scans may be made
   */
  public static Remedy remedy(
      Facts facts,
      ImmutableList<Finding> targets,
      ImmutableList<Finding> all,
      RuleBook rules,
      Costs costs,
      LocalDate at,
      int trials) {
    return LeastChange.of(facts, targets, all, new Rescan(rules, at), costs, trials);
  }

  /** What could be done by these facts and no longer can by those, a sentence each, sorted. */
  public static ImmutableList<String> lost(Facts before, Facts after, LocalDate at) {
    return new Lost(() -> Rescan.standing(before, at)).in(Rescan.standing(after, at));
  }

  private static AnalysisResult repaired(Resolved resolved, AnalysisResult result, RuleBook rules) {
    SecondScan.Standing first = new SecondScan.Standing(resolved.access(), result.statement());
    Rescan rescan = Rescan.after(first, rules, result.at());
    return result.with(
        to ->
            to.findings(
                Repairs.of(
                    resolved.few(),
                    result.findings(),
                    result.waived().collect(Waived::finding),
                    rescan)));
  }

  /** Our own rules and those of the folders. */
  public static RuleBook rules(ImmutableList<Path> folders) {
    return folders.injectInto(RuleBook.shipped(), RuleBook::with);
  }
}
