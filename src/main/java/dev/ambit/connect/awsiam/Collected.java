package dev.ambit.connect.awsiam;

import dev.ambit.connect.Document;
import dev.ambit.model.Certainty;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/**
 * What the files of one collection say of accounts; a folder is a resource, its files its sides.
 */
final class Collected {
  private static final Map<String, Principal.Kind> KINDS =
      Map.of(
          "user", Principal.Kind.PERSON,
          "role", Principal.Kind.ROLE,
          "group", Principal.Kind.GROUP);
  private static final ImmutableList<String> SWITCHES =
      Lists.immutable.of(
          "BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets");
  private static final ImmutableList<String> KEYS =
      Lists.immutable.of("kmsKey", "keyId", "key", "kmsKeyId");

  private final Consumer<Note> notes;
  private final FoundAssets assets = new FoundAssets();
  private final MutableList<Principal> principals = Lists.mutable.empty();
  private final MutableList<Policy> policies = Lists.mutable.empty();
  private final MutableList<Attachments> attachments = Lists.mutable.empty();
  private final Map<String, StatementReader.Body> managed = new TreeMap<>();
  private final Set<String> incomplete = new TreeSet<>();

  /** A file of a folder: its value, and where it stands. */
  record Side(Document document, JsonPart value) {
    Origin at(JsonPart part, String pointer) {
      return new Origin(document.path(), part.line(), pointer);
    }

    Origin origin() {
      return at(value, "");
    }
  }

  Collected(Consumer<Note> notes) {
    this.notes = notes;
  }

  /** The one file that says something of the account itself. */
  void publicAccessBlock(String account, Side side) {
    blocks("arn:aws:iam::" + account + ":root", side);
  }

  private void blocks(String on, Side side) {
    SWITCHES
        .select(side.value()::has)
        .forEach(
            each -> {
              JsonPart value = side.value().at(each);
              assets.setting(on, each + "=" + value.text(), side.at(value, "/" + each));
            });
  }

  /** A folder of an account. */
  void resource(CollectedPath path, Map<String, Side> sides) {
    Side metadata = sides.get("metadata");
    String arn = metadata == null ? "" : metadata.value().at("arn").text();
    if (metadata == null || arn.isEmpty()) {
      Side any = sides.values().iterator().next();
      notes.accept(
          new Note(
              Note.Kind.ERROR,
              "nothing beside this file says what it is about. Collect metadata.json again",
              any.origin()));
      return;
    }
    String type = path.steps().contains("iam") ? arn.replaceFirst("^[^/]*:([^/:]*)/.*", "$1") : "";
    if (KINDS.containsKey(type)) {
      principal(arn, KINDS.getOrDefault(type, Principal.Kind.UNKNOWN), metadata, sides);
    } else if (type.equals("policy")) {
      Side text = sides.get("current-policy");
      if (text != null) {
        managed.put(arn, reader(text).read(text.value(), "", arn, false));
      }
    } else if (type.isEmpty()) {
      asset(path, arn, metadata, sides);
    }
  }

  private StatementReader reader(Side side) {
    return new StatementReader(side.document().path(), notes);
  }

  private void principal(String arn, Principal.Kind kind, Side metadata, Map<String, Side> sides) {
    Side inline = sides.get("inline-policies");
    if (inline != null) {
      for (int i = 0; i < inline.value().parts().size(); i++) {
        JsonPart policy = inline.value().parts().get(i);
        String id = arn + "/inline/" + policy.at("PolicyName").text();
        String at = "/" + i + "/PolicyDocument";
        add(
            reader(inline).read(policy.at("PolicyDocument"), at, id, false),
            id,
            Policy.Kind.IDENTITY,
            arn);
      }
    }
    Side trust = sides.get("trust-policy");
    if (trust != null) {
      add(reader(trust).read(trust.value(), "", arn, true), arn, Policy.Kind.TRUST, arn);
    }
    Attachments attached = new Attachments(reader(metadata));
    attachments.add(attached);
    refs(sides.get("managed-policies"))
        .forEach(each -> attached.attach(arn, Policy.Kind.IDENTITY, each));
    JsonPart boundary = metadata.value().at("permissionBoundary");
    if (boundary.isText()) {
      Origin there = metadata.at(boundary, "/permissionBoundary");
      attached.attach(arn, Policy.Kind.BOUNDARY, new Ref(boundary.text(), there));
    }
    principals.add(
        Principal.of(arn, kind, metadata.origin())
            .with(
                b ->
                    b.memberOf(Refs.of(refs(sides.get("groups"))))
                        .tags(tags(sides.get("tags")))
                        .certainty(Certainty.OBSERVED)));
  }

  private static ImmutableList<Ref> refs(@Nullable Side side) {
    MutableList<Ref> refs = Lists.mutable.empty();
    if (side != null) {
      for (int i = 0; i < side.value().parts().size(); i++) {
        JsonPart part = side.value().parts().get(i);
        refs.add(new Ref(part.text(), side.at(part, "/" + i)));
      }
    }
    return refs.toImmutable();
  }

  private static ImmutableList<Said.Value<String>> tags(@Nullable Side side) {
    return side == null
        ? Lists.immutable.empty()
        : Tags.of(side.document().path(), side.value(), "");
  }

  private void add(StatementReader.Body body, String id, Policy.Kind kind, String holder) {
    policies.add(body.of(id, kind, holder));
    if (!body.whole()) {
      incomplete.add(holder);
    }
  }

  private void asset(CollectedPath path, String arn, Side metadata, Map<String, Side> sides) {
    Origin origin = metadata.origin();
    String root = "arn:" + path.partition() + ":iam::" + path.owner() + ":root";
    assets.add(arn, origin, b -> b.in(Refs.of(Lists.immutable.of(new Ref(root, origin)))));
    JsonPart role = metadata.value().at("role");
    if (role.text().contains(":role/")) {
      Origin there = metadata.at(role, "/role");
      assets.add(arn, origin, b -> b.runsAs(Said.of(new Ref(role.text(), there), there)));
    }
    KEYS.select(each -> !metadata.value().at(each).text().isEmpty())
        .forEach(
            each -> {
              JsonPart key = metadata.value().at(each);
              assets.setting(arn, "KMSMasterKeyID=" + key.text(), metadata.at(key, "/" + each));
            });
    Side tags = sides.get("tags");
    if (tags != null) {
      assets.labels(arn, tags(tags), origin);
    }
    Side blocks = sides.get("bpa");
    if (blocks != null) {
      blocks(arn, blocks);
    }
    Side encryption = sides.get("encryption");
    if (encryption != null) {
      encryption(arn, encryption);
    }
    JsonPart abac = metadata.value().at("abacEnabled");
    if (abac.isText()) {
      String is = abac.text().equals("true") ? "Enabled" : "Disabled";
      assets.setting(arn, "Abac=" + is, metadata.at(abac, "/abacEnabled"));
    }
    Side through = sides.get("endpoint-policy");
    if (through != null) {
      policies.add(
          reader(through).read(through.value(), "", arn, true).of(arn, Policy.Kind.ENDPOINT, arn));
      setting(arn, "ServiceName", metadata, "serviceName");
      setting(arn, "VpcId", metadata, "vpc");
    }
    Side policy = sides.get("policy");
    if (policy != null) {
      policies.add(
          ResourcePolicies.onResource(reader(policy).read(policy.value(), "", arn, true), arn));
    }
  }

  private void setting(String arn, String name, Side side, String key) {
    JsonPart value = side.value().at(key);
    if (value.isText()) {
      String said = value.text().substring(value.text().lastIndexOf('/') + 1);
      assets.setting(arn, name + "=" + said, side.at(value, "/" + key));
    }
  }

  private void encryption(String arn, Side side) {
    for (int i = 0; i < side.value().parts().size(); i++) {
      String at = "/" + i + "/ApplyServerSideEncryptionByDefault";
      JsonPart rule = side.value().parts().get(i).at("ApplyServerSideEncryptionByDefault");
      JsonPart key = rule.at("KMSMasterKeyID");
      assets.setting(arn, "SSEAlgorithm=" + rule.at("SSEAlgorithm").text(), side.at(rule, at));
      if (key.isText()) {
        assets.setting(arn, "KMSMasterKeyID=" + key.text(), side.at(key, at + "/KMSMasterKeyID"));
      }
    }
  }

  Facts facts() {
    for (Attachments each : attachments) {
      managed.forEach(each::inForce);
      each.settle(
          this::add,
          (holder, note) -> {
            incomplete.add(holder);
            notes.accept(note);
          });
    }
    return Facts.NONE.with(
        b ->
            b.principals(
                    principals
                        .collect(each -> each.withComplete(!incomplete.contains(each.id())))
                        .toImmutable())
                .assets(assets.all())
                .policies(policies.toImmutable()));
  }
}
