package dev.ambit;

import dev.ambit.model.AccessMap;
import dev.ambit.model.Case;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.repair.SecondScan;
import dev.ambit.resolve.Resolver;
import dev.ambit.rules.Judgement;
import dev.ambit.rules.Rule;
import dev.ambit.rules.RuleBook;
import dev.ambit.trace.Statements;
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
  private final Optional<Standing> first;

  Rescan(RuleBook rules, LocalDate at) {
    this(rules, at, Optional.empty());
  }

  private Rescan(RuleBook rules, LocalDate at, Optional<Standing> first) {
    this.ids = rules.rules().collect(Rule::id);
    this.rules = ids.toImmutableMap(id -> id, rules::only);
    this.at = at;
    this.first = first;
  }

  /** For facts of which it is known already who can do what. */
  static Rescan after(Standing first, RuleBook rules, LocalDate at) {
    return new Rescan(rules, at, Optional.of(first));
  }

  @Override
  public ImmutableList<String> rules() {
    return ids;
  }

  @Override
  public Losses losses(Facts before) {
    return new Lost(() -> first.orElseGet(() -> standing(before, at)));
  }

  @Override
  public Answers of(Facts changed) {
    return new Asked(Traced.of(Resolver.resolve(changed, at)), rules);
  }

  static Standing standing(Facts facts, LocalDate at) {
    AccessMap access = Resolver.resolve(facts, at);
    return new Standing(access, Statements.of(Tracer.trace(access, Case.WORST)));
  }

  /** One set of changed facts, traced once for all that is asked of it. */
  private record Asked(Traced traced, ImmutableMap<String, RuleBook> rules) implements Answers {
    @Override
    public Optional<ImmutableList<Finding>> by(String rule) {
      Judgement judgement = traced.judgedBy(rules.get(rule));
      return judgement.notJudged().isEmpty() ? Optional.of(judgement.findings()) : Optional.empty();
    }

    @Override
    public Standing standing() {
      return new Standing(traced.access(), Statements.of(traced.worst()));
    }
  }
}
