package dev.ambit.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.function.IntPredicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Paths of which the answer is known: as many that hold as near misses, which are the same but for
 * one thing that cuts them. A plant is an agent with a role of its own, one table, and, unless it
 * is about deletion, a room in which people read who are not cleared.
 */
final class Plants {
  /** What the near misses of a plant are cut by. */
  private enum Cut {
    DENY,
    BOUNDARY,
    CONDITION,
    GATE
  }

  private final int pairs;
  private final int accounts;

  /**
   * @param pairs how many paths, and as many near misses; spread over the accounts
   */
  Plants(int pairs, int accounts) {
    this.pairs = pairs;
    this.accounts = accounts;
  }

  /** Rule, subject and object of each finding that must be there. */
  ImmutableList<String> paths() {
    return findings("path");
  }

  /** The same of each that must not be there. */
  ImmutableList<String> nearMisses() {
    return findings("miss");
  }

  private ImmutableList<String> findings(String kind) {
    MutableList<String> findings = Lists.mutable.empty();
    for (int i = 0; i < pairs; i++) {
      String rule =
          cut(i) == Cut.GATE ? "oversight/destructive-ungated" : "action/exposes-classified-data";
      findings.add(rule + " " + agent(kind, i) + " " + table(kind, i));
    }
    return findings.toImmutable();
  }

  private static Cut cut(int number) {
    return Cut.values()[number % Cut.values().length];
  }

  private int account(int number) {
    return number % accounts;
  }

  private static String agent(String kind, int number) {
    return kind + "-agent-" + number;
  }

  private static String role(String kind, int number) {
    return kind + "-role-" + number;
  }

  private String table(String kind, int number) {
    return "arn:aws:dynamodb:eu-west-1:%s:table/%s-table-%d"
        .formatted(World.id(account(number)), kind, number);
  }

  private interface Writing {
    void write(String kind, int number) throws IOException;
  }

  private void each(int account, IntPredicate which, Writing writing) throws IOException {
    for (int i = 0; i < pairs; i++) {
      if (account(i) == account && which.test(i)) {
        writing.write("path", i);
        writing.write("miss", i);
      }
    }
  }

  private static boolean isRead(int number) {
    return cut(number) != Cut.GATE;
  }

  void roles(JsonGenerator out, int account) throws IOException {
    each(account, number -> true, (kind, number) -> role(out, account, kind, number));
  }

  private void role(JsonGenerator out, int account, String kind, int number) throws IOException {
    boolean isCut = kind.equals("miss");
    Cut cut = cut(number);
    World.roleHead(out, account, role(kind, number), 5_000 + 2 * number + (isCut ? 1 : 0));
    out.writeFieldName("AssumeRolePolicyDocument");
    out.writeRawValue(
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""");
    out.writeArrayFieldStart("RolePolicyList");
    out.writeStartObject();
    out.writeStringField("PolicyName", "planted");
    out.writeFieldName("PolicyDocument");
    String condition =
        isCut && cut == Cut.CONDITION
            ? ",\"Condition\":{\"ArnEquals\":{\"aws:PrincipalArn\":\""
                + World.role(account, "other")
                + "\"}}"
            : "";
    String deny =
        isCut && cut == Cut.DENY
            ? ",{\"Effect\":\"Deny\",\"Action\":\"dynamodb:*Item\",\"Resource\":\"*/miss-table-*\"}"
            : "";
    String action = cut == Cut.GATE ? "dynamodb:DeleteTable" : "dynamodb:GetItem";
    out.writeRawValue(
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"%s\"%s}%s]}"
            .formatted(action, table(kind, number), condition, deny));
    out.writeEndObject();
    out.writeEndArray();
    World.strings(out, "AttachedManagedPolicies");
    if (isCut && cut == Cut.BOUNDARY) {
      out.writeObjectFieldStart("PermissionsBoundary");
      out.writeStringField("PermissionsBoundaryType", "Policy");
      out.writeStringField("PermissionsBoundaryArn", World.boundaryArn(account));
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  void tags(JsonGenerator out, int account) throws IOException {
    each(
        account,
        number -> true,
        (kind, number) -> World.tag(out, table(kind, number), "restricted"));
  }

  void principals(JsonGenerator out, int account) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", "visitors-" + account);
    out.writeStringField("kind", "group");
    out.writeStringField("clearance", "public");
    out.writeNumberField("size", 20);
    out.writeEndObject();
  }

  void channels(JsonGenerator out, int account) throws IOException {
    each(
        account,
        Plants::isRead,
        (kind, number) -> {
          out.writeStartObject();
          out.writeStringField("id", kind + "-room-" + number);
          World.strings(out, "readers", "visitors-" + account);
          World.strings(out, "writers", "visitors-" + account);
          out.writeEndObject();
        });
  }

  void gates(JsonGenerator out, int account) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", "second-person-" + account);
    out.writeStringField("strength", "resource");
    World.strings(out, "approvers", "person-%d-1".formatted(account));
    out.writeBooleanField("independent", true);
    out.writeEndObject();
  }

  void tools(JsonGenerator out, int account) throws IOException {
    each(
        account,
        number -> true,
        (kind, number) -> {
          if (isRead(number)) {
            World.tool(out, kind + "-tool-" + number, "publish", kind + "-room-" + number);
          } else {
            World.tool(out, kind + "-tool-" + number, "delete", table(kind, number));
            out.writeStringField("uses", World.role(account, role(kind, number)));
            if (kind.equals("miss")) {
              out.writeStringField("gate", "second-person-" + account);
            }
          }
          out.writeEndObject();
        });
  }

  void agents(JsonGenerator out, int account) throws IOException {
    each(
        account,
        number -> true,
        (kind, number) -> {
          World.agentHead(out, agent(kind, number), account);
          if (isRead(number)) {
            out.writeObjectFieldStart("identity");
            out.writeStringField("mode", "own");
            World.strings(out, "as", World.role(account, role(kind, number)));
            out.writeEndObject();
          }
          World.strings(out, "tools", kind + "-tool-" + number);
          World.strings(out, "invokers", "person-%d-0".formatted(account));
          out.writeEndObject();
        });
  }
}
