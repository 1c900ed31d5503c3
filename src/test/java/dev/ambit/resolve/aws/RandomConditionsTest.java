package dev.ambit.resolve.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Verb;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Conditions on tags, organisation and names are decided in the map as the obvious way does. */
class RandomConditionsTest {
  private static final int WORLDS = 1_000;
  private static final String READ_IT = "secretsmanager:GetSecretValue";
  private static final String SECRET =
      "arn:aws:secretsmanager:eu-west-1:" + AwsWorld.ACCOUNT + ":secret:";
  private static final List<String> SECRETS =
      List.of(SECRET + "red-a1b2c3", SECRET + "blue-a1b2c3", SECRET + "bare-a1b2c3");
  private static final List<String> WHO = List.of("user/ann", "user/bob", "role/etl");
  private static final List<String> TEXTS =
      List.of(
          "StringEquals",
          "StringNotEquals",
          "StringEqualsIgnoreCase",
          "StringLike",
          "StringNotLike",
          "StringEqualsIfExists",
          "StringNotEqualsIfExists",
          "Null");
  private static final List<String> ARNS =
      List.of("ArnLike", "ArnNotLike", "ArnEquals", "StringLike", "StringEquals");
  private static final List<String> TAGS =
      List.of(
          "red",
          "blue",
          "RED",
          "r*",
          "*",
          "${aws:PrincipalTag/team}",
          "${aws:PrincipalTag/owner}",
          "${aws:username}");
  private static final String USERS = "arn:aws:iam::" + AwsWorld.ACCOUNT + ":user/";

  /** What each key is compared with. */
  private static final Map<String, List<String>> VALUES =
      Map.of(
          "aws:ResourceTag/team", TAGS,
          "aws:ResourceTag/owner", TAGS,
          "aws:PrincipalTag/team", TAGS,
          "aws:PrincipalTag/owner", TAGS,
          "aws:PrincipalOrgID", List.of("o-acme", "o-other", "o-*"),
          "aws:ResourceOrgID", List.of("o-acme", "o-other", "${aws:PrincipalOrgID}"),
          "aws:ResourceAccount",
              List.of(AwsWorld.ACCOUNT, "999988887777", "${aws:PrincipalAccount}"),
          "aws:PrincipalArn",
              List.of(
                  USERS + "ann",
                  USERS + "*",
                  USERS + "${aws:username}",
                  "arn:aws:iam::*:role/etl",
                  "*"),
          "aws:username", List.of("ann", "bob", "a*", "${aws:username}"),
          "aws:SourceIp", List.of("here", "there"));

  private static final List<String> KEYS = VALUES.keySet().stream().sorted().toList();

  private final Random random;
  private final long seed = Long.getLong("ambit.seed", 20_261_201L);

  RandomConditionsTest() {
    random = new Random(seed);
  }

  @Test
  void theFastDecisionIsTheObviousOne() {
    System.out.println("conditions from seed " + seed + ", change it with -Dambit.seed");
    Map<String, Integer> met = new TreeMap<>();
    for (int i = 0; i < WORLDS; i++) {
      random.setSeed(seed + i);
      AwsWorld world = world();
      AwsWorld.Answers fast = world.resolved();
      ReferenceConditions slow = new ReferenceConditions(world, "o-acme");
      for (String who : WHO) {
        for (String secret : SECRETS) {
          String expected = slow.read(who, secret);
          String answer = fast.can(who, Verb.READ, secret).replaceFirst(" .*", "");
          if (!answer.equals(expected)) {
            assertThat(answer)
                .as("-Dambit.seed=%d: %s %s in %s", seed + i, who, secret, world.policies())
                .isEqualTo(expected);
          }
          met.merge(expected, 1, Integer::sum);
        }
      }
    }
    assertThat(met.keySet()).containsExactly("assumed", "depends", "no", "yes");
    assertThat(met.values())
        .as("%s of seed %d", met, seed)
        .allSatisfy(n -> assertThat(n).isGreaterThan(WORLDS / 20));
  }

  private AwsWorld world() {
    AwsWorld world =
        AwsWorld.empty()
            .organisation(AwsWorld.ACCOUNT, "r-acme", "ou-prod")
            .setting(AwsWorld.ACCOUNT, "OrganizationId=o-acme")
            .thing(SECRETS.get(0), "team=red")
            .thing(SECRETS.get(1), "team=blue", "owner=ann")
            .thing(SECRETS.get(2))
            .tagged("user/ann", "team=red")
            .tagged("user/bob", "team=b*", "owner=red")
            .tagged("role/etl", "team=blue")
            .member("user/ann", "group/staff")
            .member("user/bob", "group/staff");
    if (random.nextBoolean()) {
      world.allow(one(WHO), READ_IT, "*");
    }
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      String who = one(List.of("user/ann", "user/bob", "role/etl", "group/staff", "group/staff"));
      String of = who.startsWith("group/") ? "user/ann" : who;
      switch (random.nextInt(9)) {
        case 6 -> world.thingAllows(one(SECRETS), READ_IT, "AWS:" + AwsWorld.arn(of));
        case 7 -> world.thingDenies(one(SECRETS), READ_IT, "*");
        case 8 -> world.rcpDenies("ou-prod", READ_IT, "*");
        case 0 -> world.deny(who, READ_IT, "*");
        case 1 -> world.boundary(who.startsWith("group/") ? "user/bob" : who, "*", "*");
        default -> world.allow(who, READ_IT, "*");
      }
      for (int more = random.nextInt(3); more > 0; more--) {
        condition(world);
      }
      if (random.nextInt(4) == 0) {
        String tag = one(List.of("team", "owner"));
        String operator = one(TEXTS.subList(0, TEXTS.indexOf("Null")));
        world.when(operator, "aws:PrincipalTag/team", "${aws:ResourceTag/" + tag + "}");
      }
    }
    return world;
  }

  private void condition(AwsWorld world) {
    String key = one(KEYS);
    String operator = one(key.equals("aws:PrincipalArn") ? ARNS : TEXTS);
    List<String> values = Objects.requireNonNull(VALUES.get(key), key);
    if (operator.equals("Null")) {
      world.when(operator, key, random.nextBoolean() ? "true" : "false");
    } else if (random.nextInt(3) == 0) {
      world.when(operator, key, one(values), one(values));
    } else {
      world.when(operator, key, one(values));
    }
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
