package dev.ambit.connect.awsiam;

import dev.ambit.connect.Connector;
import dev.ambit.connect.Document;
import dev.ambit.connect.SameSecrets;
import dev.ambit.model.Facts;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The answers of {@code aws organizations}: accounts, units and roots, and the service and resource
 * control policies that hang on them.
 */
public final class AwsOrganizations implements Connector {
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
