package dev.ambit.resolve.aws;

import dev.ambit.model.Origin;
import dev.ambit.model.Policy.Statement;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What the policies of keys leave to the identity policies of their account: only what they hand
 * over to the account as a whole. Elsewhere in AWS an identity policy is enough in its own account;
 * with a key it is not. Source: KMS developer guide, "Default key policy".
 */
final class KeyPolicies {
  private static final ImmutableList<String> NONE = Lists.immutable.empty();

  private final ImmutableList<Guarded> ofKeys;

  KeyPolicies(ImmutableList<Guarded> guarded) {
    ofKeys = guarded.select(each -> !each.isTrust() && each.resource().contains(":kms:"));
  }

  /**
   * One more layer that must allow, for the identity policies of {@code account}; empty if no
   * policy of its keys is known.
   */
  Optional<ImmutableList<Statement>> limit(String account) {
    ImmutableList<Guarded> own =
        ofKeys.select(each -> Accounts.rootOf(each.resource()).equals(account));
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Subject any = Subject.someoneIn(account);
    ImmutableList<String> keys = own.collect(Guarded::resource).distinct();
    ImmutableList<String> kms = Lists.immutable.of("kms:*");
    Origin origin = own.getFirst().statement().origin();
    return Optional.of(
        own.collect(Guarded::statement)
            .select(each -> each.allow() && Named.in(each, any) == Named.BY_ACCOUNT)
            .newWith(allow(NONE, kms, Lists.immutable.of("*"), NONE, origin))
            .newWith(allow(kms, NONE, NONE, keys, origin)));
  }

  private static Statement allow(
      ImmutableList<String> actions,
      ImmutableList<String> notActions,
      ImmutableList<String> resources,
      ImmutableList<String> notResources,
      Origin origin) {
    return new Statement(
        "what no known policy of a key is about",
        true,
        NONE,
        NONE,
        actions,
        notActions,
        resources,
        notResources,
        Lists.immutable.empty(),
        origin);
  }
}
