package dev.ambit.connect.awsiam;

import dev.ambit.connect.awsiam.Answer.Piece;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What each answer of {@code aws organizations} adds to the picture. */
final class OrganizationAnswers {
  private static final Pattern UNIT_OR_ROOT_ARN =
      Pattern.compile("arn:[^:]*:organizations::[^:]*:(?:ou|root|account)/.*");

  static final ImmutableList<Answer<Organization>> ALL =
      Lists.immutable.of(
          Answer.object(
              "organizations describe-organization",
              shape -> shape.has("Organization", "MasterAccountId"),
              OrganizationAnswers::organization),
          Answer.list(
              "organizations list-roots", "Roots", "PolicyTypes", OrganizationAnswers::root),
          new Answer<>(
              "organizations list-accounts",
              shape ->
                  shape.has("Accounts", "JoinedMethod") || shape.has("Accounts", "JoinedTimestamp"),
              java.util.Set.of("Accounts"),
              OrganizationAnswers::account),
          Answer.list(
              "organizations list-organizational-units-for-parent",
              "OrganizationalUnits",
              "Id",
              OrganizationAnswers::unit),
          Answer.list(
              "organizations list-delegated-administrators",
              "DelegatedAdministrators",
              "DelegationEnabledDate",
              OrganizationAnswers::delegated),
          Answer.list("organizations list-parents", "Parents", "Type", OrganizationAnswers::parent),
          Answer.list(
              "organizations list-children", "Children", "Type", OrganizationAnswers::child),
          Answer.list(
              "organizations list-policies", "Policies", "AwsManaged", OrganizationAnswers::listed),
          Answer.object(
              "organizations describe-policy",
              shape -> shape.has("Policy", "PolicySummary"),
              OrganizationAnswers::policy),
          Answer.object(
              "organizations list-targets-for-policy",
              shape -> shape.has("Targets", "TargetId") || shape.isOnly("Targets"),
              OrganizationAnswers::targets));

  private OrganizationAnswers() {}

  private static Origin origin(Piece piece, JsonPart part, String below) {
    return new Origin(piece.document().path(), part.line(), piece.pointer() + below);
  }

  private static Origin origin(Piece piece) {
    return origin(piece, piece.value(), "");
  }

  private static void organization(Piece piece, Organization into) {
    JsonPart organization = piece.value().at("Organization");
    String account = organization.at("MasterAccountId").text();
    Origin origin = origin(piece, organization, "/Organization");
    into.unit(account, organization.at("MasterAccountArn").text(), "", origin);
    into.setting(account, "ManagementAccountOf=" + organization.at("Id").text(), origin);
  }

  /** Whoever administers for the organisation can change sign-ins or policies of all accounts. */
  private static void delegated(Piece piece, Organization into) {
    String account = piece.value().at("Id").text();
    into.unit(account, piece.value().at("Arn").text(), "", origin(piece));
    into.setting(
        account,
        "DelegatedAdministrator=" + piece.value().at("DelegationEnabledDate").text(),
        origin(piece));
  }

  private static void root(Piece piece, Organization into) {
    String id = piece.value().at("Id").text();
    String arn = piece.value().at("Arn").text();
    into.unit(id, arn, piece.value().at("Name").text(), origin(piece));
    if (UNIT_OR_ROOT_ARN.matcher(arn).matches()) {
      into.setting(id, "OrganizationId=" + arn.split("/", -1)[1], origin(piece));
    }
    List<JsonPart> types = piece.value().at("PolicyTypes").parts();
    for (String type : List.of("SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY")) {
      OrganizationPolicies.kind(type)
          .ifPresent(
              kind ->
                  into.policies()
                      .enabled(
                          kind,
                          types.stream()
                              .anyMatch(
                                  each ->
                                      each.at("Type").text().equals(type)
                                          && each.at("Status").text().equals("ENABLED"))));
    }
  }

  private static void account(Piece piece, Organization into) {
    placed(piece, piece.value().at("Paths"), "/Paths", into);
    // Only list-accounts-for-parent is asked about a parent, and only then a name says so.
    if (piece.value().at("Paths").parts().isEmpty()) {
      inParentOfPath(piece, into);
    }
  }

  private static void unit(Piece piece, Organization into) {
    placed(piece, piece.value().at("Path"), "/Path", into);
    if (!piece.value().has("Path") && !inParentOfPath(piece, into)) {
      missingParent(piece, into);
    }
  }

  private static void placed(Piece piece, JsonPart paths, String at, Organization into) {
    JsonPart unit = piece.value();
    into.unit(unit.at("Id").text(), unit.at("Arn").text(), unit.at("Name").text(), origin(piece));
    if (paths.isText()) {
      into.path(paths.text(), origin(piece, paths, at));
    }
    for (int i = 0; i < paths.parts().size(); i++) {
      JsonPart path = paths.parts().get(i);
      into.path(path.text(), origin(piece, path, at + "/" + i));
    }
  }

  private static boolean inParentOfPath(Piece piece, Organization into) {
    Optional<String> parent = SubjectInPath.find(piece.document(), SubjectInPath.CONTAINER);
    parent.ifPresent(id -> into.contains(id, piece.value().at("Id").text(), origin(piece)));
    return parent.isPresent();
  }

  private static void missingParent(Piece piece, Organization into) {
    SubjectInPath.missing(piece, "parent", "ou-ab12-34cd56ef", into.notes());
  }

  private static void child(Piece piece, Organization into) {
    if (!inParentOfPath(piece, into)) {
      missingParent(piece, into);
    }
  }

  private static void parent(Piece piece, Organization into) {
    String parent = piece.value().at("Id").text();
    SubjectInPath.find(piece.document(), SubjectInPath.UNIT)
        .ifPresentOrElse(
            child -> into.contains(parent, child, origin(piece)),
            () -> SubjectInPath.missing(piece, "account or unit", "111122223333", into.notes()));
  }

  /** Of {@code list-policies}, or of {@code list-policies-for-target} where a target is named. */
  private static void listed(Piece piece, Organization into) {
    String id = piece.value().at("Id").text();
    OrganizationPolicies.kind(piece.value().at("Type").text())
        .ifPresent(
            kind -> {
              into.policies().policy(id, piece.value().at("Arn").text(), kind);
              if (piece.document().path().contains("target")) {
                SubjectInPath.find(piece.document(), SubjectInPath.UNIT)
                    .ifPresent(
                        target -> {
                          into.policies().hangs(id, target, origin(piece));
                          into.policies().allPoliciesOf(target, kind);
                        });
              }
            });
  }

  private static void policy(Piece piece, Organization into) {
    JsonPart policy = piece.value().at("Policy");
    JsonPart summary = policy.at("PolicySummary");
    String arn = summary.at("Arn").text();
    OrganizationPolicies.kind(summary.at("Type").text())
        .ifPresent(kind -> policy(piece, policy, summary.at("Id").text(), arn, kind, into));
  }

  private static void policy(
      Piece piece, JsonPart policy, String id, String arn, Policy.Kind kind, Organization into) {
    StatementReader reader = new StatementReader(piece.document().path(), into.notes());
    into.policies()
        .text(
            id,
            arn,
            kind,
            reader.read(policy.at("Content"), piece.pointer() + "/Policy/Content", arn, false));
  }

  private static void targets(Piece piece, Organization into) {
    Optional<String> policy =
        SubjectInPath.find(piece.document(), SubjectInPath.ORGANIZATION_POLICY);
    if (policy.isEmpty()) {
      SubjectInPath.missing(piece, "policy", "p-examplepolicyid", into.notes());
      return;
    }
    List<JsonPart> targets = piece.value().at("Targets").parts();
    for (int i = 0; i < targets.size(); i++) {
      JsonPart target = targets.get(i);
      String id = target.at("TargetId").text();
      Origin origin = origin(piece, target, "/Targets/" + i);
      into.unit(id, target.at("Arn").text(), target.at("Name").text(), origin);
      into.policies().hangs(policy.get(), id, origin);
    }
    if (piece.value().at("NextToken").text().isEmpty()) {
      into.policies().allTargetsOf(policy.get());
    }
  }
}
