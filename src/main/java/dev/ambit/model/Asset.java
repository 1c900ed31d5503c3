package dev.ambit.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Anything that holds data or power.
 *
 * @param in containers, as named; an inventory gives at most one, an export may add its account
 * @param levels level names, one for each source that gives one; the highest counts
 * @param labels foreign labels as the source writes them ({@code Key=Value} for tags), mapped by
 *     {@link Settings#labels}
 * @param settings what its source has switched on or off, {@code Name=Value} in the source's words
 *     ({@code RestrictPublicBuckets=true}); read by the decisions of that source alone
 * @param readers who may read directly; counts as grants
 * @param aliases the last character may be {@code *}
 */
@RecordBuilder
public record Asset(
    String id,
    Origin origin,
    Said<String> name,
    Said<String> kind,
    Refs in,
    ImmutableList<Said.Value<String>> levels,
    ImmutableList<Said.Value<String>> labels,
    ImmutableList<Said.Value<String>> settings,
    ImmutableList<String> categories,
    Said<String> environment,
    Said<Ref> owner,
    Refs readers,
    Refs writers,
    Said<Boolean> recoverable,
    Said<Ref> backupsIn,
    Said<Boolean> labelEnforced,
    Refs holds,
    ImmutableList<Derived> derivedFrom,
    Said<Ref> runsAs,
    Certainty certainty,
    ImmutableList<String> aliases)
    implements Fact, AssetBuilder.With {

  /** That this asset was made from another; unmasked, it keeps that one's level. */
  public record Derived(Ref asset, boolean masked) {}

  /** An asset of which nothing else is said. */
  public static Asset of(String id, Origin origin) {
    return new Asset(
        id,
        origin,
        Said.nothing(),
        Said.nothing(),
        Refs.NOT_SAID,
        Lists.immutable.empty(),
        Lists.immutable.empty(),
        Lists.immutable.empty(),
        Lists.immutable.empty(),
        Said.nothing(),
        Said.nothing(),
        Refs.NOT_SAID,
        Refs.NOT_SAID,
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Refs.NOT_SAID,
        Lists.immutable.empty(),
        Said.nothing(),
        Certainty.DECLARED,
        Lists.immutable.empty());
  }
}
