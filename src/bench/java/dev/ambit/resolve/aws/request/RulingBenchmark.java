package dev.ambit.resolve.aws.request;

import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.request.AccessRuling;
import dev.ambit.model.request.LayeredPolicies;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many requests one core decides in a second: request and policies are parsed, one statement
 * among twenty matches, and it has two conditions.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RulingBenchmark {
  private static final Origin HERE = new Origin("benchmark", 1, "");
  private static final int MATCHING = 12;

  private final CompiledPolicies policies =
      CompiledPolicies.of(
          new LayeredPolicies(
              Lists.immutable.of(policy()),
              Lists.immutable.empty(),
              Lists.immutable.empty(),
              Lists.immutable.empty(),
              Lists.immutable.empty(),
              Lists.immutable.empty(),
              Lists.immutable.empty()));
  private final Map<String, ImmutableList<String>> values =
      Map.of(
          "aws:sourceip", Lists.immutable.of("203.0.113.7"),
          "aws:username", Lists.immutable.of("ann"));
  private final Caller caller = Caller.of("arn:aws:iam::111122223333:user/ann", "");
  private final Context context = Context.complete(values, key -> false);
  private final Asked asked = request();

  private static Policy policy() {
    var statements = Lists.mutable.<Statement>empty();
    for (int i = 0; i < 20; i++) {
      String resource = "arn:aws:s3:::bucket-" + i + "/*/" + i + "/*";
      statements.add(
          new Statement(
              "p#" + i,
              true,
              Lists.immutable.empty(),
              Lists.immutable.empty(),
              Lists.immutable.of("s3:Get*", "s3:List*"),
              Lists.immutable.empty(),
              Lists.immutable.of(resource),
              Lists.immutable.empty(),
              i == MATCHING ? conditions() : Lists.immutable.empty(),
              HERE));
    }
    return new Policy("p", Policy.Kind.IDENTITY, "h", "2012-10-17", statements.toImmutable(), HERE);
  }

  private static ImmutableList<Condition> conditions() {
    return Lists.immutable.of(
        new Condition("IpAddress", "aws:SourceIp", Lists.immutable.of("203.0.113.0/24")),
        new Condition("StringLike", "aws:username", Lists.immutable.of("a*")));
  }

  private Asked request() {
    return Asked.of(
        caller,
        "s3:GetObject",
        "arn:aws:s3:::bucket-" + MATCHING + "/a/" + MATCHING + "/b",
        "111122223333",
        context);
  }

  /** The decision alone. */
  @Benchmark
  public AccessRuling decide() {
    return Rulings.of(asked, policies);
  }

  /** The decision of a request that is new each time, as in a file of them. */
  @Benchmark
  public AccessRuling prepareAndDecide() {
    return Rulings.of(request(), policies);
  }
}
