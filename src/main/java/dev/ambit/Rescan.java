package dev.ambit;

import dev.ambit.graph.AccessGraph;
import dev.ambit.model.AccessMap;
import dev.ambit.model.Case;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.repair.SecondScan;
import dev.ambit.resolve.Resolver;
import dev.ambit.rules.Judgement;
import dev.ambit.rules.Rule;
import dev.ambit.rules.RuleBook;
import dev.ambit.trace.MissingFacts;
import dev.ambit.trace.Tracer;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/** The line of {@link Analysis} once more, for changed facts and one rule at a time. */
final class Rescan implements SecondScan {
  private final ImmutableMap<String, RuleBook> rules;
  private final ImmutableList<String> ids;
  private final LocalDate at;

  Rescan(RuleBook rules, LocalDate at) {
    this.ids = rules.rules().collect(Rule::id);
    this.rules = ids.toImmutableMap(id -> id, rules::only);
    this.at = at;
  }

  @Override
  public ImmutableList<String> rules() {
    return ids;
  }

  @Override
  public Answers of(Facts changed) {
    AccessMap access = Resolver.resolve(changed, at);
    Tracer worst = Tracer.trace(access, Case.WORST);
    Tracer best = Tracer.trace(access, Case.BEST);
    ImmutableList<Gap> gaps = MissingFacts.of(worst);
    AccessGraph graph = AccessGraph.of(access, worst.reach(), worst, worst, worst.judged(), gaps);
    AccessGraph graphAtBest = graph.inOtherCase(best.reach(), best, best.judged(), gaps);
    return id -> {
      RuleBook rule = rules.get(id);
      Judgement judgement = Judgement.between(rule.check(graph), rule.check(graphAtBest));
      return judgement.notJudged().isEmpty()
          ? Optional.of(judgement.findings())
          : Optional.<ImmutableList<Finding>>empty();
    };
  }
}
