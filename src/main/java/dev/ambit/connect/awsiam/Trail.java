package dev.ambit.connect.awsiam;

import dev.ambit.connect.awsiam.Answer.Piece;
import dev.ambit.model.Certainty;
import dev.ambit.model.Day;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Principal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The latest recorded use of each service by each user and role. A request that failed is no use.
 * Of an event nothing else is kept: what was asked and answered may hold secrets. Source:
 * CloudTrail user guide, "CloudTrail record contents" and "CloudTrail userIdentity element".
 */
final class Trail {
  /** Services whose name in events is not the prefix of their actions. */
  private static final Map<String, String> PREFIXES =
      Map.of("monitoring", "cloudwatch", "email", "ses", "tagging", "tag");

  private final Consumer<Note> notes;
  private final Map<String, Map<String, Principal.Used>> uses = new TreeMap<>();

  Trail(Consumer<Note> notes) {
    this.notes = notes;
  }

  private static Origin at(Piece piece, JsonPart part, String below) {
    return new Origin(piece.document().path(), part.line(), piece.pointer() + below);
  }

  /** One of {@code lookup-events}, where the record is a text with JSON in it. */
  void found(Piece piece) {
    JsonPart text = piece.value().at("CloudTrailEvent");
    Origin origin = at(piece, text, "/CloudTrailEvent");
    if (text.isAbsent()) {
      notes.accept(
          new Note(
              Note.Kind.ERROR,
              "'CloudTrailEvent' is missing, and without it nobody knows who it was. Export it"
                  + " again, with all fields",
              at(piece, piece.value(), "")));
      return;
    }
    InnerJson.of(text.text(), origin, "record", notes).ifPresent(event -> event(event, origin));
  }

  /** One of a log file. */
  void logged(Piece piece) {
    event(piece.value(), at(piece, piece.value(), ""));
  }

  private void event(JsonPart event, Origin origin) {
    Optional<String> who = holder(event.at("userIdentity"));
    Optional<LocalDate> day = Timestamps.day(event.at("eventTime"));
    String source = event.at("eventSource").text();
    if (day.isEmpty() || source.isEmpty()) {
      notes.accept(
          new Note(
              Note.Kind.ERROR,
              "the event does not say when it was, or of which service. Export it again",
              origin));
    } else if (who.isPresent() && event.at("errorCode").text().isEmpty()) {
      used(who.get(), service(source), day.get(), origin);
    }
  }

  private void used(String who, String service, LocalDate day, Origin origin) {
    Principal.Used use = new Principal.Used(service, new Day.On(day), true, origin);
    uses.computeIfAbsent(who, key -> new TreeMap<>()).merge(service, use, Trail::later);
  }

  private static Principal.Used later(Principal.Used one, Principal.Used other) {
    return day(other).isAfter(day(one)) ? other : one;
  }

  private static LocalDate day(Principal.Used used) {
    return used.last().date().orElse(LocalDate.MIN);
  }

  private static String service(String source) {
    String name = source.split("\\.", 2)[0];
    return PREFIXES.getOrDefault(name, name);
  }

  /**
   * The user or role whose policies counted. Services, the root user, and people who have not yet
   * become a role hold no policies.
   */
  private static Optional<String> holder(JsonPart identity) {
    String issuer = identity.at("sessionContext").at("sessionIssuer").at("arn").text();
    String arn = issuer.isEmpty() ? identity.at("arn").text() : issuer;
    String[] parts = arn.split(":", 6);
    if (parts.length < 6) {
      return Optional.empty();
    }
    if (parts[2].equals("sts") && parts[5].startsWith("assumed-role/")) {
      String role = parts[5].split("/", -1)[1];
      return Optional.of("arn:" + parts[1] + ":iam::" + parts[4] + ":role/" + role);
    }
    return parts[5].startsWith("role/") || parts[5].startsWith("user/")
        ? Optional.of(arn)
        : Optional.empty();
  }

  Facts facts() {
    ImmutableList<Principal> users =
        Lists.immutable
            .ofAll(uses.entrySet())
            .collect(each -> principal(each.getKey(), each.getValue()));
    return Facts.NONE.with(b -> b.principals(users));
  }

  private static Principal principal(String arn, Map<String, Principal.Used> services) {
    ImmutableList<Principal.Used> used = Lists.immutable.ofAll(services.values());
    Principal.Kind kind = arn.contains(":role/") ? Principal.Kind.ROLE : Principal.Kind.UNKNOWN;
    return Principal.of(arn, kind, used.getFirst().origin())
        .with(b -> b.uses(used).certainty(Certainty.OBSERVED));
  }
}
