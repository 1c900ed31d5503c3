package dev.ambit.report.html;

import dev.ambit.model.AgentAccess;
import dev.ambit.model.AgentAccess.Deed;
import dev.ambit.model.AgentAccess.Feeder;
import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Hop;
import dev.ambit.report.Counted;
import dev.ambit.report.Listed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * Half a page for the people who read what an agent says, before they act on it.
 *
 * @param sources who writes what it reads
 * @param blind what it cannot know
 * @param second changes that one person can make alone on its advice
 * @param ask whom to ask instead
 */
public record AdviceCare(
    ImmutableList<String> sources,
    ImmutableList<String> blind,
    ImmutableList<String> second,
    ImmutableList<String> ask) {
  private static final int NAMES = 4;

  static AdviceCare of(
      AgentSummary agent,
      AgentAccess access,
      ImmutableList<Finding> findings,
      AnalysisResult result) {
    return new AdviceCare(
        sources(access),
        blind(access, findings),
        second(findings),
        whomToAsk(agent, findings, result));
  }

  private static ImmutableList<String> sources(AgentAccess access) {
    ImmutableList<Feeder> outside = access.feeders().select(Feeder::outsider);
    ImmutableList<Feeder> inside = access.feeders().reject(Feeder::outsider);
    FastList<String> said = FastList.newList();
    if (outside.notEmpty()) {
      said.add(
          "People outside the organisation reach it: "
              + joined(outside)
              + ". Read what it says as if a stranger had said it.");
    }
    if (inside.notEmpty()) {
      said.add(
          "From inside: " + joined(inside) + ". Any of them can be wrong, and it cannot tell.");
    }
    if (said.isEmpty()) {
      said.add(
          "Nobody is on record who writes what it reads. So that is unknown, which is not safe.");
    }
    return said.toImmutable();
  }

  /** "engineers, by asking and through eng-forum", one for each who. */
  private static ImmutableList<String> feeds(ImmutableList<Feeder> feeders) {
    return feeders
        .collect(Feeder::who)
        .distinct()
        .collect(
            who ->
                who
                    + ", "
                    + Listed.of(
                        feeders
                            .select(feeder -> feeder.who().equals(who))
                            .collect(AdviceCare::how)
                            .distinct(),
                        NAMES));
  }

  private static String how(Feeder feeder) {
    return feeder.through().isEmpty() ? "by asking" : "through " + feeder.through();
  }

  private static String joined(ImmutableList<Feeder> feeders) {
    ImmutableList<String> all = feeds(feeders);
    int more = all.size() - NAMES;
    return all.take(NAMES).makeString("; ")
        + (more > 0 ? "; and " + Counted.number(more) + " more" : "");
  }

  private static ImmutableList<String> blind(AgentAccess access, ImmutableList<Finding> findings) {
    ImmutableList<String> reached = access.deeds().collect(Deed::on);
    ImmutableList<String> foreign =
        findings
            .select(finding -> finding.rule().startsWith("advice/"))
            .collect(Finding::object)
            .distinct()
            .reject(reached::contains);
    FastList<String> said = FastList.newList();
    if (foreign.notEmpty()) {
      said.add(
          "It cannot see "
              + Listed.of(foreign, NAMES)
              + ". What it says about that is a guess, however sure it sounds.");
    }
    if (access.outlets().notEmpty()) {
      said.add("It cannot know who reads its post, nor what these readers are able to do.");
    }
    said.add("It cannot know who would see data that a change opens.");
    return said.toImmutable();
  }

  private static ImmutableList<String> second(ImmutableList<Finding> findings) {
    ImmutableList<String> changes =
        findings
            .flatCollect(Finding::paths)
            .flatCollect(path -> path.hops())
            .select(
                hop -> hop.kind() == Hop.Kind.CAN_SHARE || hop.kind() == Hop.Kind.CAN_ADMINISTER)
            .collect(
                hop ->
                    (hop.kind() == Hop.Kind.CAN_SHARE
                            ? "Changing who may use "
                            : "Changing the settings of ")
                        + hop.to()
                        + ", which "
                        + hop.from()
                        + " can do")
            .distinct();
    return changes.isEmpty()
        ? Lists.immutable.of(
            "No such change was found. Still: whoever opens data on advice should not be alone.")
        : changes.take(NAMES).collect(change -> change + ".");
  }

  private static ImmutableList<String> whomToAsk(
      AgentSummary agent, ImmutableList<Finding> findings, AnalysisResult result) {
    Map<String, FastList<String>> answering = new LinkedHashMap<>();
    boolean isOwned = !agent.owner().isEmpty() && findings.noneSatisfy(Owners::isMissing);
    if (isOwned) {
      answering.computeIfAbsent(agent.owner(), owner -> FastList.newList()).add(agent.name());
    }
    ImmutableList<String> objects = findings.collect(Finding::object).distinct();
    result
        .statement()
        .assets()
        .select(asset -> objects.contains(asset.asset()) && !asset.owner().isEmpty())
        .take(NAMES)
        .forEach(
            asset ->
                answering
                    .computeIfAbsent(asset.owner(), owner -> FastList.newList())
                    .add(asset.asset()));
    FastList<String> said = FastList.newList();
    answering.forEach(
        (owner, things) ->
            said.add(owner + ", who answers for " + Listed.of(things.toImmutable(), NAMES) + "."));
    if (!isOwned) {
      said.add(
          "Nobody answers for "
              + agent.name()
              + " itself"
              + (agent.owner().isEmpty()
                  ? "."
                  : ": " + agent.owner() + " is on record as its owner, and cannot."));
    }
    return said.toImmutable();
  }
}
