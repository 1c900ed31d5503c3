package dev.ambit;

import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.repair.SecondScan;
import dev.ambit.resolve.Resolver;
import dev.ambit.rules.Judgement;
import dev.ambit.rules.Rule;
import dev.ambit.rules.RuleBook;
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
  public Losses losses(Facts before) {
    return new Lost(before, at);
  }

  @Override
  public Answers of(Facts changed) {
    Analysis.Traced traced = Analysis.traced(Resolver.resolve(changed, at));
    return id -> {
      Judgement judgement = traced.judgedBy(rules.get(id));
      return judgement.notJudged().isEmpty()
          ? Optional.of(judgement.findings())
          : Optional.<ImmutableList<Finding>>empty();
    };
  }
}
