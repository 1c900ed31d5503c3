package dev.ambit.connect.awsiam;

import dev.ambit.connect.awsiam.Answer.Piece;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Shares of AWS Resource Access Manager. What is in a share is opened to the principals of the
 * share as a resource policy would, for the actions of the share's managed permission; which these
 * are is known only where that permission was exported too. Source: AWS RAM user guide, "How
 * managed permissions work".
 */
final class ResourceShares {
  private static final ImmutableList<String> NONE = Lists.immutable.empty();

  /** What is said of a part of a share that has been taken out of it. */
  private static final Set<String> GONE =
      Set.of("DELETED", "DISASSOCIATED", "FAILED", "UNAVAILABLE");

  private final Consumer<Note> notes;
  private final FoundAssets assets = new FoundAssets();
  private final Map<String, Share> shares = new TreeMap<>();
  private final Map<String, Permission> permissions = new TreeMap<>();
  private boolean hasResources;
  private boolean hasPrincipals;

  /** One share, as far as it is told. */
  private static final class Share {
    private final Origin origin;
    private final Map<String, Origin> principals = new TreeMap<>();
    private final Map<String, Resource> resources = new TreeMap<>();
    private final Map<String, String> permissionOfType = new TreeMap<>();
    private boolean isGone;

    Share(Origin origin) {
      this.origin = origin;
    }
  }

  private record Resource(String type, Origin origin) {}

  private record Permission(ImmutableList<String> actions, ImmutableList<Condition> conditions) {}

  ResourceShares(Consumer<Note> notes) {
    this.notes = notes;
  }

  private static Origin at(Piece piece) {
    return new Origin(piece.document().path(), piece.value().line(), piece.pointer());
  }

  private Share share(Piece piece) {
    return shares.computeIfAbsent(
        piece.value().at("resourceShareArn").text(), arn -> new Share(at(piece)));
  }

  void described(Piece piece) {
    share(piece).isGone |= GONE.contains(piece.value().at("status").text());
  }

  void resource(Piece piece) {
    hasResources = true;
    JsonPart resource = piece.value();
    if (!GONE.contains(resource.at("status").text())) {
      resource(piece, resource.at("arn").text(), resource.at("type").text());
    }
  }

  private void resource(Piece piece, String arn, String type) {
    share(piece).resources.merge(arn, new Resource(type, at(piece)), ResourceShares::better);
  }

  private static Resource better(Resource one, Resource other) {
    return one.type().isEmpty() ? other : one;
  }

  void principal(Piece piece) {
    hasPrincipals = true;
    principal(piece, piece.value().at("id").text());
  }

  /** In the list of what others share with an account stands the one who shares. */
  private void principal(Piece piece, String id) {
    String owner = ownerOf(piece.value().at("resourceShareArn").text());
    if (!id.equals(owner)) {
      share(piece).principals.putIfAbsent(id, at(piece));
      return;
    }
    Optional<String> exported = SubjectInPath.find(piece.document(), SubjectInPath.ACCOUNT);
    exported.ifPresent(account -> share(piece).principals.putIfAbsent(account, at(piece)));
    if (exported.isEmpty()) {
      note(
          "account "
              + owner
              + " shares something with the account of this export, which it does not name. Put the"
              + " file into a folder with the number of that account",
          at(piece));
    }
  }

  void association(Piece piece) {
    JsonPart association = piece.value();
    if (GONE.contains(association.at("status").text())) {
      return;
    }
    String entity = association.at("associatedEntity").text();
    if (association.at("associationType").text().equals("PRINCIPAL")) {
      hasPrincipals = true;
      principal(piece, entity);
    } else {
      hasResources = true;
      resource(piece, entity, "");
    }
  }

  void permissionOfShare(Piece piece) {
    JsonPart of = piece.value();
    share(piece)
        .permissionOfType
        .merge(
            of.at("resourceType").text(),
            of.at("arn").text(),
            (one, other) -> one.compareTo(other) <= 0 ? one : other);
  }

  void permission(Piece piece) {
    JsonPart permission = piece.value().at("permission");
    JsonPart text = permission.at("permission");
    Origin origin =
        new Origin(
            piece.document().path(), text.line(), piece.pointer() + "/permission/permission");
    PolicyText.of(text, origin, notes)
        .map(PolicyText.Document::root)
        .filter(root -> root.at("Action").texts().notEmpty())
        .ifPresent(
            root ->
                permissions.put(
                    permission.at("arn").text(),
                    new Permission(
                        root.at("Action").texts(),
                        new StatementReader(piece.document().path(), notes)
                            .conditions(root.at("Condition")))));
  }

  Facts facts() {
    MutableList<Policy> policies = Lists.mutable.empty();
    shares.forEach(
        (arn, share) -> {
          if (!share.isGone) {
            complain(arn, share);
            share.resources.forEach(
                (resource, of) -> {
                  assets.add(resource, of.origin(), b -> {});
                  if (!share.principals.isEmpty() && resource.startsWith("arn:")) {
                    policies.add(policy(arn, share, resource, of));
                  }
                });
          }
        });
    return Facts.NONE.with(b -> b.assets(assets.all()).policies(policies.toImmutable()));
  }

  private void complain(String arn, Share share) {
    if (share.principals.isEmpty() && !hasPrincipals) {
      note(
          "whom the resource share "
              + arn
              + " lets in is not in the input. Export aws ram list-principals as well",
          share.origin);
    }
    if (share.resources.isEmpty() && !hasResources) {
      note(
          "what the resource share "
              + arn
              + " opens is not in the input. Export aws ram list-resources as well",
          share.origin);
    }
  }

  private void note(String text, Origin origin) {
    notes.accept(new Note(Note.Kind.ERROR, text, origin));
  }

  private Policy policy(String shareArn, Share share, String resource, Resource of) {
    String id = resource + "/share/" + shareArn.substring(shareArn.lastIndexOf('/') + 1);
    Permission opened = opened(shareArn, share, resource, of.type());
    MutableList<Statement> statements = Lists.mutable.empty();
    ImmutableList<String> named =
        Lists.immutable.ofAll(share.principals.keySet()).reject(ResourceShares::isUnit);
    if (named.notEmpty()) {
      statements.add(
          new Statement(
              id + "#principals",
              true,
              named.collect(ResourceShares::asInPolicy),
              NONE,
              opened.actions(),
              NONE,
              Lists.immutable.of(resource),
              NONE,
              opened.conditions(),
              of.origin()));
    }
    for (String unit :
        Lists.immutable.ofAll(share.principals.keySet()).select(ResourceShares::isUnit)) {
      statements.add(
          new Statement(
              id + "#" + unit.substring(unit.lastIndexOf('/') + 1),
              true,
              Lists.immutable.of("*"),
              NONE,
              opened.actions(),
              NONE,
              Lists.immutable.of(resource),
              NONE,
              inOrganisation(unit, ownerOf(shareArn)).newWithAll(opened.conditions()),
              of.origin()));
    }
    return new Policy(
        id, Policy.Kind.RESOURCE, resource, "2012-10-17", statements.toImmutable(), of.origin());
  }

  /** What the share's permission for things of that type is; if it is not known, it depends. */
  private Permission opened(String shareArn, Share share, String resource, String type) {
    String arn = share.permissionOfType.getOrDefault(type, "");
    Permission known = permissions.get(arn);
    if (known != null) {
      return known;
    }
    String permission =
        arn.isEmpty() ? "the managed permission of " + shareArn : "the managed permission " + arn;
    return new Permission(
        Lists.immutable.of(resource.split(":", 4)[2] + ":*"),
        Lists.immutable.of(new Condition("is in", "the action", Lists.immutable.of(permission))));
  }

  private static boolean isUnit(String principal) {
    return principal.contains(":organizations:");
  }

  private static String asInPolicy(String principal) {
    boolean isService = !principal.startsWith("arn:") && principal.endsWith(".amazonaws.com");
    return (isService ? "Service:" : "AWS:") + principal;
  }

  /** Who is in an organisation or a unit of it; the owner's own need no share. */
  private static ImmutableList<Condition> inOrganisation(String arn, String owner) {
    String[] parts = arn.split("/", -1);
    MutableList<Condition> conditions =
        Lists.mutable.of(
            new Condition("StringEquals", "aws:PrincipalOrgID", Lists.immutable.of(parts[1])),
            new Condition("StringNotEquals", "aws:PrincipalAccount", Lists.immutable.of(owner)));
    if (parts.length > 2) {
      conditions.add(
          new Condition(
              "ForAnyValue:StringLike",
              "aws:PrincipalOrgPaths",
              Lists.immutable.of(parts[1] + "/*/" + parts[2] + "/*")));
    }
    return conditions.toImmutable();
  }

  private static String ownerOf(String share) {
    String[] parts = share.split(":", -1);
    return parts.length > 4 ? parts[4] : "";
  }
}
