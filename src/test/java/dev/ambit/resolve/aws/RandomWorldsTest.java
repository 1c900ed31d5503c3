package dev.ambit.resolve.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Facts;
import dev.ambit.model.Principal;
import dev.ambit.model.Verb;
import dev.ambit.model.request.Ruling;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The fast decision says what the obvious one says, about every principal, verb and bucket. */
class RandomWorldsTest {

  private static final List<String> WHO =
      List.of("user/ann", "user/bob", "role/etl", "group/staff", "group/interns");
  private static final List<String> ACTIONS =
      List.of(
          "*",
          "s3:*",
          "s3:Get*",
          "s3:GetObject",
          "s3:GetObjectVersion",
          "s3:PutObject",
          "s3:Delete*",
          "s3:PutBucketPolicy",
          "s3:CreateBucket",
          "s3:?etObject");
  private static final List<String> RESOURCES =
      List.of(
          "*",
          "arn:aws:s3:::*",
          "arn:aws:s3:::alpha",
          "arn:aws:s3:::alpha/*",
          "arn:aws:s3:::alpha/x/*",
          "arn:aws:s3:::alpha/y/*",
          "arn:aws:s3:::beta*",
          "arn:aws:s3:::beta-1",
          "arn:aws:s3:::beta-1/*",
          "arn:aws:s3:::*/x/*",
          "arn:aws:s3:::b*/*");
  private static final List<String> BUCKETS = List.of("alpha", "beta-1", "beta-2");
  // One key for every way in which patterns above can meet, and one outside of all.
  private static final List<String> KEYS =
      List.of("x/1", "y/1", "z/1", "x/y/x/1", "y/x/1", "z/x/1");

  /** Actions on resources of their type. */
  private static final Map<String, List<String>> REQUESTS =
      Map.of(
          "s3:GetObject",
          List.of("arn:aws:s3:::alpha/x/1", "arn:aws:s3:::alpha/y/x/1", "arn:aws:s3:::beta-2/z/1"),
          "s3:PutObject",
          List.of("arn:aws:s3:::alpha/z/1", "arn:aws:s3:::beta-1/x/1"),
          "s3:PutBucketPolicy",
          List.of("arn:aws:s3:::alpha", "arn:aws:s3:::beta-1"));

  private static final List<Verb> VERBS = List.of(Verb.READ, Verb.WRITE, Verb.DELETE, Verb.SHARE);

  /** One policy of one statement. */
  record Line(
      int kind, String who, String actions, String on, boolean notAction, boolean notResource) {
    void addTo(AwsWorld world) {
      switch (kind) {
        case 0, 1, 2 -> world.allow(who, actions, on);
        case 3 -> world.deny(who, actions, on);
        case 4 -> world.boundary(who.startsWith("group/") ? "user/bob" : who, actions, on);
        case 5 -> world.bucketAllows("alpha", actions, on, "AWS:" + AwsWorld.arn(person()));
        case 6 -> world.bucketDenies("alpha", actions, on, "*");
        default -> world.bucketDenies("alpha", actions, on, "AWS:" + AwsWorld.arn(person()));
      }
      if (kind < 5) {
        world.inverted(notAction, notResource);
      }
    }

    private String person() {
      return who.startsWith("group/") ? "user/ann" : who;
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = "20261125")
  void theFastDecisionIsTheObviousOne(@ForAll("worlds") List<Line> lines) {
    AwsWorld world = AwsWorld.empty();
    BUCKETS.forEach(world::bucket);
    world.member("user/ann", "group/staff").member("user/ann", "group/interns");
    world.member("user/bob", "group/staff").allow("role/etl", "sqs:ListQueues", "*");
    lines.forEach(line -> line.addTo(world));
    AwsWorld.Answers fast = world.resolved();
    AwsQuestions single =
        AwsQuestions.about(
            Facts.NONE.with(
                facts ->
                    facts
                        .policies(world.policies())
                        .principals(world.principals())
                        .assets(world.assets())));
    ReferenceDecision slow = new ReferenceDecision(world, KEYS);
    for (String who : List.of("user/ann", "user/bob", "role/etl")) {
      Principal principal = world.principals().detect(each -> each.id().equals(AwsWorld.arn(who)));
      REQUESTS.forEach(
          (action, resources) ->
              resources.forEach(
                  resource ->
                      assertThat(isAllowed(single, principal, action, resource))
                          .as("%s %s %s", who, action, resource)
                          .isEqualTo(slow.allowed(principal, action, resource))));
      for (Verb verb : VERBS) {
        for (String bucket : BUCKETS) {
          assertThat(fast.can(who, verb, bucket))
              .as("%s %s %s", who, verb, bucket)
              .isEqualTo(slow.can(principal, verb, AwsWorld.bucketArn(bucket)) ? "yes" : "no");
        }
      }
    }
  }

  private static boolean isAllowed(
      AwsQuestions questions, Principal principal, String action, String resource) {
    return questions.can(principal.id(), action, resource, Map.of()).orElseThrow().ruling().ruling()
        == Ruling.ALLOWED;
  }

  @Provide
  Arbitrary<List<Line>> worlds() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 7),
            Arbitraries.of(WHO),
            Arbitraries.of(ACTIONS),
            Arbitraries.of(RESOURCES),
            Arbitraries.frequency(
                net.jqwik.api.Tuple.of(6, false), net.jqwik.api.Tuple.of(1, true)),
            Arbitraries.frequency(
                net.jqwik.api.Tuple.of(6, false), net.jqwik.api.Tuple.of(1, true)))
        .as(Line::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }
}
