package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.request.AccessAnswer;
import dev.ambit.model.request.LayerRuling;
import dev.ambit.model.request.Ruling;
import java.io.IOException;
import org.eclipse.collections.api.list.ImmutableList;

/** Sentences and fields about one decided request, for all who write one down. */
final class AccessText {
  private AccessText() {}

  /** "ann may s3:GetObject on payroll". */
  static String sentence(AccessAnswer answer) {
    String request = answer.action() + " on " + answer.resource();
    return answer.principal()
        + switch (answer.ruling().ruling()) {
          case ALLOWED -> " may " + request;
          case DEPENDS -> " may, depending on conditions, " + request;
          case IMPLICIT_DENY -> " may not " + request + ": nothing allows it";
          case EXPLICIT_DENY -> " may not " + request + ": it is denied";
        };
  }

  /** Which statement, and in which words. */
  static String text(Statement statement) {
    if (statement.origin().file().startsWith("ambit:not-in-the-input")) {
      return statement.id().substring(0, statement.id().indexOf('#'));
    }
    return "statement "
        + statement.id()
        + (statement.allow() ? " allows " : " denies ")
        + (statement.notActions().isEmpty()
            ? some(statement.actions())
            : "all but " + some(statement.notActions()))
        + (statement.notResources().notEmpty()
            ? " on all but " + some(statement.notResources())
            : statement.resources().isEmpty() ? "" : " on " + some(statement.resources()));
  }

  /** As many names as a line bears. */
  private static String some(ImmutableList<String> names) {
    int left = names.size() - 3;
    return names.take(3).makeString(", ") + (left > 0 ? " and " + left + " more" : "");
  }

  /** What a layer says: "allows", "denies" … */
  static String verb(LayerRuling layer) {
    return switch (layer.ruling()) {
      case ALLOWED -> "allows";
      case DEPENDS -> "depends";
      case IMPLICIT_DENY -> "does not allow";
      case EXPLICIT_DENY -> "denies";
    };
  }

  /** The layers that brought the answer about, each with what it says. */
  static ImmutableList<LayerRuling> telling(AccessAnswer answer) {
    Ruling ruling = answer.ruling().ruling();
    return ruling == Ruling.DEPENDS
        ? answer.ruling().layers()
        : answer.ruling().layers().select(each -> each.ruling() == ruling);
  }

  static void writeBecause(JsonGenerator json, ImmutableList<Statement> because)
      throws IOException {
    json.writeArrayFieldStart("because");
    for (Statement each : because) {
      json.writeStartObject();
      json.writeStringField("text", text(each));
      FindingJson.writeOrigin(json, each.origin());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void writeDependsOn(JsonGenerator json, AccessAnswer answer) throws IOException {
    json.writeArrayFieldStart("dependsOn");
    for (String each : answer.ruling().dependsOn()) {
      json.writeString(each);
    }
    json.writeEndArray();
  }
}
