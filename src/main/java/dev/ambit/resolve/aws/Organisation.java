package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import java.util.Optional;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/** What stands above each account: the units and the root of its organisation. */
final class Organisation {
  private static final Set<String> LEVELS = Set.of("organisation", "organisational-unit");
  private static final String MANAGEMENT = "ManagementAccountOf=";
  private static final String ID = "OrganizationId=";

  private final UnifiedMap<String, Asset> units = UnifiedMap.newMap();

  Organisation(ImmutableList<Asset> assets) {
    for (Asset asset : assets) {
      if (isLevel(asset) || asset.id().endsWith(":root")) {
        units.put(asset.id(), asset);
      }
    }
  }

  private static boolean isLevel(Asset asset) {
    return LEVELS.contains(asset.kind().or(""));
  }

  /** From the root down to the account itself; only the account where nothing is known of it. */
  ImmutableList<String> levels(String account) {
    MutableList<String> up = Lists.mutable.of(account);
    Optional<String> above = above(account);
    while (above.isPresent() && !up.contains(above.get())) {
      up.add(above.get());
      above = above(above.get());
    }
    return up.reverseThis().toImmutable();
  }

  private Optional<String> above(String id) {
    Asset unit = units.get(id);
    return unit == null
        ? Optional.empty()
        : unit.in().all().collect(Ref::id).detectOptional(each -> isKnownLevel(each));
  }

  private boolean isKnownLevel(String id) {
    return units.containsKey(id) && isLevel(units.get(id));
  }

  /** Whether it is the account that the policies of its organisation do not bind. */
  boolean isManagement(String account) {
    return setting(account, MANAGEMENT).isPresent();
  }

  /** Whether the input has some of the account's principals, and maybe not all. */
  boolean isPartlyListed(String account) {
    return setting(account, "PrincipalsListed=").isPresent();
  }

  /** Whether the account can change policies and sign-ins of the whole organisation. */
  boolean isHeard(String account) {
    return isManagement(account) || setting(account, "DelegatedAdministrator=").isPresent();
  }

  /** The id of the organisation that an account is in, {@code o-…}; empty if it is not known. */
  Optional<String> idOf(String account) {
    return levels(account)
        .asLazy()
        .collect(each -> setting(each, ID))
        .detectOptional(Optional::isPresent)
        .orElseGet(() -> setting(account, MANAGEMENT));
  }

  /**
   * Where in it an account is, {@code o-…/r-…/ou-…/}, as requests tell it; empty if any of it is
   * not known.
   */
  Optional<String> pathOf(String account) {
    ImmutableList<String> above =
        levels(account)
            .reject(account::equals)
            .collect(each -> each.substring(each.lastIndexOf('/') + 1));
    boolean isWhole = above.notEmpty() && above.getFirst().startsWith("r-");
    return idOf(account).filter(id -> isWhole).map(id -> id + "/" + above.makeString("/") + "/");
  }

  private Optional<String> setting(String id, String name) {
    Asset unit = units.get(id);
    return unit == null
        ? Optional.empty()
        : unit.settings()
            .collect(Said.Value::said)
            .detectOptional(each -> each.startsWith(name))
            .map(each -> each.substring(name.length()));
  }

  /** The accounts below a level, itself if it is one; the management account left out. */
  ImmutableList<String> boundAccounts(String level) {
    return units
        .reject(Organisation::isLevel)
        .collect(Asset::id)
        .select(each -> levels(each).contains(level))
        .reject(this::isManagement)
        .toSortedList()
        .toImmutable();
  }
}
