package dev.ambit.resolve.aws.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tables beside this test, line by line, through the reader of {@code ambit simulate}. */
class TablesTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final String ANN = "arn:aws:iam::111122223333:user/ann";
  private static final Map<String, List<String>> ASKED =
      Map.of(
          "", List.of("s3:GetObject", "arn:aws:s3:::b/k"),
          "key", List.of("kms:Decrypt", "arn:aws:kms:us-east-1:111122223333:key/1"),
          "trust", List.of("sts:AssumeRole", "arn:aws:iam::111122223333:role/target"),
          "policy", List.of("s3:PutBucketPolicy", "arn:aws:s3:::b"),
          "self", List.of("sts:GetCallerIdentity", "*"),
          "web", List.of("sts:AssumeRoleWithWebIdentity", "arn:aws:iam::111122223333:role/target"));

  @TestFactory
  Stream<DynamicTest> conditions() {
    return text("conditions.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> DynamicTest.dynamicTest(line, () -> condition(line.split(" \\|", -1))));
  }

  private static void condition(String[] fields) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("aws:username", "bob");
    context.put("aws:groups", List.of("one", "two"));
    context.put("aws:pattern", "any*");
    context.put("aws:number", "7");
    String values = fields[2].strip();
    if (!values.equals("-")) {
      context.put("test:key", List.of(values.split(";", -1)));
    }
    Map<String, Object> condition =
        Map.of(fields[0].strip(), Map.of("test:key", List.of(fields[1].strip().split(";", -1))));
    String decision =
        Simulated.by(ANN)
            .asks("s3:GetObject", "*")
            .context(context)
            .with(
                "PolicyInputList",
                List.of(
                    Simulated.policy(
                        "2012-10-17",
                        Map.of(
                            "Effect",
                            "Allow",
                            "Action",
                            "*",
                            "Resource",
                            "*",
                            "Condition",
                            condition))))
            .answer()
            .ruling()
            .ruling()
            .word();
    assertThat(decision).isEqualTo(fields[3].strip().equals("yes") ? "allowed" : "implicitDeny");
  }

  @TestFactory
  Stream<DynamicTest> matching() throws IOException {
    List<Map<String, Object>> ideas =
        YAML.readValue(text("matching.yaml"), new TypeReference<>() {});
    return ideas.stream().flatMap(TablesTest::matching);
  }

  private static Stream<DynamicTest> matching(Map<String, Object> idea) {
    boolean allows = idea.containsKey("allow");
    Map<String, Object> statement = new LinkedHashMap<>(map(idea, allows ? "allow" : "deny"));
    statement.put("Effect", allows ? "Allow" : "Deny");
    List<Object> policies = new ArrayList<>();
    policies.add(Simulated.policy((String) idea.getOrDefault("version", "2012-10-17"), statement));
    if (!allows) {
      Map<String, Object> also =
          new LinkedHashMap<>(
              idea.containsKey("also")
                  ? map(idea, "also")
                  : Map.of("Action", "*", "Resource", "*"));
      also.put("Effect", "Allow");
      policies.add(Simulated.policy("", also));
    }
    return map(idea, "asks").entrySet().stream()
        .map(
            each -> {
              String[] asked = each.getKey().split(" on ", 2);
              Simulated request =
                  Simulated.by(ANN)
                      .asks(asked[0], asked[1])
                      .context(idea.containsKey("context") ? map(idea, "context") : Map.of())
                      .with("PolicyInputList", policies);
              return DynamicTest.dynamicTest(
                  idea.get("idea") + ": " + each.getKey(),
                  () ->
                      assertThat(request.answer().ruling().ruling().word())
                          .isEqualTo(each.getValue()));
            });
  }

  @TestFactory
  Stream<DynamicTest> order() throws IOException {
    Map<String, Object> table = YAML.readValue(text("order.yaml"), new TypeReference<>() {});
    return ((String) Objects.requireNonNull(table.get("cases")))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line, () -> order(line.split(" \\| ", -1), map(table, "who"))));
  }

  private static void order(String[] fields, Map<String, Object> who) {
    String[] caller = fields[1].split("@", 2);
    List<String> asked = Objects.requireNonNull(ASKED.get(caller.length < 2 ? "" : caller[1]));
    Simulated request =
        Simulated.by((String) Objects.requireNonNull(who.get(caller[0])))
            .asks(asked.get(0), asked.get(1))
            .with("ResourceOwner", "111122223333");
    Map<String, List<Object>> layers = new LinkedHashMap<>();
    for (String policy : fields[2].equals("-") ? new String[0] : fields[2].split(" ", -1)) {
      String[] said = policy.split(":", 2);
      layers.computeIfAbsent(said[0], key -> new ArrayList<>()).add(statement(said[0], said[1]));
    }
    layers.forEach((layer, policies) -> add(request, layer, policies));
    assertThat(request.answer().ruling().ruling().word()).as(fields[4]).isEqualTo(fields[3]);
  }

  private static void add(Simulated request, String layer, List<Object> policies) {
    switch (layer) {
      case "identity" -> request.with("PolicyInputList", policies);
      case "boundary" -> request.with("PermissionsBoundaryPolicyInputList", policies);
      case "session" -> request.with("SessionPolicyInputList", policies);
      case "endpoint" -> request.with("EndpointPolicyInputList", policies);
      case "resource" -> request.with("ResourcePolicy", policies.get(0));
      case "scp" ->
          request.with("ServiceControlPolicyInputList", policies.stream().map(List::of).toList());
      case "rcp" ->
          request.with("ResourceControlPolicyInputList", policies.stream().map(List::of).toList());
      default -> throw new IllegalArgumentException("no layer " + layer);
    }
  }

  private static Object statement(String layer, String said) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Effect", said.startsWith("-") ? "Deny" : "Allow");
    // A policy with nothing to say about the request still stands there.
    statement.put("Action", said.startsWith("0") ? "ec2:StartInstances" : "*");
    if (!layer.equals("resource") || !said.contains("arn:")) {
      statement.put("Resource", "*");
    }
    String named = said.substring(1);
    if (layer.equals("resource") && !named.equals("nobody")) {
      boolean isNegated = named.startsWith("!");
      statement.put(isNegated ? "NotPrincipal" : "Principal", principal(named.replace("!", "")));
    }
    return Simulated.policy("2012-10-17", statement);
  }

  private static Object principal(String named) {
    if (named.equals("*")) {
      return named;
    }
    if (named.startsWith("bare:")) {
      return named.substring("bare:".length());
    }
    for (String type : List.of("AWS", "Service", "Federated")) {
      if (named.startsWith(type + ":")) {
        return Map.of(type, named.substring(type.length() + 1));
      }
    }
    return Map.of("AWS", List.of(named.split(",", -1)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> of, String key) {
    return (Map<String, Object>) Objects.requireNonNull(of.get(key), key);
  }

  private static String text(String name) {
    try (InputStream bytes =
        Objects.requireNonNull(TablesTest.class.getResourceAsStream(name), name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
