package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.Heads;
import dev.ambit.model.NodeAccess;
import dev.ambit.model.NodeAccess.Holder;
import dev.ambit.model.Nodes;
import dev.ambit.model.Verb;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.collections.api.list.ImmutableList;

/** The answer to "who can do anything with this?", for a thing of any source. */
public record HoldersFound(NodeAccess access) implements Telling {

  /** The object of contract/result.md for {@code ambit who}, with the verb of each answer. */
  @Override
  public void writeJson(OutputStream out) throws IOException {
    JsonGenerator json = Json.indented(out);
    json.writeStartObject();
    json.writeStringField("asset", access.node());
    json.writeStringField("action", "*");
    json.writeArrayFieldStart("answers");
    for (Holder each : access.holders()) {
      json.writeStartObject();
      json.writeStringField("principal", each.who());
      json.writeStringField("decision", each.dependsOn().isEmpty() ? "allowed" : "depends");
      json.writeArrayFieldStart("dependsOn");
      if (!each.dependsOn().isEmpty()) {
        json.writeString(each.dependsOn());
      }
      json.writeEndArray();
      json.writeArrayFieldStart("because");
      json.writeStartObject();
      json.writeStringField("text", each.because());
      FindingJson.writeOrigin(json, each.origin());
      json.writeEndObject();
      json.writeEndArray();
      json.writeStringField("verb", each.verb().word());
      json.writeBooleanField("agent", each.agent());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    Json.end(json);
  }

  /** For a person: reading first, then what changes it. */
  @Override
  public void writeText(OutputStream out, TextLook look) throws IOException {
    TextPage page = new TextPage(look);
    if (access.holders().isEmpty()) {
      page.block("", 0, "nobody can do anything with " + access.node());
    }
    boolean isFirst = true;
    for (Verb verb : Verb.values()) {
      ImmutableList<Holder> holders = access.holders().select(each -> each.verb() == verb);
      if (holders.notEmpty()) {
        if (!isFirst) {
          page.blank();
        }
        isFirst = false;
        page.block("", 0, question(verb));
        holders.forEach(each -> write(page, each));
      }
    }
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void write(TextPage page, Holder holder) {
    page.block(
        "  -",
        4,
        holder.who()
            + (holder.agent()
                ? " (agent)"
                : holder.people().equals(Heads.NOBODY) ? "" : " (" + holder.people() + ")")
            + ", "
            + holder.because()
            + (holder.dependsOn().isEmpty() ? "" : "; depends on " + holder.dependsOn()));
    page.line("    " + holder.origin());
  }

  private String question(Verb verb) {
    String thing = access.node();
    boolean isChannel = access.kind() == Nodes.Kind.CHANNEL;
    return "who "
        + switch (verb) {
          case READ -> isChannel ? "reads " + thing : "can read " + thing;
          case PUBLISH -> "posts to " + thing;
          case SHARE -> "can let others into " + thing;
          case ADMINISTER -> "can change the settings of " + thing;
          case ASSUME -> "can act as " + thing;
          case INVOKE -> "can ask " + thing;
          case EGRESS -> "can send out through " + thing;
          case DISCOVER, WRITE, DELETE, EXECUTE, DECRYPT -> "can " + verb.word() + " " + thing;
        }
        + ":";
  }
}
