package dev.ambit.resolve.aws.request;

import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.request.LayeredPolicies;
import dev.ambit.model.request.SimulatedRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Requests of a small world, in which everything that decides is met often. */
final class RandomRequest {
  private static final Origin HERE = new Origin("random", 1, "");
  private static final List<String> CALLERS =
      List.of(
          "arn:aws:iam::111122223333:user/ann",
          "arn:aws:iam::111122223333:user/ann",
          "arn:aws:iam::111122223333:role/path/etl",
          "arn:aws:sts::111122223333:assumed-role/etl/run",
          "arn:aws:sts::111122223333:assumed-role/etl/run",
          "arn:aws:sts::111122223333:federated-user/ann",
          "arn:aws:iam::111122223333:root",
          "arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX",
          "arn:aws:iam::999988887777:user/eve",
          "arn:aws:sts::999988887777:assumed-role/spy/run",
          "arn:aws:iam::111122223333:oidc-provider/token.example.org",
          "lambda.amazonaws.com",
          "Anonymous");
  private static final List<String> PRINCIPALS =
      List.of(
          "*",
          "AWS:*",
          "AWS:111122223333",
          "AWS:arn:aws:iam::111122223333:root",
          "AWS:arn:aws:iam::111122223333:user/ann",
          "AWS:arn:aws:iam::111122223333:user/Ann",
          "AWS:arn:aws:iam::111122223333:role/path/etl",
          "AWS:arn:aws:iam::111122223333:role/etl",
          "AWS:arn:aws:sts::111122223333:assumed-role/etl/run",
          "AWS:arn:aws:sts::111122223333:federated-user/ann",
          "AWS:999988887777",
          "AWS:arn:aws:iam::999988887777:user/eve",
          "AWS:arn:aws:iam::999988887777:role/spy",
          "AWS:AIDAEXAMPLEEXAMPLE",
          "Federated:arn:aws:iam::111122223333:oidc-provider/token.example.org",
          "Service:lambda.amazonaws.com");

  /** Action, resource. */
  private static final List<List<String>> ASKED =
      List.of(
          List.of("s3:GetObject", "arn:aws:s3:::alpha/ann/1"),
          List.of("s3:GetObject", "arn:aws:s3:::alpha/x:y"),
          List.of("s3:ListBucket", "arn:aws:s3:::alpha"),
          List.of("s3:ListAllMyBuckets", "*"),
          List.of("iam:DeletePolicy", "arn:aws:iam::aws:policy/ReadOnlyAccess"),
          List.of("kms:DeleteAlias", "arn:aws:kms:us-east-1:111122223333:alias/aws/s3"),
          List.of("kms:Decrypt", "arn:aws:kms:us-east-1:111122223333:key/1"),
          List.of("ec2:StartInstances", "arn:aws:ec2:us-east-1:111122223333:instance/i-1"),
          List.of("sts:AssumeRole", "arn:aws:iam::111122223333:role/target"),
          List.of("sts:AssumeRoleWithWebIdentity", "arn:aws:iam::111122223333:role/target"));

  private static final List<String> ACTIONS =
      List.of(
          "*",
          "*",
          "*",
          "*",
          "*",
          "*",
          "s3:*",
          "S3:get*",
          "s3:?etObject",
          "s3:ListBucket",
          "kms:*",
          "ec2:Start*",
          "sts:AssumeRole",
          "sts:*",
          "*:*Object",
          "s3");
  private static final List<String> RESOURCES =
      List.of(
          "*",
          "*",
          "*",
          "*",
          "*",
          "*",
          "*",
          "*",
          "arn:aws:s3:::alpha",
          "arn:aws:s3:::alpha/*",
          "arn:aws:s3:::Alpha/*",
          "arn:aws:s3:::alpha/${aws:username}/*",
          "arn:aws:s3:::${aws:none, 'alpha'}/*",
          "arn:aws:s3:::${aws:none}*",
          "arn:aws:s3:::alpha/${*}",
          "arn:aws:s3",
          "arn:aws:s3*",
          "arn:aws:*:us-*-1:111122223333:*",
          "arn:aws:*:instance/i-1",
          "arn:aws:iam::*:role/target",
          "arn:aws:ec2:*:111122223333",
          "arn:aws:kms:us-????-1:*:key/?");
  private static final Map<String, List<String>> CONTEXT =
      Map.of(
          "aws:username", List.of("ann", "eve", "a*"),
          "aws:PrincipalArn", List.of("arn:aws:iam::111122223333:user/ann", "no arn"),
          "aws:SourceIp", List.of("10.1.2.3", "2001:db8::7", "here"),
          "aws:MultiFactorAuthAge", List.of("7", "7.5", "many"),
          "aws:CurrentTime", List.of("2026-01-01T00:00:00Z", "1767225600", "soon"),
          "aws:SecureTransport", List.of("true", "false"),
          "aws:Blob", List.of("QUJD", "?"),
          "aws:TagKeys", List.of("a", "b", "A", ""));
  private static final Map<String, List<String>> EXPECTED =
      Map.of(
          "aws:username", List.of("ann", "ANN", "a*", "${aws:username}", "${aws:none}", "${*}"),
          "aws:PrincipalArn",
              List.of(
                  "arn:aws:iam::111122223333:user/${aws:username}",
                  "arn:aws:iam::*:user/*",
                  "arn:*:user/ann",
                  "*"),
          "aws:SourceIp", List.of("10.0.0.0/8", "10.1.2.3", "2001:db8::/32", "nowhere"),
          "aws:MultiFactorAuthAge", List.of("7", "7.50", "8", "few"),
          "aws:CurrentTime", List.of("2026-01-01", "1767225601", "2025-12-31T23:00:00-01:00"),
          "aws:SecureTransport", List.of("true", "False", "yes"),
          "aws:Blob", List.of("QUJD", "!"),
          "aws:TagKeys", List.of("a", "b", "${aws:username}", "*"));
  private static final Map<String, List<String>> OPERATORS =
      Map.of(
          "aws:username",
              List.of(
                  "StringEquals",
                  "StringNotEquals",
                  "StringLike",
                  "StringNotLike",
                  "StringEqualsIgnoreCase",
                  "StringNotEqualsIgnoreCase"),
          "aws:PrincipalArn", List.of("ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"),
          "aws:SourceIp", List.of("IpAddress", "NotIpAddress"),
          "aws:MultiFactorAuthAge",
              List.of(
                  "NumericEquals",
                  "NumericNotEquals",
                  "NumericLessThan",
                  "NumericLessThanEquals",
                  "NumericGreaterThan",
                  "NumericGreaterThanEquals"),
          "aws:CurrentTime",
              List.of(
                  "DateEquals",
                  "DateNotEquals",
                  "DateLessThan",
                  "DateLessThanEquals",
                  "DateGreaterThan",
                  "DateGreaterThanEquals"),
          "aws:SecureTransport", List.of("Bool"),
          "aws:Blob", List.of("BinaryEquals"),
          "aws:TagKeys", List.of("StringEquals", "StringNotEquals", "StringLike", "StringNotLike"));
  private static final List<String> KEYS = EXPECTED.keySet().stream().sorted().toList();

  private final Random random;

  RandomRequest(Random random) {
    this.random = random;
  }

  SimulatedRequest next() {
    List<String> asked = one(ASKED);
    return new SimulatedRequest(
        "",
        one(CALLERS),
        Lists.immutable.of(asked.get(0)),
        Lists.immutable.of(asked.get(1)),
        random.nextInt(6) == 0 ? "999988887777" : "111122223333",
        context(),
        Set.of(),
        new LayeredPolicies(
            some(5, 3, this::attached),
            some(1, 1, this::attached),
            some(1, 1, this::attached),
            some(1, 3, () -> some(9, 1, this::attached)),
            some(1, 2, () -> some(9, 1, () -> onResource(0))),
            some(3, 1, () -> onResource(3)),
            some(1, 1, () -> onResource(0))));
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  /** Nothing, unless a chance of so many in five holds. */
  private <T> ImmutableList<T> some(int inFive, int most, Supplier<T> next) {
    if (random.nextInt(5) >= inFive) {
      return Lists.immutable.empty();
    }
    List<T> some = new ArrayList<>();
    for (int left = 1 + random.nextInt(most); left > 0; left--) {
      some.add(next.get());
    }
    return Lists.immutable.ofAll(some);
  }

  private Map<String, ImmutableList<String>> context() {
    Map<String, ImmutableList<String>> context = new HashMap<>();
    for (String key : KEYS) {
      if (!chance(4)) {
        boolean many = key.equals("aws:TagKeys") && chance(2);
        List<String> values = of(CONTEXT, key);
        context.put(
            key.toLowerCase(Locale.ROOT),
            many ? Lists.immutable.of(one(values), one(values)) : Lists.immutable.of(one(values)));
      }
    }
    return context;
  }

  private Policy attached() {
    return policy(() -> statement(false, 0));
  }

  private Policy onResource(int closeness) {
    return policy(() -> statement(true, closeness));
  }

  private Policy policy(Supplier<Statement> next) {
    List<Statement> statements = new ArrayList<>();
    for (int left = 1 + random.nextInt(2); left > 0; left--) {
      statements.add(next.get());
    }
    return new Policy(
        "p",
        Policy.Kind.IDENTITY,
        "h",
        chance(8) ? "2008-10-17" : "2012-10-17",
        Lists.immutable.ofAll(statements),
        HERE);
  }

  /**
   * A statement.
   *
   * @param closeness in how many of four it names principals, and not only a star
   */
  private Statement statement(boolean names, int closeness) {
    boolean notAction = chance(10);
    boolean notResource = chance(10);
    boolean notPrincipal = names && chance(12);
    ImmutableList<String> principals =
        !names
            ? Lists.immutable.empty()
            : random.nextInt(4) >= closeness ? Lists.immutable.of("*") : list(PRINCIPALS, 3);
    ImmutableList<String> none = Lists.immutable.empty();
    ImmutableList<String> actions = list(ACTIONS, 2);
    ImmutableList<String> resources = list(RESOURCES, 2);
    return new Statement(
        "p#s",
        !chance(8),
        notPrincipal ? none : principals,
        notPrincipal ? principals : none,
        notAction ? none : actions,
        notAction ? actions : none,
        notResource ? none : resources,
        notResource ? resources : none,
        chance(3) ? conditions() : Lists.immutable.empty(),
        HERE);
  }

  private ImmutableList<String> list(List<String> of, int most) {
    List<String> list = new ArrayList<>();
    for (int left = 1 + random.nextInt(most); left > 0; left--) {
      list.add(one(of));
    }
    return Lists.immutable.ofAll(list);
  }

  private ImmutableList<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    for (int left = 1 + random.nextInt(2); left > 0; left--) {
      conditions.add(condition());
    }
    return Lists.immutable.ofAll(conditions);
  }

  private Condition condition() {
    String key = one(KEYS);
    if (chance(12)) {
      return new Condition("Null", key, Lists.immutable.of(chance(2) ? "true" : "false"));
    }
    String operator = one(of(OPERATORS, key));
    boolean many = key.equals("aws:TagKeys") ? !chance(4) : chance(8);
    if (many) {
      operator = (chance(2) ? "ForAllValues:" : "ForAnyValue:") + operator;
    }
    if (chance(4)) {
      operator += "IfExists";
    }
    return new Condition(
        operator, chance(3) ? key.toUpperCase(Locale.ROOT) : key, list(of(EXPECTED, key), 2));
  }

  private static List<String> of(Map<String, List<String>> table, String key) {
    return Objects.requireNonNull(table.get(key), key);
  }
}
