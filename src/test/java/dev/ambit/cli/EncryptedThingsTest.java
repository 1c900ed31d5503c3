package dev.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code ambit can} on what is encrypted with a key: the key has a say of its own, by its policy, a
 * grant, or the account it trusts.
 */
class EncryptedThingsTest {
  private static final String ACCOUNT = "arn:aws:iam::111122223333:";
  private static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd";

  @TempDir Path input;

  @BeforeEach
  void aBucketAndASecretUnderOneKey() throws IOException {
    write(
        "account.json",
        "{'UserDetailList':["
            + user("reader", "{'Effect':'Allow','Action':'s3:*','Resource':'*'}")
            + ","
            + user("both", "{'Effect':'Allow','Action':['s3:*','kms:*'],'Resource':'*'}")
            + ","
            + user("named", "{'Effect':'Allow','Action':'s3:*','Resource':'*'}")
            + ","
            + user("granted", "{'Effect':'Allow','Action':'s3:*','Resource':'*'}")
            + ","
            + user(
                "through",
                "{'Effect':'Allow','Action':'s3:*','Resource':'*'},{'Effect':'Allow','Action':'kms:*',"
                    + "'Resource':'*','Condition':{'StringEquals':{'kms:ViaService':'s3.eu-west-1.amazonaws.com'}}}")
            + ","
            + user(
                "elsewhere",
                "{'Effect':'Allow','Action':'s3:*','Resource':'*'},{'Effect':'Allow','Action':'kms:*',"
                    + "'Resource':'*','Condition':{'StringEquals':{'kms:ViaService':'sqs.eu-west-1.amazonaws.com'}}}")
            + ","
            + user("secrets", "{'Effect':'Allow','Action':'secretsmanager:*','Resource':'*'}")
            + "],'GroupDetailList':[],'RoleDetailList':[],'Policies':[]}");
    write(
        "payroll/get-bucket-encryption.json",
        "{'ServerSideEncryptionConfiguration':{'Rules':[{'ApplyServerSideEncryptionByDefault':"
            + "{'SSEAlgorithm':'aws:kms','KMSMasterKeyID':'"
            + KEY
            + "'}}]}}");
    write(
        "list-secrets.json",
        "{'SecretList':[{'ARN':'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1b2c3','Name':'db',"
            + "'KmsKeyId':'"
            + KEY
            + "'}]}");
    write("list-keys.json", "{'Keys':[{'KeyId':'1234abcd','KeyArn':'" + KEY + "'}]}");
    write(
        "list-grants.json",
        "{'Grants':[{'KeyId':'"
            + KEY
            + "','GrantId':'g1','GranteePrincipal':'"
            + ACCOUNT
            + "user/granted','Operations':['Decrypt'],'IssuingAccount':'"
            + ACCOUNT
            + "root'},{'KeyId':'"
            + KEY
            + "','GrantId':'g2','GranteePrincipal':'arn:aws:iam::999988887777:role/far',"
            + "'Operations':['Decrypt']}]}");
    write(
        "key.json",
        "{'Version':'2012-10-17','Statement':[{'Sid':'Account','Effect':'Allow','Principal':{'AWS':'"
            + ACCOUNT
            + "root'},'Action':'kms:*','Resource':'"
            + KEY
            + "'},{'Sid':'Named','Effect':'Allow','Principal':{'AWS':'"
            + ACCOUNT
            + "user/named'},'Action':'kms:Decrypt','Resource':'"
            + KEY
            + "'}]}");
  }

  private static String user(String name, String statements) {
    return "{'UserName':'%s','Path':'/','UserId':'AIDA%s','Arn':'%suser/%s','GroupList':[],"
            .formatted(name, name, ACCOUNT, name)
        + "'AttachedManagedPolicies':[],'UserPolicyList':[{'PolicyName':'p','PolicyDocument':"
        + "{'Version':'2012-10-17','Statement':["
        + statements
        + "]}}]}";
  }

  private void write(String name, String json) throws IOException {
    Path file = input.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, json.replace('\'', '"'));
  }

  private Ran can(String who, String action, String on) {
    return Ran.ambit("can", who, action, on, input.toString());
  }

  @ParameterizedTest
  @CsvSource({
    // who, action, decision, what the layer of the key says
    "reader, s3:GetObject, depends, key does not allow",
    "both, s3:GetObject, allowed, key allows",
    "named, s3:GetObject, allowed, key allows",
    "named, s3:PutObject, depends, key does not allow",
    "granted, s3:GetObject, allowed, key allows",
    "granted, s3:PutObject, depends, key does not allow",
    "through, s3:GetObject, allowed, key allows",
    "elsewhere, s3:GetObject, depends, key does not allow",
    "both, s3:PutObject, allowed, key allows",
  })
  void anObjectUnderAKeyNeedsTheKey(String who, String action, String decision, String key) {
    String said = said(can(ACCOUNT + "user/" + who, action, "arn:aws:s3:::payroll/x"));
    assertThat(said).startsWith(decision + ": ").contains(key);
    if (decision.equals("depends")) {
      assertThat(said).contains("an object that is not encrypted with " + KEY);
    }
  }

  @Test
  void aSecretIsAlwaysUnderItsKey() {
    assertThat(said(can(ACCOUNT + "user/secrets", "secretsmanager:GetSecretValue", secret())))
        .startsWith("implicitDeny: ")
        .contains("key does not allow");
  }

  private static String said(Ran ran) {
    return ran.out().replaceAll("\\s+", " ");
  }

  private static String secret() {
    return "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1b2c3";
  }

  @Test
  void aBucketWithoutAKeyAsksNone() {
    assertThat(can(ACCOUNT + "user/reader", "s3:GetObject", "arn:aws:s3:::open/x").out())
        .startsWith("allowed: ")
        .doesNotContain("key ");
  }

  @Test
  void withoutItsPolicyTheKeyMayAllow() throws IOException {
    Files.delete(input.resolve("key.json"));
    assertThat(said(can(ACCOUNT + "user/reader", "s3:GetObject", "arn:aws:s3:::payroll/x")))
        .startsWith("depends: ")
        .contains("the policy of " + KEY + " allow it");
  }

  @Test
  void aGrantIsEnoughFromAnotherAccount() {
    Ran who = Ran.ambit("who", KEY, "--action", "kms:Decrypt", input.toString());
    assertThat(Stream.of(who.out().split("\n", -1)).filter(line -> line.matches("arn:.*: \\w+")))
        .contains("arn:aws:iam::999988887777:role/far: allowed", ACCOUNT + "user/granted: allowed")
        .doesNotContain(ACCOUNT + "user/reader: allowed");
  }
}
