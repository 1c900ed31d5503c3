package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.Policy;
import dev.ambit.model.Principal;
import java.util.function.Predicate;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The nodes that only policies name. A right must not vanish because nobody listed the bucket, the
 * partner's account or the service that holds it.
 */
public final class AwsResources {
  private AwsResources() {}

  /**
   * Every resource that a policy names without wildcard, and the account of each principal with
   * policies: {@code arn:aws:iam::<id>:root}, which contains what is its own. A bucket, whose ARN
   * names no account, belongs to the one account whose policies name it; if several do, to none
   * that we know. Sorted by id.
   */
  public static ImmutableList<Asset> named(ImmutableList<Policy> policies) {
    return new NamedAssets(policies).all();
  }

  /**
   * One asset for each pattern of an allow statement that covers none of the known assets; for
   * {@code *} one for each service of which nothing is known. A permission only to see that things
   * exist is not worth a node. Certainty assumed, sorted by id.
   *
   * @param coversSomething whether a pattern covers a known asset; asked by several threads at once
   */
  public static ImmutableList<Asset> patternsWithoutCover(
      ImmutableList<Policy> policies, Predicate<String> coversSomething) {
    return new OpenPatterns(policies).withoutCover(coversSomething);
  }

  /**
   * The principals that policies name besides those of an export: services, federations, other
   * accounts, and the roles somebody may assume there. An account is an outside party unless it
   * stands in the organisation. Sorted by id, each once; one that an export describes is to be
   * joined with that.
   */
  public static ImmutableList<Principal> principals(
      ImmutableList<Policy> policies, ImmutableList<Asset> assets) {
    return NamedPrincipals.in(policies, assets);
  }
}
