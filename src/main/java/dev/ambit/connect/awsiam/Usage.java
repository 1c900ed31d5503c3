package dev.ambit.connect.awsiam;

import dev.ambit.connect.awsiam.Answer.Piece;
import dev.ambit.model.Certainty;
import dev.ambit.model.Credential;
import dev.ambit.model.CredentialBuilder;
import dev.ambit.model.Day;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Principal;
import dev.ambit.model.PrincipalBuilder;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/**
 * How old credentials are, and when credentials and permissions were last used. Access keys never
 * expire by themselves. A user without a password is no person.
 */
final class Usage {
  private static final Pattern KEY = Pattern.compile("(?<![0-9A-Z])A[KS]IA[0-9A-Z]{12,124}");
  private static final Pattern PRINCIPAL =
      Pattern.compile("(?:^|[/._-])(role|user)-([^/]+?)(?:\\.json)?$");
  private static final Set<String> NEVER = Set.of("N/A", "no_information", "not_supported", "");

  private final Consumer<Note> notes;
  private final Map<String, Credential> credentials = new TreeMap<>();
  private final Map<String, Principal> principals = new TreeMap<>();
  private final Map<String, String> userArns = new TreeMap<>();
  private final Set<String> accounts = new TreeSet<>();
  private final MutableList<Runnable> later = Lists.mutable.empty();

  Usage(Consumer<Note> notes) {
    this.notes = notes;
  }

  private static Origin at(Piece piece, JsonPart part, String below) {
    return new Origin(piece.document().path(), part.line(), piece.pointer() + below);
  }

  void caller(Piece piece) {
    accounts.add(piece.value().at("Account").text());
  }

  /** The report as the interface gives it: the lines in base 64. */
  void report(Piece piece) {
    JsonPart content = piece.value().at("Content");
    Origin origin = at(piece, content, "/Content");
    try {
      String text =
          content.text().startsWith(CredentialReport.BEGINS)
              ? content.text()
              : new String(Base64.getMimeDecoder().decode(content.text()), StandardCharsets.UTF_8);
      CredentialReport.read(text, origin, origin.line(), this::user, notes);
    } catch (IllegalArgumentException e) {
      notes.accept(
          new Note(
              Note.Kind.ERROR,
              "the content of this credential report is not in base 64. Export it again",
              origin));
    }
  }

  void user(Map<String, String> row, Origin origin) {
    String arn = row.getOrDefault("arn", "");
    boolean root = arn.endsWith(":root");
    if (!root) {
      userArns.put(row.getOrDefault("user", ""), arn);
      boolean console = row.getOrDefault("password_enabled", "").equals("true");
      principal(arn, console ? Principal.Kind.PERSON : Principal.Kind.SERVICE, origin, b -> {});
    }
    for (String slot : new String[] {"1", "2"}) {
      String key = "access_key_" + slot;
      if (row.getOrDefault(key + "_active", "").equals("true")) {
        credential(
            arn + "/access-key-" + slot,
            "access-key",
            arn,
            root,
            origin,
            b -> {
              b.expires(Said.of(new Day.Never(), origin));
              rotated(b, row.getOrDefault(key + "_last_rotated", ""), origin);
              used(b, row.getOrDefault(key + "_last_used_date", ""), origin);
            });
      }
    }
    if (row.getOrDefault("password_enabled", "").equals("true")) {
      credential(
          arn + "/password",
          "password",
          arn,
          root,
          origin,
          b -> {
            rotated(b, row.getOrDefault("password_last_changed", ""), origin);
            String last = row.getOrDefault("password_last_used", "");
            if (!last.equals("N/A")) {
              used(b, last, origin);
            }
          });
    }
  }

  private static void rotated(CredentialBuilder b, String text, Origin origin) {
    Timestamps.day(text).ifPresent(day -> b.rotated(Said.of(day, origin)));
  }

  private static void used(CredentialBuilder b, String text, Origin origin) {
    Optional<LocalDate> day = Timestamps.day(text);
    if (day.isPresent() || NEVER.contains(text)) {
      b.lastUsed(Said.of(day.<Day>map(Day.On::new).orElseGet(Day.Never::new), origin));
    }
  }

  private void credential(
      String id,
      String kind,
      String user,
      boolean root,
      Origin origin,
      Consumer<CredentialBuilder> with) {
    Credential known =
        credentials.computeIfAbsent(
            id,
            each ->
                Credential.of(each, origin)
                    .with(
                        b -> {
                          b.certainty(Certainty.OBSERVED)
                              .kind(Said.of(root ? "root-" + kind : kind, origin));
                          if (!root) {
                            b.authenticates(Said.of(new Ref(user, origin), origin));
                          }
                        }));
    credentials.put(id, known.with(with));
  }

  private void principal(
      String arn, Principal.Kind kind, Origin origin, Consumer<PrincipalBuilder> with) {
    Principal known =
        principals.computeIfAbsent(
            arn, id -> Principal.of(id, kind, origin).withCertainty(Certainty.OBSERVED));
    principals.put(arn, known.with(with));
  }

  /** One of {@code iam list-access-keys}, which knows the user by name only. */
  void accessKey(Piece piece) {
    JsonPart key = piece.value();
    if (!key.at("Status").text().equals("Inactive")) {
      later.add(
          () ->
              user(piece, key.at("UserName").text())
                  .ifPresent(
                      user -> {
                        Origin origin = at(piece, key, "");
                        credential(
                            key.at("AccessKeyId").text(),
                            "access-key",
                            user,
                            false,
                            origin,
                            b -> {
                              b.expires(Said.of(new Day.Never(), origin));
                              Timestamps.day(key.at("CreateDate"))
                                  .ifPresent(
                                      day ->
                                          b.created(
                                              Said.of(
                                                  day,
                                                  at(piece, key.at("CreateDate"), "/CreateDate"))));
                            });
                      }));
    }
  }

  /** The answer knows the user, and only its file's name the key. */
  void keyLastUsed(Piece piece) {
    JsonPart last = piece.value().at("AccessKeyLastUsed");
    Optional<String> key = SubjectInPath.find(piece.document(), KEY);
    if (key.isEmpty()) {
      SubjectInPath.missing(piece, "access key", "AKIAIOSFODNN7EXAMPLE", notes);
      return;
    }
    later.add(
        () ->
            user(piece, piece.value().at("UserName").text())
                .ifPresent(
                    user -> {
                      Origin origin = at(piece, last, "/AccessKeyLastUsed");
                      credential(
                          key.get(),
                          "access-key",
                          user,
                          false,
                          origin,
                          b -> {
                            Optional<LocalDate> day = Timestamps.day(last.at("LastUsedDate"));
                            b.lastUsed(
                                Said.of(
                                    day.<Day>map(Day.On::new).orElseGet(Day.Never::new), origin));
                          });
                    }));
  }

  private Optional<String> user(Piece piece, String name) {
    Optional<String> account =
        SubjectInPath.find(piece.document(), SubjectInPath.ACCOUNT)
            .or(() -> accounts.size() == 1 ? accounts.stream().findFirst() : Optional.empty());
    Optional<String> arn =
        Optional.ofNullable(userArns.get(name))
            .or(() -> account.map(number -> "arn:aws:iam::" + number + ":user/" + name));
    if (arn.isEmpty()) {
      SubjectInPath.missing(piece, "account", "111122223333", notes);
    }
    return arn;
  }

  /**
   * When a principal last used each service. Who it is stands only where a service was used; else
   * the file's or folder's name says it, as {@code role-NAME} or {@code user-NAME}.
   */
  void lastAccessed(Piece piece) {
    JsonPart services = piece.value().at("ServicesLastAccessed");
    Optional<String> who =
        Lists.immutable
            .ofAll(services.parts())
            .collect(each -> each.at("LastAuthenticatedEntity").text())
            .detectOptional(each -> each.contains(":user/") || each.contains(":role/"))
            .or(() -> principalInPath(piece));
    if (who.isEmpty()) {
      SubjectInPath.missing(piece, "user or role", "111122223333.role-NAME", notes);
      return;
    }
    principal(
        who.get(),
        who.get().contains(":role/") ? Principal.Kind.ROLE : Principal.Kind.UNKNOWN,
        at(piece, services, "/ServicesLastAccessed"),
        b -> {
          MutableList<Principal.Used> used = Lists.mutable.withAll(b.uses());
          for (int i = 0; i < services.parts().size(); i++) {
            JsonPart service = services.parts().get(i);
            Day last =
                Timestamps.day(service.at("LastAuthenticated"))
                    .<Day>map(Day.On::new)
                    .orElseGet(Day.Never::new);
            used.add(
                new Principal.Used(
                    service.at("ServiceNamespace").text(),
                    last,
                    at(piece, service, "/ServicesLastAccessed/" + i)));
          }
          b.uses(used.toImmutable());
        });
  }

  private static Optional<String> principalInPath(Piece piece) {
    Matcher name = PRINCIPAL.matcher(piece.document().path());
    return SubjectInPath.find(piece.document(), SubjectInPath.ACCOUNT)
        .filter(account -> name.find())
        .map(account -> "arn:aws:iam::" + account + ":" + name.group(1) + "/" + name.group(2));
  }

  Facts facts() {
    later.forEach(Runnable::run);
    return Facts.NONE.with(
        b ->
            b.principals(Lists.immutable.ofAll(principals.values()))
                .credentials(Lists.immutable.ofAll(credentials.values())));
  }
}
