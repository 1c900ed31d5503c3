package dev.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ambit can} on tables that Lake Formation stands before. */
class LakeQuestionsTest {
  private static final String TABLES = "arn:aws:glue:eu-central-1:111122223333:table/sales/";

  @TempDir Path input;

  @ParameterizedTest
  @CsvSource({
    "analyst, lakeformation:GetDataAccess, invoice, allowed, lakeFormation allows",
    "analyst, glue:GetTable, invoice, allowed, lakeFormation allows",
    "analyst, glue:DeleteTable, invoice, implicitDeny, lakeFormation does not allow",
    "loader, glue:DeleteTable, invoice, allowed, lakeFormation allows",
    "stranger, glue:GetTable, invoice, implicitDeny, lakeFormation does not allow",
    "stranger, glue:GetTable, open, allowed, lakeFormation allows",
    "analyst, glue:GetTable, open, implicitDeny, lakeFormation does not allow",
    "loader, glue:GetTable, open, allowed, role/loader#ALL allows",
    "auditor, lakeformation:GetDataAccess, invoice, depends, the rows and columns are those of"
        + " no-iban",
    "people, lakeformation:GetDataAccess, open, allowed, lakeFormation allows",
    "people, lakeformation:GetDataAccess, stream, depends, its LF-Tags are area=hr|legal",
    "people, lakeformation:GetDataAccess, invoice, implicitDeny, lakeFormation does not allow",
    "stranger, glue:DeleteTable, hr/staff, allowed, lakeFormation allows",
  })
  void theLakeHasASayOfItsOwn(String who, String action, String table, String decision, String says)
      throws IOException {
    StringBuilder roles = new StringBuilder();
    for (String role : new String[] {"analyst", "loader", "stranger", "auditor", "people"}) {
      roles
          .append(roles.isEmpty() ? "" : ",")
          .append(
              "{'RoleName':'%s','Path':'/','RoleId':'AROA%s','Arn':'arn:aws:iam::111122223333:role/%s',"
                  .formatted(role, role, role))
          .append("'AssumeRolePolicyDocument':{'Version':'2012-10-17','Statement':[]},")
          .append("'InstanceProfileList':[],'AttachedManagedPolicies':[],'RolePolicyList':[")
          .append("{'PolicyName':'p','PolicyDocument':{'Version':'2012-10-17','Statement':[")
          .append("{'Effect':'Allow','Action':['glue:*','lakeformation:*'],'Resource':'*'}]}}]}");
    }
    Files.writeString(
        input.resolve("account.json"),
        ("{'UserDetailList':[],'GroupDetailList':[],'Policies':[],'RoleDetailList':["
                + roles
                + "]}")
            .replace('\'', '"'));
    Path answers = Path.of("src/test/resources/connect/aws-lake-formation/input");
    String said =
        Ran.ambit(
                "can",
                "arn:aws:iam::111122223333:role/" + who,
                action,
                (table.contains("/") ? TABLES.replace("sales/", "") : TABLES) + table,
                input.toString(),
                answers.toString())
            .out()
            .replaceAll("\\s+", " ");
    assertThat(said).startsWith(decision + ": ").contains(says);
  }
}
