package dev.ambit.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Something that proves an identity. Never the secret itself: that is dropped while reading.
 *
 * @param authenticates the principal it acts as
 * @param holders agents, principals or jobs that carry it
 * @param sameAs other credentials of this run that carry the same secret, as recognised by a keyed
 *     hash in memory; sorted
 */
@RecordBuilder
public record Credential(
    String id,
    Origin origin,
    Said<String> kind,
    Said<Ref> authenticates,
    Said<String> environment,
    Said<String> purpose,
    Refs holders,
    Said<String> vendor,
    Said<Ref> maker,
    Said<Ref> storedIn,
    Said<Boolean> inline,
    Said<LocalDate> created,
    Said<LocalDate> rotated,
    Said<Day> expires,
    Said<Day> lastUsed,
    Said<Boolean> sourceRestricted,
    ImmutableList<String> sameAs,
    Certainty certainty,
    ImmutableList<String> aliases)
    implements Fact, CredentialBuilder.With {

  /** A credential of which nothing else is said. */
  public static Credential of(String id, Origin origin) {
    return new Credential(
        id,
        origin,
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Refs.NOT_SAID,
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Lists.immutable.empty(),
        Certainty.DECLARED,
        Lists.immutable.empty());
  }
}
