package dev.ambit.connect.awsiam;

import com.fasterxml.jackson.core.JsonParser;
import dev.ambit.model.Note;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The policies that AWS itself manages, as shipped with Ambit, for exports that leave them out. The
 * table is one line a policy, read only when an export misses one, and only as far as needed.
 */
final class ManagedPolicies {
  /** The file that origins of these statements name. */
  static final String FILE = "ambit:aws-managed-policies";

  private ManagedPolicies() {}

  /** Those of {@code arns} that the table has, by ARN. */
  static Map<String, StatementReader.Body> find(Set<String> arns) {
    Map<String, StatementReader.Body> found = new TreeMap<>();
    StatementReader statements = new StatementReader(FILE, ManagedPolicies::refuse);
    try (BufferedReader lines = table()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String arn = line.substring(0, line.indexOf('\t'));
        if (arns.contains(arn)) {
          found.put(arn, body(statements, arn, line.substring(arn.length() + 1)));
        }
        if (found.size() == arns.size()) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static StatementReader.Body body(StatementReader statements, String arn, String text)
      throws IOException {
    try (JsonParser parser = Pages.JSON.createParser(text)) {
      parser.nextToken();
      JsonPart root = JsonPart.read(parser).withoutLines();
      return statements.read(root, "/" + Pointers.escaped(arn), arn, false);
    }
  }

  private static BufferedReader table() throws IOException {
    InputStream bytes =
        Objects.requireNonNull(
            ManagedPolicies.class.getResourceAsStream("managed-policies.tsv.gz"),
            "the table of managed policies is part of the jar");
    return new BufferedReader(
        new InputStreamReader(new GZIPInputStream(bytes), StandardCharsets.UTF_8), 1 << 16);
  }

  private static void refuse(Note note) {
    throw new IllegalStateException("the shipped table is broken: " + note.text());
  }
}
