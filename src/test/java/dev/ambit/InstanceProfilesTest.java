package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.Facts;
import dev.ambit.resolve.Resolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance names a profile, and runs as the role in it, whatever the two are called. */
class InstanceProfilesTest {
  private static final String ACCOUNT = "arn:aws:iam::111122223333:";

  @TempDir Path folder;

  @BeforeEach
  void twoRolesOfWhichOneIsInTheProfileThatIsCalledLikeTheOther() throws IOException {
    Files.writeString(
        folder.resolve("iam.json"),
        """
        {"RoleDetailList": [
          {"RoleName": "batch", "RoleId": "AROA1", "Arn": "%1$srole/batch", "RolePolicyList": [],
           "InstanceProfileList": []},
          {"RoleName": "etl", "RoleId": "AROA2", "Arn": "%1$srole/etl", "RolePolicyList": [],
           "InstanceProfileList": [{"InstanceProfileName": "batch", "Arn": "%1$sinstance-profile/batch",
             "Roles": [{"RoleName": "etl", "Arn": "%1$srole/etl"}]}]}]}
        """
            .formatted(ACCOUNT));
  }

  private String role(String profile) throws IOException {
    Files.writeString(
        folder.resolve("describe-instances.json"),
        """
        {"Reservations": [{"ReservationId": "r-1", "OwnerId": "111122223333", "Instances": [
          {"InstanceId": "i-1", "Placement": {"AvailabilityZone": "eu-central-1a"},
           "IamInstanceProfile": {"Arn": "%sinstance-profile/%s", "Id": "AIPA"}}]}]}
        """
            .formatted(ACCOUNT, profile));
    Facts facts = Resolver.joined(Inbox.read(Lists.immutable.of(folder), Connectors.ALL));
    return facts
        .assets()
        .detect(each -> each.id().endsWith(":instance/i-1"))
        .runsAs()
        .value()
        .orElseThrow()
        .id();
  }

  @Test
  void theInstanceRunsAsTheRoleInItsProfile() throws IOException {
    assertThat(role("batch")).isEqualTo(ACCOUNT + "role/etl");
  }

  @Test
  void aProfileThatNobodyTellsIsNoRoleOfThatName() throws IOException {
    assertThat(role("etl")).isEqualTo(ACCOUNT + "instance-profile/etl");
  }
}
