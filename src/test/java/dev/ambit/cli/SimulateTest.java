package dev.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code ambit simulate}: a line in, a line out. */
class SimulateTest {
  private static final String ALLOW_ALL =
      "{'Version':'2012-10-17','Statement':[{'Sid':'All','Effect':'Allow','Action':'*','Resource':'*'}]}";

  @Test
  void eachLineIsAnsweredInItsPlace() {
    String asked =
        line("{'id':'one','ActionNames':['s3:GetObject'],'PolicyInputList':[" + ALLOW_ALL + "]}")
            + line("{'id':2,'ActionNames':['s3:GetObject','s3:PutObject']}");
    Ran ran = Ran.after(asked, "simulate", "--requests", "-");
    assertThat(ran.out())
        .isEqualTo(
            line(
                    "{'id':'one','EvaluationResults':[{'EvalActionName':'s3:GetObject',"
                        + "'EvalResourceName':'*','EvalDecision':'allowed','MatchedStatements':"
                        + "[{'SourcePolicyId':'PolicyInputList.1','StatementId':'All',"
                        + "'StatementPointer':'/PolicyInputList/0/Statement/0',"
                        + "'StartPosition':{'Line':1}}],'MissingContextValues':[],"
                        + "'EvalDecisionDetails':{'identity':'allowed'}}]}")
                + line(
                    "{'id':2,'EvaluationResults':[{'EvalActionName':'s3:GetObject',"
                        + "'EvalResourceName':'*','EvalDecision':'implicitDeny',"
                        + "'MatchedStatements':[],'MissingContextValues':[],"
                        + "'EvalDecisionDetails':{'identity':'implicitDeny'}},"
                        + "{'EvalActionName':'s3:PutObject','EvalResourceName':'*',"
                        + "'EvalDecision':'implicitDeny','MatchedStatements':[],"
                        + "'MissingContextValues':[],"
                        + "'EvalDecisionDetails':{'identity':'implicitDeny'}}]}"));
    ran.ends(0, "ambit: exit 0: answered 2 requests");
  }

  @Test
  void aLineThatIsNoRequestCostsOnlyItself() {
    String asked =
        "{ no json\n"
            + line("{'id':'a','ActionNames':['s3:*']}")
            + line("{'id':'b','ActionNames':['s3:GetObject'],'PolicyInputList':['{']}")
            + "\n"
            + line("{'id':'c','ActionNames':['s3:GetObject']}");
    Ran ran = Ran.after(asked, "simulate", "--requests", "-");
    assertThat(ran.out().lines())
        .satisfiesExactly(
            one ->
                assertThat(one)
                    .isEqualTo(
                        problem("", "stdin:1: the line is no JSON. Write one JSON object a line")),
            two ->
                assertThat(two)
                    .isEqualTo(
                        problem(
                            "a",
                            "stdin:2 /ActionNames: expected an action like s3:GetObject, found"
                                + " 's3:*'. Name one action, without wildcards")),
            three ->
                assertThat(three)
                    .startsWith(
                        "{\"id\":\"b\",\"error\":{\"message\":\"stdin:3 /PolicyInputList/0: "),
            four -> assertThat(four).contains("\"EvalDecision\":\"implicitDeny\""));
    ran.ends(
        0,
        "ambit: exit 0: answered 1 request, and 3 could not be read; each says why in its answer");
  }

  @Test
  void anEmptyTextIsNoPolicyAndCostsOnlyItsLine() {
    Ran ran =
        Ran.after(
            line("{'id':1,'ActionNames':['s3:GetObject'],'PolicyInputList':['']}")
                + line("{'id':2,'ActionNames':['s3:GetObject'],'PolicyInputList':[' ']}")
                + line("{'id':3,'ActionNames':['s3:GetObject']}"),
            "simulate",
            "--requests",
            "-");
    assertThat(ran.out().lines())
        .satisfiesExactly(
            one -> assertThat(one).startsWith("{\"id\":1,\"error\":{"),
            two -> assertThat(two).startsWith("{\"id\":2,\"error\":{"),
            three -> assertThat(three).contains("\"EvalDecision\":\"implicitDeny\""));
  }

  @Test
  void aPolicyMayBeAnObjectOrTextOrPercentEncoded() {
    String text = ALLOW_ALL.replace("'", "\\\"");
    String encoded = ALLOW_ALL.replace("'", "%22").replace("{", "%7B").replace("}", "%7D");
    for (String policy : new String[] {ALLOW_ALL, "'" + text + "'", "'" + encoded + "'"}) {
      Ran ran =
          Ran.after(
              line("{'ActionNames':['s3:GetObject'],'PolicyInputList':[" + policy + "]}"),
              "simulate",
              "--requests",
              "-");
      assertThat(ran.out()).as(policy).contains("\"EvalDecision\":\"allowed\"");
    }
  }

  @Test
  void whatAPolicyAsksForAndTheRequestDoesNotGiveIsMissing() {
    Ran ran =
        Ran.after(
            line(
                "{'ActionNames':['s3:GetObject'],'PolicyInputList':[{'Statement':{'Effect':'Allow',"
                    + "'Action':'*','Resource':'*','Condition':{'IpAddress':{'aws:SourceIp':'10.0.0.0/8'},"
                    + "'Bool':{'aws:SecureTransport':'true'}}}}],'ContextEntries':[{'ContextKeyName':"
                    + "'AWS:securetransport','ContextKeyType':'boolean','ContextKeyValues':[true]}]}"),
            "simulate",
            "--requests",
            "-");
    assertThat(ran.out()).contains("\"MissingContextValues\":[\"aws:SourceIp\"]");
  }

  @TestFactory
  Stream<DynamicTest> whatAwsWouldNotStoreIsRefused() throws IOException {
    return table("refused-policies.txt")
        .map(row -> DynamicTest.dynamicTest(row[0] + " " + row[1], () -> refused(row)));
  }

  private static void refused(String[] row) {
    String policy =
        row[1].contains("Statement'")
            ? row[1]
            : "{'Version':'2012-10-17','Statement':[" + row[1] + "]}";
    String asked =
        "{'ActionNames':['s3:GetObject'],'CallerArn':'arn:aws:iam::111122223333:user/ann',"
            + (row[0].equals("identity") ? "'PolicyInputList'" : "'ResourcePolicy'")
            + ":";
    Ran ran = Ran.after(line(asked + policy + "}"), "simulate", "--requests", "-");
    assertThat(ran.out()).startsWith("{\"error\":{").contains(row[2]);
  }

  private static Stream<String[]> table(String name) throws IOException {
    try (InputStream bytes =
        Objects.requireNonNull(SimulateTest.class.getResourceAsStream(name), name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| ", -1));
    }
  }

  @Test
  void answersGoToAFileThatAppearsWhole(@TempDir Path folder) throws IOException {
    Path requests = folder.resolve("requests.jsonl");
    Path answers = folder.resolve("answers.jsonl");
    Files.writeString(requests, line("{'id':1,'ActionNames':['s3:GetObject']}"));
    Ran ran = Ran.ambit("simulate", "--requests", requests.toString(), "--out", answers.toString());
    ran.ends(0, "ambit: exit 0: answered 1 request");
    assertThat(ran.out()).isEmpty();
    assertThat(answers).content().startsWith("{\"id\":1,\"EvaluationResults\":[");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aFileThatIsNotThereIsAMistakeOfThePerson() {
    Ran.ambit("simulate", "--requests", "nowhere.jsonl")
        .complains("there is no file nowhere.jsonl");
  }

  private static String problem(String id, String message) {
    return (id.isEmpty() ? "{" : "{\"id\":\"" + id + "\",")
        + "\"error\":{\"message\":\""
        + message
        + "\"}}";
  }

  private static String line(String json) {
    return json.replace("'", "\"") + "\n";
  }
}
