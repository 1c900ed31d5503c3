package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.ExposurePath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The answer to "by which paths does this agent expose that asset?".
 *
 * @param paths worst first, then shortest
 * @param none why there is no path; empty if there is one
 */
public record PathsFound(String agent, String asset, ImmutableList<ExposurePath> paths, String none)
    implements Telling {

  /** The object of contract/result.md for {@code ambit why}. */
  @Override
  public void writeJson(OutputStream out) throws IOException {
    JsonGenerator json = Json.indented(out);
    json.writeStartObject();
    json.writeStringField("agent", agent);
    json.writeStringField("asset", asset);
    json.writeArrayFieldStart("paths");
    for (ExposurePath path : paths) {
      FindingJson.writePath(json, path);
    }
    json.writeEndArray();
    if (paths.isEmpty()) {
      json.writeStringField("none", none);
    }
    json.writeEndObject();
    Json.end(json);
  }

  @Override
  public void writeText(OutputStream out, TextLook look) throws IOException {
    TextPage page = new TextPage(look);
    if (paths.isEmpty()) {
      page.block("", 0, "no path: " + none);
    }
    for (ExposurePath path : paths) {
      page.severity(path.severity(), "");
      TextFinding.writePath(page, path);
      page.blank();
    }
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
