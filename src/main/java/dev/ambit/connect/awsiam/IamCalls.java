package dev.ambit.connect.awsiam;

import dev.ambit.connect.awsiam.Answer.Piece;
import dev.ambit.model.Certainty;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import java.util.Locale;
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
 * Users, groups, roles and policies as single answers of {@code aws iam} tell them. Answers that
 * know their subject by name only, or not at all, are settled when all are read: by the principals
 * that others list, by names in the path, and by the one account that all are of. Such principals
 * are never complete: nobody knows which answers are missing.
 */
final class IamCalls {
  private static final Pattern HOLDER = Pattern.compile("(user|role|group)s?[-./_]([\\w+=,@-]+)");

  private final Consumer<Note> notes;
  private final Map<String, Principal> principals = new TreeMap<>();
  private final Map<String, String> byName = new TreeMap<>();
  private final Map<String, String> policyArns = new TreeMap<>();
  private final Set<String> accounts = new TreeSet<>();
  private final MutableList<Policy> policies = Lists.mutable.empty();
  private final MutableList<Runnable> later = Lists.mutable.empty();
  private final MutableList<Runnable> attaching = Lists.mutable.empty();
  private final Map<String, StatementReader.Body> managed = new TreeMap<>();
  private final MutableList<Attachments> attachments = Lists.mutable.empty();

  IamCalls(Consumer<Note> notes) {
    this.notes = notes;
  }

  private static Origin at(Piece piece, JsonPart part, String below) {
    return new Origin(piece.document().path(), part.line(), piece.pointer() + below);
  }

  /** One of a list, or the value of {@code get-user}, {@code get-role}, {@code get-group}. */
  void principal(Piece piece, String word) {
    boolean inside = piece.value().has(word);
    JsonPart part = inside ? piece.value().at(word) : piece.value();
    String below = inside ? "/" + word : "";
    String arn = part.at("Arn").text();
    Principal.Kind kind =
        switch (word) {
          case "User" -> Principal.Kind.PERSON;
          case "Group" -> Principal.Kind.GROUP;
          default -> Principal.Kind.ROLE;
        };
    Origin origin = at(piece, part, below);
    Principal known =
        principals.computeIfAbsent(
            arn, id -> Principal.of(id, kind, origin).withCertainty(Certainty.OBSERVED));
    principals.put(
        arn,
        known.withTags(
            Tags.of(piece.document().path(), part.at("Tags"), piece.pointer() + below + "/Tags")));
    byName.put(word.toLowerCase(Locale.ROOT) + " " + part.at(word + "Name").text(), arn);
    accounts.add(arn.split(":", -1)[4]);
    JsonPart trust = part.at("AssumeRolePolicyDocument");
    if (!trust.isAbsent()) {
      String at = piece.pointer() + below + "/AssumeRolePolicyDocument";
      StatementReader.Body body = reader(piece).read(trust, at, arn, true);
      policies.add(body.of(arn, Policy.Kind.TRUST, arn));
    }
    JsonPart boundary = part.at("PermissionsBoundary").at("PermissionsBoundaryArn");
    if (boundary.isText()) {
      String at = below + "/PermissionsBoundary/PermissionsBoundaryArn";
      Ref policy = new Ref(boundary.text(), at(piece, boundary, at));
      attach(piece, arn, Policy.Kind.BOUNDARY, policy);
    }
  }

  private StatementReader reader(Piece piece) {
    return new StatementReader(piece.document().path(), notes);
  }

  private void attach(Piece piece, String holder, Policy.Kind kind, Ref policy) {
    Attachments one = new Attachments(reader(piece));
    one.attach(holder, kind, policy);
    attachments.add(one);
  }

  /** The members that {@code get-group} lists beside the group. */
  void group(Piece piece) {
    principal(piece, "Group");
    Ref group =
        new Ref(
            piece.value().at("Group").at("Arn").text(),
            at(piece, piece.value().at("Group"), "/Group"));
    for (int i = 0; i < piece.value().at("Users").parts().size(); i++) {
      JsonPart user = piece.value().at("Users").parts().get(i);
      Origin origin = at(piece, user, "/Users/" + i);
      member(user.at("Arn").text(), group, origin);
    }
  }

  private void member(String user, Ref group, Origin origin) {
    Principal known =
        principals.computeIfAbsent(
            user,
            id ->
                Principal.of(id, Principal.Kind.PERSON, origin).withCertainty(Certainty.OBSERVED));
    principals.put(
        user,
        known.withMemberOf(Refs.of(known.memberOf().all().newWith(new Ref(group.id(), origin)))));
  }

  /** Of {@code get-user-policy} and its like, which say the holder's name and no account. */
  void inline(Piece piece, String word) {
    later.add(
        () ->
            holder(piece, word, piece.value().at(word + "Name").text())
                .ifPresent(
                    holder -> {
                      String id = holder + "/inline/" + piece.value().at("PolicyName").text();
                      String at = piece.pointer() + "/PolicyDocument";
                      StatementReader.Body body =
                          reader(piece).read(piece.value().at("PolicyDocument"), at, id, false);
                      policies.add(body.of(id, Policy.Kind.IDENTITY, holder));
                    }));
  }

  /** Of {@code list-attached-…-policies}, which do not say to whom: the path does. */
  void attached(Piece piece) {
    JsonPart arn = piece.value().at("PolicyArn");
    Ref policy = new Ref(arn.text(), at(piece, arn, "/PolicyArn"));
    later.add(
        () -> {
          Optional<String> holder = holderInPath(piece);
          if (holder.isEmpty()) {
            SubjectInPath.missing(piece, "user, role or group", "role.NAME", notes);
          }
          holder.ifPresent(who -> attach(piece, who, Policy.Kind.IDENTITY, policy));
        });
  }

  private Optional<String> holderInPath(Piece piece) {
    Matcher matcher =
        HOLDER.matcher(
            piece
                .document()
                .path()
                .replaceFirst("\\.json$", "")
                .replaceAll("list-attached-(user|role|group)-policies", "$1"));
    Optional<String> found = Optional.empty();
    while (matcher.find()) {
      String word = matcher.group(1);
      found = holder(word, matcher.group(2), piece);
    }
    return found;
  }

  private Optional<String> holder(Piece piece, String word, String name) {
    Optional<String> found = holder(word.toLowerCase(Locale.ROOT), name, piece);
    if (found.isEmpty()) {
      SubjectInPath.missing(piece, "account", "111122223333", notes);
    }
    return found;
  }

  private Optional<String> holder(String word, String name, Piece piece) {
    return Optional.ofNullable(byName.get(word + " " + name))
        .or(
            () ->
                SubjectInPath.find(piece.document(), SubjectInPath.ACCOUNT)
                    .or(
                        () ->
                            accounts.size() == 1 ? accounts.stream().findFirst() : Optional.empty())
                    .map(account -> "arn:aws:iam::" + account + ":" + word + "/" + name));
  }

  /** Of {@code list-policies} and {@code get-policy}. */
  void policy(Piece piece) {
    JsonPart part = piece.value().has("Policy") ? piece.value().at("Policy") : piece.value();
    policyArns.put(part.at("PolicyName").text(), part.at("Arn").text());
  }

  /** Of {@code get-policy-version}, which names neither policy nor ARN: the path does. */
  void version(Piece piece) {
    JsonPart version = piece.value().at("PolicyVersion");
    if (version.at("IsDefaultVersion").text().equals("false")) {
      return;
    }
    attaching.add(
        () -> {
          Optional<String> name =
              SubjectInPath.named(piece.document(), "get-policy-version", "policy-version")
                  .map(each -> each.replaceFirst("[._-]v\\d+$", ""));
          Optional<String> arn =
              name.map(each -> policyArns.getOrDefault(each, ""))
                  .filter(each -> !each.isEmpty())
                  .or(
                      () ->
                          name.filter(each -> accounts.size() == 1)
                              .map(
                                  each ->
                                      "arn:aws:iam::"
                                          + accounts.iterator().next()
                                          + ":policy/"
                                          + each));
          if (arn.isEmpty()) {
            SubjectInPath.missing(piece, "policy", "NAME", notes);
          }
          String at = piece.pointer() + "/PolicyVersion/Document";
          arn.ifPresent(
              id -> managed.put(id, reader(piece).read(version.at("Document"), at, id, false)));
        });
  }

  Facts facts() {
    later.forEach(Runnable::run);
    attaching.forEach(Runnable::run);
    for (Attachments each : attachments) {
      managed.forEach(each::inForce);
      each.settle(
          (body, id, kind, holder) -> policies.add(body.of(id, kind, holder)),
          (holder, note) -> notes.accept(note));
    }
    ImmutableList<Policy> sorted =
        policies
            .toSortedListBy(each -> each.holder() + " " + each.kind() + " " + each.id())
            .toImmutable();
    // Nobody knows whether these are all the principals of their accounts.
    Map<String, Origin> first = new TreeMap<>();
    for (Principal each : principals.values()) {
      first.merge(
          each.id().split(":", -1)[4],
          each.origin(),
          (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }
    FoundAssets partly = new FoundAssets();
    first.forEach(
        (account, origin) ->
            partly.setting("arn:aws:iam::" + account + ":root", "PrincipalsListed=some", origin));
    return Facts.NONE.with(
        b ->
            b.principals(Lists.immutable.ofAll(principals.values()))
                .assets(partly.all())
                .policies(sorted));
  }
}
