package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Change;
import dev.ambit.model.Finding;
import dev.ambit.model.Grant;
import dev.ambit.model.Remedy;
import dev.ambit.model.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * What {@code fix} found, and what a scan of the changed copy says of it.
 *
 * @param closed findings at or above low that are no longer there
 * @param opened findings at or above low that were not there, or are worse
 * @param stays those at or above low that are still open
 * @param lost what agents and people could do and no longer can, a sentence each
 * @param usage what is known of the use of each right that goes, a sentence each
 * @param notLookedAt how many findings there are for which no change was sought, since the world is
 *     too large to do it for all at once
 */
public record RemedyTold(
    Remedy remedy,
    ImmutableList<Finding> closed,
    ImmutableList<Finding> opened,
    ImmutableList<Finding> stays,
    ImmutableList<String> lost,
    ImmutableList<String> usage,
    int notLookedAt)
    implements Telling {
  private static final int SHOWN = 20;

  /**
   * By two scans.
   *
   * @param lost what could be done and no longer can, a sentence each, sorted
   * @param grants of the world as it is
   */
  public static RemedyTold of(
      Remedy remedy,
      AnalysisResult before,
      AnalysisResult after,
      ImmutableList<String> lost,
      ImmutableList<Grant> grants,
      int notLookedAt) {
    ImmutableList<Finding> then = serious(before);
    ImmutableList<Finding> now = serious(after);
    ImmutableSet<String> nowIds = now.collect(Finding::id).toImmutableSet();
    var known =
        before
            .findings()
            .newWithAll(before.waived().collect(waived -> waived.finding()))
            .toImmutableMap(Finding::id, Finding::severity);
    return new RemedyTold(
        remedy,
        then.reject(each -> nowIds.contains(each.id())),
        now.select(
            each ->
                each.severity().compareTo(known.getIfAbsent(each.id(), () -> Severity.NONE)) > 0),
        now.select(each -> known.containsKey(each.id())),
        lost,
        remedy.changes().flatCollect(change -> usage(change, grants)).distinct(),
        notLookedAt);
  }

  private static ImmutableList<String> usage(Change change, ImmutableList<Grant> grants) {
    return grants
        .select(
            grant ->
                grant.origin().file().equals(change.file())
                    && (change.pointer() + "/").startsWith(grant.origin().pointer() + "/"))
        .collect(
            grant ->
                "the grant "
                    + grant.id()
                    + grant
                        .lastUsed()
                        .value()
                        .map(
                            day ->
                                day.date()
                                    .map(date -> " was last used on " + date)
                                    .orElse(" was never used"))
                        .orElse(": nothing says when it was last used"));
  }

  private static ImmutableList<Finding> serious(AnalysisResult result) {
    return result.findings().select(finding -> finding.severity().atLeast(Severity.LOW));
  }

  @Override
  public void writeText(OutputStream out, TextLook look) throws IOException {
    TextPage page = new TextPage(look);
    if (remedy.steps().isEmpty()) {
      page.block("", 0, "There is nothing to change that would close a finding.");
    } else {
      page.block(
          "",
          0,
          Counted.of(remedy.steps().size(), "change")
              + ", cost "
              + remedy.cost()
              + ": "
              + bound()
              + ".");
    }
    int number = 1;
    for (Remedy.Step step : remedy.steps()) {
      page.block(
          TextPage.padded(Integer.toString(number++), 4),
          4,
          step.say() + " (" + step.kind() + ", cost " + step.cost() + ")");
      step.changes().forEach(change -> page.line("    " + Wording.change(change)));
    }
    page.blank();
    page.block(
        "",
        0,
        "Made in a copy and scanned again: closes "
            + Counted.of(closed.size(), "finding")
            + ", opens "
            + (opened.isEmpty() ? "none" : Counted.number(opened.size()))
            + ", leaves "
            + Counted.number(stays.size())
            + ".");
    list(page, "closed", closed);
    list(page, "opened", opened);
    list(page, "left", stays);
    if (lost.notEmpty()) {
      page.blank();
      page.block("", 0, "What can then no longer be done:");
      lost.take(SHOWN).forEach(each -> page.block("  -", 4, each));
      if (lost.size() > SHOWN) {
        page.line("    and " + Counted.number(lost.size() - SHOWN) + " more");
      }
    }
    usage.forEach(each -> page.block("  -", 4, each));
    if (notLookedAt > 0) {
      page.blank();
      page.block(
          "",
          0,
          "For "
              + Counted.of(notLookedAt, "more finding")
              + " no change was sought, since this world is large; ask by --agent or --finding.");
    }
    for (Finding finding : remedy.left().take(SHOWN)) {
      page.blank();
      page.block(
          "",
          0,
          "No change of the input that was tried closes "
              + finding.id()
              + " ("
              + finding.rule()
              + "): "
              + finding.fixAdvice());
    }
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private String bound() {
    String what = Counted.of(remedy.considered(), "change") + " considered";
    return remedy.isProvenLeast()
        ? "proven the least of the " + what
        : "no set of the "
            + what
            + " costs less than "
            + remedy.bound()
            + ", so the gap is "
            + (remedy.cost() - remedy.bound());
  }

  private static void list(TextPage page, String word, ImmutableList<Finding> findings) {
    for (Finding finding : findings.take(SHOWN)) {
      page.line(
          "  "
              + TextPage.padded(word, 8)
              + TextPage.padded(finding.severity().word(), 10)
              + finding.id()
              + "  "
              + finding.rule()
              + " "
              + finding.subject()
              + " "
              + finding.object());
    }
    if (findings.size() > SHOWN) {
      page.line("  and " + Counted.number(findings.size() - SHOWN) + " more " + word);
    }
  }

  @Override
  public void writeJson(OutputStream out) throws IOException {
    JsonGenerator json = Json.indented(out);
    json.writeStartObject();
    json.writeArrayFieldStart("changes");
    for (Remedy.Step step : remedy.steps()) {
      writeStep(json, step);
    }
    json.writeEndArray();
    json.writeNumberField("cost", remedy.cost());
    json.writeNumberField("bound", remedy.bound());
    json.writeBooleanField("provenLeast", remedy.isProvenLeast());
    json.writeNumberField("considered", remedy.considered());
    json.writeObjectFieldStart("verified");
    ids(json, "closed", closed);
    ids(json, "opened", opened);
    ids(json, "left", stays);
    json.writeEndObject();
    FindingJson.writeWords(json, "lost", lost);
    FindingJson.writeWords(json, "usage", usage);
    if (notLookedAt > 0) {
      json.writeNumberField("notLookedAt", notLookedAt);
    }
    ids(json, "notClosable", remedy.left());
    json.writeEndObject();
    Json.end(json);
  }

  /** A step of several places is several objects, of which the first carries the cost. */
  private static void writeStep(JsonGenerator json, Remedy.Step step) throws IOException {
    int cost = step.cost();
    for (Change change : step.changes()) {
      json.writeStartObject();
      json.writeStringField("op", change.op().name().toLowerCase(Locale.ROOT));
      json.writeStringField("file", change.file());
      json.writeStringField("pointer", change.pointer());
      if (!change.value().isEmpty()) {
        json.writeFieldName("value");
        json.writeRawValue(change.value());
      }
      json.writeStringField("say", step.say());
      json.writeStringField("kind", step.kind());
      json.writeNumberField("cost", cost);
      json.writeEndObject();
      cost = 0;
    }
  }

  private static void ids(JsonGenerator json, String key, ImmutableList<Finding> findings)
      throws IOException {
    FindingJson.writeWords(json, key, findings.collect(Finding::id));
  }
}
