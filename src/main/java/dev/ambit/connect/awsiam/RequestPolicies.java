package dev.ambit.connect.awsiam;

import dev.ambit.connect.InputException;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.request.ConditionOperator;
import java.util.List;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Reads the policies of one request. AWS stores no policy that is malformed, so one that is ends
 * the request: guessing what it would mean helps nobody.
 */
final class RequestPolicies {
  private static final Set<String> VERSIONS = Set.of("", "2008-10-17", "2012-10-17");

  private final Origin origin;
  private final MutableList<Note> notes = Lists.mutable.empty();
  private final StatementReader statements;

  /** What a statement must and must not have. */
  enum Form {
    /** Attached to somebody: it names a resource and no principal. */
    ATTACHED,
    /** On a resource: it names principals, and the resource may go without saying. */
    ON_RESOURCE,
    /** Either may go without saying, and then means anyone or anything. */
    FOR_ANYONE
  }

  RequestPolicies(Origin origin) {
    this.origin = origin;
    this.statements = new StatementReader(origin.file(), notes::add);
  }

  /** The policies under a key: a list of documents, or one document. */
  ImmutableList<Policy> list(JsonPart whole, String key, Form form) {
    return list(whole.at(key), "/" + key, key, form);
  }

  /** Lists under a key, one for each level of an organisation. */
  ImmutableList<ImmutableList<Policy>> levels(JsonPart whole, String key, Form form) {
    JsonPart part = whole.at(key);
    if (!part.isAbsent() && !part.isList()) {
      throw wrong("/" + key, "expected a list of lists, root first", "Write one list a level");
    }
    MutableList<ImmutableList<Policy>> levels = Lists.mutable.empty();
    for (int i = 0; i < part.parts().size(); i++) {
      levels.add(list(part.parts().get(i), "/" + key + "/" + i, key + "." + (i + 1), form));
    }
    return levels.toImmutable();
  }

  private ImmutableList<Policy> list(JsonPart part, String pointer, String id, Form form) {
    if (part.isAbsent()) {
      return Lists.immutable.empty();
    }
    if (!part.isList()) {
      return Lists.immutable.of(policy(part, pointer, id, form));
    }
    MutableList<Policy> policies = Lists.mutable.empty();
    for (int i = 0; i < part.parts().size(); i++) {
      policies.add(policy(part.parts().get(i), pointer + "/" + i, id + "." + (i + 1), form));
    }
    return policies.toImmutable();
  }

  private Policy policy(JsonPart part, String pointer, String id, Form form) {
    Origin at = new Origin(origin.file(), origin.line(), pointer);
    JsonPart document =
        PolicyText.of(part, at, notes::add).map(PolicyText.Document::root).orElse(JsonPart.ABSENT);
    throwFirst(at);
    check(document, pointer, form);
    Policy policy = statements.read(document, pointer, id, true).of(id, Policy.Kind.IDENTITY, id);
    throwFirst(at);
    return policy;
  }

  private void throwFirst(Origin at) {
    notes
        .detectOptional(note -> note.kind() == Note.Kind.ERROR)
        .ifPresent(
            note -> {
              String text = note.text();
              int end = text.lastIndexOf(". ");
              throw new InputException(
                  new Origin(at.file(), at.line(), note.origin().pointer()),
                  end < 0 ? text : text.substring(0, end),
                  end < 0 ? "Correct it" : text.substring(end + 2));
            });
  }

  private InputException wrong(String pointer, String what, String remedy) {
    return new InputException(new Origin(origin.file(), origin.line(), pointer), what, remedy);
  }

  private void check(JsonPart document, String pointer, Form form) {
    String version = document.at("Version").text();
    if (!VERSIONS.contains(version)) {
      throw wrong(
          pointer + "/Version", "there is no version '" + version + "'", "Write 2012-10-17");
    }
    JsonPart written = document.at("Statement");
    List<JsonPart> parts = written.isObject() ? List.of(written) : written.parts();
    for (int i = 0; i < parts.size(); i++) {
      JsonPart part = parts.get(i);
      String at = pointer + "/Statement" + (written.isObject() ? "" : "/" + i);
      if (!part.isObject()) {
        throw wrong(at, "expected a statement (an object)", "Write one");
      }
      checkPrincipal(part, at, form);
      if (form == Form.ATTACHED && !part.has("Resource") && !part.has("NotResource")) {
        throw wrong(at, "expected one of 'Resource' and 'NotResource'", "Say on what");
      }
      for (String key : List.of("Action", "NotAction", "Resource", "NotResource")) {
        if (part.has(key) && part.at(key).texts().isEmpty()) {
          throw wrong(at + "/" + key, "'" + key + "' names nothing", "Name at least one");
        }
      }
      checkConditions(part.at("Condition"), at + "/Condition");
    }
  }

  private void checkPrincipal(JsonPart part, String at, Form form) {
    boolean names = part.has("Principal") || part.has("NotPrincipal");
    if (part.has("Principal") && part.has("NotPrincipal")) {
      throw wrong(at, "'Principal' and 'NotPrincipal' in one statement", "Remove one of them");
    }
    if (names && form == Form.ATTACHED) {
      throw wrong(at, "a policy that is attached names no principal", "Remove it");
    }
    if (!names && form == Form.ON_RESOURCE) {
      throw wrong(at, "expected one of 'Principal' and 'NotPrincipal'", "Say for whom");
    }
  }

  private void checkConditions(JsonPart block, String at) {
    if (!block.isAbsent() && !block.isObject()) {
      throw wrong(at, "expected operators (an object)", "Write one");
    }
    for (int i = 0; i < block.keys().size(); i++) {
      String operator = block.keys().get(i);
      if (ConditionOperator.of(operator).isEmpty()) {
        throw wrong(at, "there is no condition operator '" + operator + "'", "Correct it");
      }
      if (!block.parts().get(i).isObject()) {
        throw wrong(
            at + "/" + Pointers.escaped(operator), "expected keys (an object)", "Write one");
      }
    }
  }
}
