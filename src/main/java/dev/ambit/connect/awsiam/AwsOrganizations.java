package dev.ambit.connect.awsiam;

/**
 * The answers of {@code aws organizations}: accounts, units and roots, and the service and resource
 * control policies that hang on them.
 */
public final class AwsOrganizations implements AnswerFamily {
  private static final Answers<Organization> ANSWERS =
      new Answers<>(Organization::new, Organization::facts, OrganizationAnswers.ALL);

  @Override
  public String id() {
    return "aws-organizations";
  }

  @Override
  public String reads() {
    return "the answers of aws organizations describe-… and list-…, each in a file";
  }

  @Override
  public Answers<Organization> answers() {
    return ANSWERS;
  }
}
