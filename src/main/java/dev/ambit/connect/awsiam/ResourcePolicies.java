package dev.ambit.connect.awsiam;

import dev.ambit.connect.awsiam.Answer.Piece;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Policies that stand on resources other than buckets, and grants of keys. The resource is the one
 * that the answer names, else the one that all statements are about, else (for a key, whose policy
 * says only {@code *}) the one that the file or folder is named after.
 */
final class ResourcePolicies {
  private static final Set<String> WITH_PARTS = Set.of("dynamodb", "lambda");

  private final Consumer<Note> notes;
  private final FoundAssets assets = new FoundAssets();
  private final MutableList<Policy> policies = Lists.mutable.empty();
  private final Map<String, String> keys = new TreeMap<>();
  private final MutableList<Runnable> whenKeysAreKnown = Lists.mutable.empty();

  ResourcePolicies(Consumer<Note> notes) {
    this.notes = notes;
  }

  private static Origin at(Piece piece, JsonPart part, String below) {
    return new Origin(piece.document().path(), part.line(), piece.pointer() + below);
  }

  void key(Piece piece) {
    String arn = piece.value().at("KeyArn").text();
    keys.put(piece.value().at("KeyId").text(), arn);
    if (!arn.isEmpty()) {
      assets.add(arn, at(piece, piece.value(), ""), b -> {});
    }
  }

  /** The alias tells the account and region that the key's id does not. */
  void alias(Piece piece) {
    JsonPart alias = piece.value();
    String arn = alias.at("AliasArn").text();
    String id = alias.at("TargetKeyId").text();
    if (!id.isEmpty() && arn.contains(":alias/")) {
      String key = arn.substring(0, arn.indexOf(":alias/")) + ":key/" + id;
      keys.putIfAbsent(id, key);
      assets.add(
          key,
          at(piece, alias, ""),
          b -> b.aliases(Lists.immutable.withAll(b.aliases()).newWith(arn)));
    }
  }

  void grant(Piece piece) {
    JsonPart grant = piece.value();
    Origin origin = at(piece, grant, "");
    whenKeysAreKnown.add(
        () ->
            key(piece, grant.at("KeyId").text(), "")
                .ifPresent(
                    key -> {
                      assets.add(key, origin, b -> {});
                      policies.add(grant(grant, key, origin));
                    }));
  }

  private static Policy grant(JsonPart grant, String key, Origin origin) {
    String id = key + "/grant/" + grant.at("GrantId").text();
    String grantee = grant.at("GranteePrincipal").text();
    Statement statement =
        new Statement(
            id + "#grant",
            true,
            Lists.immutable.of((grantee.startsWith("arn:") ? "AWS:" : "Service:") + grantee),
            Lists.immutable.empty(),
            grant.at("Operations").texts().collect(each -> "kms:" + each),
            Lists.immutable.empty(),
            Lists.immutable.of(key),
            Lists.immutable.empty(),
            constraints(grant.at("Constraints")),
            origin);
    return new Policy(
        id, Policy.Kind.GRANT, key, "2012-10-17", Lists.immutable.of(statement), origin);
  }

  private static ImmutableList<Condition> constraints(JsonPart constraints) {
    MutableList<Condition> conditions = Lists.mutable.empty();
    for (String kind : constraints.keys()) {
      JsonPart context = constraints.at(kind);
      for (int i = 0; i < context.keys().size(); i++) {
        conditions.add(
            new Condition(
                "StringEquals",
                "kms:EncryptionContext:" + context.keys().get(i),
                context.parts().get(i).texts()));
      }
    }
    return conditions.toImmutable();
  }

  /**
   * Of {@code ec2 describe-vpc-endpoints}: what may go through an endpoint, and to which service.
   */
  void endpoint(Piece piece) {
    JsonPart endpoint = piece.value();
    String service = endpoint.at("ServiceName").text();
    String[] parts = service.split("\\.", 4);
    String owner = endpoint.at("OwnerId").text();
    String arn =
        "arn:aws:ec2:"
            + (parts.length == 4 ? parts[2] : "*")
            + ":"
            + (owner.isEmpty()
                ? SubjectInPath.find(piece.document(), SubjectInPath.ACCOUNT).orElse("*")
                : owner)
            + ":vpc-endpoint/"
            + endpoint.at("VpcEndpointId").text();
    assets.add(arn, at(piece, endpoint, ""), b -> {});
    for (String key : List.of("ServiceName", "VpcId")) {
      JsonPart value = endpoint.at(key);
      assets.setting(arn, key + "=" + value.text(), at(piece, value, "/" + key));
    }
    JsonPart policy = endpoint.at("PolicyDocument");
    if (!policy.isAbsent()) {
      StatementReader reader = new StatementReader(piece.document().path(), notes);
      String at = piece.pointer() + "/PolicyDocument";
      policies.add(reader.read(policy, at, arn, true).of(arn, Policy.Kind.ENDPOINT, arn));
    }
  }

  /** The answer of a command that gives a policy and at most hints at the resource. */
  void policy(Piece piece) {
    JsonPart policy = piece.value().at("Policy");
    policy(piece, policy, "/Policy", "");
  }

  /** A document as it is, in a file of its own. */
  void document(Piece piece) {
    policy(piece, piece.value(), "", "");
  }

  void attributes(Piece piece) {
    JsonPart attributes = piece.value().at("Attributes");
    String arn = attributes.at(attributes.has("QueueArn") ? "QueueArn" : "TopicArn").text();
    found(piece, arn, attributes.at("KmsMasterKeyId"), "/Attributes/KmsMasterKeyId");
    policy(piece, attributes.at("Policy"), "/Attributes/Policy", arn);
  }

  void secret(Piece piece) {
    String arn = piece.value().at("ARN").text();
    found(piece, arn, JsonPart.ABSENT, "");
    policy(piece, piece.value().at("ResourcePolicy"), "/ResourcePolicy", arn);
  }

  void listedSecret(Piece piece) {
    JsonPart secret = piece.value();
    found(piece, secret.at("ARN").text(), secret.at("KmsKeyId"), "/KmsKeyId");
    String file = piece.document().path();
    assets.labels(
        secret.at("ARN").text(),
        Tags.of(file, secret.at("Tags"), piece.pointer() + "/Tags"),
        at(piece, secret, ""));
  }

  private void found(Piece piece, String arn, JsonPart key, String keyAt) {
    assets.add(arn, at(piece, piece.value(), ""), b -> {});
    if (key.isText() && !key.text().isEmpty()) {
      assets.setting(arn, "KMSMasterKeyID=" + key.text(), at(piece, key, keyAt));
    }
  }

  void repository(Piece piece) {
    String region = SubjectInPath.find(piece.document(), SubjectInPath.REGION).orElse("*");
    String arn =
        "arn:aws:ecr:"
            + region
            + ":"
            + piece.value().at("registryId").text()
            + ":repository/"
            + piece.value().at("repositoryName").text();
    found(piece, arn, JsonPart.ABSENT, "");
    policy(piece, piece.value().at("policyText"), "/policyText", arn);
  }

  /** One policy for the whole catalogue; each thing it names has it. */
  void catalogue(Piece piece) {
    JsonPart text = piece.value().at("PolicyInJson");
    Origin origin = at(piece, text, "/PolicyInJson");
    for (String resource : bases(text, origin)) {
      policy(piece, text, "/PolicyInJson", resource);
    }
  }

  private void policy(Piece piece, JsonPart policy, String below, String arn) {
    if (policy.isAbsent() || (policy.isText() && policy.text().isBlank())) {
      return;
    }
    Origin origin = at(piece, policy, below);
    if (!arn.isEmpty()) {
      add(piece, policy, below, arn);
      return;
    }
    Set<String> named = bases(policy, origin);
    whenKeysAreKnown.add(
        () -> {
          Optional<String> resource =
              named.size() == 1 && !named.contains("*")
                  ? named.stream().findFirst()
                  : isOfKey(policy, origin)
                      ? key(piece, "", accountIn(policy, origin))
                      : unnamed(piece);
          resource.ifPresent(found -> add(piece, policy, below, found));
        });
  }

  private Optional<String> unnamed(Piece piece) {
    notes.accept(
        new Note(
            Note.Kind.ERROR,
            "no statement says which one resource this policy stands on. Export it with the answer"
                + " that names it, or put the resource's ARN into 'Resource'",
            at(piece, piece.value(), "")));
    return Optional.empty();
  }

  private void add(Piece piece, JsonPart policy, String below, String arn) {
    Origin origin = at(piece, policy, below);
    assets.add(arn, origin, b -> {});
    StatementReader reader = new StatementReader(piece.document().path(), notes);
    policies.add(onResource(reader.read(policy, piece.pointer() + below, arn, true), arn));
  }

  /** The policy that stands on a resource. */
  static Policy onResource(StatementReader.Body body, String arn) {
    Policy read = body.of(arn, Policy.Kind.RESOURCE, arn);
    return new Policy(
        arn,
        read.kind(),
        arn,
        read.version(),
        read.statements().collect(ResourcePolicies::onItself),
        read.origin());
  }

  /** Some services let a policy leave out what it stands on. */
  private static Statement onItself(Statement s) {
    return s.resources().notEmpty() || s.notResources().notEmpty()
        ? s
        : new Statement(
            s.id(),
            s.allow(),
            s.principals(),
            s.notPrincipals(),
            s.actions(),
            s.notActions(),
            Lists.immutable.of("*"),
            s.notResources(),
            s.conditions(),
            s.origin());
  }

  /** The key with that id, else the one that the path names; its ARN from whatever tells it. */
  private Optional<String> key(Piece piece, String id, String account) {
    if (id.startsWith("arn:")) {
      return Optional.of(id);
    }
    Optional<String> of =
        id.isEmpty() ? SubjectInPath.find(piece.document(), SubjectInPath.UUID) : Optional.of(id);
    Optional<String> region = SubjectInPath.find(piece.document(), SubjectInPath.REGION);
    Optional<String> owner =
        account.isEmpty()
            ? SubjectInPath.find(piece.document(), SubjectInPath.ACCOUNT)
            : Optional.of(account);
    Optional<String> arn =
        of.flatMap(
            key ->
                Optional.ofNullable(keys.get(key))
                    .or(
                        () ->
                            owner.map(
                                number ->
                                    "arn:aws:kms:"
                                        + region.orElse("*")
                                        + ":"
                                        + number
                                        + ":key/"
                                        + key)));
    if (arn.isEmpty()) {
      SubjectInPath.missing(piece, "key", "1234abcd-12ab-34cd-56ef-1234567890ab", notes);
    }
    return arn;
  }

  private static ImmutableList<JsonPart> statements(JsonPart policy, Origin origin) {
    return PolicyText.of(policy, origin, ignored -> {})
        .map(text -> text.root().at("Statement"))
        .map(all -> all.isObject() ? Lists.immutable.of(all) : Lists.immutable.ofAll(all.parts()))
        .orElseGet(Lists.immutable::empty);
  }

  /** What the statements are about, without the parts of a table or function. */
  private static Set<String> bases(JsonPart policy, Origin origin) {
    Set<String> bases = new TreeSet<>();
    for (String resource :
        statements(policy, origin).flatCollect(each -> each.at("Resource").texts())) {
      String[] arn = resource.split(":", -1);
      boolean hasParts = arn.length > 6 && WITH_PARTS.contains(arn[2]);
      String base = hasParts ? String.join(":", List.of(arn).subList(0, 7)) : resource;
      // An object is its bucket, and an index its table.
      bases.add(
          base.replaceFirst("^(arn:[^:]*:s3:::[^/]*)/.*", "$1")
              .replaceFirst("(:table/[^/]*|:accesspoint/[^/]*)/.*", "$1"));
    }
    return bases;
  }

  private static boolean isOfKey(JsonPart policy, Origin origin) {
    return statements(policy, origin)
        .flatCollect(each -> each.at("Action").texts())
        .anySatisfy(action -> action.startsWith("kms:"));
  }

  /** A key's policy nearly always trusts its own account, and that first. */
  private static String accountIn(JsonPart policy, Origin origin) {
    Pattern root = Pattern.compile("arn:[^:]*:iam::(\\d{12}):root");
    for (String principal :
        statements(policy, origin).flatCollect(each -> each.at("Principal").at("AWS").texts())) {
      Matcher matcher = root.matcher(principal);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    return "";
  }

  Facts facts() {
    whenKeysAreKnown.forEach(Runnable::run);
    return Facts.NONE.with(
        b -> b.assets(assets.all()).policies(policies.toSortedListBy(Policy::id).toImmutable()));
  }
}
