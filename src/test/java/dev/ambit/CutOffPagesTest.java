package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.request.AccessAnswer;
import dev.ambit.resolve.Resolver;
import dev.ambit.resolve.aws.AwsQuestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list that goes on elsewhere is no proof that somebody is not in it. */
class CutOffPagesTest {
  private static final String ACCOUNT = "arn:aws:iam::111122223333:";
  private static final String TABLE = "arn:aws:glue:eu-central-1:111122223333:table/hr/staff";

  private static final String IAM =
      """
      {"RoleDetailList": [
        {"RoleName": "etl", "RoleId": "AROA1", "Arn": "%1$srole/etl", "RolePolicyList": [%2$s]},
        {"RoleName": "other", "RoleId": "AROA2", "Arn": "%1$srole/other", "RolePolicyList": [%2$s]},
        {"RoleName": "none", "RoleId": "AROA3", "Arn": "%1$srole/none", "RolePolicyList": []}]}
      """
          .formatted(
              ACCOUNT,
              """
              {"PolicyName": "p", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Action": "glue:*", "Resource": "*"}]}}
              """);

  private static final String PERMISSIONS =
      """
      {"PrincipalResourcePermissions": [
        {"Principal": {"DataLakePrincipalIdentifier": "%srole/etl"},
         "Resource": {"Table": {"CatalogId": "111122223333", "DatabaseName": "hr", "Name": "staff"}},
         "Permissions": ["SELECT"]}]%s}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "etl, '', ALLOWED",
    "other, '', IMPLICIT_DENY",
    "none, '', IMPLICIT_DENY",
    "etl, more, ALLOWED",
    "other, more, DEPENDS",
    "none, more, IMPLICIT_DENY"
  })
  void whoIsNotOnThePagesThatAreHereMayBeOnTheNext(String role, String token, String ruling)
      throws IOException {
    String more = token.isEmpty() ? "" : ", \"NextToken\": \"" + token + "\"";
    Path region = Files.createDirectory(folder.resolve("eu-central-1"));
    Files.writeString(folder.resolve("iam.json"), IAM);
    Files.writeString(
        region.resolve("list-permissions.json"), PERMISSIONS.formatted(ACCOUNT, more));

    AccessAnswer answer =
        AwsQuestions.about(Resolver.joined(Inbox.read(Lists.immutable.of(folder), Connectors.ALL)))
            .can(ACCOUNT + "role/" + role, "glue:GetPartitions", TABLE, Map.of())
            .orElseThrow();

    assertThat(answer.ruling().ruling().name()).isEqualTo(ruling);
    assertThat(answer.ruling().dependsOn().castToList())
        .isEqualTo(
            ruling.equals("DEPENDS")
                ? Lists.mutable.of(
                    "pages of Lake Formation's permissions that may not be here may give it")
                : Lists.mutable.empty());
  }
}
