package dev.ambit.resolve.aws;

import static dev.ambit.model.Verb.DELETE;
import static dev.ambit.model.Verb.READ;
import static dev.ambit.model.Verb.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table is read by those who have the word of IAM and of Lake Formation. */
class TableRightsTest {
  private static final String TABLE =
      "arn:aws:glue:eu-west-1:" + AwsWorld.ACCOUNT + ":table/sales/invoice";
  private static final String ETL = "AWS:" + AwsWorld.arn("role/etl");

  private static AwsWorld world() {
    return AwsWorld.empty().thing(TABLE).allow("role/etl", "sqs:ListQueues", "*");
  }

  @Test
  void itTakesBoth() {
    assertThat(
            world()
                .lake(TABLE, "SELECT", ETL)
                .allow("role/etl", "lakeformation:GetDataAccess", "*")
                .resolved()
                .can("role/etl", READ, TABLE))
        .isEqualTo("yes");
    assertThat(world().lake(TABLE, "SELECT", ETL).resolved().can("role/etl", READ, TABLE))
        .isEqualTo("no");
    assertThat(
            world()
                .lake(TABLE, "SELECT", "AWS:" + AwsWorld.arn("role/other"))
                .allow("role/etl", "lakeformation:* glue:*", "*")
                .resolved()
                .can("role/etl", READ, TABLE))
        .isEqualTo("no");
  }

  @Test
  void aDenyOfIamStopsIt() {
    assertThat(
            world()
                .lake(TABLE, "ALL", ETL)
                .allow("role/etl", "lakeformation:*", "*")
                .deny("role/etl", "lakeformation:GetDataAccess", "*")
                .resolved()
                .can("role/etl", READ, TABLE))
        .isEqualTo("no");
  }

  @Test
  void allIsEveryPermissionAndToGiveItAwayIsOneMore() {
    var answers =
        world().lake(TABLE, "ALL", ETL).allow("role/etl", "lakeformation:*", "*").resolved();
    assertThat(answers.can("role/etl", DELETE, TABLE)).isEqualTo("yes");
    var sharing =
        world()
            .lake(TABLE, "GRANT", ETL)
            .allow("role/etl", "lakeformation:GrantPermissions", "*")
            .resolved();
    assertThat(sharing.can("role/etl", SHARE, TABLE)).isEqualTo("yes");
    assertThat(sharing.can("role/etl", READ, TABLE)).isEqualTo("no");
  }

  @Test
  void openToIamItIsReadWhereItsDataIs() {
    var open =
        world()
            .bucket("lake")
            .lake(TABLE, "ALL", "*")
            .allow("role/etl", "glue:GetTable", "*")
            .setting(TABLE, "Location=arn:aws:s3:::lake");
    assertThat(open.resolved().can("role/etl", READ, TABLE)).isEqualTo("no");
    assertThat(
            open.allow("role/etl", "s3:GetObject", "arn:aws:s3:::lake/*")
                .resolved()
                .can("role/etl", READ, TABLE))
        .isEqualTo("yes");
  }

  @Test
  void whereItsDataIsNotSaidItDepends() {
    assertThat(
            world()
                .lake(TABLE, "ALL", "*")
                .allow("role/etl", "glue:GetTable", "*")
                .resolved()
                .can("role/etl", READ, TABLE))
        .isEqualTo("depends on s3:GetObject on where its data is");
  }

  @Test
  void whoWasOptedInIsNotLeftToIam() {
    var hybrid =
        world()
            .bucket("lake")
            .lake(TABLE, "ALL", "*")
            .allow("role/etl", "glue:GetTable lakeformation:GetDataAccess", "*")
            .allow("role/etl", "s3:GetObject", "arn:aws:s3:::lake/*")
            .allow("role/other", "glue:GetTable", "*")
            .allow("role/other", "s3:GetObject", "arn:aws:s3:::lake/*")
            .setting(TABLE, "Location=arn:aws:s3:::lake")
            .setting(TABLE, "LakeFormationOptIn=" + AwsWorld.arn("role/etl"));
    assertThat(hybrid.resolved().can("role/etl", READ, TABLE)).isEqualTo("no");
    assertThat(hybrid.resolved().can("role/other", READ, TABLE)).isEqualTo("yes");
    assertThat(hybrid.lake(TABLE, "SELECT", ETL).resolved().can("role/etl", READ, TABLE))
        .isEqualTo("yes");
  }

  @ParameterizedTest
  @CsvSource({
    // what was registered, where the data is, the role that was not opted in, the one that was
    "LakeFormationHybrid=arn:aws:s3:::lake, arn:aws:s3:::lake/sales/, yes, no",
    "LakeFormationHybrid=arn:aws:s3:::lake/sales, arn:aws:s3:::lake/sales, yes, no",
    "LakeFormationHybrid=arn:aws:s3:::lake/sale, arn:aws:s3:::lake/sales/, no, no",
    "LakeFormationOnly=arn:aws:s3:::lake, arn:aws:s3:::lake/sales/, no, no",
    "LakeFormationHybrid=arn:aws:s3:::lake LakeFormationOnly=arn:aws:s3:::lake/sales,"
        + " arn:aws:s3:::lake/sales/, no, no",
    "LakeFormationHybrid=arn:aws:s3:::lake, '', depends, no"
  })
  void inAHybridPlaceIamIsEnoughForWhoWasNotOptedIn(
      String registered, String path, String other, String optedIn) {
    var world =
        world()
            .bucket("lake")
            .lake(TABLE, "SELECT", "AWS:" + AwsWorld.arn("role/analyst"))
            .allow("role/etl", "glue:GetTable lakeformation:GetDataAccess", "*")
            .allow("role/etl", "s3:GetObject", "arn:aws:s3:::lake/*")
            .allow("role/other", "glue:GetTable", "*")
            .allow("role/other", "s3:GetObject", "arn:aws:s3:::lake/*")
            .setting(TABLE, "Location=arn:aws:s3:::lake")
            .setting(TABLE, "LakeFormationOptIn=" + AwsWorld.arn("role/etl"));
    for (String each : registered.split(" ", -1)) {
      world.setting("lake", each);
    }
    if (!path.isEmpty()) {
      world.setting(TABLE, "Path=" + path);
    }
    assertThat(world.resolved().can("role/other", READ, TABLE)).startsWith(other);
    assertThat(world.resolved().can("role/etl", READ, TABLE)).isEqualTo(optedIn);
  }
}
