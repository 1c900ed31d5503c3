package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.FactChange;
import dev.ambit.model.Finding;
import dev.ambit.model.Hop;
import dev.ambit.model.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * Two results side by side: what changed, and by which fact. Where the inputs of both are there,
 * the facts are compared; else the evidence in the results is.
 */
public final class ComparisonTold implements Telling {
  private static final int CAUSES = 5;

  private final ImmutableList<Group> groups;
  private final int same;
  private final ImmutableList<FactChange> changes;
  private final ImmutableSet<String> hopsBefore;
  private final ImmutableSet<String> hopsNow;

  /**
   * A list of findings with a name.
   *
   * @param isWorse whether it comes from what is there now, and not from what is gone
   */
  public record Group(String word, boolean isWorse, ImmutableList<Told> findings) {}

  /**
   * One finding.
   *
   * @param how a clause; empty where it is only there or gone
   */
  public record Told(Finding finding, String how) {}

  /**
   * Ready to be written.
   *
   * @param changes of the facts; none if the inputs were not compared
   */
  public ComparisonTold(
      ImmutableList<Group> groups,
      int same,
      ImmutableList<FactChange> changes,
      AnalysisResult old,
      AnalysisResult now) {
    this.groups = groups;
    this.same = same;
    this.changes = changes;
    this.hopsBefore = hops(old);
    this.hopsNow = hops(now);
  }

  private static ImmutableSet<String> hops(AnalysisResult result) {
    return result
        .findings()
        .newWithAll(result.waived().collect(waived -> waived.finding()))
        .flatCollect(ComparisonTold::hops)
        .collect(ComparisonTold::key)
        .toImmutableSet();
  }

  private static ImmutableList<Hop> hops(Finding finding) {
    return finding.paths().flatCollect(ExposurePath::hops);
  }

  private static String key(Hop hop) {
    return hop.from() + "\n" + hop.kind().word() + "\n" + hop.to();
  }

  /** "3 new, 1 gone". */
  public String summary() {
    return groups.collect(group -> group.findings().size() + " " + group.word()).makeString(", ")
        + ", "
        + same
        + " the same";
  }

  @Override
  public void writeText(OutputStream out, TextLook look) throws IOException {
    TextPage page = new TextPage(look);
    for (Group group : groups) {
      for (Told told : group.findings()) {
        page.severity(
            told.finding().severity(),
            "[" + told.finding().rule() + "] " + told.finding().id() + "  " + group.word());
        page.block("", 2, told.finding().message());
        if (!told.how().isEmpty()) {
          page.block("", 2, told.how());
        }
        for (Cause cause : causes(told, group.isWorse())) {
          page.line("  since " + cause.place());
          page.block("", 8, cause.text());
        }
        page.blank();
      }
    }
    page.block("", 0, summary());
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void writeJson(OutputStream out) throws IOException {
    JsonGenerator json = Json.indented(out);
    json.writeStartObject();
    for (Group group : groups) {
      json.writeArrayFieldStart(group.word());
      for (Told told : group.findings()) {
        json.writeStartObject();
        json.writeStringField("id", told.finding().id());
        json.writeStringField("rule", told.finding().rule());
        json.writeStringField("subject", told.finding().subject());
        json.writeStringField("object", told.finding().object());
        json.writeStringField("severity", told.finding().severity().word());
        if (!told.how().isEmpty()) {
          json.writeStringField("how", told.how());
        }
        json.writeArrayFieldStart("since");
        for (Cause cause : causes(told, group.isWorse())) {
          json.writeStartObject();
          json.writeStringField("text", cause.text());
          if (cause.isFact()) {
            json.writeStringField("before", cause.was());
            json.writeStringField("after", cause.is());
          }
          FindingJson.writeOrigin(json, cause.place());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeNumberField("same", same);
    json.writeEndObject();
    Json.end(json);
  }

  /** What brought a change about, as far as it can be seen. */
  private record Cause(Origin place, String text, boolean isFact, String was, String is) {
    static Cause of(FactChange change) {
      String text =
          change.was().isEmpty()
              ? "added: " + change.is()
              : change.is().isEmpty()
                  ? "removed: " + change.was()
                  : "was " + change.was() + ", is " + change.is();
      return new Cause(change.place(), text, true, change.was(), change.is());
    }

    static Cause of(Hop hop, boolean isThere) {
      String text = (isThere ? "" : "no longer: ") + hop.because();
      return new Cause(hop.origin(), text, false, "", "");
    }
  }

  private ImmutableList<Cause> causes(Told told, boolean isThere) {
    if (changes.notEmpty()) {
      ImmutableList<Origin> places =
          hops(told.finding()).collect(Hop::origin).newWithAll(told.finding().evidence());
      ImmutableList<FactChange> near =
          changes.select(change -> nearness(change, places, isThere) > 0);
      return (near.isEmpty() ? changes : near)
          .toSortedList(
              Comparator.comparing((FactChange change) -> -nearness(change, places, isThere))
                  .thenComparing(change -> change))
          .take(CAUSES)
          .toImmutable()
          .collect(Cause::of);
    }
    ImmutableSet<String> others = isThere ? hopsBefore : hopsNow;
    return hops(told.finding())
        .reject(hop -> others.contains(key(hop)))
        .distinctBy(ComparisonTold::key)
        .take(CAUSES)
        .collect(hop -> Cause.of(hop, isThere));
  }

  /** 2: the evidence stands there; 1: the same record; 0: elsewhere. */
  private static int nearness(FactChange change, ImmutableList<Origin> places, boolean isThere) {
    Origin at = isThere ? change.after() : change.before();
    ImmutableList<Origin> here = places.select(place -> place.file().equals(at.file()));
    if (here.anySatisfy(place -> isIn(place.pointer(), at) || isIn(at.pointer(), place))) {
      return 2;
    }
    return here.anySatisfy(place -> record(place).equals(record(at))) ? 1 : 0;
  }

  private static boolean isIn(String pointer, Origin outer) {
    return pointer.equals(outer.pointer())
        || (!outer.pointer().isEmpty() && pointer.startsWith(outer.pointer() + "/"));
  }

  /** "/tools/1" of "/tools/1/on/0". */
  private static String record(Origin place) {
    int second = place.pointer().indexOf('/', 1);
    int third = second < 0 ? -1 : place.pointer().indexOf('/', second + 1);
    return third < 0 ? place.pointer() : place.pointer().substring(0, third);
  }
}
