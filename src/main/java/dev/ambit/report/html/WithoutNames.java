package dev.ambit.report.html;

import dev.ambit.model.AccessStatement;
import dev.ambit.model.AgentAccess;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Takes the names of single people out of a report: each becomes "person 1", "person 2", so that a
 * path can still be followed, and lists of people become their number. Done in the result, since a
 * picture breaks names into lines, and again at the door of the file, for names in other sentences.
 */
final class WithoutNames {
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final Pattern names;
  private final Map<String, String> replacements = new HashMap<>();

  WithoutNames(ImmutableList<String> people) {
    for (int at = 0; at < people.size(); at++) {
      replacements.put(people.get(at), "person " + (at + 1));
      replacements.put(Escaped.html(people.get(at)), "person " + (at + 1));
    }
    // The longest first: one name may begin another.
    this.names =
        people.isEmpty()
            ? NOTHING
            : Pattern.compile(
                "(?<![\\w.@/-])(?:"
                    + Lists.immutable
                        .withAll(replacements.keySet())
                        .toSortedList(
                            Comparator.comparingInt(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))
                        .collect(Pattern::quote)
                        .makeString("|")
                    + ")(?![\\w@-]|\\.\\w)");
  }

  String in(String text) {
    return names
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(replacements.getOrDefault(found.group(), "a person")));
  }

  private ImmutableList<String> in(ImmutableList<String> texts) {
    return texts.collect(this::in);
  }

  /** Subject and object stay: the identity of a finding is made of them. */
  AnalysisResult in(AnalysisResult result) {
    return result.with(
        to -> to.findings(result.findings().collect(this::in)).statement(in(result.statement())));
  }

  private Finding in(Finding finding) {
    return finding.with(
        to ->
            to.paths(
                    finding
                        .paths()
                        .collect(
                            path ->
                                new dev.ambit.model.ExposurePath(
                                    path.hops()
                                        .collect(
                                            hop ->
                                                new dev.ambit.model.Hop(
                                                    in(hop.from()),
                                                    hop.kind(),
                                                    in(hop.to()),
                                                    in(hop.because()),
                                                    hop.origin(),
                                                    hop.certainty())),
                                    path.severity())))
                .audience(
                    new dev.ambit.model.Audience(
                        finding.audience().uncleared(),
                        finding.audience().total(),
                        in(finding.audience().groups()),
                        Lists.immutable.empty())));
  }

  private AccessStatement in(AccessStatement statement) {
    return statement.withAgents(statement.agents().collect(this::in));
  }

  private AgentAccess in(AgentAccess agent) {
    return new AgentAccess(
        agent.agent(),
        in(agent.purpose()),
        agent.unattended(),
        in(agent.actsAs()),
        agent
            .deeds()
            .collect(
                deed ->
                    new AgentAccess.Deed(
                        deed.verb(),
                        in(deed.on()),
                        deed.things(),
                        deed.level(),
                        in(deed.via()),
                        in(deed.as()),
                        deed.gates(),
                        deed.certainty(),
                        deed.origin())),
        agent.deedsTotal(),
        agent
            .outlets()
            .collect(
                outlet ->
                    new AgentAccess.Outlet(
                        outlet.channel(), outlet.audience(), in(outlet.readers()), outlet.gates())),
        agent.answersAskers(),
        in(agent.askers()),
        agent.asking(),
        agent.feeders(),
        agent.approvals());
  }
}
