package dev.ambit.report.html;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Severity;
import dev.ambit.report.Counted;
import dev.ambit.report.Listed;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * A risk of the register: one for each family of rules that found something. Likelihood, impact and
 * response are the board's to set, so that the row only proposes.
 *
 * @param number R1, R2, …
 * @param closable how many of the findings a change closes that was tried
 */
public record RiskRow(
    String number,
    String because,
    String affecting,
    String may,
    String resulting,
    Severity proposed,
    ImmutableList<String> owners,
    ImmutableList<Finding> findings,
    int closable) {
  private static final int CAUSES = 3;

  static ImmutableList<RiskRow> of(AnalysisResult result) {
    Owners owners = Owners.of(result);
    Map<String, MutableList<Finding>> families = new LinkedHashMap<>();
    for (Finding finding : result.findings()) {
      if (finding.severity() != Severity.INFO) {
        families
            .computeIfAbsent(Families.of(finding.rule()), key -> FastList.newList())
            .add(finding);
      }
    }
    FastList<RiskRow> rows = FastList.newList();
    families.forEach(
        (family, findings) ->
            rows.add(row(rows.size() + 1, family, findings.toImmutable(), owners)));
    return rows.toImmutable();
  }

  private static RiskRow row(
      int number, String family, ImmutableList<Finding> findings, Owners owners) {
    return new RiskRow(
        "R" + number,
        causes(findings.collect(Finding::title).distinct()),
        Listed.of(findings.collect(Finding::object).distinct(), 3),
        Families.can(family),
        Families.impact(family),
        findings.getFirst().severity(),
        owners.of(findings),
        findings,
        findings.count(finding -> finding.fix().notEmpty()));
  }

  /** Titles stand as headings do, without article or verb, so that no sentence is made of them. */
  private static String causes(ImmutableList<String> titles) {
    int more = titles.size() - CAUSES;
    return titles.take(CAUSES).collect(RiskRow::asClause).makeString("; ")
        + (more > 0 ? "; and " + Counted.number(more) + " more" : "");
  }

  private static String asClause(String title) {
    return (title.startsWith("Agent") ? "an " : "")
        + title.substring(0, 1).toLowerCase(Locale.ROOT)
        + title.substring(1);
  }

  public String owner() {
    return owners.isEmpty() ? "to be named" : Listed.of(owners, 3);
  }

  /** "nothing, once the changes are made", "2 of 5 findings, once the changes are made". */
  public String residual() {
    int left = findings.size() - closable;
    if (closable == 0) {
      return "all of it: no change that closes it was tried";
    }
    return (left == 0
            ? "nothing"
            : Counted.number(left) + " of " + Counted.of(findings.size(), "finding"))
        + ", once the changes that were tried are made";
  }
}
