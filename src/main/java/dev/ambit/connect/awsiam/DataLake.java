package dev.ambit.connect.awsiam;

import dev.ambit.connect.awsiam.Answer.Piece;
import dev.ambit.model.Asset;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Condition;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Databases and tables of the catalogue, and the permissions of Lake Formation on them, each as a
 * policy of one statement: who, which permissions ({@code lakeformation:SELECT}), on what.
 */
final class DataLake {
  private static final ImmutableList<Condition> NOTHING = Lists.immutable.empty();

  private final Consumer<Note> notes;
  private final FoundAssets assets = new FoundAssets();
  private final MutableList<Policy> policies = Lists.mutable.empty();
  private final DataCatalogue catalogue;
  private final DataLakeTags tags = new DataLakeTags(assets);
  private final MutableList<Runnable> whenAllIsKnown = Lists.mutable.empty();
  private final MutableList<Runnable> whenTagsAreKnown = Lists.mutable.empty();

  DataLake(Consumer<Note> notes) {
    this.notes = notes;
    this.catalogue = new DataCatalogue(assets, notes);
  }

  private static Origin at(Piece piece, JsonPart part, String below) {
    return new Origin(piece.document().path(), part.line(), piece.pointer() + below);
  }

  // --- the catalogue

  void database(Piece piece) {
    database(piece, piece.value(), "");
  }

  void databaseInside(Piece piece) {
    database(piece, piece.value().at("Database"), "/Database");
  }

  private void database(Piece piece, JsonPart database, String below) {
    catalogue.learn(database.at("CatalogId").text());
    later(() -> catalogue.database(piece, database, below));
  }

  void table(Piece piece) {
    table(piece, piece.value(), "");
  }

  void tableInside(Piece piece) {
    table(piece, piece.value().at("Table"), "/Table");
  }

  private void table(Piece piece, JsonPart table, String below) {
    catalogue.learn(table.at("CatalogId").text());
    later(() -> catalogue.describedTable(piece, table, below));
  }

  private void later(Runnable part) {
    whenAllIsKnown.add(part);
  }

  // --- permissions

  void permission(Piece piece) {
    JsonPart resource = piece.value().at("Resource");
    for (int i = 0; i < resource.keys().size(); i++) {
      String kind = resource.keys().get(i);
      JsonPart of = resource.parts().get(i);
      catalogue.learn(of.at(of.has("CatalogId") ? "CatalogId" : "TableCatalogId").text());
      later(() -> permission(piece, kind, of));
    }
  }

  /**
   * Of a list with more pages behind it: each may give anyone anything. Whether the next page is
   * here cannot be told, since pages do not say what they follow.
   */
  void cutOff(Piece piece) {
    later(
        () ->
            catalogue
                .accounts()
                .forEach(
                    account ->
                        policies.add(
                            DataLakePolicies.ofMissingPages(
                                account, at(piece, piece.value(), "")))));
  }

  private void permission(Piece piece, String kind, JsonPart of) {
    Origin origin = at(piece, of, "/Resource/" + kind);
    switch (kind) {
      case "Catalog" -> given(piece, of, "catalog", Lists.immutable.of("catalog"), NOTHING);
      case "Database" -> {
        String name = "database/" + of.at("Name").text();
        catalogue.asset(piece, of.at("CatalogId"), name, of.at("Name").text(), origin);
        given(piece, of, name, Lists.immutable.of(name), NOTHING);
      }
      case "Table", "TableWithColumns" -> onTable(piece, of, origin, NOTHING);
      case "DataCellsFilter" ->
          onTable(
              piece,
              of,
              origin,
              Lists.immutable.of(
                  new Condition("are those of", "the rows and columns", of.at("Name").texts())));
      case "LFTagPolicy" -> byTags(piece, of);
      // On a place in S3 and on a tag itself no table is given.
      case "DataLocation", "LFTag", "LFTagExpression" -> {}
      default ->
          notes.accept(
              new Note(
                  Note.Kind.NOTE,
                  "Lake Formation knows a kind of resource '"
                      + kind
                      + "' that we do not; who has"
                      + " it is not judged",
                  origin));
    }
  }

  private void onTable(
      Piece piece, JsonPart of, Origin origin, ImmutableList<Condition> conditions) {
    boolean isEvery = of.has("TableWildcard");
    String database = of.at("DatabaseName").text();
    String name = "table/" + database + "/" + (isEvery ? "*" : tableName(of));
    if (!isEvery) {
      catalogue.table(piece, of.has("Name") && !of.has("TableName") ? of : named(of), origin);
    }
    given(piece, of, name, Lists.immutable.of(name), conditions);
  }

  /** A filter's own name is not the table's. */
  private static JsonPart named(JsonPart filter) {
    return filter.without("Name");
  }

  private static String tableName(JsonPart of) {
    return of.at(of.has("TableName") ? "TableName" : "Name").text();
  }

  private void given(
      Piece piece,
      JsonPart of,
      String holder,
      ImmutableList<String> resources,
      ImmutableList<Condition> conditions) {
    JsonPart account = of.at(of.has("CatalogId") ? "CatalogId" : "TableCatalogId");
    catalogue
        .arn(piece, account, holder)
        .ifPresent(
            arn -> {
              String base = arn.substring(0, arn.length() - holder.length());
              policies.add(
                  DataLakePolicies.ofPermission(
                      piece, arn, resources.collect(each -> base + each), conditions));
            });
  }

  /** An administrator may give itself, and others, whatever is there. */
  void settings(Piece piece) {
    JsonPart admins = piece.value().at("DataLakeSettings").at("DataLakeAdmins");
    for (int i = 0; i < admins.parts().size(); i++) {
      JsonPart admin = admins.parts().get(i).at("DataLakePrincipalIdentifier");
      Origin origin = at(piece, admin, "/DataLakeSettings/DataLakeAdmins/" + i);
      String account = admin.text().split(":", -1).length > 4 ? admin.text().split(":", -1)[4] : "";
      String region = SubjectInPath.find(piece.document(), SubjectInPath.REGION).orElse("*");
      catalogue.learn(account);
      later(
          () ->
              policies.add(
                  DataLakePolicies.ofAdministrator(region, account, admin.text(), origin)));
    }
  }

  /** A place in S3 that Lake Formation gives out credentials for, by a role of its own. */
  void location(Piece piece) {
    String arn = piece.value().at("ResourceArn").text();
    if (arn.startsWith("arn:")) {
      String bucket = arn.replaceFirst("(arn:[^:]*:s3:::[^/]*)/.*", "$1");
      JsonPart role = piece.value().at("RoleArn");
      assets.setting(bucket, "LakeFormationRole=" + role.text(), at(piece, piece.value(), ""));
      boolean isHybrid = piece.value().at("HybridAccessEnabled").text().equals("true");
      assets.setting(
          bucket,
          (isHybrid ? "LakeFormationHybrid=" : "LakeFormationOnly=") + arn,
          at(piece, piece.value(), ""));
    }
  }

  /** In a hybrid place, Lake Formation counts for those who chose so. */
  void optIn(Piece piece) {
    JsonPart resource = piece.value().at("Resource");
    JsonPart table = resource.at("Table");
    JsonPart database = resource.at("Database");
    JsonPart of = table.isAbsent() ? database : table;
    String who = piece.value().at("Principal").at("DataLakePrincipalIdentifier").text();
    Origin origin = at(piece, piece.value(), "");
    catalogue.learn(of.at("CatalogId").text());
    boolean isOneTable = table.has("Name");
    String name = table.isAbsent() ? database.at("Name").text() : table.at("DatabaseName").text();
    String setting = table.isAbsent() || isOneTable ? "OptIn=" : "OptInTables=";
    later(
        () ->
            (isOneTable
                    ? catalogue.table(piece, table, origin)
                    : catalogue.asset(piece, of.at("CatalogId"), "database/" + name, name, origin))
                .ifPresent(arn -> assets.setting(arn, "LakeFormation" + setting + who, origin)));
  }

  /** What of a table a permission on the filter opens is part of it, and of that alone. */
  void filter(Piece piece) {
    catalogue.learn(piece.value().at("TableCatalogId").text());
    later(() -> catalogue.table(piece, named(piece.value()), at(piece, piece.value(), "")));
  }

  // --- tags

  void tag(Piece piece) {
    tags.know(piece.value().at("TagKey").text());
    catalogue.learn(piece.value().at("CatalogId").text());
  }

  /** Of a search: a table or database, with the tags of its database and its own. */
  void tagged(Piece piece) {
    JsonPart record = piece.value();
    String kind = record.has("Table") ? "Table" : "Database";
    JsonPart of = record.at(kind);
    catalogue.learn(of.at("CatalogId").text());
    later(
        () -> {
          Origin origin = at(piece, of, "/" + kind);
          Optional<String> arn =
              kind.equals("Table")
                  ? catalogue.table(piece, of, origin)
                  : catalogue.asset(
                      piece,
                      of.at("CatalogId"),
                      "database/" + of.at("Name").text(),
                      of.at("Name").text(),
                      origin);
          arn.ifPresent(
              id -> {
                tags.add(piece, id, "LFTagOnDatabase");
                tags.add(piece, id, "LFTags");
                tags.add(piece, id, "LFTagsOnTable");
              });
        });
  }

  /** The answer does not say whose tags they are: the file or folder is named {@code db.table}. */
  void taggedByName(Piece piece) {
    later(
        () -> {
          Optional<String> named =
              SubjectInPath.named(piece.document(), "get-resource-lf-tags", "resource-lf-tags");
          String name = named.orElse("");
          boolean isTable = name.contains(".");
          String resource = isTable ? "table/" + name.replaceFirst("\\.", "/") : "database/" + name;
          if (name.isEmpty()) {
            SubjectInPath.missing(piece, "table", "get-resource-lf-tags.database.table", notes);
            return;
          }
          JsonPart first =
              piece.value().at(isTable ? "LFTagsOnTable" : "LFTagOnDatabase").parts().stream()
                  .findFirst()
                  .orElse(JsonPart.ABSENT);
          catalogue
              .asset(
                  piece,
                  first.at("CatalogId"),
                  resource,
                  name.substring(name.indexOf('.') + 1),
                  at(piece, piece.value(), ""))
              .ifPresent(
                  id -> {
                    tags.add(piece, id, "LFTagOnDatabase");
                    tags.add(piece, id, "LFTagsOnTable");
                  });
        });
  }

  /**
   * Whoever has a permission by tags has it on all that carry them, and perhaps on what nobody told
   * the tags of.
   */
  private void byTags(Piece piece, JsonPart of) {
    whenTagsAreKnown.add(
        () -> {
          boolean onTables = of.at("ResourceType").text().equals("TABLE");
          ImmutableList<String> candidates =
              assets
                  .all()
                  .collect(Asset::id)
                  .select(id -> id.contains(onTables ? ":table/" : ":database/"));
          for (String id : candidates) {
            if (tags.mayFit(of, id)) {
              ImmutableList<Condition> unless =
                  tags.areKnown(id)
                      ? NOTHING
                      : Lists.immutable.of(
                          new Condition("are", "its LF-Tags", DataLakeTags.wanted(of)));
              policies.add(
                  DataLakePolicies.ofPermission(piece, id, Lists.immutable.of(id), unless));
            }
          }
          tags.noteUnknown(piece, of, notes);
        });
  }

  Facts facts() {
    whenAllIsKnown.forEach(Runnable::run);
    whenTagsAreKnown.forEach(Runnable::run);
    return Facts.NONE.with(
        b ->
            b.assets(assets.all())
                .policies(
                    policies
                        .toSortedList(
                            Comparator.comparing(Policy::id)
                                .thenComparing(each -> each.statements().getFirst().id())
                                .thenComparing(Policy::origin))
                        .toImmutable()));
  }
}
