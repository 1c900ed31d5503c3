package dev.ambit.report;

import dev.ambit.model.AccessStatement;
import dev.ambit.model.AgentAccess;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Waived;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Takes the names of single people out of an output: each becomes "person 1", "person 2", so that a
 * path can still be followed, and lists of people become their number. Done in the result, since a
 * picture breaks names into lines, and again at the door of the file, for names in other sentences.
 */
public final class WithoutNames {
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final Pattern names;
  private final Map<String, String> replacements = new HashMap<>();

  private WithoutNames(ImmutableList<String> people) {
    for (int at = 0; at < people.size(); at++) {
      for (String written : written(people.get(at))) {
        replacements.put(written, "person " + (at + 1));
      }
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
                        .collect(WithoutNames::acrossLines)
                        .makeString("|")
                    + ")(?![\\w@-]|\\.\\w)");
  }

  /** Takes out nobody. */
  public static WithoutNames ofNobody() {
    return new WithoutNames(Lists.immutable.empty());
  }

  /** Takes out everybody that the result knows as a person, and who signed a waiver. */
  public static WithoutNames of(AnalysisResult result) {
    TreeSet<String> people = new TreeSet<>(result.statement().people().castToList());
    for (Waived waived : result.waived()) {
      people.add(waived.waiver().owner());
      people.add(waived.waiver().approver());
    }
    people.removeIf(String::isBlank);
    return new WithoutNames(Lists.immutable.withAll(people));
  }

  /** As a name stands in each kind of output. */
  private static Set<String> written(String name) {
    String seen = Visible.of(name);
    Set<String> all =
        new TreeSet<>(
            List.of(
                name,
                seen,
                Markdown.text(seen),
                seen.replace("\\", "\\\\").replace("\"", "\\\""),
                seen.replace("\"", "\"\"")));
    // XML and HTML escape more or less, by where the name stands and by who writes it.
    String markup = seen.replace("&", "&amp;").replace("<", "&lt;");
    for (String quote : List.of("\"", "&#34;", "&quot;")) {
      for (String apostrophe : List.of("'", "&#39;")) {
        for (String greater : List.of(">", "&gt;")) {
          all.add(markup.replace(">", greater).replace("\"", quote).replace("'", apostrophe));
        }
      }
    }
    return all;
  }

  /** Text is broken into lines where a name has a blank. */
  private static String acrossLines(String name) {
    return Lists.immutable.of(name.split(" ", -1)).collect(Pattern::quote).makeString("\\s+");
  }

  public String in(String text) {
    return names
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    replacements.getOrDefault(found.group().replaceAll("\\s+", " "), "a person")));
  }

  private ImmutableList<String> in(ImmutableList<String> texts) {
    return texts.collect(this::in);
  }

  /** Subject and object stay: the identity of a finding is made of them. */
  public AnalysisResult in(AnalysisResult result) {
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
