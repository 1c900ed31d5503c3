package dev.ambit.resolve.aws;

import dev.ambit.model.Principal;
import dev.ambit.model.Said;
import java.util.Locale;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * What the input tells of a principal besides its name: tags and organisation, as the context keys
 * of its requests. Equal only to itself.
 */
final class Told {
  /** Of somebody of whom nothing is told. */
  static final Told NOTHING = new Told(Map.of(), false);

  private final Map<String, ImmutableList<String>> values;
  private final boolean allTags;

  private Told(Map<String, ImmutableList<String>> values, boolean allTags) {
    this.values = values;
    this.allTags = allTags;
  }

  /** Of everybody in an account. */
  static Told ofAccount(String account, Organisation organisation) {
    return new Told(organisationOf(account, organisation), false);
  }

  private static Map<String, ImmutableList<String>> organisationOf(
      String account, Organisation organisation) {
    Map<String, ImmutableList<String>> values = new UnifiedMap<>();
    organisation
        .idOf(account)
        .ifPresent(id -> values.put("aws:principalorgid", Lists.immutable.of(id)));
    organisation
        .pathOf(account)
        .ifPresent(path -> values.put("aws:principalorgpaths", Lists.immutable.of(path)));
    return values;
  }

  /**
   * Of a principal of an account.
   *
   * @param account as an asset
   */
  static Told of(Principal principal, String arn, String account, Organisation organisation) {
    Map<String, ImmutableList<String>> values = organisationOf(account, organisation);
    for (Said.Value<String> tag : principal.tags()) {
      int equals = tag.said().indexOf('=');
      if (equals > 0) {
        values.put(
            "aws:principaltag/" + tag.said().substring(0, equals).toLowerCase(Locale.ROOT),
            Lists.immutable.of(tag.said().substring(equals + 1)));
      }
    }
    // A role's session may bring tags of its own.
    return new Told(values, arn.contains(":user/") && principal.complete());
  }

  Map<String, ImmutableList<String>> values() {
    return values;
  }

  /** Whether a key that has no value here is known not to be there. */
  boolean lacks(String key) {
    return allTags && key.startsWith("aws:principaltag/");
  }
}
