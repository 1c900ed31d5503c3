package dev.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a permission set allows is known though the accounts that it is in were not exported; what
 * else those accounts hold is not.
 */
class PermissionSetsTest {
  private static final String ROLES = "role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Look_";
  private static final String LOOK = "arn:aws:iam::222233334444:" + ROLES;
  private static final String BUCKET = "arn:aws:s3:::pay";

  @TempDir Path input;

  @BeforeEach
  void oneExportedAccountAndASetInAnother() throws IOException {
    write(
        "set/describe-permission-set.json",
        "{'PermissionSet':{'Name':'Look','PermissionSetArn':'arn:aws:sso:::permissionSet/ssoins-1/ps-aaaa'}}");
    write(
        "set/list-account-assignments.json",
        "{'AccountAssignments':[{'AccountId':'222233334444','PermissionSetArn':"
            + "'arn:aws:sso:::permissionSet/ssoins-1/ps-aaaa','PrincipalType':'USER','PrincipalId':'u-1'}]}");
    write(
        "set/ps-aaaa/get-inline-policy-for-permission-set.json",
        "{'InlinePolicy':'{\\'Version\\':\\'2012-10-17\\',\\'Statement\\':[{\\'Sid\\':\\'Read\\',\\'Effect\\':"
            + "\\'Allow\\',\\'Action\\':\\'s3:Get*\\',\\'Resource\\':\\'*\\'}]}'}");
    write(
        "set/ps-aaaa/list-managed-policies-in-permission-set.json",
        "{'AttachedManagedPolicies':[]}");
    write(
        "set/ps-aaaa/list-customer-managed-policy-references-in-permission-set.json",
        "{'CustomerManagedPolicyReferences':[]}");
    write(
        "pay.json",
        "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'s3:*','Resource':"
            + "['arn:aws:s3:::pay','arn:aws:s3:::pay/*'],'Principal':{'AWS':['222233334444',"
            + "'arn:aws:iam::222233334444:role/other']}}]}");
    write(
        "account.json",
        "{'UserDetailList':[],'GroupDetailList':[],'RoleDetailList':["
            + role("111122223333", "role/own", "s3:*")
            + "],'Policies':[]}");
  }

  private static String role(String account, String name, String actions) {
    return "{'Path':'/','RoleName':'"
        + name.substring(name.lastIndexOf('/') + 1)
        + "','RoleId':'AROA','Arn':'arn:aws:iam::"
        + account
        + ":"
        + name
        + "','AssumeRolePolicyDocument':{'Version':'2012-10-17','Statement':[]},'InstanceProfileList':[],"
        + "'AttachedManagedPolicies':[],'RolePolicyList':[{'PolicyName':'p','PolicyDocument':"
        + "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'"
        + actions
        + "','Resource':'*'}]}}]}";
  }

  private void write(String file, String json) throws IOException {
    Path path = input.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, json.replace("'", "\""));
  }

  private String can(String who, String action, String on) {
    return Ran.ambit("can", who, action, on, input.toString()).out();
  }

  @Test
  void whatTheSetAllowsIsWhatItsRoleMay() {
    assertThat(can(LOOK + "*", "s3:GetObject", BUCKET + "/k"))
        .startsWith("allowed: ")
        .containsPattern("#Read\\s+allows s3:Get\\*");
    assertThat(can(LOOK + "*", "s3:PutObject", BUCKET + "/k")).startsWith("implicitDeny: ");
  }

  @Test
  void anotherRoleOfThatAccountIsNotKnown() {
    assertThat(can("arn:aws:iam::222233334444:role/other", "s3:PutObject", BUCKET + "/k"))
        .startsWith("depends: ")
        .contains("the policies of account 222233334444");
  }

  @Test
  void theRoleItselfTakesThePlaceOfTheSet() throws IOException {
    write(
        "other.json",
        "{'UserDetailList':[],'GroupDetailList':[],'RoleDetailList':["
            + role("222233334444", ROLES + "0123456789abcdef", "s3:GetObject")
            + "],'Policies':[]}");
    assertThat(can(LOOK + "0123456789abcdef", "s3:GetObject", BUCKET + "/k"))
        .startsWith("allowed:");
    Ran.ambit("can", LOOK + "*", "s3:GetObject", BUCKET + "/k", input.toString())
        .complains("there is no principal");
  }

  @Test
  void whoeverIsNamedWithItsAccountIsNotForgotten() {
    // The account as a whole is let in, and only one of its roles is known.
    Ran ran = Ran.ambit("who", BUCKET, input.toString(), "--out", "json=-");
    assertThat(ran.out()).contains("arn:aws:iam::222233334444:root").contains(LOOK);
  }
}
