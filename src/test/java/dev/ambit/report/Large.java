package dev.ambit.report;

import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AnalysisResult.FindingCounts;
import dev.ambit.model.Finding;
import dev.ambit.model.Heads;
import dev.ambit.model.Origin;
import dev.ambit.model.Readiness;
import dev.ambit.model.Severity;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.primitive.IntInterval;

/** Results with many findings, as unlike each other as a large organisation's. */
public final class Large {
  private static final int AGENTS = 61;
  private static final ImmutableList<Severity> SPREAD =
      Lists.immutable.of(
          Severity.HIGH,
          Severity.MEDIUM,
          Severity.MEDIUM,
          Severity.LOW,
          Severity.LOW,
          Severity.LOW);

  private Large() {}

  /** So many findings about sixty-one agents; one in forty is critical. */
  public static AnalysisResult result(int count) {
    ImmutableList<Finding> findings =
        IntInterval.zeroTo(count - 1).collect(Large::finding).toSortedList().toImmutable();
    return Results.incident()
        .with(
            it ->
                it.findings(findings)
                    .findingCounts(FindingCounts.of(findings, 0))
                    .agents(IntInterval.zeroTo(AGENTS - 1).collect(Large::agent)));
  }

  private static Finding finding(int at) {
    Severity severity = at % 40 == 0 ? Severity.CRITICAL : SPREAD.get(at % SPREAD.size());
    Finding like = at % 3 == 0 ? Results.exposure() : Results.advice();
    String agent = id(at % AGENTS);
    String table = "warehouse/prod/schema-" + at % 97 + "/table-" + at;
    Origin place = new Origin("iam/" + agent + ".json", 1 + at % 900, "/Statement/" + at % 700);
    return like.with(
        it ->
            it.subject(agent)
                .object(table)
                .severity(severity)
                .severityBest(severity)
                .message(
                    agent
                        + " can read "
                        + table
                        + " (restricted) and post to eng-help, read by 412 people; 380 of them are"
                        + " not cleared.")
                .evidence(Lists.immutable.of(place))
                .paths(
                    like.paths()
                        .collect(
                            path ->
                                new dev.ambit.model.ExposurePath(
                                    path.hops()
                                        .collect(
                                            hop ->
                                                new dev.ambit.model.Hop(
                                                    hop.from().equals(like.subject())
                                                        ? agent
                                                        : hop.from(),
                                                    hop.kind(),
                                                    hop.to().equals(like.object())
                                                        ? table
                                                        : hop.to(),
                                                    hop.because(),
                                                    place,
                                                    hop.certainty())),
                                    path.severity()))));
  }

  private static String id(int agent) {
    return "svc-agent-" + (100 + agent);
  }

  private static AgentSummary agent(int at) {
    return new AgentSummary(
        id(at),
        id(at),
        at % 5 == 0 ? "" : "team-" + at % 7,
        "live",
        Lists.immutable.of(3, 2, 1, 4),
        1,
        2,
        Heads.of(412),
        Severity.CRITICAL,
        new Origin("agents.yaml", 41 + at, "/agents/" + at),
        Readiness.NOT_JUDGED);
  }
}
