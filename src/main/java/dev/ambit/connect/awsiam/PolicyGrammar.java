package dev.ambit.connect.awsiam;

import dev.ambit.connect.InputException;
import dev.ambit.model.Origin;
import dev.ambit.model.request.ConditionOperator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What AWS takes as a policy, and what it refuses to store. Source: the IAM guide, "Grammar of the
 * IAM JSON policy language", and the errors of {@code CreatePolicy}. Names of statements are not
 * looked at: they decide nothing.
 */
final class PolicyGrammar {
  private static final Set<String> VERSIONS = Set.of("", "2008-10-17", "2012-10-17");
  private static final Set<String> PRINCIPALS =
      Set.of("AWS", "Service", "Federated", "CanonicalUser");
  private static final Pattern ACTION = Pattern.compile("\\*+|[A-Za-z0-9*?._-]+:[^:]*");
  private static final Pattern ANYONE_OR_SOMEBODY = Pattern.compile("\\*|arn:.*|\\d{12}");
  private static final Pattern RESOURCE = Pattern.compile("\\*+|arn:.*", Pattern.DOTALL);

  private final Origin origin;

  /** What a statement must and must not have. */
  enum Form {
    /** Attached to somebody: it names a resource and no principal. */
    ATTACHED,
    /** On a resource: it names principals or is for nobody; the resource may go without saying. */
    ON_RESOURCE,
    /** Either may go without saying, and then means anyone or anything. */
    FOR_ANYONE
  }

  /**
   * For documents of one request.
   *
   * @param origin of the request
   */
  PolicyGrammar(Origin origin) {
    this.origin = origin;
  }

  /**
   * Whether all that a document says has a meaning.
   *
   * @throws InputException if something has none
   */
  void check(JsonPart document, String pointer, Form form) {
    checkKeys(document, Set.of("Version", "Id", "Statement"), pointer);
    String version = document.at("Version").text();
    if (!VERSIONS.contains(version)) {
      throw wrong(
          pointer + "/Version", "there is no version '" + version + "'", "Write 2012-10-17");
    }
    JsonPart written = document.at("Statement");
    List<JsonPart> parts = written.isObject() ? List.of(written) : written.parts();
    for (int i = 0; i < parts.size(); i++) {
      String at = pointer + "/Statement" + (written.isObject() ? "" : "/" + i);
      checkStatement(parts.get(i), at, form);
    }
  }

  private void checkStatement(JsonPart part, String at, Form form) {
    if (!part.isObject()) {
      throw wrong(at, "expected a statement (an object)", "Write one");
    }
    checkKeys(part, StatementReader.KNOWN, at);
    checkPrincipal(part, at, form);
    if (form == Form.ATTACHED && !part.has("Resource") && !part.has("NotResource")) {
      throw wrong(at, "expected one of 'Resource' and 'NotResource'", "Say on what");
    }
    for (String key : List.of("Action", "NotAction")) {
      checkNames(part, key, at, ACTION, "an action like s3:GetObject");
    }
    for (String key : List.of("Resource", "NotResource")) {
      checkNames(part, key, at, RESOURCE, "an ARN or *");
    }
    checkConditions(part.at("Condition"), at + "/Condition");
  }

  private void checkKeys(JsonPart part, Set<String> known, String at) {
    for (String key : part.keys()) {
      if (!known.contains(key)) {
        throw wrong(
            at + "/" + Pointers.escaped(key), "a policy has no field '" + key + "'", "Remove it");
      }
    }
  }

  private void checkNames(JsonPart part, String key, String at, Pattern form, String expected) {
    if (!part.has(key)) {
      return;
    }
    JsonPart names = part.at(key);
    String pointer = at + "/" + key;
    if (!names.isText() && names.parts().isEmpty()) {
      throw wrong(pointer, "'" + key + "' names nothing", "Name at least one");
    }
    for (JsonPart each : names.isList() ? names.parts() : List.of(names)) {
      if (!form.matcher(each.text()).matches()) {
        throw wrong(
            pointer, "expected " + expected + ", found '" + each.text() + "'", "Correct it");
      }
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
    if (names) {
      String key = part.has("Principal") ? "Principal" : "NotPrincipal";
      checkPrincipals(part.at(key), at + "/" + key);
    }
  }

  private void checkPrincipals(JsonPart named, String at) {
    if (named.isText() && ANYONE_OR_SOMEBODY.matcher(named.text()).matches()) {
      return;
    }
    if (!named.isObject() || named.keys().isEmpty()) {
      throw wrong(at, "expected * or principals by their type (an object)", "Write {\"AWS\": …}");
    }
    checkKeys(named, PRINCIPALS, at);
    for (int i = 0; i < named.keys().size(); i++) {
      JsonPart of = named.parts().get(i);
      boolean isSaid = of.isText() ? !of.text().isEmpty() : of.texts().notEmpty();
      if (!isSaid) {
        throw wrong(at + "/" + named.keys().get(i), "it names nobody", "Name at least one");
      }
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
      checkConditionKeys(block.parts().get(i), at + "/" + Pointers.escaped(operator));
    }
  }

  private void checkConditionKeys(JsonPart keys, String at) {
    if (!keys.isObject()) {
      throw wrong(at, "expected keys (an object)", "Write one");
    }
    for (int i = 0; i < keys.keys().size(); i++) {
      JsonPart values = keys.parts().get(i);
      boolean areValues =
          values.isText()
              || (values.isList() && values.parts().stream().allMatch(JsonPart::isText));
      if (!areValues) {
        throw wrong(
            at + "/" + Pointers.escaped(keys.keys().get(i)), "expected values", "Write texts");
      }
    }
  }

  private InputException wrong(String pointer, String what, String remedy) {
    return new InputException(new Origin(origin.file(), origin.line(), pointer), what, remedy);
  }
}
