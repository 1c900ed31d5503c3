package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.AnalysisResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;

/** Identifiers, times and texts as OSCAL wants them, the same for the same result. */
final class OscalText {
  static final String VERSION = "1.1.2";

  /** Names our properties and the things that are ours. */
  static final String NAMESPACE = "https://w3id.org/ambit";

  static final String TOOL = "tool";

  private final AnalysisResult result;
  private final String scope;

  OscalText(AnalysisResult result) {
    this.result = result;
    this.scope =
        NAMESPACE + "\n" + result.organisation() + "\n" + result.at() + "\n" + result.rulesDigest();
  }

  /** A UUID of version 5 (RFC 9562): the name decides it. */
  String uuid(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((scope + "\n" + name).getBytes(StandardCharsets.UTF_8));
      long high = (bits(hash, 0) & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
      long low = (bits(hash, 8) & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
      return new UUID(high, low).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  private static long bits(byte[] hash, int from) {
    long bits = 0;
    for (int at = from; at < from + 8; at++) {
      bits = (bits << 8) | (hash[at] & 0xFF);
    }
    return bits;
  }

  void writeUuid(JsonGenerator json, String name) throws IOException {
    json.writeStringField("uuid", uuid(name));
  }

  /** Midnight, in UTC, of the day that is judged. */
  String time() {
    return result.at() + "T00:00:00Z";
  }

  /** One line that is not blank: a name can be both. */
  String line(String text) {
    String line = Visible.of(text).strip();
    return line.isEmpty() ? "(nothing said)" : line;
  }

  /** As a token: letters, digits, dots, hyphens and underscores, and no digit at its start. */
  static String token(String id) {
    String token = id.replaceAll("[^\\p{L}\\p{N}.\\-_]", ".");
    return token.isEmpty() || !Character.isLetter(token.codePointAt(0)) ? "_" + token : token;
  }

  void writeMetadata(JsonGenerator json, String title) throws IOException {
    json.writeObjectFieldStart("metadata");
    json.writeStringField(
        "title",
        line(result.organisation().isEmpty() ? title : title + ", " + result.organisation()));
    json.writeStringField("last-modified", time());
    json.writeStringField("version", result.at().toString());
    json.writeStringField("oscal-version", VERSION);
    json.writeEndObject();
  }

  /**
   * What was looked at: every rule.
   *
   * @param remarks empty for none
   */
  void writeReviewed(JsonGenerator json, String remarks) throws IOException {
    json.writeObjectFieldStart("reviewed-controls");
    json.writeArrayFieldStart("control-selections");
    json.writeStartObject();
    json.writeObjectFieldStart("include-all");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    if (!remarks.isEmpty()) {
      json.writeStringField("remarks", line(remarks));
    }
    json.writeEndObject();
  }

  /** A small assessment plan, in base 64. */
  String plan() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonGenerator json = Json.indented(out);
    json.writeStartObject();
    json.writeObjectFieldStart("assessment-plan");
    writeUuid(json, "plan");
    writeMetadata(json, "Access of AI agents: assessment plan");
    json.writeObjectFieldStart("import-ssp");
    json.writeStringField("href", "#" + uuid("system"));
    json.writeStringField("remarks", "No system security plan was given to this assessment.");
    json.writeEndObject();
    writeReviewed(json, "");
    json.writeEndObject();
    json.writeEndObject();
    Json.end(json);
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }

  /** Every input with its digest, one a line. */
  String inputs() {
    return result.inputs().isEmpty()
        ? "nothing"
        : result
            .inputs()
            .collect(input -> "- " + line(input.path()) + " sha256:" + input.sha256())
            .makeString("\n");
  }
}
