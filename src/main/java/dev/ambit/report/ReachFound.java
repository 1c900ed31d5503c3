package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.AgentAccess;
import dev.ambit.model.AgentAccess.Deed;
import dev.ambit.model.AgentAccess.Feeder;
import dev.ambit.model.AgentAccess.Outlet;
import dev.ambit.model.Readiness;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.eclipse.collections.api.list.ImmutableList;

/** The answer of {@code ambit reach}. */
public record ReachFound(AgentAccess agent, Readiness readiness) implements Telling {

  @Override
  public void writeText(OutputStream out, TextLook look) throws IOException {
    TextPage page = new TextPage(look);
    page.block("", 0, agent.agent() + (agent.purpose().isEmpty() ? "" : ": " + agent.purpose()));
    if (agent.actsAs().notEmpty()) {
      page.block("", 2, "It acts as " + agent.actsAs().makeString(", ") + ".");
    }
    for (Deed deed : agent.deeds()) {
      page.block(
          "  -",
          4,
          "can "
              + deed.verb().word()
              + " "
              + deed.on()
              + (deed.level().isEmpty() ? "" : " (" + deed.level() + ")")
              + ", "
              + because(deed)
              + (deed.isGated() ? "; somebody has to agree first" : ""));
      page.line("    " + deed.origin());
    }
    int more = agent.deedsTotal() - agent.deeds().size();
    if (more > 0) {
      page.line("    and " + Counted.number(more) + " more");
    }
    for (Outlet outlet : agent.outlets()) {
      page.block("  -", 4, "can post to " + outlet.channel() + ", read by " + outlet.audience());
    }
    if (agent.askers().notEmpty()) {
      page.block(
          "  -",
          4,
          "is asked by "
              + agent.askers().makeString(", ")
              + " ("
              + agent.asking()
              + ")"
              + (agent.answersAskers() ? ", and answers them" : ""));
    }
    for (Feeder feeder : agent.feeders()) {
      page.block(
          "  -",
          4,
          "reads what "
              + feeder.who()
              + " writes"
              + (feeder.through().isEmpty() ? "" : " to " + feeder.through())
              + (feeder.outsider() ? ", from outside" : ""));
    }
    if (readiness.isJudged()) {
      page.block("  -", 4, "is fit for " + ReadinessTold.line(readiness));
    }
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** The object of contract/result.md for {@code ambit reach}, sorted by name. */
  @Override
  public void writeJson(OutputStream out) throws IOException {
    JsonGenerator json = Json.indented(out);
    json.writeStartObject();
    json.writeStringField("agent", agent.agent());
    json.writeArrayFieldStart("can");
    for (Deed deed : sorted(agent.deeds())) {
      json.writeStartObject();
      json.writeStringField("verb", deed.verb().word());
      json.writeStringField("on", deed.on());
      if (!deed.level().isEmpty()) {
        json.writeStringField("level", deed.level());
      }
      json.writeStringField("because", because(deed));
      FindingJson.writeOrigin(json, deed.origin());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("publishesTo");
    for (Outlet outlet : agent.outlets()) {
      json.writeStartObject();
      json.writeStringField("channel", outlet.channel());
      FindingJson.writeHeads(json, "audience", outlet.audience());
      if (outlet.audience().atLeast()) {
        json.writeBooleanField("atLeast", true);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    int left = agent.deedsTotal() - agent.deeds().size();
    if (left > 0) {
      json.writeNumberField("truncated", left);
    }
    if (readiness.isJudged()) {
      json.writeFieldName("readiness");
      ReadinessJson.write(json, readiness);
    }
    json.writeEndObject();
    Json.end(json);
  }

  private static ImmutableList<Deed> sorted(ImmutableList<Deed> deeds) {
    return deeds.toImmutableSortedList(
        Comparator.comparing(Deed::on)
            .thenComparing(Deed::verb)
            .thenComparing(Deed::via)
            .thenComparing(Deed::origin));
  }

  private static String because(Deed deed) {
    return "by " + deed.via() + (deed.as().isEmpty() ? "" : " as " + deed.as());
  }
}
