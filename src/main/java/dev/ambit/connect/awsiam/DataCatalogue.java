package dev.ambit.connect.awsiam;

import dev.ambit.connect.awsiam.Answer.Piece;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;

/**
 * Databases and tables of the catalogue, by their ARNs. An answer that does not say whose catalogue
 * it is of is of the account in its path, or of the only one that others name: so accounts are
 * learned from all answers before any ARN is made.
 */
final class DataCatalogue {
  private final Consumer<Note> notes;
  private final FoundAssets assets;
  private final Set<String> withoutAccount = new TreeSet<>();
  private final SortedSet<String> accounts = new TreeSet<>();

  DataCatalogue(FoundAssets assets, Consumer<Note> notes) {
    this.assets = assets;
    this.notes = notes;
  }

  private static Origin at(Piece piece, JsonPart part, String below) {
    return new Origin(piece.document().path(), part.line(), piece.pointer() + below);
  }

  /** An account that has a catalogue; anything else is none. */
  void learn(String account) {
    if (Bucket.isAccount(account)) {
      accounts.add(account);
    }
  }

  SortedSet<String> accounts() {
    return accounts;
  }

  void database(Piece piece, JsonPart database, String below) {
    String name = database.at("Name").text();
    asset(piece, database.at("CatalogId"), "database/" + name, name, at(piece, database, below));
  }

  /** A table, and where its data is. */
  void describedTable(Piece piece, JsonPart table, String below) {
    JsonPart location = table.at("StorageDescriptor").at("Location");
    table(piece, table, at(piece, table, below))
        .ifPresent(
            arn -> {
              bucket(location.text())
                  .ifPresent(
                      bucket ->
                          assets.setting(
                              arn,
                              "Location=" + bucket,
                              at(piece, location, below + "/StorageDescriptor/Location")));
              if (bucket(location.text()).isPresent()) {
                assets.setting(
                    arn,
                    "Path=" + location.text().replaceFirst("s3[an]?://", "arn:aws:s3:::"),
                    at(piece, location, below + "/StorageDescriptor/Location"));
              }
              JsonPart registered = table.at("IsRegisteredWithLakeFormation");
              if (registered.isText()) {
                assets.setting(
                    arn,
                    "IsRegisteredWithLakeFormation=" + registered.text(),
                    at(piece, registered, below + "/IsRegisteredWithLakeFormation"));
              }
            });
  }

  /** The bucket of {@code s3://bucket/folder/}, as the resource it is in IAM. */
  private static Optional<String> bucket(String location) {
    return location.matches("s3[an]?://[^/]+.*")
        ? Optional.of("arn:aws:s3:::" + location.replaceFirst("s3[an]?://([^/]+).*", "$1"))
        : Optional.empty();
  }

  Optional<String> table(Piece piece, JsonPart table, Origin origin) {
    JsonPart database = table.at(table.has("DatabaseName") ? "DatabaseName" : "Database");
    JsonPart catalogue = table.at(table.has("CatalogId") ? "CatalogId" : "TableCatalogId");
    String name = table.at(table.has("Name") ? "Name" : "TableName").text();
    return asset(piece, catalogue, "database/" + database.text(), database.text(), origin)
        .flatMap(
            in -> {
              Optional<String> arn =
                  asset(piece, catalogue, "table/" + database.text() + "/" + name, name, origin);
              arn.ifPresent(
                  of ->
                      assets.add(
                          of, origin, b -> b.in(Refs.of(Lists.immutable.of(new Ref(in, origin))))));
              return arn;
            });
  }

  Optional<String> asset(
      Piece piece, JsonPart catalogue, String resource, String name, Origin origin) {
    Optional<String> arn = arn(piece, catalogue, resource);
    arn.ifPresent(id -> assets.add(id, origin, b -> b.name(Said.of(name, origin))));
    return arn;
  }

  /** Region and, where it is not said, account are those of the path. */
  Optional<String> arn(Piece piece, JsonPart catalogue, String resource) {
    Optional<String> account =
        Bucket.isAccount(catalogue.text())
            ? Optional.of(catalogue.text())
            : SubjectInPath.find(piece.document(), SubjectInPath.ACCOUNT)
                .or(() -> accounts.size() == 1 ? Optional.of(accounts.first()) : Optional.empty());
    if (account.isEmpty() && withoutAccount.add(piece.document().path())) {
      SubjectInPath.missing(piece, "account", "111122223333", notes);
    }
    String region = SubjectInPath.find(piece.document(), SubjectInPath.REGION).orElse("*");
    return account.map(number -> "arn:aws:glue:" + region + ":" + number + ":" + resource);
  }
}
