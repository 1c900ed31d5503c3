package dev.ambit.connect.awsiam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.Document;
import dev.ambit.connect.SameSecrets;
import dev.ambit.connect.TextDocument;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Principal;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsIamTest {
  private static final String USER =
      """
      {"UserName": "ann", "Arn": "arn:aws:iam::111122223333:user/ann", "UserPolicyList": [
        {"PolicyName": "p", "PolicyDocument": %s}]}\
      """;
  private static final String STATEMENT =
      "{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}";

  private static Facts read(String text) {
    return new AwsIam().read(TextDocument.of("account.json", text));
  }

  private static Facts user(String document) {
    return read("{\"UserDetailList\": [" + USER.formatted(document) + "]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Statement\": [%s]}",
        "{\"Statement\": %s}",
        "{\"Version\": \"2012-10-17\", \"Statement\": [%s]}"
      })
  void aPolicyMaySayItsStatementsInSeveralForms(String document) {
    Statement statement =
        user(document.formatted(STATEMENT)).policies().getOnly().statements().getOnly();
    assertThat(statement.actions()).containsExactly("s3:GetObject");
    assertThat(statement.resources()).containsExactly("*");
  }

  @Test
  void aStatementWithoutSidIsNamedByWhatItSaysAndNotByHowItIsWritten() {
    String other = "{\"Resource\": \"*\", \"Action\": \"s3:GetObject\",  \"Effect\": \"Allow\"}";
    assertThat(id(user("{\"Statement\": [" + other + "]}")))
        .isEqualTo(id(user("{\"Statement\": [" + STATEMENT + "]}")))
        .matches("arn:aws:iam::111122223333:user/ann/inline/p#[0-9a-f]{8}");
  }

  @Test
  void theOnlyOneOfAListMayStandWithoutTheList() {
    String attached =
        """
        {"UserDetailList": [{"UserName": "ann", "Arn": "arn:aws:iam::111122223333:user/ann",
          "AttachedManagedPolicies":
            {"PolicyName": "AdministratorAccess", "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess"},
          "UserPolicyList": {"PolicyName": "p", "PolicyDocument": {"Statement": [%s]}}}]}
        """
            .formatted(STATEMENT);
    assertThat(read(attached).notes()).isEmpty();
    assertThat(read(attached).policies().collect(Policy::id))
        .containsExactlyInAnyOrder(
            "arn:aws:iam::aws:policy/AdministratorAccess",
            "arn:aws:iam::111122223333:user/ann/inline/p");
  }

  private static String id(Facts facts) {
    return facts.policies().getOnly().statements().getOnly().id();
  }

  @Test
  void aSidThatStandsTwiceNamesNothing() {
    String named = STATEMENT.replace("{", "{\"Sid\": \"same\", ");
    Facts facts = user("{\"Statement\": [" + named + "," + named.replace("Get", "Put") + "]}");
    assertThat(facts.policies().getOnly().statements().collect(Statement::id))
        .doesNotHaveDuplicates()
        .noneMatch(id -> id.endsWith("#same"));
  }

  @Test
  void aStatementThatIsNoneIsLeftOutAndTheOthersAreKept() {
    Facts facts = user("{\"Statement\": [" + STATEMENT + ", {\"Effect\": \"allow\"}]}");
    assertThat(facts.policies().getOnly().statements()).hasSize(1);
    assertThat(facts.principals().getOnly().complete()).isFalse();
    Note note = facts.notes().getOnly();
    assertThat(note.kind()).isEqualTo(Note.Kind.ERROR);
    assertThat(note.text()).contains("found 'allow'");
    assertThat(note.origin().pointer())
        .isEqualTo("/UserDetailList/0/UserPolicyList/0/PolicyDocument/Statement/1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"no policy\"", "\"\"", "\" \"", "\"%7B%zz\"", "\"{\\\"Statement\\\": [\"", "17"})
  void aPolicyTextThatIsNoneIsAnErrorAtItsPlace(String document) {
    Facts facts = user(document);
    assertThat(facts.principals()).hasSize(1);
    assertThat(facts.notes().collect(Note::kind)).contains(Note.Kind.ERROR);
    assertThat(facts.notes().getFirst().origin().line()).isEqualTo(2);
  }

  @Test
  void whatStandsBeforeABrokenPlaceIsKept() {
    String whole = "{\"UserDetailList\": [" + USER.formatted("{\"Statement\": []}") + ",\n";
    Facts facts = read(whole + "{\"UserName\": \"bob\", ###");
    assertThat(facts.principals()).hasSize(1);
    assertThat(facts.notes().getOnly().kind()).isEqualTo(Note.Kind.ERROR);
    assertThat(facts.notes().getOnly().origin().line()).isEqualTo(3);
  }

  @Test
  void pagesMayStandBehindOneAnother() {
    String policy = "arn:aws:iam::111122223333:policy/p";
    Facts facts =
        read(
            """
            {"UserDetailList": [{"UserName": "ann", "Arn": "arn:aws:iam::111122223333:user/ann",
              "GroupList": ["staff"],
              "AttachedManagedPolicies": [{"PolicyArn": "%1$s"}]}], "IsTruncated": true}
            {"GroupDetailList": [{"GroupName": "staff", "Arn": "arn:aws:iam::111122223333:group/x/staff"}],
             "Policies": [{"Arn": "%1$s", "DefaultVersionId": "v1", "PolicyVersionList": [
               {"VersionId": "v1", "Document": {"Statement": %2$s}}]}], "IsTruncated": false}
            """
                .formatted(policy, STATEMENT));
    assertThat(facts.notes()).isEmpty();
    assertThat(facts.policies().collect(Policy::id)).containsExactly(policy);
    Principal ann = facts.principals().getFirst();
    assertThat(ann.memberOf().ids()).containsExactly("arn:aws:iam::111122223333:group/x/staff");
    assertThat(ann.complete()).isTrue();
  }

  @Test
  void aRecordWithAKeyTwiceIsLeftOut() {
    Facts facts =
        read("{\"UserDetailList\": [{\"Arn\": \"arn:aws:iam::1:user/a\", \"Arn\": \"b\"}]}");
    assertThat(facts.principals()).isEmpty();
    assertThat(facts.notes().getOnly().text()).contains("'Arn' stands twice");
  }

  @Test
  void nestingWithoutEndIsAnError() {
    Facts facts = read("{\"UserDetailList\": [" + "[".repeat(100_000));
    assertThat(facts.notes().getOnly().text()).contains("500 levels");
  }

  private static final String TEAM = "arn:aws:iam::111122223333:policy/team";
  private static final String NAMING_OTHERS =
      """
      {"UserDetailList": [{"UserName": "ann", "Arn": "arn:aws:iam::111122223333:user/ann",
        "GroupList": ["staff"], "AttachedManagedPolicies": [{"PolicyName": "team", "PolicyArn": "%s"}]}],
       "IsTruncated": true, "Marker": "m"}
      """
          .formatted(TEAM);
  private static final String OTHERS =
      """
      {"GroupDetailList": [{"GroupName": "staff", "Path": "/all/", "Arn": "arn:aws:iam::%1$s:group/all/staff"}],
       "Policies": [{"PolicyName": "team", "Arn": "arn:aws:iam::%1$s:policy/team", "DefaultVersionId": "v1",
         "PolicyVersionList": [{"VersionId": "v1", "IsDefaultVersion": true, "Document": {"Version": "2012-10-17",
           "Statement": [%2$s]}}]}],
       "IsTruncated": false}
      """;

  private static Facts together(String... pages) {
    AwsIam connector = new AwsIam();
    MutableList<Document> documents = Lists.mutable.empty();
    for (String page : pages) {
      documents.add(TextDocument.of("page-" + documents.size() + ".json", page));
    }
    return connector.together(
        documents.toImmutable(),
        documents.collect(connector::read).toImmutable(),
        SameSecrets.ofThisRun());
  }

  @Test
  void whatOnePageNamesAnotherHas() {
    for (int order = 0; order < 2; order++) {
      String others = OTHERS.formatted("111122223333", STATEMENT);
      Facts facts = order == 0 ? together(NAMING_OTHERS, others) : together(others, NAMING_OTHERS);
      Policy team = facts.policies().detect(each -> each.id().equals(TEAM));
      assertThat(team.holder()).isEqualTo("arn:aws:iam::111122223333:user/ann");
      assertThat(team.origin().file()).isEqualTo(order == 0 ? "page-1.json" : "page-0.json");
      Principal ann = facts.principals().detect(each -> each.id().endsWith("user/ann"));
      assertThat(ann.complete()).isTrue();
      assertThat(ann.memberOf().ids()).containsExactly("arn:aws:iam::111122223333:group/all/staff");
      assertThat(facts.notes().select(each -> each.kind() == Note.Kind.ERROR)).isEmpty();
    }
  }

  @Test
  void aPageOfAnotherAccountIsNoneOfThis() {
    Facts facts = together(NAMING_OTHERS, OTHERS.formatted("999988887777", STATEMENT));
    Principal ann = facts.principals().detect(each -> each.id().endsWith("user/ann"));
    assertThat(ann.complete()).isFalse();
    assertThat(ann.memberOf().ids()).containsExactly("arn:aws:iam::111122223333:group/staff");
    assertThat(facts.notes().collect(Note::text))
        .anySatisfy(each -> assertThat(each).startsWith(TEAM + " is neither in the export"));
  }
}
