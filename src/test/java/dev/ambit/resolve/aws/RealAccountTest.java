package dev.ambit.resolve.aws;

import static dev.ambit.model.Verb.ADMINISTER;
import static dev.ambit.model.Verb.ASSUME;
import static dev.ambit.model.Verb.READ;
import static dev.ambit.model.Verb.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.TextDocument;
import dev.ambit.connect.awsiam.AwsIam;
import dev.ambit.model.Asset;
import dev.ambit.model.Facts;
import dev.ambit.model.Principal;
import dev.ambit.model.Right;
import dev.ambit.model.Verb;
import dev.ambit.resolve.Names;
import dev.ambit.resolve.NamesOf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is known of the published example account, found in its export. */
class RealAccountTest {
  private static final String ACCOUNT = "arn:aws:iam::012345678901:";
  private static Names names;
  private static ImmutableList<Right> rights;
  private static Facts facts;
  private static ImmutableList<Principal> principals;

  @BeforeAll
  static void resolve() throws IOException {
    Path export = Path.of("sample-data", "real-account", "input", "account.json");
    facts = new AwsIam().read(new TextDocument("account.json", Files.readAllBytes(export)));
    assertThat(facts.notes()).isEmpty();
    principals =
        facts
            .principals()
            .newWithAll(
                AwsResources.principals(facts.policies(), facts.assets())
                    .reject(each -> facts.principals().anySatisfy(p -> p.id().equals(each.id()))));
    ImmutableList<Asset> named = AwsResources.named(facts.policies());
    Names known = NamesOf.these(principals, named);
    names =
        NamesOf.these(
            principals,
            named.newWithAll(
                AwsResources.patternsWithoutCover(
                    facts.policies(), glob -> known.matching(glob).size() > 0)));
    rights = AwsDecisions.rights(facts.policies(), principals, facts.assets(), names);
  }

  @Test
  void whoIsDecidedWithWhomMakesNoDifference() {
    assertThat(inPartsOf(1)).isEqualTo(inPartsOf(7)).isEqualTo(inPartsOf(1_000)).isNotEmpty();
  }

  private static ImmutableList<Right> inPartsOf(int holders) {
    Holdings holdings = new Holdings(facts.policies(), principals, facts.assets(), names);
    RightList list = new RightList(new LastUse(principals, names));
    new IdentityRights(holdings, list, holders).addAll();
    return list.sorted();
  }

  private static ImmutableList<Right> of(String who, Verb verb, String on) {
    assertThat(names.node(ACCOUNT + who)).as(who).isNotNegative();
    assertThat(names.node(on)).as(on).isNotNegative();
    return rights.select(
        each ->
            each.holder() == names.node(ACCOUNT + who)
                && each.verbs().has(verb)
                && each.targets().has(names.node(on)));
  }

  @Test
  void whoAttachesPoliciesToRolesCanOpenTheAccountAndChangesItself() {
    String role = "role/privesc9-AttachRolePolicy-role";
    assertThat(of(role, SHARE, ACCOUNT + "root").collect(Right::grant))
        .containsExactly(ACCOUNT + "policy/privesc9-AttachRolePolicy#72752f80");
    assertThat(of(role, ADMINISTER, ACCOUNT + role)).isNotEmpty();
  }

  @Test
  void aDenyInTheSamePolicyTakesAllOfItAway() {
    assertThat(rights.select(each -> holds(each, "role/fp1-allow-and-deny-role"))).isEmpty();
    assertThat(rights.select(each -> holds(each, "role/fp3-deny-iam-role"))).isEmpty();
  }

  @Test
  void aDenyInAnotherPolicyTakesAllOfItAway() {
    assertThat(rights.select(each -> holds(each, "role/fp2-allow-and-deny-multiple-policies-role")))
        .isEmpty();
  }

  private static boolean holds(Right right, String who) {
    return right.holder() == names.node(ACCOUNT + who);
  }

  @Test
  void chainsOfRolesAreThere() {
    assertThat(
            of(
                "role/privesc-AssumeRole-starting-role",
                ASSUME,
                ACCOUNT + "role/privesc-AssumeRole-intermediate-role"))
        .hasSize(1);
    assertThat(of("user/privesc-sre-user", ASSUME, ACCOUNT + "role/privesc-sre-role")).hasSize(1);
  }

  @Test
  void anAdministratorReadsWhatTheAccountHolds() {
    assertThat(of("group/admin", READ, ACCOUNT + "root")).hasSize(1);
    assertThat(
            of(
                "group/admin",
                READ,
                "arn:aws:s3:::aws-quick-setup-config-recording-012345678901-1clff"))
        .hasSize(1);
  }
}
