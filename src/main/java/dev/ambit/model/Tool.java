package dev.ambit.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Something an agent can call.
 *
 * @param effects empty when not said: then {@link Verb#READ} at best, and read, write, delete and
 *     egress at worst
 * @param on ids, or beginnings followed by {@code *}
 * @param wholeItems whether {@code items: all} was said: no filter inside the target
 */
@RecordBuilder
public record Tool(
    String id,
    Origin origin,
    Said<String> name,
    Said<Verbs> effects,
    Refs on,
    Said<Boolean> wholeItems,
    Said<Ref> uses,
    Said<Ref> gate,
    Said<Boolean> reversible,
    ImmutableList<String> modelFills,
    Said<Boolean> sharedTenancy,
    Said<Boolean> tenantBound,
    Said<Software> fromPackage,
    Certainty certainty)
    implements Fact, ToolBuilder.With {

  /** The software package a tool comes in. */
  public record Software(String name, boolean pinned, Said<String> publisher) {}

  /** A tool of which nothing else is said. */
  public static Tool of(String id, Origin origin) {
    return new Tool(
        id,
        origin,
        Said.nothing(),
        Said.nothing(),
        Refs.NOT_SAID,
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Lists.immutable.empty(),
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Certainty.DECLARED);
  }
}
