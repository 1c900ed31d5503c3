package dev.ambit.connect.awsiam;

import dev.ambit.model.Note;
import dev.ambit.model.Policy;
import dev.ambit.model.Ref;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * Managed policies, and who has them attached. The two stand in different lists of an export, in
 * any order, so they are brought together when all is read.
 */
final class Attachments {
  private static final String UNKNOWN = " is neither in the export nor a policy we know";

  private final StatementReader statements;
  private final MutableList<Attachment> attachments = Lists.mutable.empty();
  private final Map<String, StatementReader.Body> managed = UnifiedMap.newMap();

  private record Attachment(String holder, Policy.Kind kind, Ref policy) {}

  /** Takes a document, its policy's id, and for whom it holds as what. */
  interface Settled {
    void add(StatementReader.Body body, String id, Policy.Kind kind, String holder);
  }

  Attachments(StatementReader statements) {
    this.statements = statements;
  }

  void attach(String holder, Policy.Kind kind, Ref policy) {
    attachments.add(new Attachment(holder, kind, policy));
  }

  /** A policy of which only the version in force is known. */
  void inForce(String arn, StatementReader.Body body) {
    managed.put(arn, body);
  }

  /** Only the default version is in force; the others wait for someone who may choose them. */
  void read(JsonPart record, String pointer, String arn) {
    JsonPart versions = record.at("PolicyVersionList");
    for (int i = 0; i < versions.parts().size(); i++) {
      JsonPart version = versions.parts().get(i);
      boolean inForce =
          version.has("IsDefaultVersion")
              ? version.at("IsDefaultVersion").text().equals("true")
              : version.at("VersionId").text().equals(record.at("DefaultVersionId").text());
      if (inForce) {
        String at = pointer + "/PolicyVersionList/" + i + "/Document";
        managed.put(arn, statements.read(version.at("Document"), at, arn, false));
        return;
      }
    }
  }

  /**
   * Hands over each attached policy. One that the export does not have is taken from the shipped
   * table; of one that is not there either, {@code missing} gets the holder and a note.
   */
  void settle(Settled settled, BiConsumer<String, Note> missing) {
    Set<String> absent = new TreeSet<>();
    attachments.forEach(each -> absent.add(each.policy().id()));
    absent.removeAll(managed.keySet());
    if (!absent.isEmpty()) {
      managed.putAll(ManagedPolicies.find(absent));
    }
    for (Attachment each : attachments) {
      StatementReader.Body body = managed.get(each.policy().id());
      if (body == null) {
        missing.accept(each.holder(), unknown(each));
      } else {
        settled.add(body, each.policy().id(), each.kind(), each.holder());
      }
    }
  }

  /** The policy that such a note misses; empty if it is another note. */
  static Optional<String> missing(Note note) {
    int end = note.text().indexOf(UNKNOWN);
    return end < 0 ? Optional.empty() : Optional.of(note.text().substring(0, end));
  }

  /** The policies read so far, by ARN. */
  Map<String, StatementReader.Body> inForce() {
    return managed;
  }

  /** What it may allow is missing; without what it may limit, paths stand. */
  private static Note unknown(Attachment each) {
    boolean limits = each.kind() == Policy.Kind.BOUNDARY;
    return new Note(
        limits ? Note.Kind.NOTE : Note.Kind.ERROR,
        each.policy().id()
            + UNKNOWN
            + ", so what it "
            + (limits ? "limits" : "allows")
            + " is not judged. Add the page of the export that has it",
        each.policy().origin());
  }
}
