package dev.ambit.rules;

import dev.ambit.model.Hop;
import dev.ambit.model.Origin;
import dev.ambit.model.Said;
import dev.ambit.model.Severity;
import org.apache.jena.query.Query;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One question, checked. Built by {@link RuleReader}; the columns of the query are {@code subject}
 * and {@code object}, and perhaps {@code crossing}, {@code severity}, {@code severityBest}; what
 * else it selects is evidence that the message may quote.
 *
 * @param id path in its folder without {@code .rq}: {@code family/name}
 * @param title a sentence without a full stop
 * @param severity of findings whose rows have none of their own
 * @param message one sentence
 * @param why one sentence or two: what can happen
 * @param fix one sentence or two: what to change
 * @param references addresses to read more at
 * @param since the version of Ambit that first had it
 * @param hop how subject and object hang together, where a finding has no crossing to show
 * @param formerly ids it had before, so that waivers live on
 * @param query never changed once it is here
 */
public record Rule(
    String id,
    String title,
    Said<Severity> severity,
    String message,
    String why,
    String fix,
    ImmutableList<String> references,
    String since,
    Said<Hop.Kind> hop,
    ImmutableList<String> formerly,
    Query query,
    Origin origin) {

  /** The severity of its findings in a word; "path" where that depends on what is found. */
  public String severityWord() {
    return severity.value().map(Severity::word).orElse("path");
  }
}
