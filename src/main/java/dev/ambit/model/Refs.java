package dev.ambit.model;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A list of names in the input. An absent list is not said; an empty one means none.
 *
 * @param said whether the list stands in the input, or is known to be complete
 * @param all the names in the order of the input; empty when not said
 */
public record Refs(boolean said, ImmutableList<Ref> all) {
  public static final Refs NOT_SAID = new Refs(false, Lists.immutable.empty());
  public static final Refs NONE = new Refs(true, Lists.immutable.empty());

  public static Refs of(ImmutableList<Ref> all) {
    return new Refs(true, all);
  }

  public ImmutableList<String> ids() {
    return all.collect(Ref::id);
  }

  public boolean names(String id) {
    return all.anySatisfy(ref -> ref.id().equals(id));
  }
}
