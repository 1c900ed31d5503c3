package dev.ambit.connect.awsiam;

import dev.ambit.connect.InputException;
import dev.ambit.model.Origin;
import dev.ambit.model.request.LayeredPolicies;
import dev.ambit.model.request.SimulatedRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Reads one request, or says what is wrong with it. */
final class RequestReader {
  private static final ImmutableList<String> KEYS =
      Lists.immutable.of(
          "id",
          "CallerArn",
          "ActionNames",
          "ResourceArns",
          "ResourceOwner",
          "ContextEntries",
          "PolicyInputList",
          "PermissionsBoundaryPolicyInputList",
          "SessionPolicyInputList",
          "ServiceControlPolicyInputList",
          "ResourceControlPolicyInputList",
          "EndpointPolicyInputList",
          "ResourcePolicy");
  private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9_-]+");
  private static final Pattern ACCOUNT = Pattern.compile("(?:arn:[^:]*:iam::)?(\\d{12})(?::.*)?");

  private final Origin origin;

  RequestReader(Origin origin) {
    this.origin = origin;
  }

  /**
   * The request that an object says.
   *
   * @throws InputException if something in it has no meaning
   */
  SimulatedRequest read(JsonPart whole, String id) {
    if (!whole.isObject()) {
      throw wrong("", "expected a request (an object)", "Write one JSON object a line");
    }
    checkKeys(whole);
    String caller = text(whole, "CallerArn");
    if (caller.isEmpty() && !whole.at("ResourcePolicy").isAbsent()) {
      throw wrong(
          "/CallerArn", "a resource policy without a caller", "Say who asks, or 'Anonymous'");
    }
    return new SimulatedRequest(
        id,
        caller,
        actions(whole.at("ActionNames")),
        resources(whole.at("ResourceArns")),
        owner(text(whole, "ResourceOwner")),
        context(whole.at("ContextEntries")),
        lists(whole.at("ContextEntries")),
        policies(whole));
  }

  private void checkKeys(JsonPart whole) {
    String repeated = whole.repeatedKey();
    if (!repeated.isEmpty()) {
      throw wrong("", "the key '" + repeated + "' stands twice", "Remove one of them");
    }
    for (String key : whole.keys()) {
      KEYS.detectOptional(known -> known.equalsIgnoreCase(key) && !known.equals(key))
          .ifPresent(
              known -> {
                throw wrong("/" + key, "unknown key '" + key + "'", "Write " + known);
              });
    }
  }

  private InputException wrong(String pointer, String what, String remedy) {
    return new InputException(new Origin(origin.file(), origin.line(), pointer), what, remedy);
  }

  private String text(JsonPart whole, String key) {
    JsonPart part = whole.at(key);
    if (!part.isText() && !part.isAbsent()) {
      throw wrong("/" + key, "expected text", "Write one text");
    }
    return part.text();
  }

  private ImmutableList<String> actions(JsonPart part) {
    ImmutableList<String> actions = part.texts();
    if (actions.isEmpty()) {
      throw wrong("/ActionNames", "no action", "Name at least one, for example \"s3:GetObject\"");
    }
    actions
        .reject(each -> ACTION.matcher(each).matches())
        .forEach(
            each -> {
              throw wrong(
                  "/ActionNames",
                  "expected an action like s3:GetObject, found '" + each + "'",
                  "Name one action, without wildcards");
            });
    return actions;
  }

  private ImmutableList<String> resources(JsonPart part) {
    if (!part.isAbsent() && !part.isText() && !part.isList()) {
      throw wrong("/ResourceArns", "expected a list of ARNs", "Write a list");
    }
    return part.texts();
  }

  private String owner(String written) {
    var account = ACCOUNT.matcher(written);
    if (!written.isEmpty() && !account.matches()) {
      throw wrong(
          "/ResourceOwner",
          "expected an account, found '" + written + "'",
          "Write its twelve digits, or the ARN arn:aws:iam::<id>:root");
    }
    return written.isEmpty() ? "" : account.group(1);
  }

  private Map<String, ImmutableList<String>> context(JsonPart entries) {
    Map<String, ImmutableList<String>> context = new HashMap<>();
    if (!entries.isAbsent() && !entries.isList()) {
      throw wrong("/ContextEntries", "expected a list of entries", "Write a list");
    }
    List<JsonPart> parts = entries.parts();
    for (int i = 0; i < parts.size(); i++) {
      String name = parts.get(i).at("ContextKeyName").text();
      if (name.isEmpty()) {
        throw wrong("/ContextEntries/" + i, "'ContextKeyName' is missing", "Name the key");
      }
      ImmutableList<String> values = parts.get(i).at("ContextKeyValues").texts();
      if (values.notEmpty()) {
        context.put(name.toLowerCase(Locale.ROOT), values);
      }
    }
    return context;
  }

  /** The keys of a list type, in small letters. */
  private static Set<String> lists(JsonPart entries) {
    Set<String> lists = new HashSet<>();
    for (JsonPart entry : entries.parts()) {
      if (entry.at("ContextKeyType").text().endsWith("List")) {
        lists.add(entry.at("ContextKeyName").text().toLowerCase(Locale.ROOT));
      }
    }
    return lists;
  }

  private LayeredPolicies policies(JsonPart whole) {
    RequestPolicies reader = new RequestPolicies(origin);
    return new LayeredPolicies(
        reader.list(whole, "PolicyInputList", PolicyGrammar.Form.ATTACHED),
        reader.list(whole, "PermissionsBoundaryPolicyInputList", PolicyGrammar.Form.ATTACHED),
        reader.list(whole, "SessionPolicyInputList", PolicyGrammar.Form.ATTACHED),
        reader.levels(whole, "ServiceControlPolicyInputList", PolicyGrammar.Form.ATTACHED),
        reader.levels(whole, "ResourceControlPolicyInputList", PolicyGrammar.Form.FOR_ANYONE),
        reader.list(whole, "ResourcePolicy", PolicyGrammar.Form.ON_RESOURCE),
        reader.list(whole, "EndpointPolicyInputList", PolicyGrammar.Form.FOR_ANYONE));
  }
}
