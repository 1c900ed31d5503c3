package dev.ambit.resolve.aws;

import dev.ambit.model.Policy.Statement;
import dev.ambit.resolve.Names;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What policies on resources open to other accounts as a whole. Both sides must allow: the account
 * hands on no more than the policy gave it. Source: the IAM guide, "Cross-account policy evaluation
 * logic". Not for several threads.
 */
final class Openings {
  private static final ImmutableList<String> NONE = Lists.immutable.empty();

  private final ImmutableList<Guarded> allows;
  private final Roster roster;
  private final Names names;
  private final Map<String, String> owners = new TreeMap<>();
  private final Map<String, Optional<ImmutableList<Statement>>> known = new TreeMap<>();

  Openings(ImmutableList<Guarded> guarded, Roster roster, Names names) {
    this.allows = guarded.select(each -> !each.isTrust() && each.statement().allow());
    this.roster = roster;
    this.names = names;
  }

  /**
   * One more layer that must allow, for the identity policies of {@code account}; empty if nothing
   * of others is opened to it.
   */
  Optional<ImmutableList<Statement>> limit(String account) {
    return known.computeIfAbsent(account, this::find);
  }

  private Optional<ImmutableList<Statement>> find(String account) {
    Subject any = Subject.someoneIn(account);
    ImmutableList<Guarded> opened =
        allows.select(
            each ->
                Named.in(each.statement(), any) == Named.BY_ACCOUNT
                    && isOfAnother(each.resource(), account));
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    ImmutableList<String> things =
        opened
            .collect(Guarded::resource)
            .distinct()
            .flatCollect(each -> Lists.immutable.of(each, each + "/*", each + ":*"));
    Statement rest =
        new Statement(
            "what others have not opened",
            true,
            NONE,
            NONE,
            Lists.immutable.of("*"),
            NONE,
            NONE,
            things,
            Lists.immutable.empty(),
            opened.getFirst().statement().origin());
    return Optional.of(opened.collect(Guarded::statement).newWith(rest));
  }

  private boolean isOfAnother(String resource, String account) {
    String owner = owners.computeIfAbsent(resource, each -> roster.ownerOf(names.node(each)));
    return !owner.isEmpty() && !owner.equals(account);
  }
}
