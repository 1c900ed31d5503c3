package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Said;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * What Lake Formation says of tables. Where it has been exported for an account, a table of it is
 * read by those who have both its permission and that of IAM; but where it names {@code
 * IAM_ALLOWED_PRINCIPALS}, IAM decides alone, except for those who were opted in. Source: Lake
 * Formation developer guide, "Overview of Lake Formation permissions", "Lake Formation permissions
 * reference" and "Hybrid access mode".
 */
final class DataLakes {
  /** Which permission an action on the catalogue needs; any of them will do. */
  private static final Map<String, ImmutableList<String>> NEEDED = needed();

  private static final String PREFIX = "lakeformation:";
  private static final String OPT_IN = "LakeFormationOptIn=";
  private static final String OPT_IN_TABLES = "LakeFormationOptInTables=";

  private static final String HYBRID = "LakeFormationHybrid=";
  private static final String ONLY = "LakeFormationOnly=";

  private final ImmutableList<String> hybridPlaces;
  private final ImmutableList<String> otherPlaces;
  private final UnifiedMap<String, ImmutableList<String>> settings = UnifiedMap.newMap();
  private final UnifiedMap<String, Asset> assets = UnifiedMap.newMap();
  private final ImmutableList<Statement> permissions;

  DataLakes(ImmutableList<Policy> policies, ImmutableList<Asset> assets) {
    permissions =
        policies
            .select(each -> each.kind() == Policy.Kind.DATA_LAKE)
            .flatCollect(Policy::statements);
    assets
        .select(each -> each.id().contains(":glue:"))
        .forEach(each -> settings.put(each.id(), each.settings().collect(Said.Value::said)));
    hybridPlaces = places(assets, HYBRID);
    otherPlaces = places(assets, ONLY);
    // An inventory may call a table something else; to AWS it is its ARN.
    for (Asset each : assets) {
      if (isTable(each.id())) {
        this.assets.put(each.id(), each);
      } else {
        each.aliases()
            .detectOptional(DataLakes::isTable)
            .ifPresent(table -> this.assets.put(table, each));
      }
    }
  }

  private static Map<String, ImmutableList<String>> needed() {
    ImmutableList<String> see =
        Lists.immutable.of("DESCRIBE", "SELECT", "INSERT", "DELETE", "ALTER", "DROP");
    UnifiedMap<String, ImmutableList<String>> all = UnifiedMap.newMap();
    all.put("lakeformation:getdataaccess", Lists.immutable.of("SELECT"));
    for (String each : new String[] {"gettable", "gettables", "searchtables", "gettableversion"}) {
      all.put("glue:" + each, see);
    }
    for (String each : new String[] {"getpartition", "getpartitions", "batchgetpartition"}) {
      all.put("glue:" + each, Lists.immutable.of("SELECT"));
    }
    all.put("glue:getdatabase", see.newWith("CREATE_TABLE"));
    all.put("glue:getdatabases", see.newWith("CREATE_TABLE"));
    all.put("glue:updatetable", Lists.immutable.of("ALTER"));
    all.put("glue:deletetable", Lists.immutable.of("DROP"));
    all.put("glue:createtable", Lists.immutable.of("CREATE_TABLE"));
    all.put("glue:updatedatabase", Lists.immutable.of("ALTER"));
    all.put("glue:deletedatabase", Lists.immutable.of("DROP"));
    return all;
  }

  /** Whether any table is known. */
  boolean hasTables() {
    return assets.notEmpty();
  }

  private static boolean isTable(String arn) {
    return arn.contains(":glue:") && arn.contains(":table/");
  }

  /** Whether a thing is one that Lake Formation was asked about. */
  boolean governs(String arn) {
    return arn.contains(":glue:")
        && permissions.anySatisfy(
            each ->
                each.resources()
                    .anySatisfy(on -> Accounts.rootOf(on).equals(Accounts.rootOf(arn))));
  }

  /** The permissions of which an action needs one; empty if Lake Formation is not asked. */
  static ImmutableList<String> neededFor(String action) {
    return NEEDED.getOrDefault(action.toLowerCase(Locale.ROOT), Lists.immutable.empty());
  }

  /** The tables, sorted. */
  ImmutableList<String> tables() {
    return assets.keysView().toSortedList().toImmutable();
  }

  /** The bucket that a table's data is in, as its ARN; empty if the catalogue did not say. */
  String locationOf(String table) {
    Asset asset = assets.get(table);
    return asset == null
        ? ""
        : asset
            .settings()
            .collect(Said.Value::said)
            .detectOptional(each -> each.startsWith("Location="))
            .map(each -> each.substring("Location=".length()))
            .orElse("");
  }

  /** The statements on a thing that give one of these permissions, or all. */
  ImmutableList<Statement> on(String arn, ImmutableList<String> needed) {
    return permissions.select(
        each ->
            each.resources().anySatisfy(on -> Wildcards.overlap(on, arn))
                && (needed.anySatisfy(one -> each.actions().contains(PREFIX + one))
                    || (each.actions().contains(PREFIX + "ALL") && !needed.contains("GRANT"))));
  }

  /**
   * Whether Lake Formation counts for a principal though it leaves the thing to IAM for others, as
   * it may where the data's place is in hybrid mode.
   */
  boolean isOptedIn(String arn, String principal, String account) {
    ImmutableList<String> own = settings.getOrDefault(arn, Lists.immutable.empty());
    String database = arn.replaceFirst(":table/([^/]*)/.*", ":database/$1");
    ImmutableList<String> all =
        arn.equals(database)
            ? Lists.immutable.empty()
            : settings.getOrDefault(database, Lists.immutable.empty());
    return own.anySatisfy(each -> isFor(each, OPT_IN, principal, account))
        || all.anySatisfy(each -> isFor(each, OPT_IN_TABLES, principal, account));
  }

  private static boolean isFor(String setting, String name, String principal, String account) {
    return (!principal.isEmpty() && setting.equals(name + principal))
        || (!account.isEmpty() && setting.equals(name + account + ":IAMPrincipals"));
  }

  private static ImmutableList<String> places(ImmutableList<Asset> assets, String setting) {
    return assets
        .select(each -> each.settings().notEmpty() && each.id().contains(":s3:::"))
        .flatCollect(Asset::settings)
        .collect(Said.Value::said)
        .select(each -> each.startsWith(setting))
        .collect(each -> each.substring(setting.length()))
        .distinct();
  }

  /**
   * On what it depends that the data of a table or database is in a place of hybrid mode, where IAM
   * is enough for whoever was not opted in: on nothing if it is; empty if it is not.
   */
  Optional<String> hybrid(String arn) {
    if (hybridPlaces.isEmpty()) {
      return Optional.empty();
    }
    Asset asset = assets.get(arn);
    Optional<String> path =
        asset == null
            ? Optional.empty()
            : asset
                .settings()
                .collect(Said.Value::said)
                .detectOptional(each -> each.startsWith("Path="))
                .map(each -> each.substring("Path=".length()));
    if (path.isEmpty()) {
      return Optional.of("whether its data is in a place of Lake Formation's hybrid mode");
    }
    // The narrowest registered place that the data is in decides.
    int hybrid = narrowest(hybridPlaces, path.get());
    return hybrid > 0 && hybrid >= narrowest(otherPlaces, path.get())
        ? Optional.of("")
        : Optional.empty();
  }

  private static int narrowest(ImmutableList<String> places, String path) {
    return places
        .collect(each -> each.replaceFirst("/*$", "/"))
        .select(each -> (path + "/").startsWith(each))
        .collectInt(String::length)
        .maxIfEmpty(0);
  }

  /** Whether it leaves the thing to IAM alone. */
  static boolean isOpenToIam(ImmutableList<Statement> statements) {
    return statements.anySatisfy(DataLakes::isForAnyone);
  }

  static boolean isForAnyone(Statement statement) {
    return statement.principals().contains("*");
  }

  /** Whether it stands for pages that are missing: then nobody knows whom it names. */
  static boolean mayNameAnyone(Statement statement) {
    return statement.principals().isEmpty();
  }

  /** Whether a statement names a principal, or all principals of its account. */
  static boolean names(Statement statement, String arn, String account) {
    return statement
        .principals()
        .anySatisfy(
            each ->
                each.equals("AWS:" + arn)
                    || (!account.isEmpty() && each.equals("AWS:" + account + ":IAMPrincipals")));
  }

  /** Whether it names the account: whoever administers the lake there has a say as well. */
  static boolean namesAccount(Statement statement, String account) {
    return !account.isEmpty() && statement.principals().contains("AWS:" + account);
  }
}
