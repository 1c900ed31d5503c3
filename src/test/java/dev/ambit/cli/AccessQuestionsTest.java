package dev.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ambit can} and {@code ambit who}, on one account and one bucket. */
class AccessQuestionsTest {
  private static final String ANN = "arn:aws:iam::111122223333:user/ann";
  private static final String ETL = "arn:aws:iam::111122223333:role/jobs/etl";
  private static final String BUCKET = "arn:aws:s3:::pay";
  private static final String BOB = "arn:aws:iam::111122223333:user/bob";

  @TempDir Path input;

  @BeforeEach
  void anAccountWithABucket() throws IOException {
    Files.writeString(
        input.resolve("account.json"),
        """
        {"UserDetailList": [
          {"UserName": "ann", "Path": "/", "UserId": "AIDAANN", "Arn": "arn:aws:iam::111122223333:user/ann",
           "GroupList": ["staff"], "AttachedManagedPolicies": [],
           "UserPolicyList": [{"PolicyName": "mine", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
             {"Sid": "Home", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::pay/${aws:username}/*"},
             {"Sid": "Office", "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*",
              "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}}]}}]},
          {"UserName": "bob", "Path": "/", "UserId": "AIDABOB", "Arn": "arn:aws:iam::111122223333:user/bob",
           "GroupList": [], "AttachedManagedPolicies": [],
           "UserPolicyList": [{"PolicyName": "keys", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
             {"Effect": "Allow", "Action": ["kms:Decrypt", "sts:AssumeRole"], "Resource": "*"}]}}]}],
         "GroupDetailList": [
          {"GroupName": "staff", "Path": "/", "GroupId": "AGPASTAFF", "Arn": "arn:aws:iam::111122223333:group/staff",
           "AttachedManagedPolicies": [],
           "GroupPolicyList": [{"PolicyName": "ours", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
             {"Sid": "List", "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::pay"}]}}]}],
         "RoleDetailList": [
          {"RoleName": "etl", "Path": "/jobs/", "RoleId": "AROAETL", "Arn": "arn:aws:iam::111122223333:role/jobs/etl",
           "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
             {"Effect": "Allow", "Principal": {"Service": "glue.amazonaws.com"}, "Action": "sts:AssumeRole"}]},
           "InstanceProfileList": [], "RolePolicyList": [], "AttachedManagedPolicies": []}],
         "Policies": []}
        """);
    Files.writeString(
        input.resolve("pay.json"),
        """
        {"Version": "2012-10-17", "Statement": [
          {"Sid": "Job", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/jobs/etl"},
           "Action": "s3:*", "Resource": ["arn:aws:s3:::pay", "arn:aws:s3:::pay/*"]},
          {"Sid": "Partner", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::999988887777:role/reader"},
           "Action": "s3:GetObject", "Resource": "arn:aws:s3:::pay/*"},
          {"Sid": "NoDelete", "Effect": "Deny", "Principal": "*", "Action": "s3:DeleteObject",
           "Resource": "arn:aws:s3:::pay/*"}]}
        """);
  }

  private Ran ask(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = input.toString();
    return Ran.ambit(all);
  }

  @Test
  void theAnswerNamesTheStatementAndItsPlace() {
    Ran ran = ask("can", ANN, "s3:GetObject", BUCKET + "/ann/1");
    assertThat(ran.out())
        .startsWith("allowed: " + ANN + " may s3:GetObject on arn:aws:s3:::pay/ann/1")
        .contains("ann/inline/mine#Home allows s3:GetObject")
        .contains("account.json:5 /UserDetailList/0/UserPolicyList/0/PolicyDocument/Statement/0");
    ran.ends(0, "ambit: exit 0: answered");
  }

  @Test
  void noIsAnAnswerToo() {
    Ran ran = ask("can", ANN, "s3:GetObject", BUCKET + "/bob/1");
    assertThat(ran.out())
        .startsWith("implicitDeny: ")
        .containsPattern("may not\\s+s3:GetObject on\\s+\\S+bob/1:\\s+nothing\\s+allows it");
    ran.ends(0, "ambit: exit 0: answered");
    assertThat(ask("can", ETL, "s3:DeleteObject", BUCKET + "/x").out())
        .startsWith("explicitDeny: ")
        .contains("#NoDelete denies");
  }

  @Test
  void aGroupsPolicyCountsForItsMembers() {
    assertThat(ask("can", ANN, "s3:ListBucket", BUCKET).out()).startsWith("allowed: ");
  }

  @Test
  void whatNobodyToldDepends() {
    assertThat(ask("can", ANN, "s3:PutObject", BUCKET + "/x").out())
        .startsWith("depends: ")
        .contains("aws:SourceIp IpAddress 203.0.113.0/24");
    assertThat(
            ask("can", ANN, "s3:PutObject", BUCKET + "/x", "--context", "aws:SourceIp=203.0.113.9")
                .out())
        .startsWith("allowed: ");
    assertThat(
            ask("can", ANN, "s3:PutObject", BUCKET + "/x", "--context", "aws:SourceIp=198.51.100.1")
                .out())
        .startsWith("implicitDeny: ");
  }

  @Test
  void aSessionActsAsItsRole() {
    assertThat(
            ask(
                    "can",
                    "arn:aws:sts::111122223333:assumed-role/etl/tonight",
                    "s3:GetObject",
                    BUCKET + "/x")
                .out())
        .startsWith("allowed: ");
  }

  @Test
  void aServiceMayAssumeTheRoleThatTrustsIt() {
    assertThat(ask("can", "glue.amazonaws.com", "sts:AssumeRole", ETL).out())
        .startsWith("allowed: ");
    assertThat(ask("can", "ec2.amazonaws.com", "sts:AssumeRole", ETL).out())
        .startsWith("implicitDeny: ");
  }

  @Test
  void aPolicyThatIsNotInTheInputIsNoRefusal() {
    String key = "arn:aws:kms:eu-west-1:111122223333:key/1";
    assertThat(ask("can", ANN, "kms:Decrypt", key).out())
        .startsWith("depends: ")
        .contains("the policy of " + key + " allow it");
    assertThat(ask("can", ANN, "sts:AssumeRole", "arn:aws:iam::555566667777:role/far").out())
        .startsWith("implicitDeny: ");
    assertThat(ask("can", BOB, "kms:Decrypt", key).out())
        .startsWith("depends: ")
        .contains("the policy of " + key + " allow it");
    assertThat(ask("can", BOB, "sts:AssumeRole", "arn:aws:iam::555566667777:role/far").out())
        .startsWith("depends: ");
  }

  @Test
  void everybodyWhoCanIsListedAcrossAccounts() {
    Ran ran = ask("who", BUCKET, "--action", "s3:GetObject");
    assertThat(ran.out().lines().filter(line -> line.matches("arn:.*: \\w+")))
        .containsExactly(
            ETL + ": allowed", ANN + ": allowed", "arn:aws:iam::999988887777:role/reader: depends");
    assertThat(ran.out()).contains("the policies of account 999988887777 allow it");
    assertThat(ask("who", BUCKET, "--action", "s3:DeleteObject").out())
        .isEqualTo("nobody may s3:DeleteObject on arn:aws:s3:::pay\n");
  }

  @Test
  void aProgramGetsOneObject() throws IOException {
    String said = ask("who", BUCKET, "--action", "s3:ListBucket", "--out", "json=-").out();
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(said))
        .isEqualTo(
            json.readTree(
                """
                {"asset": "arn:aws:s3:::pay", "action": "s3:ListBucket", "answers": [
                  {"principal": "%s", "decision": "allowed", "dependsOn": [], "because": [
                    {"text": "statement arn:aws:s3:::pay#Job allows s3:* on arn:aws:s3:::pay, arn:aws:s3:::pay/*",
                     "origin": {"file": "pay.json", "line": 2, "pointer": "/Statement/0"}}]},
                  {"principal": "%s", "decision": "allowed", "dependsOn": [], "because": [
                    {"text": "statement arn:aws:iam::111122223333:group/staff/inline/ours#List allows s3:ListBucket on arn:aws:s3:::pay",
                     "origin": {"file": "account.json", "line": 16,
                       "pointer": "/GroupDetailList/0/GroupPolicyList/0/PolicyDocument/Statement/0"}}]}]}
                """
                    .formatted(ETL, ANN)));
  }

  @Test
  void aNameThatDoesNotExistIsAMistakeWithTheNearest() {
    ask("can", "arn:aws:iam::111122223333:user/anne", "s3:GetObject", BUCKET)
        .complains("there is no principal", "the nearest is " + ANN);
    ask("who", "pay", "--action", "s3:GetObject").complains("there is no asset 'pay'");
    ask("can", ANN, "read", BUCKET).complains("expected one action like s3:GetObject");
  }

  @Test
  void aSessionPolicyIsALayerOfItsOwn(@TempDir Path elsewhere) throws IOException {
    Path policy = elsewhere.resolve("session.json");
    Files.writeString(
        policy,
        """
        {"Version": "2012-10-17", "Statement": {"Sid": "Look", "Effect": "Allow",
         "Action": "s3:List*", "Resource": "*"}}
        """);
    assertThat(
            ask("can", ANN, "s3:ListBucket", BUCKET, "--session-policy", policy.toString()).out())
        .startsWith("allowed: ")
        .containsPattern("session +allows\\s+statement session#Look");
    assertThat(
            ask("can", ANN, "s3:GetObject", BUCKET + "/ann/1", "--session-policy", "" + policy)
                .out())
        .startsWith("implicitDeny: ");
    // What names the session's role is limited, as the table of the IAM guide says.
    assertThat(
            ask("can", ETL, "s3:GetObject", BUCKET + "/x", "--session-policy", "" + policy).out())
        .startsWith("implicitDeny: ");
  }

  @Test
  void aSessionPolicyThatAwsWouldNotTakeIsAMistakeOfThePerson(@TempDir Path elsewhere)
      throws IOException {
    Path policy = elsewhere.resolve("session.json");
    Files.writeString(policy, "{\"Version\": \"2012-10-17\"}");
    Ran ran = ask("can", ANN, "s3:ListBucket", BUCKET, "--session-policy", policy.toString());
    assertThat(ran.err()).contains("a policy without 'Statement'");
    ask("can", ANN, "s3:ListBucket", BUCKET, "--session-policy", "nowhere.json")
        .complains("there is no file nowhere.json that can be read");
  }

  @Test
  void anEndpointLimitsWhatComesThroughIt() throws IOException {
    Files.writeString(
        input.resolve("endpoints.json"),
        """
        {"VpcEndpoints": [
          {"VpcEndpointId": "vpce-1", "VpcId": "vpc-1", "OwnerId": "111122223333",
           "ServiceName": "com.amazonaws.eu-west-1.s3",
           "PolicyDocument": "{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Principal\\": \\"*\\", \\"Action\\": \\"s3:Get*\\", \\"Resource\\": \\"*\\"}]}"},
          {"VpcEndpointId": "vpce-2", "VpcId": "vpc-1", "OwnerId": "111122223333",
           "ServiceName": "com.amazonaws.eu-west-1.kms",
           "PolicyDocument": "{\\"Statement\\": [{\\"Effect\\": \\"Deny\\", \\"Principal\\": \\"*\\", \\"Action\\": \\"*\\", \\"Resource\\": \\"*\\"}]}"}]}
        """);
    assertThat(ask("can", ANN, "s3:ListBucket", BUCKET).out()).startsWith("allowed: ");
    for (String by : new String[] {"aws:SourceVpce=vpce-1", "aws:SourceVpc=vpc-1"}) {
      assertThat(ask("can", ANN, "s3:ListBucket", BUCKET, "--context", by).out())
          .startsWith("implicitDeny: ")
          .containsPattern("endpoint +does not allow");
      assertThat(ask("can", ANN, "s3:GetObject", BUCKET + "/ann/1", "--context", by).out())
          .startsWith("allowed: ");
    }
    assertThat(ask("can", ANN, "s3:ListBucket", BUCKET, "--context", "aws:SourceVpc=vpc-9").out())
        .startsWith("allowed: ");
  }

  @Test
  void whatServicesSendOfTheirSourceAPrincipalOfAnAccountDoesNot() throws IOException {
    Files.writeString(
        input.resolve("logs.json"),
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": "*", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::logs",
           "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}},
          {"Sid": "ByTrail", "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject",
           "Resource": "arn:aws:s3:::logs/*",
           "Condition": {"ArnNotEquals": {"aws:SourceArn": "arn:aws:cloudtrail:eu-west-1:111122223333:trail/t"}}}]}
        """);
    assertThat(ask("can", BOB, "s3:ListBucket", "arn:aws:s3:::logs").out())
        .startsWith("implicitDeny: ");
    assertThat(ask("can", ANN, "s3:PutObject", "arn:aws:s3:::logs/x").out())
        .startsWith("explicitDeny: ")
        .contains("#ByTrail denies");
    assertThat(ask("can", "cloudtrail.amazonaws.com", "s3:ListBucket", "arn:aws:s3:::logs").out())
        .startsWith("depends: ");
  }

  @Test
  void whoMayUseARoleMayCallItsSessionAsAPolicyHasIt() throws IOException {
    Files.writeString(
        input.resolve("night.json"),
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": {"AWS": "arn:aws:sts::111122223333:assumed-role/etl/tonight"},
           "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::night"}]}
        """);
    assertThat(ask("can", ETL, "s3:ListBucket", "arn:aws:s3:::night").out())
        .startsWith("depends: ")
        .contains("the session is called tonight");
    assertThat(ask("can", ETL, "s3:PutObject", "arn:aws:s3:::night/x").out())
        .startsWith("implicitDeny: ");
    assertThat(ask("who", "arn:aws:s3:::night", "--action", "s3:ListBucket").out()).contains(ETL);
  }

  @Test
  void tagsOfABucketCountWhereThatIsSwitchedOn() throws IOException {
    Files.writeString(
        input.resolve("tagged.json"),
        """
        {"UserDetailList": [{"UserName": "tim", "Path": "/", "UserId": "AIDATIM",
          "Arn": "arn:aws:iam::111122223333:user/tim", "GroupList": [], "AttachedManagedPolicies": [],
          "UserPolicyList": [{"PolicyName": "p", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*",
             "Condition": {"StringEquals": {"aws:ResourceTag/team": "red"}}}]}}]}]}
        """);
    String tim = "arn:aws:iam::111122223333:user/tim";
    for (String bucket : new String[] {"tags-on", "tags-off", "tags-unsaid"}) {
      Files.writeString(
          input.resolve("get-bucket-tagging." + bucket + ".json"),
          "{\"TagSet\": [{\"Key\": \"team\", \"Value\": \"red\"}]}");
    }
    Files.writeString(
        input.resolve("get-bucket-abac.tags-on.json"),
        "{\"AbacStatus\": {\"Status\": \"Enabled\"}}");
    Files.writeString(
        input.resolve("get-bucket-abac.tags-off.json"),
        "{\"AbacStatus\": {\"Status\": \"Disabled\"}}");
    assertThat(ask("can", tim, "s3:ListBucket", "arn:aws:s3:::tags-on").out())
        .startsWith("allowed: ");
    assertThat(ask("can", tim, "s3:ListBucket", "arn:aws:s3:::tags-off").out())
        .startsWith("implicitDeny: ");
    assertThat(ask("can", tim, "s3:ListBucket", "arn:aws:s3:::tags-unsaid").out())
        .startsWith("depends: ");
  }

  @Test
  void whatIsSharedTakesTheWordOfTheOwnAccountToo() throws IOException {
    String share = "\"resourceShareArn\": \"arn:aws:ram:eu-west-1:555566667777:resource-share/s\"";
    String parameter = "arn:aws:ssm:eu-west-1:555566667777:parameter/limits";
    Files.writeString(
        input.resolve("list-resources.json"),
        "{\"resources\": [{\"arn\": \""
            + parameter
            + "\", \"type\": \"ssm:Parameter\", "
            + share
            + "}]}");
    Files.writeString(
        input.resolve("list-principals.json"),
        "{\"principals\": [{\"id\": \"" + ANN + "\", \"external\": true, " + share + "}]}");
    assertThat(ask("can", ANN, "ssm:GetParameter", parameter).out()).startsWith("implicitDeny");
    Files.writeString(
        input.resolve("account.json"),
        Files.readString(input.resolve("account.json")).replace("\"s3:PutObject\"", "\"ssm:*\""));
    Ran ran = ask("can", ANN, "ssm:GetParameter", parameter);
    assertThat(ran.out())
        .startsWith("depends")
        .contains("the action is in the managed permission of")
        .contains("list-resources.json");
    assertThat(ask("can", BOB, "ssm:GetParameter", parameter).out()).startsWith("implicitDeny");
  }
}
