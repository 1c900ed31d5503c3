package dev.ambit.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Writes the exports of an organisation of any size: for each account an account export, the tags
 * of its resources, a few bucket policies, and the inventory of its agents and channels. Same size,
 * same bytes.
 *
 * <p>An account has 400 users in 40 groups, 1,560 roles that can assume one another along short
 * chains, about a thousand statements with two resource patterns each (three in five exact, the
 * rest with a wildcard at the end, in the middle or, rarely, at the beginning), denies, boundaries
 * and conditions, 20,000 tagged resources, and 40 agents that post to channels. A scale of 1 is 50
 * accounts: 100,000 principals, a million resources and about five million pairs of a right and a
 * resource that it is on. The shapes follow published exports; no real organisation is described.
 *
 * <p>On top of that come {@link Plants}: paths that must be found and near misses that must not.
 */
final class World {
  static final int ACCOUNTS = 50;
  private static final int USERS = 400;
  private static final int GROUPS = 40;
  private static final int ROLES = 1_560;
  private static final int RESOURCES = 20_000;
  private static final int AGENTS = 40;
  private static final int TEAMS = 40;
  private static final int MANAGED = 450;
  private static final int PLANTS = 200;
  private static final String[] DOMAINS = {
    "orders",
    "billing",
    "catalog",
    "events",
    "sessions",
    "reports",
    "ledger",
    "search",
    "media",
    "payroll"
  };

  private final int accounts;
  private final Random random = new Random(20_261_101);
  private final JsonFactory json = new JsonFactory();

  private World(int accounts) {
    this.accounts = accounts;
  }

  /** Leaves one for a look by hand: {@code SCALE:FOLDER}. */
  public static void main(String... arguments) throws IOException {
    String[] asked = arguments[0].split(":", 2);
    write(Path.of(asked[1]), Double.parseDouble(asked[0]));
  }

  /**
   * Writes a world into an empty folder.
   *
   * @param scale 1 for the size of the budgets; at least one account is written
   * @return what was planted in it
   */
  static Plants write(Path folder, double scale) throws IOException {
    World world = new World((int) Math.max(1, Math.round(scale * ACCOUNTS)));
    Plants plants = new Plants(PLANTS, world.accounts);
    for (int account = 0; account < world.accounts; account++) {
      Path here = Files.createDirectories(folder.resolve(id(account)));
      world.export(here.resolve("account.json"), account, plants);
      world.tags(here.resolve("tags.json"), account, plants);
      world.buckets(here, account);
      world.inventory(here.resolve("inventory.json"), account, plants);
    }
    world.organisation(folder.resolve("organisation.json"));
    return plants;
  }

  static String id(int account) {
    return "%012d".formatted(111_122_220_000L + account);
  }

  static String role(int account, String name) {
    return "arn:aws:iam::" + id(account) + ":role/" + name;
  }

  private static String user(int account, int number) {
    return "arn:aws:iam::" + id(account) + ":user/user-" + number;
  }

  private static String managed(int account, int number) {
    return "arn:aws:iam::" + id(account) + ":policy/policy-" + number;
  }

  /** Teams own blocks of resources; in a block ten domains follow one another. */
  private static String resource(int account, int number) {
    int team = number / (RESOURCES / TEAMS);
    String domain = DOMAINS[number / (RESOURCES / TEAMS / DOMAINS.length) % DOMAINS.length];
    String name = "team-%02d-%s-%05d".formatted(team, domain, number);
    return switch (number % 5) {
      case 0, 1 -> "arn:aws:dynamodb:eu-west-1:" + id(account) + ":table/" + name;
      case 2 -> "arn:aws:sqs:eu-west-1:" + id(account) + ":" + name;
      case 3 -> "arn:aws:secretsmanager:eu-west-1:" + id(account) + ":secret:" + name;
      default -> "arn:aws:s3:::" + id(account) + "-" + name;
    };
  }

  private String pattern(int account) {
    int number = random.nextInt(RESOURCES);
    String whole = resource(account, number);
    int kind = random.nextInt(1_000);
    if (kind < 690) {
      return whole;
    }
    if (kind < 790) { // one domain of one team, or a hundredth of it
      return whole.substring(0, whole.length() - (kind < 770 ? 2 : 5)) + "*";
    }
    if (kind < 998) {
      String domain = DOMAINS[random.nextInt(DOMAINS.length)];
      return whole.replaceAll(
          "team-.*",
          "team-*-"
              + domain
              + "-"
              + (kind < 950 ? "%02d".formatted(number / 1_000) : "%03d".formatted(number / 100))
              + "*");
    }
    return "*-"
        + DOMAINS[random.nextInt(DOMAINS.length)]
        + "-"
        + "%04d".formatted(number / 10)
        + "*";
  }

  private static String[] actions(String pattern, int kind) {
    String service = pattern.startsWith("arn:aws:") ? pattern.split(":", 4)[2] : "dynamodb";
    return switch (service) {
      case "sqs" ->
          kind < 80
              ? new String[] {"sqs:ReceiveMessage", "sqs:GetQueueAttributes"}
              : new String[] {"sqs:SendMessage", "sqs:DeleteMessage"};
      case "secretsmanager" ->
          kind < 95
              ? new String[] {"secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"}
              : new String[] {"secretsmanager:PutResourcePolicy"};
      case "s3" ->
          kind < 70
              ? new String[] {"s3:GetObject", "s3:ListBucket"}
              : kind < 97 ? new String[] {"s3:PutObject"} : new String[] {"s3:PutBucketPolicy"};
      default ->
          kind < 75
              ? new String[] {"dynamodb:GetItem", "dynamodb:Query", "dynamodb:BatchGetItem"}
              : new String[] {"dynamodb:PutItem", "dynamodb:UpdateItem"};
    };
  }

  private void export(Path file, int account, Plants plants) throws IOException {
    try (JsonGenerator out = json.createGenerator(Files.newBufferedWriter(file))) {
      out.writeStartObject();
      out.writeArrayFieldStart("UserDetailList");
      for (int i = 0; i < USERS; i++) {
        user(out, account, i);
      }
      out.writeEndArray();
      out.writeArrayFieldStart("GroupDetailList");
      for (int i = 0; i < GROUPS; i++) {
        group(out, account, i);
      }
      out.writeEndArray();
      out.writeArrayFieldStart("RoleDetailList");
      for (int i = 0; i < ROLES; i++) {
        role(out, account, i);
      }
      plants.roles(out, account);
      out.writeEndArray();
      out.writeArrayFieldStart("Policies");
      for (int i = 0; i < MANAGED; i++) {
        policy(out, account, i);
      }
      boundary(out, account);
      out.writeEndArray();
      out.writeBooleanField("IsTruncated", false);
      out.writeEndObject();
    }
  }

  private void user(JsonGenerator out, int account, int number) throws IOException {
    out.writeStartObject();
    out.writeStringField("Path", "/");
    out.writeStringField("UserName", "user-" + number);
    out.writeStringField("UserId", "AIDAEXAMPLE%010d".formatted(account * USERS + number));
    out.writeStringField("Arn", user(account, number));
    out.writeStringField("CreateDate", "2025-02-03T09:00:00+00:00");
    out.writeArrayFieldStart("GroupList");
    out.writeString("group-" + number % GROUPS);
    if (number % 3 == 0) {
      out.writeString("group-" + (number * 7 + 1) % GROUPS);
    }
    out.writeEndArray();
    attached(out, account, number % 20 == 0 ? 1 : 0);
    out.writeEndObject();
  }

  private void group(JsonGenerator out, int account, int number) throws IOException {
    out.writeStartObject();
    out.writeStringField("Path", "/");
    out.writeStringField("GroupName", "group-" + number);
    out.writeStringField("GroupId", "AGPAEXAMPLE%010d".formatted(account * GROUPS + number));
    out.writeStringField("Arn", "arn:aws:iam::" + id(account) + ":group/group-" + number);
    out.writeStringField("CreateDate", "2024-02-03T09:00:00+00:00");
    out.writeArrayFieldStart("GroupPolicyList");
    out.writeEndArray();
    attached(out, account, 2);
    out.writeEndObject();
  }

  private void role(JsonGenerator out, int account, int number) throws IOException {
    roleHead(out, account, "role-" + number, number);
    out.writeObjectFieldStart("AssumeRolePolicyDocument");
    out.writeStringField("Version", "2012-10-17");
    out.writeArrayFieldStart("Statement");
    out.writeStartObject();
    out.writeStringField("Effect", "Allow");
    out.writeObjectFieldStart("Principal");
    if (number % 5 < 3 || number < 4) {
      out.writeStringField(
          "Service", number % 2 == 0 ? "lambda.amazonaws.com" : "ecs-tasks.amazonaws.com");
    } else { // chains of at most a dozen, and one in fifty from the account before
      int other = number - 1 - random.nextInt(4);
      int from = number % 250 == 3 && account > 0 ? account - 1 : account;
      out.writeStringField("AWS", role(from, "role-" + other));
    }
    out.writeEndObject();
    out.writeStringField("Action", "sts:AssumeRole");
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
    out.writeArrayFieldStart("RolePolicyList");
    if (number % 5 == 0) {
      out.writeStartObject();
      out.writeStringField("PolicyName", "own");
      out.writeFieldName("PolicyDocument");
      document(out, account, 1);
      out.writeEndObject();
    }
    out.writeEndArray();
    attached(out, account, 1 + number % 3);
    if (number % 10 == 1) {
      out.writeObjectFieldStart("PermissionsBoundary");
      out.writeStringField("PermissionsBoundaryType", "Policy");
      out.writeStringField("PermissionsBoundaryArn", boundaryArn(account));
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  static void roleHead(JsonGenerator out, int account, String name, int number) throws IOException {
    out.writeStartObject();
    out.writeStringField("Path", "/");
    out.writeStringField("RoleName", name);
    out.writeStringField("RoleId", "AROAEXAMPLE%010d".formatted(account * 10_000 + number));
    out.writeStringField("Arn", role(account, name));
    out.writeStringField("CreateDate", "2025-03-04T09:00:00+00:00");
    out.writeArrayFieldStart("InstanceProfileList");
    out.writeEndArray();
  }

  private void attached(JsonGenerator out, int account, int count) throws IOException {
    out.writeArrayFieldStart("AttachedManagedPolicies");
    for (int i = 0; i < count; i++) {
      int number = random.nextInt(MANAGED);
      out.writeStartObject();
      out.writeStringField("PolicyName", "policy-" + number);
      out.writeStringField("PolicyArn", managed(account, number));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void policy(JsonGenerator out, int account, int number) throws IOException {
    policyHead(out, managed(account, number), "policy-" + number);
    document(out, account, 1 + number % 3);
    policyTail(out);
  }

  static String boundaryArn(int account) {
    return "arn:aws:iam::" + id(account) + ":policy/boundary";
  }

  private void boundary(JsonGenerator out, int account) throws IOException {
    policyHead(out, boundaryArn(account), "boundary");
    out.writeStartObject();
    out.writeStringField("Version", "2012-10-17");
    out.writeArrayFieldStart("Statement");
    out.writeStartObject();
    out.writeStringField("Effect", "Allow");
    out.writeArrayFieldStart("Action");
    out.writeString("sqs:*");
    out.writeString("s3:*");
    out.writeEndArray();
    out.writeStringField("Resource", "*");
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
    policyTail(out);
  }

  private static void policyHead(JsonGenerator out, String arn, String name) throws IOException {
    out.writeStartObject();
    out.writeStringField("PolicyName", name);
    out.writeStringField("PolicyId", "ANPAEXAMPLE" + Integer.toHexString(arn.hashCode()));
    out.writeStringField("Arn", arn);
    out.writeStringField("Path", "/");
    out.writeStringField("DefaultVersionId", "v1");
    out.writeArrayFieldStart("PolicyVersionList");
    out.writeStartObject();
    out.writeFieldName("Document");
  }

  private static void policyTail(JsonGenerator out) throws IOException {
    out.writeStringField("VersionId", "v1");
    out.writeBooleanField("IsDefaultVersion", true);
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
  }

  private void document(JsonGenerator out, int account, int statements) throws IOException {
    out.writeStartObject();
    out.writeStringField("Version", "2012-10-17");
    out.writeArrayFieldStart("Statement");
    for (int i = 0; i < statements; i++) {
      statement(out, account);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void statement(JsonGenerator out, int account) throws IOException {
    String first = pattern(account);
    int kind = random.nextInt(100);
    out.writeStartObject();
    out.writeStringField("Effect", random.nextInt(100) < 4 ? "Deny" : "Allow");
    out.writeArrayFieldStart("Action");
    for (String action : actions(first, kind)) {
      out.writeString(action);
    }
    String second = pattern(account);
    for (String action : actions(second, kind)) {
      out.writeString(action);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("Resource");
    out.writeString(first);
    out.writeString(second);
    out.writeEndArray();
    int condition = random.nextInt(100);
    if (condition < 8) {
      out.writeObjectFieldStart("Condition");
      if (condition < 4) {
        out.writeObjectFieldStart("IpAddress");
        out.writeStringField("aws:SourceIp", "192.0.2.0/24");
      } else {
        out.writeObjectFieldStart("StringEquals");
        out.writeStringField("aws:PrincipalAccount", id(account));
      }
      out.writeEndObject();
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private void tags(Path file, int account, Plants plants) throws IOException {
    try (JsonGenerator out = json.createGenerator(Files.newBufferedWriter(file))) {
      out.writeStartObject();
      out.writeArrayFieldStart("ResourceTagMappingList");
      for (int i = 0; i < RESOURCES; i++) {
        int level = random.nextInt(1_000);
        tag(
            out,
            resource(account, i),
            level < 20
                ? "restricted"
                : level < 100 ? "confidential" : level < 900 ? "internal" : "public");
      }
      plants.tags(out, account);
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  static void tag(JsonGenerator out, String arn, String level) throws IOException {
    out.writeStartObject();
    out.writeStringField("ResourceARN", arn);
    out.writeArrayFieldStart("Tags");
    out.writeStartObject();
    out.writeStringField("Key", "DataClass");
    out.writeStringField("Value", level);
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
  }

  /**
   * Two hundred buckets that let in one role of the account, each policy a file as it is stored.
   */
  private void buckets(Path folder, int account) throws IOException {
    Path policies = Files.createDirectories(folder.resolve("buckets"));
    for (int i = 4; i < RESOURCES; i += 500) {
      String arn = resource(account, i);
      String name = arn.substring("arn:aws:s3:::".length());
      try (JsonGenerator out =
          json.createGenerator(Files.newBufferedWriter(policies.resolve(name + ".json")))) {
        out.writeStartObject();
        out.writeStringField(
            "Policy",
            """
            {"Version":"2012-10-17","Statement":[{"Sid":"Readers","Effect":"Allow","Principal":{"AWS":"%s"},"Action":"s3:GetObject","Resource":"%s/*"}]}"""
                .formatted(role(account, "role-" + random.nextInt(ROLES)), arn));
        out.writeEndObject();
      }
    }
  }

  private void organisation(Path file) throws IOException {
    try (JsonGenerator out = json.createGenerator(Files.newBufferedWriter(file))) {
      out.writeStartObject();
      out.writeNumberField("ambit", 1);
      out.writeStringField("organisation", "example");
      out.writeStringField("asOf", "2026-11-01");
      out.writeObjectFieldStart("labels");
      for (String level : new String[] {"restricted", "confidential", "internal", "public"}) {
        out.writeStringField("DataClass=" + level, level);
      }
      out.writeEndObject();
      out.writeEndObject();
    }
  }

  private void inventory(Path file, int account, Plants plants) throws IOException {
    try (JsonGenerator out = json.createGenerator(Files.newBufferedWriter(file))) {
      out.writeStartObject();
      out.writeNumberField("ambit", 1);
      out.writeArrayFieldStart("principals");
      people(out, account);
      plants.principals(out, account);
      out.writeEndArray();
      out.writeArrayFieldStart("assets");
      out.writeStartObject();
      out.writeStringField("id", "log-" + account);
      out.writeStringField("kind", "log");
      out.writeStringField("level", "internal");
      out.writeEndObject();
      out.writeEndArray();
      out.writeArrayFieldStart("channels");
      for (int i = 0; i < 2 * AGENTS; i++) {
        channel(out, account, i);
      }
      plants.channels(out, account);
      out.writeEndArray();
      out.writeArrayFieldStart("gates");
      plants.gates(out, account);
      out.writeEndArray();
      out.writeArrayFieldStart("tools");
      for (int i = 0; i < 2 * AGENTS; i++) {
        tool(
            out, "post-%d-%d".formatted(account, i), "publish", "room-%d-%d".formatted(account, i));
        out.writeEndObject();
      }
      plants.tools(out, account);
      out.writeEndArray();
      out.writeArrayFieldStart("agents");
      for (int i = 0; i < AGENTS; i++) {
        agent(out, account, i);
      }
      plants.agents(out, account);
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  /** Every person is an IAM user; organisational groups nest three deep. */
  private void people(JsonGenerator out, int account) throws IOException {
    for (int i = 0; i < GROUPS; i++) {
      out.writeStartObject();
      out.writeStringField("id", "people-%d-%d".formatted(account, i));
      out.writeStringField("kind", "group");
      out.writeStringField("clearance", i == 0 ? "internal" : "restricted");
      if (i > 0) {
        strings(out, "memberOf", "people-%d-%d".formatted(account, (i - 1) / 4));
      }
      out.writeEndObject();
    }
    for (int i = 0; i < USERS; i++) {
      out.writeStartObject();
      out.writeStringField("id", "person-%d-%d".formatted(account, i));
      out.writeStringField("kind", "person");
      if (i < 40) {
        out.writeStringField("clearance", "restricted");
      }
      strings(out, "aliases", user(account, i));
      strings(out, "memberOf", groupsOf(account, i));
      out.writeEndObject();
    }
  }

  private static String[] groupsOf(int account, int person) {
    int own = person < 40 ? 0 : 1 + person % (GROUPS - 1);
    return IntStream.of(own, 1 + person * 7 % (GROUPS - 1), 1 + person * 11 % (GROUPS - 1))
        .distinct()
        .mapToObj("people-%d-%%d".formatted(account)::formatted)
        .toArray(String[]::new);
  }

  private static void channel(JsonGenerator out, int account, int number) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", "room-%d-%d".formatted(account, number));
    out.writeStringField("kind", "chat");
    String readers = "people-%d-%d".formatted(account, number % 10 == 9 ? 0 : 20 + number % 20);
    strings(out, "readers", readers);
    strings(out, "writers", readers);
    out.writeEndObject();
  }

  static void tool(JsonGenerator out, String id, String effect, String on) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", id);
    strings(out, "effects", effect);
    strings(out, "on", on);
  }

  private static void agent(JsonGenerator out, int account, int number) throws IOException {
    agentHead(out, "agent-%d-%d".formatted(account, number), account);
    out.writeObjectFieldStart("identity");
    out.writeStringField("mode", "own");
    strings(out, "as", role(account, "role-" + number * 37));
    out.writeEndObject();
    strings(
        out,
        "tools",
        "post-%d-%d".formatted(account, 2 * number),
        "post-%d-%d".formatted(account, 2 * number + 1));
    strings(out, "invokers", "people-%d-%d".formatted(account, 20 + number % 20));
    out.writeEndObject();
  }

  static void agentHead(JsonGenerator out, String id, int account) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", id);
    out.writeStringField("owner", "person-%d-0".formatted(account));
    out.writeStringField("stage", "live");
    out.writeStringField("authentication", "required");
    out.writeStringField("stop", "remote");
    out.writeBooleanField("labelled", true);
    strings(out, "repliesTo");
    out.writeObjectFieldStart("audit");
    out.writeStringField("log", "log-" + account);
    out.writeBooleanField("attributable", true);
    out.writeNumberField("retentionDays", 365);
    out.writeEndObject();
  }

  static void strings(JsonGenerator out, String name, String... values) throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }
}
