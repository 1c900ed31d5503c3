package dev.ambit.connect;

import dev.ambit.connect.awsiam.AwsBucketPolicy;
import dev.ambit.connect.awsiam.AwsCloudTrail;
import dev.ambit.connect.awsiam.AwsFindings;
import dev.ambit.connect.awsiam.AwsIam;
import dev.ambit.connect.awsiam.AwsIamCalls;
import dev.ambit.connect.awsiam.AwsIamCollect;
import dev.ambit.connect.awsiam.AwsIdentityCenter;
import dev.ambit.connect.awsiam.AwsLakeFormation;
import dev.ambit.connect.awsiam.AwsOrganizations;
import dev.ambit.connect.awsiam.AwsResourcePolicies;
import dev.ambit.connect.awsiam.AwsResourceShares;
import dev.ambit.connect.awsiam.AwsS3;
import dev.ambit.connect.awsiam.AwsTags;
import dev.ambit.connect.awsiam.AwsUsage;
import dev.ambit.connect.awsiam.AwsWorkloads;
import dev.ambit.connect.claude.ClaudeConnector;
import dev.ambit.connect.inventory.InventoryConnector;
import dev.ambit.connect.mcp.McpConnector;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Every kind of input we read. */
public final class Connectors {
  /** In the order they are asked; sorted by id. */
  public static final ImmutableList<Connector> ALL =
      Lists.immutable.of(
          new AwsBucketPolicy(),
          new AwsCloudTrail(),
          new AwsFindings(),
          new AwsIam(),
          new AwsIamCalls(),
          new AwsIamCollect(),
          new AwsIdentityCenter(),
          new AwsLakeFormation(),
          new AwsOrganizations(),
          new AwsResourcePolicies(),
          new AwsResourceShares(),
          new AwsS3(),
          new AwsTags(),
          new AwsUsage(),
          new AwsWorkloads(),
          new ClaudeConnector(),
          new InventoryConnector(),
          new McpConnector());

  private Connectors() {}
}
