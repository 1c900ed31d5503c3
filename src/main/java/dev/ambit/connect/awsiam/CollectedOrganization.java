package dev.ambit.connect.awsiam;

import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Policy;
import java.util.Map;
import java.util.function.Consumer;

/** What the files of one collection say of an organisation. */
final class CollectedOrganization {
  private static final Map<String, Policy.Kind> POLICIES =
      Map.of("scps", Policy.Kind.SERVICE_CONTROL, "rcps", Policy.Kind.RESOURCE_CONTROL);

  private final Organization organization;

  CollectedOrganization(Consumer<Note> notes) {
    organization = new Organization(notes);
  }

  /** A file right below the organisation. */
  void own(CollectedPath path, Collected.Side side) {
    switch (path.file()) {
      case "metadata" -> metadata(path, side);
      case "accounts" -> units(side, "ou");
      case "ous" -> units(side, "parent");
      default -> {
        // The structure says again what these two say; the rest does not decide about access.
      }
    }
  }

  private void metadata(CollectedPath path, Collected.Side side) {
    JsonPart account = side.value().at("rootAccountId");
    organization.unit(account.text(), "", "", side.at(account, "/rootAccountId"));
    organization.setting(
        account.text(), "ManagementAccountOf=" + path.owner(), side.at(account, "/rootAccountId"));
    JsonPart root = side.value().at("rootOu");
    organization.unit(root.text(), "", "", side.at(root, "/rootOu"));
    organization.setting(root.text(), "OrganizationId=" + path.owner(), side.at(root, "/rootOu"));
    JsonPart features = side.value().at("features");
    for (String type : features.keys()) {
      OrganizationPolicies.kind(type)
          .ifPresent(
              kind ->
                  organization.policies().enabled(kind, features.at(type).text().equals("true")));
    }
  }

  private void units(Collected.Side side, String parentKey) {
    for (int i = 0; i < side.value().keys().size(); i++) {
      String id = side.value().keys().get(i);
      JsonPart unit = side.value().parts().get(i);
      organization.unit(id, "", "", side.at(unit, "/" + id));
      JsonPart parent = unit.at(parentKey);
      if (!parent.text().isEmpty()) {
        organization.contains(parent.text(), id, side.at(parent, "/" + id + "/" + parentKey));
      }
      for (String list : POLICIES.keySet().stream().sorted().toList()) {
        hung(side, id, unit.at(list), list);
      }
    }
  }

  private void hung(Collected.Side side, String id, JsonPart arns, String list) {
    for (int i = 0; i < arns.parts().size(); i++) {
      JsonPart arn = arns.parts().get(i);
      String policy = arn.text().substring(arn.text().lastIndexOf('/') + 1);
      organization.policies().hangs(policy, id, side.at(arn, "/" + id + "/" + list + "/" + i));
    }
    organization
        .policies()
        .allPoliciesOf(id, POLICIES.getOrDefault(list, Policy.Kind.SERVICE_CONTROL));
  }

  /** A folder below the organisation: a unit or a policy. */
  void folder(CollectedPath path, Map<String, Collected.Side> sides) {
    Collected.Side metadata = sides.get("metadata");
    if (metadata == null) {
      return;
    }
    String arn = metadata.value().at("arn").text();
    String id = arn.substring(arn.lastIndexOf('/') + 1);
    String kind = path.steps().get(0);
    if (kind.equals("ous")) {
      organization.unit(id, arn, metadata.value().at("name").text(), metadata.origin());
    } else if (POLICIES.containsKey(kind)) {
      Policy.Kind of = POLICIES.getOrDefault(kind, Policy.Kind.SERVICE_CONTROL);
      Collected.Side text = sides.get("policy");
      if (text == null) {
        organization.policies().policy(id, arn, of);
      } else {
        StatementReader reader = new StatementReader(text.document().path(), organization.notes());
        organization.policies().text(id, arn, of, reader.read(text.value(), "", arn, false));
      }
    }
  }

  Facts facts() {
    return organization.facts();
  }

  /** The same where other organisations are read as well. */
  Facts factsAmongOthers(String id) {
    organization.isOneOfSeveral(id);
    return organization.facts();
  }
}
