package dev.ambit.rules;

import dev.ambit.model.Finding;
import dev.ambit.model.Note;
import dev.ambit.model.Severity;
import java.util.Optional;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * Severities that were chosen for a run, by rule. They say how much a finding matters here, not
 * whether it is there: a best case without the finding stays without it.
 */
record SetSeverities(ImmutableSortedMap<String, Severity> byRule) {

  /** With the severity that was set, and its own in the sentence that every output prints. */
  Finding on(Finding finding) {
    Severity own = finding.severity();
    return of(finding.rule())
        .filter(set -> set != own)
        .map(
            set ->
                finding.with(
                    to ->
                        to.severity(set)
                            .severityBest(
                                finding.severityBest() == Severity.NONE ? Severity.NONE : set)
                            .message(
                                finding.message()
                                    + " (Set to "
                                    + set.word()
                                    + " for this run; by itself it is "
                                    + own.word()
                                    + ".)")))
        .orElse(finding);
  }

  Optional<Note> note(Rule rule) {
    return of(rule.id())
        .map(
            set ->
                new Note(
                    Note.Kind.NOTE,
                    "findings of "
                        + rule.id()
                        + " are set to "
                        + set.word()
                        + " for this run; "
                        + (rule.severity().value().isPresent()
                            ? "by itself the rule says " + rule.severityWord()
                            : "by itself the rule says it by what it finds"),
                    rule.origin()));
  }

  /** As in {@code path}, or {@code low, set for this run (by itself path)}. */
  String words(Rule rule) {
    return of(rule.id())
        .map(set -> set.word() + ", set for this run (by itself " + rule.severityWord() + ")")
        .orElseGet(rule::severityWord);
  }

  private Optional<Severity> of(String rule) {
    return Optional.ofNullable(byRule.get(rule));
  }
}
