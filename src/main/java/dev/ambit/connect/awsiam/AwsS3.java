package dev.ambit.connect.awsiam;

import dev.ambit.connect.Connector;
import dev.ambit.connect.Document;
import dev.ambit.connect.SameSecrets;
import dev.ambit.model.Facts;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What S3 says about buckets besides their policies: who is kept out, tags, keys, old lists. */
public final class AwsS3 implements Connector {
  private static final Answers<BucketSettings> ANSWERS =
      new Answers<>(BucketSettings::new, BucketSettings::facts, BucketSettings.ANSWERS);

  @Override
  public String id() {
    return "aws-s3";
  }

  @Override
  public String reads() {
    return "the answers of aws s3api get-bucket-… and get-public-access-block, in files or folders"
        + " named after the bucket or account";
  }

  @Override
  public boolean claims(Document document) {
    return ANSWERS.claim(document);
  }

  @Override
  public Facts read(Document document) {
    return ANSWERS.read(Lists.immutable.of(document));
  }

  @Override
  public Facts together(
      ImmutableList<Document> documents, ImmutableList<Facts> parts, SameSecrets secrets) {
    return ANSWERS.read(documents);
  }
}
