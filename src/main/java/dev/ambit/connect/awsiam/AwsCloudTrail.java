package dev.ambit.connect.awsiam;

import java.util.Set;
import org.eclipse.collections.api.factory.Lists;

/** Who used which service when, as CloudTrail recorded it. */
public final class AwsCloudTrail implements AnswerFamily {
  private static final Answers<Trail> ANSWERS =
      new Answers<>(
          Trail::new,
          Trail::facts,
          Lists.immutable.<Answer<Trail>>of(
              Answer.list(
                  "cloudtrail lookup-events",
                  "Events",
                  "CloudTrailEvent",
                  (p, into) -> into.found(p)),
              // What S3 notifies of looks the same, but has no id.
              new Answer<>(
                  "cloudtrail log file",
                  shape -> shape.has("Records", "eventID") && shape.has("Records", "userIdentity"),
                  Set.of("Records"),
                  (p, into) -> into.logged(p))));

  @Override
  public String id() {
    return "aws-cloudtrail";
  }

  @Override
  public String reads() {
    return "aws cloudtrail lookup-events, and the log files that CloudTrail writes";
  }

  @Override
  public Answers<Trail> answers() {
    return ANSWERS;
  }
}
