package dev.ambit.resolve.aws.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ambit.connect.awsiam.RequestLines;
import dev.ambit.model.request.SimulatedRequest;
import dev.ambit.model.request.SimulatedResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.collections.api.list.ImmutableList;

/** A line of {@code ambit simulate}, written field by field, and its answer. */
final class Simulated {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Object> request = new LinkedHashMap<>();

  static Simulated by(String caller) {
    return new Simulated().with("CallerArn", caller);
  }

  Simulated with(String key, Object value) {
    request.put(key, value);
    return this;
  }

  Simulated asks(String action, String resource) {
    return with("ActionNames", List.of(action)).with("ResourceArns", List.of(resource));
  }

  Simulated context(Map<String, Object> values) {
    List<Object> entries = new ArrayList<>();
    values.forEach(
        (key, value) ->
            entries.add(
                Map.of(
                    "ContextKeyName",
                    key,
                    "ContextKeyValues",
                    value instanceof List<?> list ? list : List.of(value))));
    return with("ContextEntries", entries);
  }

  /** The document of one statement. */
  static Map<String, Object> policy(String version, Map<String, Object> statement) {
    Map<String, Object> document = new LinkedHashMap<>();
    if (!version.isEmpty()) {
      document.put("Version", version);
    }
    document.put("Statement", List.of(statement));
    return document;
  }

  static SimulatedResult answer(String line) {
    List<Object> said = said(line);
    assertThat(said).singleElement().isInstanceOf(ImmutableList.class);
    return (SimulatedResult) ((ImmutableList<?>) said.get(0)).getOnly();
  }

  SimulatedResult answer() {
    return answer(line());
  }

  String line() {
    try {
      return JSON.writeValueAsString(request);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For each line a list of results, or the text of what is wrong with it. */
  static List<Object> said(String lines) {
    List<Object> said = new ArrayList<>();
    try {
      new RequestLines(
              new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), "requests.jsonl")
          .read(
              new RequestLines.Reader() {
                @Override
                public void request(SimulatedRequest request) {
                  said.add(Simulation.of(request));
                }

                @Override
                public void broken(String id, String problem) {
                  said.add(problem);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return said;
  }
}
