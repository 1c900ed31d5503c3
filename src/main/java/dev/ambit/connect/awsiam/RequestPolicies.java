package dev.ambit.connect.awsiam;

import dev.ambit.connect.InputException;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Reads the policies of one request. AWS stores no policy that is malformed, so one that is ends
 * the request: guessing what it would mean helps nobody.
 */
final class RequestPolicies {
  private final Origin origin;
  private final MutableList<Note> notes = Lists.mutable.empty();
  private final StatementReader statements;
  private final PolicyGrammar grammar;

  RequestPolicies(Origin origin) {
    this.origin = origin;
    this.statements = new StatementReader(origin.file(), notes::add);
    this.grammar = new PolicyGrammar(origin);
  }

  /** The policies under a key: a list of documents, or one document. */
  ImmutableList<Policy> list(JsonPart whole, String key, PolicyGrammar.Form form) {
    return list(whole.at(key), "/" + key, key, form);
  }

  /** The policies of a session, as a file has them. */
  ImmutableList<Policy> session(JsonPart part) {
    return list(part, "", "session", PolicyGrammar.Form.ATTACHED);
  }

  /** Lists under a key, one for each level of an organisation. */
  ImmutableList<ImmutableList<Policy>> levels(JsonPart whole, String key, PolicyGrammar.Form form) {
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

  private ImmutableList<Policy> list(
      JsonPart part, String pointer, String id, PolicyGrammar.Form form) {
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

  private Policy policy(JsonPart part, String pointer, String id, PolicyGrammar.Form form) {
    Origin at = new Origin(origin.file(), origin.line(), pointer);
    JsonPart document =
        PolicyText.of(part, at, notes::add).map(PolicyText.Document::root).orElse(JsonPart.ABSENT);
    throwFirst(at);
    grammar.check(document, pointer, form);
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
}
