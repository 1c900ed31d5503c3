package dev.ambit.connect.awsiam;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ambit.connect.InputException;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.collections.api.list.ImmutableList;

/** The policies that whoever begins a session passes along: a file with one document, or a list. */
public final class SessionPolicies {
  private SessionPolicies() {}

  /**
   * Every document of the file, as AWS would take it.
   *
   * @throws InputException if AWS would not
   * @throws IOException if the file cannot be read
   */
  public static ImmutableList<Policy> read(InputStream bytes, String file) throws IOException {
    Origin origin = new Origin(file, 1, "");
    try (JsonParser parser = Pages.JSON.createParser(bytes)) {
      if (parser.nextToken() == null) {
        throw new InputException(origin, "the file is empty", "Write a policy document");
      }
      return new RequestPolicies(origin).session(JsonPart.read(parser));
    } catch (JsonProcessingException e) {
      throw new InputException(origin, "it is no JSON", "Write a policy document");
    }
  }
}
