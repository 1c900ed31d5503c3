package dev.ambit.connect.awsiam;

import dev.ambit.connect.awsiam.Answer.Piece;
import dev.ambit.model.Asset;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * What S3 says about buckets besides their policies. Only list-buckets names them; the other
 * answers are about the bucket that their file or folder is named after.
 */
final class BucketSettings {
  static final ImmutableList<Answer<BucketSettings>> ANSWERS =
      Lists.immutable.of(
          Answer.list("s3api list-buckets", "Buckets", "Name", (p, into) -> into.listed(p)),
          Answer.object(
              "s3api get-public-access-block",
              shape -> shape.has("PublicAccessBlockConfiguration"),
              (piece, into) -> into.publicAccessBlock(piece)),
          Answer.object(
              "s3api get-bucket-acl",
              shape ->
                  shape.has("Grants", "Grantee")
                      || (shape.has("Owner", "ID") && shape.isOnly("Owner", "Grants")),
              (piece, into) -> into.accessList(piece)),
          Answer.object(
              "s3api get-bucket-ownership-controls",
              shape -> shape.has("OwnershipControls"),
              (piece, into) -> into.ownership(piece)),
          Answer.object(
              "s3api get-bucket-tagging",
              shape -> shape.has("TagSet"),
              (piece, into) -> into.tagging(piece)),
          Answer.object(
              "s3api get-bucket-encryption",
              shape -> shape.has("ServerSideEncryptionConfiguration"),
              (piece, into) -> into.encryption(piece)),
          Answer.object(
              "s3api get-bucket-abac",
              shape -> shape.has("AbacStatus", "Status"),
              (piece, into) -> into.abac(piece)),
          Answer.object(
              "s3api get-bucket-policy-status",
              shape -> shape.has("PolicyStatus", "IsPublic"),
              (piece, into) -> into.policyStatus(piece)),
          Answer.list(
              "s3control list-access-points",
              "AccessPointList",
              "Bucket",
              (piece, into) -> into.accessPoint(piece)));

  private static final Set<String> SWITCHES =
      Set.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");

  private final Consumer<Note> notes;
  private final FoundAssets assets = new FoundAssets();
  private final MutableList<Policy> lists = Lists.mutable.empty();

  BucketSettings(Consumer<Note> notes) {
    this.notes = notes;
  }

  private static Origin at(Piece piece, JsonPart part, String below) {
    return new Origin(piece.document().path(), part.line(), piece.pointer() + below);
  }

  private void listed(Piece piece) {
    String name = piece.value().at("Name").text();
    String account = SubjectInPath.find(piece.document(), SubjectInPath.ACCOUNT).orElse("");
    Origin origin = at(piece, piece.value(), "");
    assets.add(
        Bucket.arn(name),
        origin,
        b -> {
          if (!account.isEmpty()) {
            b.in(Refs.of(Lists.immutable.of(new Ref("arn:aws:iam::" + account + ":root", origin))));
          }
        });
  }

  private Optional<String> bucket(Piece piece, String... words) {
    Optional<String> name =
        SubjectInPath.named(piece.document(), words).filter(Bucket::isName).map(Bucket::arn);
    if (name.isEmpty()) {
      SubjectInPath.missing(piece, "bucket", "my-bucket", notes);
    }
    return name;
  }

  private void publicAccessBlock(Piece piece) {
    String[] words = {
      "get-public-access-block", "public-access-block", "s3control", "s3-bpa", "pab", "bpa"
    };
    Optional<String> account =
        SubjectInPath.named(piece.document(), words)
            .filter(Bucket::isAccount)
            .map(number -> "arn:aws:iam::" + number + ":root");
    account
        .or(() -> bucket(piece, words))
        .ifPresent(
            on -> {
              JsonPart block = piece.value().at("PublicAccessBlockConfiguration");
              String pointer = "/PublicAccessBlockConfiguration/";
              SWITCHES.stream()
                  .sorted()
                  .filter(block::has)
                  .forEach(
                      each ->
                          assets.setting(
                              on,
                              each + "=" + block.at(each).text(),
                              at(piece, block.at(each), pointer + each)));
            });
  }

  private void ownership(Piece piece) {
    bucket(
            piece,
            "get-bucket-ownership-controls",
            "bucket-ownership-controls",
            "ownership-controls",
            "ownership")
        .ifPresent(
            on -> {
              List<JsonPart> rules = piece.value().at("OwnershipControls").at("Rules").parts();
              for (int i = 0; i < rules.size(); i++) {
                JsonPart owner = rules.get(i).at("ObjectOwnership");
                String pointer = "/OwnershipControls/Rules/" + i + "/ObjectOwnership";
                assets.setting(on, "ObjectOwnership=" + owner.text(), at(piece, owner, pointer));
              }
            });
  }

  private void tagging(Piece piece) {
    bucket(piece, "get-bucket-tagging", "bucket-tagging", "tagging", "tags")
        .ifPresent(
            on ->
                assets.labels(
                    on,
                    Tags.of(
                        piece.document().path(),
                        piece.value().at("TagSet"),
                        piece.pointer() + "/TagSet"),
                    at(piece, piece.value(), "")));
  }

  private void abac(Piece piece) {
    bucket(piece, "get-bucket-abac", "bucket-abac", "abac")
        .ifPresent(
            on -> {
              JsonPart status = piece.value().at("AbacStatus").at("Status");
              assets.setting(on, "Abac=" + status.text(), at(piece, status, "/AbacStatus/Status"));
            });
  }

  private void encryption(Piece piece) {
    bucket(piece, "get-bucket-encryption", "bucket-encryption", "encryption")
        .ifPresent(
            on -> {
              List<JsonPart> rules =
                  piece.value().at("ServerSideEncryptionConfiguration").at("Rules").parts();
              for (int i = 0; i < rules.size(); i++) {
                JsonPart rule = rules.get(i).at("ApplyServerSideEncryptionByDefault");
                JsonPart key = rule.at("KMSMasterKeyID");
                String pointer =
                    "/ServerSideEncryptionConfiguration/Rules/"
                        + i
                        + "/ApplyServerSideEncryptionByDefault";
                assets.setting(
                    on, "SSEAlgorithm=" + rule.at("SSEAlgorithm").text(), at(piece, rule, pointer));
                if (key.isText()) {
                  assets.setting(
                      on,
                      "KMSMasterKeyID=" + key.text(),
                      at(piece, key, pointer + "/KMSMasterKeyID"));
                }
              }
            });
  }

  private void policyStatus(Piece piece) {
    bucket(piece, "get-bucket-policy-status", "bucket-policy-status", "policy-status")
        .ifPresent(
            on -> {
              JsonPart is = piece.value().at("PolicyStatus").at("IsPublic");
              assets.setting(on, "IsPublic=" + is.text(), at(piece, is, "/PolicyStatus/IsPublic"));
            });
  }

  /** What is read through an access point is what lies in its bucket. */
  private void accessPoint(Piece piece) {
    String arn = piece.value().at("AccessPointArn").text();
    JsonPart bucket = piece.value().at("Bucket");
    if (!arn.isEmpty()) {
      assets.add(
          arn,
          at(piece, piece.value(), ""),
          b ->
              b.derivedFrom(
                  Lists.immutable.of(
                      new Asset.Derived(
                          new Ref(Bucket.arn(bucket.text()), at(piece, bucket, "/Bucket")),
                          false))));
    }
  }

  private void accessList(Piece piece) {
    bucket(piece, "get-bucket-acl", "bucket-acl", "acl")
        .ifPresent(
            on -> {
              Origin origin = at(piece, piece.value(), "");
              assets.add(on, origin, b -> {});
              AccessList list = new AccessList(on, piece.value().at("Owner").at("ID").text());
              List<JsonPart> grants = piece.value().at("Grants").parts();
              for (int i = 0; i < grants.size(); i++) {
                list.add(grants.get(i), at(piece, grants.get(i), "/Grants/" + i));
              }
              lists.addAllIterable(list.policy(origin));
            });
  }

  Facts facts() {
    return Facts.NONE.with(
        b -> b.assets(assets.all()).policies(lists.toSortedListBy(Policy::id).toImmutable()));
  }
}
