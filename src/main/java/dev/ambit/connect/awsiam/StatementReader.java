package dev.ambit.connect.awsiam;

import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Bags;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Reads the statements of policy documents of one file. */
final class StatementReader {
  /** The fields of a statement. */
  static final Set<String> KNOWN =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  // Without them a statement means whoever it is attached to: one that says nobody is another.
  private static final List<String> NAMING = List.of("Principal", "NotPrincipal");

  private final String file;
  private final Interner interner = new Interner();
  private final Consumer<Note> notes;

  StatementReader(String file, Consumer<Note> notes) {
    this.file = file;
    this.notes = notes;
  }

  /** Version and statements of one document. */
  record Body(String version, ImmutableList<Statement> statements, boolean whole, Origin origin) {
    /** The document in force for {@code holder}. */
    Policy of(String id, Policy.Kind kind, String holder) {
      return new Policy(id, kind, holder, version, statements, origin);
    }
  }

  /**
   * The document's statements; those that cannot be read are left out, each with an error note, and
   * then it is not whole.
   *
   * @param id of the policy, the first part of each statement's id
   */
  Body read(JsonPart document, String pointer, String id, boolean guardsRole) {
    Origin origin = new Origin(file, document.line(), pointer);
    return PolicyText.of(document, origin, notes)
        .map(text -> statements(text, pointer, id, guardsRole))
        .orElseGet(() -> new Body("2012-10-17", Lists.immutable.empty(), false, origin));
  }

  private Body statements(
      PolicyText.Document document, String pointer, String id, boolean guardsRole) {
    JsonPart root = document.root();
    JsonPart written = root.at("Statement");
    List<JsonPart> parts = written.isObject() ? List.of(written) : written.parts();
    var sids = Bags.mutable.withAll(Lists.mutable.ofAll(parts).collect(p -> p.at("Sid").text()));
    MutableList<Statement> statements = Lists.mutable.withInitialCapacity(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      JsonPart part = parts.get(i);
      String at = interner.one("/Statement" + (written.isObject() ? "" : "/" + i));
      Origin origin = new Origin(file, document.lineOf(part), pointer, at);
      String problem = problem(part, guardsRole);
      if (problem.isEmpty()) {
        String sid = part.at("Sid").text();
        String key = sid.isEmpty() || sids.occurrencesOf(sid) > 1 ? hash(part) : sid;
        statements.add(statement(part, interner.one(id) + "#" + key, origin));
        noteUnknown(part, origin);
      } else {
        notes.accept(
            new Note(Note.Kind.ERROR, problem + "; the statement is left out. Correct it", origin));
      }
    }
    boolean isThere = written.isObject() || written.isList();
    if (!isThere) {
      notes.accept(
          new Note(
              Note.Kind.ERROR,
              "a policy without 'Statement'. Export it again",
              new Origin(file, document.lineOf(root), pointer)));
    }
    JsonPart version = root.at("Version");
    return new Body(
        version.isText() ? interner.one(version.text()) : "2008-10-17",
        statements.toImmutable(),
        isThere && statements.size() == parts.size(),
        new Origin(file, document.lineOf(root), pointer));
  }

  private String problem(JsonPart part, boolean guardsRole) {
    String effect = part.at("Effect").text();
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      return "expected 'Effect' Allow or Deny, found '" + effect + "'";
    }
    if (part.has("Action") == part.has("NotAction")) {
      return "expected one of 'Action' and 'NotAction'";
    }
    if (part.has("Resource") && part.has("NotResource")) {
      return "'Resource' and 'NotResource' in one statement";
    }
    for (String key : NAMING) {
      if (part.has(key) && principals(part.at(key)).isEmpty()) {
        return "'" + key + "' names nobody";
      }
    }
    return guardsRole || part.has("Resource") || part.has("NotResource")
        ? ""
        : "expected one of 'Resource' and 'NotResource'";
  }

  private void noteUnknown(JsonPart part, Origin origin) {
    for (String key : part.keys()) {
      if (!KNOWN.contains(key)) {
        notes.accept(
            new Note(
                Note.Kind.NOTE,
                "a policy statement has no field '" + key + "'; it is ignored",
                origin));
      }
    }
  }

  private Statement statement(JsonPart part, String id, Origin origin) {
    return new Statement(
        id,
        part.at("Effect").text().equals("Allow"),
        principals(part.at("Principal")),
        principals(part.at("NotPrincipal")),
        interner.one(part.at("Action").texts()),
        interner.one(part.at("NotAction").texts()),
        interner.one(part.at("Resource").texts()),
        interner.one(part.at("NotResource").texts()),
        conditions(part.at("Condition")),
        origin);
  }

  private ImmutableList<String> principals(JsonPart part) {
    if (part.isText()) {
      // The type may only be left out of "everybody"; what else could an ARN there be of?
      boolean isTyped = part.text().equals("*") || part.text().isEmpty();
      return interner.one(isTyped ? part.texts() : part.texts().collect("AWS:"::concat));
    }
    MutableList<String> named = Lists.mutable.empty();
    for (int i = 0; i < part.keys().size(); i++) {
      String type = part.keys().get(i);
      part.parts().get(i).texts().forEach(value -> named.add(type + ":" + value));
    }
    return interner.one(named.toImmutable());
  }

  /** The conditions of a block. */
  ImmutableList<Condition> conditions(JsonPart block) {
    MutableList<Condition> conditions = Lists.mutable.empty();
    for (int i = 0; i < block.keys().size(); i++) {
      JsonPart keys = block.parts().get(i);
      for (int j = 0; j < keys.keys().size(); j++) {
        conditions.add(
            new Condition(
                interner.one(block.keys().get(i)),
                interner.one(keys.keys().get(j)),
                interner.one(keys.parts().get(j).texts())));
      }
    }
    return conditions.toImmutable();
  }

  private static String hash(JsonPart statement) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(statement.canonical().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
