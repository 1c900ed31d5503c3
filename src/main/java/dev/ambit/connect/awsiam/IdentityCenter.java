package dev.ambit.connect.awsiam;

import dev.ambit.connect.Document;
import dev.ambit.connect.awsiam.Answer.Piece;
import dev.ambit.model.Certainty;
import dev.ambit.model.Facts;
import dev.ambit.model.Grant;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * People and groups of an identity store, and the roles they may sign in as: a permission set is a
 * role {@code AWSReservedSSO_<name>_…} in each account where it is assigned. What the role may do
 * stands in the export of its account, and in the set itself.
 */
final class IdentityCenter {
  private final Consumer<Note> notes;
  private final Map<String, Principal> principals = new TreeMap<>();
  private final Map<String, String> names = new TreeMap<>();
  private final MutableList<Piece> assignments = Lists.mutable.empty();
  private final PermissionSetPolicies policies;

  IdentityCenter(Consumer<Note> notes) {
    this.notes = notes;
    this.policies = new PermissionSetPolicies(names, notes);
  }

  PermissionSetPolicies policies() {
    return policies;
  }

  private static Origin at(Piece piece, JsonPart part, String below) {
    return new Origin(piece.document().path(), part.line(), piece.pointer() + below);
  }

  /** There it says nothing that the others do not; but it is no file that nobody reads. */
  void instance(Piece piece) {
    if (piece.value().at("Status").text().equals("DELETE_IN_PROGRESS")) {
      notes.accept(
          new Note(
              Note.Kind.NOTE,
              "this instance of Identity Center is being deleted; its assignments still count",
              at(piece, piece.value(), "")));
    }
  }

  private static String id(String kind, String of) {
    return "arn:aws:identitystore:::" + kind + "/" + of;
  }

  private void principal(
      Piece piece, String id, Principal.Kind kind, JsonPart name, ImmutableList<String> aliases) {
    Origin origin = at(piece, piece.value(), "");
    principals.put(
        id,
        principals
            .getOrDefault(id, Principal.of(id, kind, origin))
            .with(
                b ->
                    b.origin(origin)
                        .kind(kind)
                        .name(name.text().isEmpty() ? Said.nothing() : Said.of(name.text(), origin))
                        .aliases(aliases)
                        .certainty(Certainty.OBSERVED)));
  }

  void user(Piece piece) {
    JsonPart user = piece.value();
    MutableList<String> aliases = Lists.mutable.empty();
    user.at("Emails").parts().stream()
        .map(each -> each.at("Value").text())
        .filter(each -> !each.isEmpty())
        .forEach(aliases::add);
    if (user.at("UserName").text().contains("@")) {
      aliases.add(user.at("UserName").text());
    }
    principal(
        piece,
        id("user", user.at("UserId").text()),
        Principal.Kind.PERSON,
        user.at(user.has("DisplayName") ? "DisplayName" : "UserName"),
        aliases.distinct().toImmutable());
  }

  void group(Piece piece) {
    principal(
        piece,
        id("group", piece.value().at("GroupId").text()),
        Principal.Kind.GROUP,
        piece.value().at("DisplayName"),
        Lists.immutable.empty());
  }

  void membership(Piece piece) {
    String user = id("user", piece.value().at("MemberId").at("UserId").text());
    Origin origin = at(piece, piece.value(), "");
    Ref group = new Ref(id("group", piece.value().at("GroupId").text()), origin);
    Principal known =
        principals.computeIfAbsent(
            user,
            key ->
                Principal.of(key, Principal.Kind.PERSON, origin).withCertainty(Certainty.OBSERVED));
    principals.put(user, known.withMemberOf(Refs.of(known.memberOf().all().newWith(group))));
  }

  void permissionSet(Piece piece) {
    JsonPart set = piece.value().at("PermissionSet");
    names.put(set.at("PermissionSetArn").text(), set.at("Name").text());
  }

  void assignment(Piece piece) {
    assignments.add(piece);
  }

  private ImmutableList<Grant> grants(Piece piece) {
    JsonPart assignment = piece.value();
    Origin origin = at(piece, assignment, "");
    String set = assignment.at("PermissionSetArn").text();
    Optional<String> name = Optional.ofNullable(names.get(set));
    if (name.isEmpty()) {
      notes.accept(
          new Note(
              Note.Kind.ERROR,
              "nothing here says what the permission set "
                  + set
                  + " is called, so the role it is cannot be told. Add the answer of"
                  + " describe-permission-set",
              origin));
      return Lists.immutable.empty();
    }
    String kind = assignment.at("PrincipalType").text().equals("GROUP") ? "group" : "user";
    String who = id(kind, assignment.at("PrincipalId").text());
    String account = "arn:aws:iam::" + assignment.at("AccountId").text() + ":";
    policies.assigned(set, assignment.at("AccountId").text(), piece.document(), origin);
    return folders(piece.document())
        .collect(
            folder ->
                Grant.of(
                        set + "/" + account + folder + who,
                        new Ref(who, origin),
                        Verbs.of(Verb.ASSUME),
                        new Ref(
                            PermissionSetPolicies.role(
                                assignment.at("AccountId").text(), folder, name.get()),
                            origin),
                        origin)
                    .withCertainty(Certainty.OBSERVED))
        .toImmutable();
  }

  /** The folder of the region is there unless that is us-east-1, or nobody tells. */
  private static ImmutableList<String> folders(Document document) {
    return SubjectInPath.find(document, SubjectInPath.REGION)
        .map(region -> Lists.immutable.of("", region + "/"))
        .orElseGet(() -> Lists.immutable.of(""));
  }

  Facts facts() {
    ImmutableList<Grant> grants = assignments.flatCollect(this::grants).toImmutable();
    Facts roles = policies.facts();
    return roles.with(
        b ->
            b.principals(Lists.immutable.ofAll(principals.values()).newWithAll(roles.principals()))
                .grants(grants));
  }
}
