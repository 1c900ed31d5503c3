package dev.ambit.connect.awsiam;

import dev.ambit.connect.awsiam.Answer.Piece;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Said;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;

/**
 * What AWS's own services found. What kind of data Macie saw is a label of the bucket ({@code
 * macie:PERSONAL_INFORMATION}), which the inventory maps to a level; that somebody outside is let
 * in is no right by itself, since the policy that does it says more, and becomes a setting.
 */
final class FindingsOfAws {
  private final Consumer<Note> notes;
  private final FoundAssets assets = new FoundAssets();
  private final Set<String> said = new TreeSet<>();

  FindingsOfAws(Consumer<Note> notes) {
    this.notes = notes;
  }

  private static Origin at(Piece piece, JsonPart part, String below) {
    return new Origin(piece.document().path(), part.line(), piece.pointer() + below);
  }

  /** One of {@code macie2 get-findings}; a sample finding is nobody's. */
  void sensitive(Piece piece) {
    JsonPart finding = piece.value();
    JsonPart bucket = finding.at("resourcesAffected").at("s3Bucket");
    String arn = bucket.at("arn").text();
    if (arn.isEmpty() || finding.at("sample").text().equals("true")) {
      return;
    }
    labels(piece, arn, bucket.at("tags"), "/resourcesAffected/s3Bucket/tags");
    JsonPart result = finding.at("classificationDetails").at("result");
    JsonPart data = result.at("sensitiveData");
    for (int i = 0; i < data.parts().size(); i++) {
      JsonPart each = data.parts().get(i);
      String below = "/classificationDetails/result/sensitiveData/" + i;
      label(piece, arn, "macie:" + each.at("category").text(), each, below);
      for (int j = 0; j < each.at("detections").parts().size(); j++) {
        JsonPart kind = each.at("detections").parts().get(j);
        label(piece, arn, "macie:" + kind.at("type").text(), kind, below + "/detections/" + j);
      }
    }
    JsonPart own = result.at("customDataIdentifiers").at("detections");
    for (int i = 0; i < own.parts().size(); i++) {
      JsonPart each = own.parts().get(i);
      label(
          piece,
          arn,
          "macie:" + each.at("name").text(),
          each,
          "/classificationDetails/result/customDataIdentifiers/detections/" + i);
    }
  }

  private void label(Piece piece, String arn, String label, JsonPart part, String below) {
    if (said.add(arn + " " + label)) {
      Origin origin = at(piece, part, below);
      assets.labels(arn, Lists.immutable.of(new Said.Value<>(label, origin)), origin);
    }
  }

  private void labels(Piece piece, String arn, JsonPart tags, String below) {
    for (Said.Value<String> tag : Tags.of(piece.document().path(), tags, piece.pointer() + below)) {
      if (said.add(arn + " " + tag.said())) {
        assets.labels(arn, Lists.immutable.of(tag), tag.origin());
      }
    }
  }

  /** One of {@code macie2 describe-buckets}: tags, key, and switches against the public. */
  void bucket(Piece piece) {
    JsonPart bucket = piece.value();
    String arn = bucket.at("bucketArn").text();
    if (arn.isEmpty()) {
      return;
    }
    assets.add(arn, at(piece, bucket, ""), b -> {});
    labels(piece, arn, bucket.at("tags"), "/tags");
    JsonPart key = bucket.at("serverSideEncryption").at("kmsMasterKeyId");
    if (key.isText()) {
      assets.setting(
          arn,
          "KMSMasterKeyID=" + key.text(),
          at(piece, key, "/serverSideEncryption/kmsMasterKeyId"));
    }
    String level = "/publicAccess/permissionConfiguration/bucketLevelPermissions/blockPublicAccess";
    JsonPart blocked =
        bucket
            .at("publicAccess")
            .at("permissionConfiguration")
            .at("bucketLevelPermissions")
            .at("blockPublicAccess");
    for (String each : new String[] {"IgnorePublicAcls", "RestrictPublicBuckets"}) {
      String name = Character.toLowerCase(each.charAt(0)) + each.substring(1);
      JsonPart is = blocked.at(name);
      if (is.isText()) {
        assets.setting(arn, each + "=" + is.text(), at(piece, is, level + "/" + name));
      }
    }
  }

  /** A finding of Access Analyzer, of either version. */
  void external(Piece piece) {
    JsonPart finding = piece.value();
    String arn = finding.at("resource").text();
    boolean isOver =
        finding.at("status").text().equals("RESOLVED")
            || finding.at("status").text().equals("ARCHIVED");
    if (!arn.startsWith("arn:") || isOver || isPrincipal(arn)) {
      return;
    }
    Origin origin = at(piece, finding, "");
    String kind = finding.has("findingType") ? finding.at("findingType").text() : "ExternalAccess";
    if (said.add(arn + " " + kind)) {
      assets.setting(arn, "AccessAnalyzer=" + kind, origin);
    }
    if (finding.at("isPublic").text().equals("true") && said.add(arn + " public")) {
      notes.accept(
          new Note(
              Note.Kind.NOTE,
              "Access Analyzer found that anybody is let in to "
                  + arn
                  + ". Its policy says on what; add it, if it is not here",
              origin));
    }
  }

  private static boolean isPrincipal(String arn) {
    return arn.contains(":iam:") || arn.contains(":sts:");
  }

  Facts facts() {
    return Facts.NONE.with(b -> b.assets(assets.all()));
  }
}
