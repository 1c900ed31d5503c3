package dev.ambit.trace;

import dev.ambit.model.Hop;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import org.eclipse.collections.api.list.ImmutableList;

/** The words of a hop, for each verb. */
final class Words {
  private Words() {}

  /** "reads", "publishes to", … as in "its tool mail-read reads real-inbox". */
  static String does(Verb verb) {
    return switch (verb) {
      case DISCOVER -> "lists";
      case READ -> "reads";
      case WRITE -> "writes to";
      case DELETE -> "deletes";
      case SHARE -> "changes access to";
      case ADMINISTER -> "administers";
      case ASSUME -> "acts as";
      case EXECUTE -> "runs";
      case DECRYPT -> "decrypts";
      case PUBLISH -> "publishes to";
      case INVOKE -> "calls";
      case EGRESS -> "sends to";
    };
  }

  /** "read", "publish to", … as in "the grant lets svc-bot read payroll". */
  static String todo(Verb verb) {
    return switch (verb) {
      case DISCOVER -> "list";
      case READ -> "read";
      case WRITE -> "write to";
      case DELETE -> "delete";
      case SHARE -> "change access to";
      case ADMINISTER -> "administer";
      case ASSUME -> "act as";
      case EXECUTE -> "run";
      case DECRYPT -> "decrypt";
      case PUBLISH -> "publish to";
      case INVOKE -> "call";
      case EGRESS -> "send to";
    };
  }

  /** "read, write to and delete". */
  static String todo(Verbs verbs) {
    ImmutableList<String> words = verbs.all().collect(Words::todo);
    String first = words.take(words.size() - 1).makeString(", ");
    return (first.isEmpty() ? "" : first + " and ") + words.getLast();
  }

  /** The kind of hop that a verb makes. */
  static Hop.Kind hop(Verb verb) {
    return switch (verb) {
      case DISCOVER, READ, DECRYPT -> Hop.Kind.READS;
      case WRITE -> Hop.Kind.WRITES;
      case DELETE -> Hop.Kind.DELETES;
      case SHARE -> Hop.Kind.CAN_SHARE;
      case ADMINISTER -> Hop.Kind.CAN_ADMINISTER;
      case ASSUME -> Hop.Kind.ASSUMES;
      case EXECUTE -> Hop.Kind.EXECUTES;
      case PUBLISH, EGRESS -> Hop.Kind.PUBLISHES;
      case INVOKE -> Hop.Kind.CALLS;
    };
  }
}
