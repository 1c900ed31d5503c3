package dev.ambit.report.html;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AnalysisResult.RuleSummary;
import dev.ambit.model.Compared;
import dev.ambit.model.Earlier;
import dev.ambit.model.Finding;
import dev.ambit.model.InputFile;
import dev.ambit.model.KnownFinding;
import dev.ambit.model.Note;
import dev.ambit.model.Said;
import dev.ambit.model.Severity;
import dev.ambit.report.Counted;
import dev.ambit.report.Listed;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * What is different from the review before. Without one to compare with, every finding is new.
 *
 * @param against a sentence or two for each earlier day that was named
 * @param fresh what nobody had seen
 * @param worse what was known, and is more severe now
 * @param lapsed waivers that hold no longer, a clause each
 */
public record SinceLast(
    ImmutableList<String> against,
    ImmutableList<Finding> fresh,
    ImmutableList<Worse> worse,
    int known,
    ImmutableList<Gone> gone,
    ImmutableList<String> lapsed) {
  /** So many of each are listed. */
  public static final int SHOWN = 30;

  private static final int NAMES = 6;

  /** A finding and what it was. */
  public record Worse(Finding finding, Severity was) {}

  /** A finding that is no longer there. */
  public record Gone(Severity was, String says, String id) {}

  static SinceLast of(AnalysisResult result) {
    ImmutableSet<String> worse =
        result.compared().flatCollect(Compared::worse).collect(KnownFinding::id).toImmutableSet();
    ImmutableList<Finding> unknown = with(result, Finding.Status.NEW);
    return new SinceLast(
        result.compared().collect(each -> sentence(each, result)),
        unknown.reject(each -> worse.contains(each.id())),
        unknown.select(each -> worse.contains(each.id())).collect(each -> worse(each, result)),
        with(result, Finding.Status.KNOWN).size(),
        gone(result),
        result.notes().select(Note::isOfWaiver).collect(Note::text).select(SinceLast::isLapsed));
  }

  /** Whether there is an earlier day at all. */
  public boolean compared() {
    return against.notEmpty() || known > 0 || gone.notEmpty();
  }

  private static boolean isLapsed(String note) {
    return !note.contains("matches no finding;");
  }

  private static Worse worse(Finding finding, AnalysisResult result) {
    return new Worse(
        finding,
        result
            .compared()
            .flatCollect(Compared::worse)
            .select(each -> each.id().equals(finding.id()))
            .collect(KnownFinding::severity)
            .max());
  }

  private static ImmutableList<Gone> gone(AnalysisResult result) {
    ImmutableList<Gone> before =
        result
            .compared()
            .flatCollect(Compared::gone)
            .toSortedListBy(each -> -each.severity().ordinal())
            .collect(each -> new Gone(each.severity(), says(each, result), each.id()))
            .distinct()
            .toImmutable();
    return with(result, Finding.Status.GONE)
        .collect(each -> new Gone(each.severity(), each.message(), each.id()))
        .newWithAll(before);
  }

  /** An earlier day keeps what a finding is about, and not its sentence. */
  private static String says(KnownFinding finding, AnalysisResult result) {
    String about =
        finding.subject().equals(finding.object())
            ? finding.subject()
            : finding.subject() + " and " + finding.object();
    return result
            .rules()
            .detectOptional(rule -> rule.id().equals(finding.rule()))
            .map(RuleSummary::title)
            .orElse(finding.rule())
        + ": "
        + about;
  }

  private static ImmutableList<Finding> with(AnalysisResult result, Finding.Status status) {
    return result.findings().select(finding -> finding.status() == status);
  }

  /** With its own counts only where there are several days: else the page has them anyway. */
  private static String sentence(Compared compared, AnalysisResult result) {
    FastList<String> said =
        FastList.newListWith(
            "Compared with "
                + compared.with()
                + (compared.then() instanceof Said.Value<Earlier> then
                    ? ", judged for " + Page.day(then.said().at())
                    : "")
                + (result.compared().size() > 1 ? ": " + counts(compared) : "")
                + ".");
    if (compared.then() instanceof Said.Value<Earlier> then) {
      said.addAllIterable(moved(then.said(), result));
    }
    return said.makeString(" ");
  }

  private static String counts(Compared compared) {
    return FastList.newListWith(
            now(compared.fresh(), "new"),
            now(compared.known(), "known"),
            now(compared.worse().size(), "worse than before"),
            now(compared.gone().size(), "gone"))
        .makeString(", ");
  }

  private static String now(int count, String what) {
    return Counted.number(count) + " " + what;
  }

  /**
   * Rules and files that are not what they were: then new and gone may not be the agents' doing.
   */
  private static ImmutableList<String> moved(Earlier then, AnalysisResult result) {
    ImmutableList<String> files =
        result.inputs().collect(InputFile::path).toSortedList().toImmutable();
    ImmutableList<String> more = files.reject(then.files()::contains);
    ImmutableList<String> fewer = then.files().reject(files::contains);
    FastList<String> said = FastList.newList();
    if (!then.rulesDigest().equals(result.rulesDigest())) {
      said.add("The rules have changed since, so some of it may be new to us only.");
    }
    if (more.notEmpty()) {
      said.add("Read now and not then: " + Listed.of(more, NAMES) + ".");
    }
    if (fewer.notEmpty()) {
      said.add(
          "Read then and not now: "
              + Listed.of(fewer, NAMES)
              + ", so what is gone may only be out of sight.");
    }
    return said.toImmutable();
  }
}
