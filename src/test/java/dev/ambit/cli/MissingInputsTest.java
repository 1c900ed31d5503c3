package dev.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is missing of an export never reads as safe. In each world an agent acts as one role and
 * posts where people read who are not cleared; whether the role reads the restricted data is what
 * the export says, or does not say.
 */
class MissingInputsTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/svc";
  private static final String TABLE = "arn:aws:glue:eu-west-1:111122223333:table/db/t";
  private static final String BUCKET = "arn:aws:s3:::secret-data";

  private static final String INVENTORY =
      """
      ambit: 1
      asOf: 2026-11-01
      closed: [channels, agents]
      principals:
        - {id: team, kind: group, clearance: public, size: 100}
        - {id: owner, kind: person, clearance: restricted}
      assets:
        - {id: log, kind: log, level: public}
        - {id: data, level: restricted, aliases: ["%s"]}
      channels:
        - {id: room, readers: [team], writers: [team]}
      tools:
        - {id: post, effects: [publish], on: [room]}
      agents:
        - id: bot
          owner: owner
          deputy: owner
          stage: live
          labelled: true
          identity: {mode: own, as: ["%s"]}
          tools: [post]
          invokers: [owner]
          authentication: required
          repliesTo: [room]
          memory: {scope: none}
          stop: remote
          audit: {log: log, attributable: true, retentionDays: 400}
          pilotedOn: []
          budget: []
      """;

  private static final String ACCOUNT =
      """
      {"UserDetailList": [], "GroupDetailList": [], "RoleDetailList": [
        {"Path": "/", "RoleName": "svc", "RoleId": "AROAEXAMPLE", "Arn": "%s",
         "CreateDate": "2026-01-05T09:00:00+00:00",
         "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
           "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]},
         "InstanceProfileList": [], "Tags": [],
         "RolePolicyList": [{"PolicyName": "own", "PolicyDocument": {"Version": "2012-10-17",
           "Statement": [{"Effect": "Allow", "Action": "%s", "Resource": "*"}]}}],
         "AttachedManagedPolicies": [%s]}],
       "Policies": [], "IsTruncated": %s}
      """;

  private static final String PERMISSIONS =
      """
      {"PrincipalResourcePermissions": [{"Principal": {"DataLakePrincipalIdentifier": "%s"},
        "Resource": {"Table": {"CatalogId": "111122223333", "DatabaseName": "db", "Name": "t"}},
        "Permissions": ["SELECT"], "PermissionsWithGrantOption": []}]%s}
      """;

  @TempDir Path folder;

  @Test
  void anExportThatIsWholeAndGivesNothingPasses() throws IOException {
    assertThat(scan(BUCKET, account("sqs:ListQueues", "", false))).isZero();
  }

  @Test
  void anAttachedPolicyThatIsNowhereMayGiveAnything() throws IOException {
    String attached =
        "{\"PolicyName\": \"x\", \"PolicyArn\": \"arn:aws:iam::111122223333:policy/x\"}";
    assertThat(scan(BUCKET, account("sqs:ListQueues", attached, false))).isEqualTo(3);
  }

  @Test
  void anExportWithoutItsLastPageMayHaveMore() throws IOException {
    assertThat(scan(BUCKET, account("sqs:ListQueues", "", true))).isEqualTo(3);
  }

  @Test
  void aTableIsReadByWhomLakeFormationAndIamLetUnderWhateverNameItHas() throws IOException {
    String account = account("lakeformation:GetDataAccess", "", false);
    assertThat(scan(TABLE, account, permissions(ROLE, ""))).isEqualTo(1);
    assertThat(scan(TABLE, account, permissions(ROLE + "-other", ""))).isZero();
  }

  @Test
  void permissionsOfATableThatAreNotHereMayNameAnyone() throws IOException {
    String account = account("lakeformation:GetDataAccess", "", false);
    assertThat(scan(TABLE, account)).isEqualTo(3);
    assertThat(scan(TABLE, account, permissions(ROLE + "-other", ", \"NextToken\": \"n\"")))
        .isEqualTo(3);
    assertThat(
            scan(
                TABLE,
                account,
                permissions(ROLE + "-other", ", \"NextToken\": \"n\""),
                permissions(ROLE + "-third", "")))
        .isEqualTo(3);
  }

  private static String account(String action, String attached, boolean isTruncated) {
    return ACCOUNT.formatted(ROLE, action, attached, isTruncated);
  }

  private static String permissions(String who, String more) {
    return PERMISSIONS.formatted(who, more);
  }

  private int scan(String data, String... answers) throws IOException {
    Path world = Files.createTempDirectory(folder, "world");
    Files.writeString(world.resolve("inventory.yaml"), INVENTORY.formatted(data, ROLE));
    for (String answer : List.of(answers)) {
      Files.writeString(Files.createTempFile(world, "answer", ".json"), answer);
    }
    return Ran.ambit("scan", "-q", world.toString()).code();
  }
}
