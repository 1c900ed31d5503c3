package dev.ambit.connect.awsiam;

import dev.ambit.connect.Document;
import dev.ambit.connect.awsiam.Answer.Piece;
import dev.ambit.model.Certainty;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/**
 * What permission sets allow: the policies of each of their roles, one in each account. Their
 * answers do not say which set they are about; the path does, or there is only one. A role is
 * complete when its three lists of policies are here, and all that they name.
 */
final class PermissionSetPolicies {
  private static final String ROLES = ":role/aws-reserved/sso.amazonaws.com/";

  private final Map<String, String> names;
  private final Consumer<Note> notes;
  private final Map<String, Contents> sets = new TreeMap<>();
  private final MutableList<Runnable> later = Lists.mutable.empty();
  private final Map<String, Role> roles = new TreeMap<>();

  /** What is known of a set. */
  private static final class Contents {
    private final MutableList<BiConsumer<String, MutableList<Policy>>> inline =
        Lists.mutable.empty();
    private final MutableList<Attached> attached = Lists.mutable.empty();
    private final Set<String> lists = new HashSet<>();
  }

  /**
   * A managed policy of a set.
   *
   * @param name an ARN, or of the customer's own policies path and name: each account has its own
   */
  private record Attached(Piece piece, Policy.Kind kind, String name, Origin origin) {
    String in(String account) {
      return name.startsWith("arn:") ? name : "arn:aws:iam::" + account + ":policy" + name;
    }
  }

  private record Role(String set, String account, String arn, Origin origin) {}

  /**
   * @param names of the sets by ARN, filled while all is read
   */
  PermissionSetPolicies(Map<String, String> names, Consumer<Note> notes) {
    this.names = names;
    this.notes = notes;
  }

  /** The role of a set in an account, by all of its name that is known. */
  static String role(String account, String folder, String set) {
    return "arn:aws:iam::" + account + ROLES + folder + "AWSReservedSSO_" + set + "_*";
  }

  private static Origin at(Piece piece, JsonPart part, String below) {
    return new Origin(piece.document().path(), part.line(), piece.pointer() + below);
  }

  private void ofSet(Piece piece, Consumer<Contents> taken) {
    later.add(
        () -> {
          Optional<String> set = set(piece);
          if (set.isEmpty()) {
            SubjectInPath.missing(piece, "permission set", "ps-1234567890abcdef", notes);
          }
          set.ifPresent(arn -> taken.accept(sets.computeIfAbsent(arn, key -> new Contents())));
        });
  }

  private Optional<String> set(Piece piece) {
    Optional<String> id = SubjectInPath.find(piece.document(), SubjectInPath.PERMISSION_SET);
    if (id.isPresent()) {
      return names.keySet().stream().filter(arn -> arn.endsWith("/" + id.get())).findFirst();
    }
    return names.size() == 1 ? names.keySet().stream().findFirst() : Optional.empty();
  }

  /** Of {@code get-inline-policy-for-permission-set}, which is empty where there is none. */
  void inline(Piece piece) {
    JsonPart document = piece.value().at("InlinePolicy");
    ofSet(
        piece,
        contents -> {
          contents.lists.add("inline");
          if (!document.text().isEmpty()) {
            contents.inline.add((role, policies) -> policies.add(inline(piece, document, role)));
          }
        });
  }

  private Policy inline(Piece piece, JsonPart document, String role) {
    String id = role + "/inline/AwsSSOInlinePolicy";
    return new StatementReader(piece.document().path(), notes)
        .read(document, piece.pointer() + "/InlinePolicy", id, false)
        .of(id, Policy.Kind.IDENTITY, role);
  }

  /** Of {@code list-managed-policies-in-permission-set}. */
  void managed(Piece piece) {
    List<JsonPart> policies = piece.value().at("AttachedManagedPolicies").parts();
    ofSet(
        piece,
        contents -> {
          contents.lists.add("managed");
          for (int i = 0; i < policies.size(); i++) {
            JsonPart arn = policies.get(i).at("Arn");
            Origin origin = at(piece, arn, "/AttachedManagedPolicies/" + i + "/Arn");
            contents.attached.add(new Attached(piece, Policy.Kind.IDENTITY, arn.text(), origin));
          }
        });
  }

  /** Of {@code list-customer-managed-policy-references-in-permission-set}. */
  void customers(Piece piece) {
    List<JsonPart> policies = piece.value().at("CustomerManagedPolicyReferences").parts();
    ofSet(
        piece,
        contents -> {
          contents.lists.add("customers");
          for (int i = 0; i < policies.size(); i++) {
            Origin origin = at(piece, policies.get(i), "/CustomerManagedPolicyReferences/" + i);
            contents.attached.add(
                new Attached(piece, Policy.Kind.IDENTITY, own(policies.get(i)), origin));
          }
        });
  }

  private static String own(JsonPart reference) {
    String path = reference.at("Path").text();
    return (path.isEmpty() ? "/" : path) + reference.at("Name").text();
  }

  /** Of {@code get-permissions-boundary-for-permission-set}. */
  void boundary(Piece piece) {
    JsonPart boundary = piece.value().at("PermissionsBoundary");
    JsonPart own = boundary.at("CustomerManagedPolicyReference");
    String name = own.isAbsent() ? boundary.at("ManagedPolicyArn").text() : own(own);
    Origin origin = at(piece, boundary, "/PermissionsBoundary");
    ofSet(
        piece,
        contents -> contents.attached.add(new Attached(piece, Policy.Kind.BOUNDARY, name, origin)));
  }

  /** Of {@code list-accounts-for-provisioned-permission-set}. */
  void accounts(Piece piece) {
    List<JsonPart> ids = piece.value().at("AccountIds").parts();
    later.add(
        () ->
            set(piece)
                .ifPresent(
                    set -> {
                      for (int i = 0; i < ids.size(); i++) {
                        Origin origin = at(piece, ids.get(i), "/AccountIds/" + i);
                        assigned(set, ids.get(i).text(), piece.document(), origin);
                      }
                    }));
  }

  /** That the set is a role of the account. */
  void assigned(String set, String account, Document document, Origin origin) {
    String folder =
        SubjectInPath.find(document, SubjectInPath.REGION)
            .filter(region -> !region.equals("us-east-1"))
            .map(region -> region + "/")
            .orElse("");
    String name = names.get(set);
    if (name != null) {
      String arn = role(account, folder, name);
      roles.putIfAbsent(arn, new Role(set, account, arn, origin));
    }
  }

  /** Roles of sets of which some policy is known; of others there is nothing to tell. */
  Facts facts() {
    later.forEach(Runnable::run);
    FoundAssets assets = new FoundAssets();
    MutableList<Principal> principals = Lists.mutable.empty();
    MutableList<Policy> policies = Lists.mutable.empty();
    for (Role role : roles.values()) {
      Contents contents = sets.get(role.set());
      if (contents != null) {
        boolean isWhole = add(role, contents, policies);
        principals.add(
            Principal.of(role.arn(), Principal.Kind.ROLE, role.origin())
                .with(b -> b.complete(isWhole).certainty(Certainty.OBSERVED)));
        // These are not all the principals that the account has.
        assets.setting(
            "arn:aws:iam::" + role.account() + ":root", "PrincipalsListed=some", role.origin());
      }
    }
    return Facts.NONE.with(
        b ->
            b.principals(principals.toImmutable())
                .policies(policies.toImmutable())
                .assets(assets.all()));
  }

  private boolean add(Role role, Contents contents, MutableList<Policy> policies) {
    contents.inline.forEach(each -> each.accept(role.arn(), policies));
    Set<String> missing = new TreeSet<>();
    for (Attached each : contents.attached) {
      Attachments one = new Attachments(new StatementReader(each.piece().document().path(), notes));
      one.attach(role.arn(), each.kind(), new Ref(each.in(role.account()), each.origin()));
      one.settle(
          (body, id, kind, holder) -> policies.add(body.of(id, kind, holder)),
          (holder, note) -> {
            missing.add(holder);
            notes.accept(note);
          });
    }
    return missing.isEmpty() && contents.lists.size() == 3;
  }
}
