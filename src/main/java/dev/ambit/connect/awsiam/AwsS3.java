package dev.ambit.connect.awsiam;

/** What S3 says about buckets besides their policies: who is kept out, tags, keys, old lists. */
public final class AwsS3 implements AnswerFamily {
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
  public Answers<BucketSettings> answers() {
    return ANSWERS;
  }
}
