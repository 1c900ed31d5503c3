package dev.ambit.connect.awsiam;

import org.eclipse.collections.api.factory.Lists;

/** What Macie found in buckets, and whom Access Analyzer found to be let in from outside. */
public final class AwsFindings implements AnswerFamily {
  private static final Answers<FindingsOfAws> ANSWERS =
      new Answers<>(
          FindingsOfAws::new,
          FindingsOfAws::facts,
          Lists.immutable.of(
              Answer.list(
                  "macie2 get-findings",
                  "findings",
                  "resourcesAffected",
                  (p, into) -> into.sensitive(p)),
              Answer.list(
                  "macie2 describe-buckets", "buckets", "bucketArn", (p, into) -> into.bucket(p)),
              Answer.list(
                  "accessanalyzer list-findings",
                  "findings",
                  "resourceOwnerAccount",
                  (p, into) -> into.external(p)),
              Answer.object(
                  "accessanalyzer get-finding-v2",
                  shape -> shape.has("findingDetails") && shape.has("resource"),
                  (p, into) -> into.external(p))));

  @Override
  public String id() {
    return "aws-findings";
  }

  @Override
  public String reads() {
    return "aws macie2 get-findings and describe-buckets; aws accessanalyzer list-findings,"
        + " list-findings-v2 and get-finding-v2";
  }

  @Override
  public Answers<FindingsOfAws> answers() {
    return ANSWERS;
  }
}
