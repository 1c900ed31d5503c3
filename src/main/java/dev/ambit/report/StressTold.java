package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.Finding;
import dev.ambit.model.Stressed;
import dev.ambit.model.Supposition.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What {@code ambit stress} found, a row for each supposition.
 *
 * @param left how many single controls were not tried
 */
public record StressTold(ImmutableList<Stressed> rows, int left) implements Telling {
  private static final int SHOWN = 5;

  /** Single controls without which restricted data would be open. */
  public ImmutableList<Stressed> alone() {
    return rows.select(row -> row.kind() == Kind.CONTROL_FAILS && row.restricted().notEmpty());
  }

  @Override
  public void writeText(OutputStream out, TextLook look) throws IOException {
    TextPage page = new TextPage(look);
    for (Stressed row : rows.reject(StressTold::isIdleControl)) {
      page.block(
          "",
          0,
          said(row)
              + ": "
              + (row.opens().isEmpty()
                  ? "nothing new"
                  : "opens " + Counted.of(row.opens().size(), "finding")));
      for (Finding finding : row.opens().take(SHOWN)) {
        page.block("  " + TextPage.padded(finding.severity().word(), 10), 12, finding.message());
      }
      if (row.opens().size() > SHOWN) {
        page.line("  and " + Counted.number(row.opens().size() - SHOWN) + " more");
      }
    }
    int idle = rows.count(StressTold::isIdleControl);
    if (idle > 0) {
      page.block(
          "",
          0,
          Counted.of(idle, "control")
              + Counted.verb(idle, "", ", one by one,")
              + " can fail: nothing new");
    }
    for (Stressed row : alone()) {
      page.blank();
      page.block(
          "",
          0,
          "Only the "
              + row.what()
              + " stands before "
              + row.restricted().collect(Finding::object).distinct().take(SHOWN).makeString(", ")
              + ".");
    }
    if (left > 0) {
      page.blank();
      page.block(
          "",
          0,
          Counted.of(left, "more control")
              + Counted.verb(left, " was", " were")
              + " not tried: this world is too large for all of them.");
    }
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** A page of controls that nothing hangs on would hide the one that matters. */
  private static boolean isIdleControl(Stressed row) {
    return row.kind() == Kind.CONTROL_FAILS && row.opens().isEmpty();
  }

  private static String said(Stressed row) {
    return switch (row.kind()) {
      case WRONG -> row.agent() + " is wrong and its advice is followed";
      case EARLY -> row.agent() + " acts before anybody agreed";
      case INJECTED -> row.agent() + " is steered by an outsider";
      case STOLEN -> row.agent() + ": an outsider can be " + row.what();
      case CONTROL_FAILS -> "the " + row.what() + " fails";
    };
  }

  @Override
  public void writeJson(OutputStream out) throws IOException {
    JsonGenerator json = Json.indented(out);
    json.writeStartObject();
    json.writeArrayFieldStart("suppositions");
    for (Stressed row : rows) {
      json.writeStartObject();
      json.writeStringField("kind", row.kind().word());
      if (!row.agent().isEmpty()) {
        json.writeStringField("agent", row.agent());
      }
      json.writeStringField("what", row.what());
      json.writeArrayFieldStart("opens");
      for (Finding finding : row.opens()) {
        FindingJson.write(json, finding);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    FindingJson.writeWords(json, "alone", alone().collect(Stressed::what));
    if (left > 0) {
      json.writeNumberField("truncated", left);
    }
    json.writeEndObject();
    Json.end(json);
  }
}
