package dev.ambit.connect.awsiam;

import dev.ambit.connect.Document;
import org.eclipse.collections.api.factory.Lists;

/** Policies on keys, queues, topics, functions, secrets, tables and repositories. */
public final class AwsResourcePolicies implements AnswerFamily {
  private static final AwsBucketPolicy OF_BUCKETS = new AwsBucketPolicy();

  private static final Answers<ResourcePolicies> ANSWERS =
      new Answers<>(
          ResourcePolicies::new,
          ResourcePolicies::facts,
          Lists.immutable
              .<Answer<ResourcePolicies>>of(
                  Answer.list("kms list-keys", "Keys", "KeyArn", (p, into) -> into.key(p)),
                  Answer.list(
                      "kms list-aliases", "Aliases", "AliasArn", (p, into) -> into.alias(p)),
                  Answer.list(
                      "kms list-grants", "Grants", "GranteePrincipal", (p, into) -> into.grant(p)),
                  Answer.object(
                      "sqs get-queue-attributes",
                      shape -> shape.has("Attributes", "QueueArn"),
                      (p, into) -> into.attributes(p)),
                  Answer.object(
                      "sns get-topic-attributes",
                      shape -> shape.has("Attributes", "TopicArn"),
                      (p, into) -> into.attributes(p)),
                  Answer.list(
                      "secretsmanager list-secrets",
                      "SecretList",
                      "ARN",
                      (p, into) -> into.listedSecret(p)),
                  Answer.object(
                      "secretsmanager get-resource-policy",
                      shape ->
                          shape.has("ARN")
                              && (shape.has("ResourcePolicy") || shape.isOnly("ARN", "Name")),
                      (p, into) -> into.secret(p)),
                  Answer.object(
                      "ecr get-repository-policy",
                      shape -> shape.has("policyText") && shape.has("repositoryName"),
                      (p, into) -> into.repository(p)),
                  Answer.list(
                      "glue get-resource-policies",
                      "GetResourcePoliciesResponseList",
                      "PolicyInJson",
                      (p, into) -> into.catalogue(p)),
                  Answer.object(
                      "get-key-policy",
                      shape ->
                          shape.has("Policy")
                              && !shape.has("Policy", "PolicySummary")
                              && !shape.has("Policy", "PolicyId"),
                      (p, into) -> into.policy(p)))
              .newWith(
                  Answer.list(
                      "ec2 describe-vpc-endpoints",
                      "VpcEndpoints",
                      "VpcEndpointId",
                      (p, into) -> into.endpoint(p)))
              .newWith(
                  Answer.object(
                      "key-policy",
                      shape ->
                          shape.has("Statement", "Principal") && shape.has("Statement", "Resource"),
                      (p, into) -> into.document(p))));

  @Override
  public String id() {
    return "aws-resource-policies";
  }

  @Override
  public String reads() {
    return "the answers of aws kms, sqs, sns, lambda, secretsmanager, dynamodb, ecr and glue that"
        + " give a resource's policy, grants of keys, and endpoints of private networks";
  }

  @Override
  public boolean claims(Document document) {
    return ANSWERS.claim(document) && !OF_BUCKETS.claims(document);
  }

  @Override
  public Answers<ResourcePolicies> answers() {
    return ANSWERS;
  }
}
