package dev.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids of roots and policies are unique in their organisation only, and a scan may hold two. */
class TwoOrganisationsTest {
  @TempDir Path input;

  @Test
  void theSamePolicyIdInTwoOrganisationsIsTwoPolicies() throws IOException {
    organisation("o-firstfirst", "111111111111", "s3:GetObject");
    organisation("o-secondsecond", "222222222222", "s3:PutObject");
    assertThat(decided("111111111111", "s3:GetObject")).startsWith("explicitDeny");
    assertThat(decided("111111111111", "s3:PutObject")).startsWith("allowed");
    assertThat(decided("222222222222", "s3:GetObject")).startsWith("allowed");
    assertThat(decided("222222222222", "s3:PutObject")).startsWith("explicitDeny");
  }

  private String decided(String account, String action) {
    return Ran.ambit(
            "can",
            "arn:aws:iam::" + account + ":user/ann",
            action,
            "arn:aws:s3:::of-" + account + "/k",
            input.toString())
        .out();
  }

  private void organisation(String id, String account, String denied) throws IOException {
    String of = "organizations/" + id + "/";
    String arn = "arn:aws:organizations::999999999999:policy/" + id + "/service_control_policy/";
    write(
        of + "metadata.json",
        "{'id':'" + id + "','rootAccountId':'999999999999','rootOu':'r-ab12','features':{}}");
    write(
        of + "ous.json",
        "{'r-ab12':{'scps':['arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess','"
            + arn
            + "p-same0001']}}");
    write(
        of + "accounts.json",
        "{'"
            + account
            + "':{'ou':'r-ab12','scps':['arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess']}}");
    write(of + "scps/p-same0001/metadata.json", "{'arn':'" + arn + "p-same0001'}");
    write(of + "scps/p-same0001/policy.json", policy("Deny", denied));
    String user = "accounts/" + account + "/iam/user/ann/";
    write(user + "metadata.json", "{'arn':'arn:aws:iam::" + account + ":user/ann'}");
    write(
        user + "inline-policies.json",
        "[{'PolicyName':'all','PolicyDocument':" + policy("Allow", "*") + "}]");
    write(
        "accounts/" + account + "/s3/of-" + account + "/metadata.json",
        "{'arn':'arn:aws:s3:::of-" + account + "'}");
  }

  private static String policy(String effect, String action) {
    return "{'Version':'2012-10-17','Statement':[{'Effect':'"
        + effect
        + "','Action':'"
        + action
        + "','Resource':'*'}]}";
  }

  private void write(String file, String json) throws IOException {
    Path path = input.resolve("aws/aws").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, json.replace("'", "\""));
  }
}
