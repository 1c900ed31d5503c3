package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.request.AccessAnswer;
import dev.ambit.model.request.LayerRuling;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The answer to "who can do that to this asset?".
 *
 * @param answers of those who may, or may under conditions, sorted by principal
 */
public record WhoFound(String asset, String action, ImmutableList<AccessAnswer> answers)
    implements Telling {

  /** The object of contract/result.md for {@code ambit who}. */
  @Override
  public void writeJson(OutputStream out) throws IOException {
    JsonGenerator json = Json.indented(out);
    json.writeStartObject();
    json.writeStringField("asset", asset);
    json.writeStringField("action", action);
    json.writeArrayFieldStart("answers");
    for (AccessAnswer each : answers) {
      json.writeStartObject();
      json.writeStringField("principal", each.principal());
      json.writeStringField("decision", each.ruling().ruling().word());
      AccessText.writeDependsOn(json, each);
      AccessText.writeBecause(json, because(each));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    Json.end(json);
  }

  private static ImmutableList<Statement> because(AccessAnswer answer) {
    return AccessText.telling(answer).flatCollect(LayerRuling::because).distinct();
  }

  @Override
  public void writeText(OutputStream out, TextLook look) throws IOException {
    TextPage page = new TextPage(look);
    page.block(
        "",
        0,
        answers.isEmpty()
            ? "nobody may " + action + " on " + asset
            : Counted.of(answers.size(), "principal")
                + " may "
                + action
                + " on "
                + asset
                + (answers.anySatisfy(each -> each.ruling().dependsOn().notEmpty())
                    ? ", some under conditions"
                    : ""));
    for (AccessAnswer each : answers) {
      page.blank();
      page.line(each.principal() + ": " + each.ruling().ruling().word());
      each.ruling().dependsOn().forEach(on -> page.block("  depends on", 14, on));
      for (Statement statement : because(each)) {
        page.block("", 2, AccessText.text(statement));
        page.line("  " + statement.origin());
      }
    }
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
