package dev.ambit.resolve.aws.request;

import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.request.LayeredPolicies;
import dev.ambit.model.request.SimulatedRequest;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The obvious way to decide one request, slow and plain, from the text of the IAM guide: regular
 * expressions for wildcards, everything worked out anew for each statement, and the flow chart of
 * "Policy evaluation for requests within a single account" from top to bottom. Shares no code with
 * the fast way.
 */
final class ReferenceRuling {
  private final SimulatedRequest request;
  private final String action;
  private final String resource;
  private final String caller;
  private final String callerAccount;
  private final String owner;

  ReferenceRuling(SimulatedRequest request, String action, String resource) {
    this.request = request;
    this.action = action;
    this.resource = resource;
    this.caller = request.caller();
    // Who signed in elsewhere is of no account, though the provider is registered in one.
    this.callerAccount =
        caller.matches("arn:aws:(iam|sts)::.*") && !caller.contains(":oidc-provider/")
            ? caller.split(":", -1)[4]
            : "";
    String named = resource.startsWith("arn:") ? resource.split(":", -1)[4] : "";
    this.owner =
        named.matches("\\d{12}")
            ? named
            : request.owner().isEmpty() ? callerAccount : request.owner();
  }

  private boolean isRoot() {
    return caller.endsWith(":root");
  }

  private boolean isRole() {
    return caller.contains(":role/");
  }

  private boolean isRoleSession() {
    return caller.contains(":assumed-role/");
  }

  private boolean isFederatedSession() {
    return caller.contains(":federated-user/");
  }

  private boolean isServiceLinked() {
    return caller.contains("aws-service-role/");
  }

  /** Whether it has policies of its own: no service, nobody, nobody from elsewhere. */
  private boolean isPrincipalOfAccount() {
    return !callerAccount.isEmpty() && !action.equalsIgnoreCase("sts:AssumeRoleWithWebIdentity");
  }

  String decision() {
    if (action.equalsIgnoreCase("sts:GetCallerIdentity") && isPrincipalOfAccount()) {
      return "allowed";
    }
    LayeredPolicies policies = request.policies();
    boolean own = isPrincipalOfAccount();
    List<List<Statement>> serviceControl =
        levels(
            own && !isServiceLinked() ? policies.serviceControl().castToList() : List.of(),
            "only with a star at the end");
    boolean rcp =
        !isServiceLinked()
            && action.toLowerCase(Locale.ROOT).matches("(s3|sts|kms|sqs|secretsmanager):.*");
    List<List<Statement>> resourceControl =
        levels(rcp ? policies.resourceControl().castToList() : List.of(), "never");
    List<Statement> endpoint = matching(policies.endpoint().castToList(), "always");
    List<Statement> onResource = matching(policies.resource().castToList(), "if wild");
    List<Statement> identity =
        own ? matching(policies.identity().castToList(), "always") : List.of();
    List<Statement> boundary =
        own ? matching(policies.boundary().castToList(), "always") : List.of();
    List<Statement> session = own ? matching(policies.session().castToList(), "always") : List.of();

    // 1. Deny evaluation
    boolean denied =
        Stream.of(serviceControl, resourceControl)
                .flatMap(Collection::stream)
                .anyMatch(ReferenceRuling::denies)
            || Stream.of(endpoint, onResource, identity, boundary, session)
                .anyMatch(ReferenceRuling::denies);
    if (denied) {
      return "explicitDeny";
    }
    // 2. RCPs: RCPFullAWSAccess is attached to every level.
    // 3. SCPs: every level must allow.
    for (List<Statement> level : serviceControl) {
      if (!allows(level)) {
        return "implicitDeny";
      }
    }
    if (policies.endpoint().notEmpty() && !allows(endpoint)) {
      return "implicitDeny";
    }
    // What is of AWS nobody changes.
    if (resource.contains(":iam::aws:policy/") || resource.contains(":alias/aws/")) {
      return "implicitDeny";
    }
    return granted(own, onResource, identity, boundary, session) ? "allowed" : "implicitDeny";
  }

  private boolean granted(
      boolean own,
      List<Statement> onResource,
      List<Statement> identity,
      List<Statement> boundary,
      List<Statement> session) {
    if (!own) {
      return allows(onResource);
    }
    boolean boundaryAllows = request.policies().boundary().isEmpty() || allows(boundary);
    boolean sessionAllows =
        request.policies().session().isEmpty() ? !isFederatedSession() : allows(session);
    boolean isAssuming = action.toLowerCase(Locale.ROOT).matches("sts:(assumerole|tagsession)");
    boolean identityAllows = isRoot() ? !isAssuming : allows(identity);
    boolean bothSides = allows(onResource) && identityAllows && boundaryAllows && sessionAllows;
    if (!callerAccount.equals(owner)) {
      return bothSides;
    }
    // 4. Resource-based policies, by who is named
    for (Statement each : onResource) {
      if (each.allow() && !isRoot()) {
        if (namesItself(each)) {
          return true;
        }
        if (namesAsUser(each) && sessionAllows) {
          return true;
        }
        if (namesAsRole(each) && boundaryAllows && sessionAllows) {
          return true;
        }
      }
    }
    // 5. to 7. Identity-based policies, boundary, session
    boolean mustBeNamed =
        (resource.contains(":kms:") && resource.contains(":key/"))
            || (isAssuming && request.policies().resource().notEmpty());
    return mustBeNamed ? bothSides : identityAllows && boundaryAllows && sessionAllows;
  }

  private static boolean allows(List<Statement> statements) {
    return statements.stream().anyMatch(Statement::allow);
  }

  private static boolean denies(List<Statement> statements) {
    return statements.stream().anyMatch(each -> !each.allow());
  }

  private List<List<Statement>> levels(
      List<? extends org.eclipse.collections.api.list.ImmutableList<Policy>> levels,
      String completes) {
    List<List<Statement>> matching = new ArrayList<>();
    levels.forEach(level -> matching.add(matching(level.castToList(), completes)));
    return matching;
  }

  private List<Statement> matching(List<Policy> policies, String completes) {
    List<Statement> matching = new ArrayList<>();
    for (Policy policy : policies) {
      boolean hasVariables = policy.version().equals("2012-10-17");
      for (Statement each : policy.statements()) {
        if (principalMatches(each)
            && actionMatches(each)
            && resourceMatches(each, hasVariables, completes)
            && each.conditions().allSatisfy(condition -> holds(condition, hasVariables))) {
          matching.add(each);
        }
      }
    }
    return matching;
  }

  // --- principals

  private boolean principalMatches(Statement s) {
    if (s.principals().isEmpty() && s.notPrincipals().isEmpty()) {
      return true;
    }
    if (s.notPrincipals().isEmpty()) {
      return namesItself(s)
          || namesAsUser(s)
          || namesAsRole(s)
          || namesAccount(s.principals().castToList());
    }
    List<String> spared = s.notPrincipals().castToList();
    if (spared.contains("*") || spared.contains("AWS:*")) {
      return !s.allow() && isPrincipalOfAccount() && request.policies().boundary().notEmpty();
    }
    if (s.allow()) {
      return Stream.of(identifiers(), List.of(accountRoot(), "AWS:" + callerAccount), holder())
          .flatMap(Collection::stream)
          .noneMatch(spared::contains);
    }
    if (callerAccount.isEmpty()) {
      return identifiers().stream().noneMatch(spared::contains);
    }
    boolean sparesAccount =
        spared.contains(accountRoot()) || spared.contains("AWS:" + callerAccount);
    boolean sparesCaller = isRoot() || spared.contains("AWS:" + caller);
    boolean sparesRole = !isRoleSession() || holder().stream().anyMatch(spared::contains);
    boolean isBounded = isPrincipalOfAccount() && request.policies().boundary().notEmpty();
    return isBounded || !(sparesAccount && sparesCaller && sparesRole);
  }

  private String accountRoot() {
    return "AWS:arn:aws:iam::" + callerAccount + ":root";
  }

  private List<String> identifiers() {
    if (caller.equals("Anonymous")) {
      return List.of();
    }
    if (caller.contains(":oidc-provider/")) {
      return List.of("Federated:" + caller);
    }
    return callerAccount.isEmpty() ? List.of("Service:" + caller) : List.of("AWS:" + caller);
  }

  /** The role of a session, with the only path that the tests give it, or the user of one. */
  private List<String> holder() {
    if (isRoleSession()) {
      String role = caller.split("/", -1)[1];
      return List.of(
          "AWS:arn:aws:iam::" + callerAccount + ":role/" + role,
          "AWS:arn:aws:iam::" + callerAccount + ":role/path/" + role);
    }
    return isFederatedSession()
        ? List.of("AWS:arn:aws:iam::" + callerAccount + ":user/" + caller.split("/", -1)[1])
        : List.of();
  }

  private boolean namesItself(Statement s) {
    List<String> named = s.principals().castToList();
    return !s.notPrincipals().isEmpty()
        || s.principals().isEmpty()
        || named.contains("*")
        || named.contains("AWS:*")
        || (identifiers().stream().anyMatch(named::contains) && !isRole() && !isUser());
  }

  private boolean isUser() {
    return caller.contains(":user/");
  }

  private boolean namesAsUser(Statement s) {
    return isUser() && s.principals().contains("AWS:" + caller);
  }

  private boolean namesAsRole(Statement s) {
    return (isRole() && s.principals().contains("AWS:" + caller))
        || holder().stream().anyMatch(s.principals()::contains);
  }

  private boolean namesAccount(List<String> named) {
    return !callerAccount.isEmpty()
        && (named.contains(accountRoot()) || named.contains("AWS:" + callerAccount));
  }

  // --- actions and resources

  private boolean actionMatches(Statement s) {
    return s.notActions().isEmpty()
        ? s.actions().anySatisfy(each -> glob(each, true).matcher(action).matches())
        : s.notActions().noneSatisfy(each -> glob(each, true).matcher(action).matches());
  }

  private boolean resourceMatches(Statement s, boolean hasVariables, String completes) {
    if (s.resources().isEmpty() && s.notResources().isEmpty()) {
      return true;
    }
    if (s.notResources().anySatisfy(each -> cannotBeStored(each, completes))) {
      return false;
    }
    if (!s.notResources().isEmpty()) {
      return s.notResources()
          .allSatisfy(
              each ->
                  resolved(each, hasVariables)
                      .filter(pattern -> !isResource(pattern, completes))
                      .isPresent());
    }
    return s.resources()
        .reject(each -> cannotBeStored(each, completes))
        .anySatisfy(
            each ->
                resolved(each, hasVariables)
                    .filter(pattern -> isResource(pattern, completes))
                    .isPresent());
  }

  /** An ARN with fewer than six parts, in policies of an organisation. */
  private static boolean cannotBeStored(String written, String completes) {
    boolean isShort = written.startsWith("arn:") && written.split(":", -1).length < 6;
    return isShort
        && (completes.equals("never")
            || (completes.equals("only with a star at the end") && !written.endsWith("*")));
  }

  /** Patterns here carry marks: what was a value cannot be a wildcard. */
  private boolean isResource(String pattern, String completes) {
    StringBuilder full = new StringBuilder(pattern);
    boolean isWild = pattern.contains("*") || pattern.contains("?");
    boolean mayComplete = completes.equals("always") || (completes.equals("if wild") && isWild);
    if (mayComplete && pattern.startsWith("arn:") && !pattern.endsWith("*")) {
      while (full.chars().filter(c -> c == ':').count() < 5) {
        full.append(":*");
      }
    }
    StringBuilder regex = new StringBuilder();
    int colons = 0;
    for (int i = 0; i < full.length(); i++) {
      char c = full.charAt(i);
      boolean endsPart = i + 1 == full.length() || full.charAt(i + 1) == ':';
      colons += c == ':' ? 1 : 0;
      if (c == '*') {
        regex.append(colons > 4 || endsPart ? ".*" : "[^:]*");
      } else if (c == '?') {
        regex.append(colons > 4 ? "." : "[^:]");
      } else {
        regex.append(Pattern.quote(unmarked(String.valueOf(c))));
      }
    }
    return MADE.computeIfAbsent(regex.toString(), Pattern::compile).matcher(resource).matches();
  }

  // Regular expressions take longer to make than to use, and the same ones come again and again.
  private static final Map<String, Pattern> MADE = new ConcurrentHashMap<>();

  private static Pattern glob(String pattern, boolean ignoreCase) {
    return MADE.computeIfAbsent(pattern + ignoreCase, key -> made(pattern, ignoreCase));
  }

  private static Pattern made(String pattern, boolean ignoreCase) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(unmarked(String.valueOf(c))));
    }
    return Pattern.compile(
        regex.toString(), Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0));
  }

  private static String marked(String text) {
    return text.replace('*', '\u0001').replace('?', '\u0002');
  }

  private static String unmarked(String text) {
    return text.replace('\u0001', '*').replace('\u0002', '?');
  }

  private Optional<String> resolved(String text, boolean hasVariables) {
    if (!hasVariables) {
      return Optional.of(text);
    }
    Matcher variable = Pattern.compile("\\$\\{([^},]+)(, '([^']*)')?}").matcher(text);
    StringBuilder out = new StringBuilder();
    while (variable.find()) {
      String name = variable.group(1);
      String value;
      List<String> values = values(name);
      if (List.of("*", "?", "$").contains(name)) {
        value = name;
      } else if (values.size() == 1) {
        value = values.get(0);
      } else if (values.isEmpty() && variable.group(3) != null) {
        value = variable.group(3);
      } else {
        return Optional.empty();
      }
      variable.appendReplacement(out, Matcher.quoteReplacement(marked(value)));
    }
    return Optional.of(variable.appendTail(out).toString());
  }

  private List<String> values(String key) {
    var values = request.context().get(key.toLowerCase(Locale.ROOT));
    return values == null ? List.of() : values.castToList();
  }

  // --- conditions

  private boolean holds(Condition condition, boolean hasVariables) {
    String operator = condition.operator();
    List<String> values = values(condition.key());
    if (operator.equals("Null")) {
      return condition.values().contains(values.isEmpty() ? "true" : "false");
    }
    boolean all = operator.startsWith("ForAllValues:");
    boolean any = operator.startsWith("ForAnyValue:");
    String plain = operator.replaceAll("^For(All|Any)Values?:|IfExists$", "");
    boolean negated = plain.contains("Not");
    if (values.isEmpty()) {
      return operator.endsWith("IfExists") || all || (negated && !any);
    }
    if (all) {
      return values.equals(List.of(""))
          || values.stream().allMatch(value -> test(plain, condition, value, hasVariables));
    }
    if (any) {
      return !values.equals(List.of(""))
          && values.stream().anyMatch(value -> test(plain, condition, value, hasVariables));
    }
    return values.size() == 1 && test(plain, condition, values.get(0), hasVariables);
  }

  private boolean test(String operator, Condition condition, String value, boolean hasVariables) {
    String positive = operator.replace("Not", "");
    boolean mayVary = hasVariables && operator.matches("(String|Arn).*");
    boolean matches = false;
    boolean readable = true;
    for (String written : condition.values()) {
      Optional<String> expected = resolved(written, mayVary);
      readable &= expected.isPresent() && compares(positive, expected.get(), value);
      matches |= expected.isPresent() && compare(positive, expected.get(), value);
    }
    return operator.equals(positive) ? matches : readable && !matches;
  }

  /** Whether both sides are what the operator compares. */
  private static boolean compares(String operator, String expected, String value) {
    if (operator.startsWith("Numeric")) {
      return number(expected).isPresent() && number(value).isPresent();
    }
    if (operator.startsWith("Date")) {
      return date(expected).isPresent() && date(value).isPresent();
    }
    if (operator.startsWith("Arn")) {
      return expected.split(":", 6).length == 6 && value.split(":", 6).length == 6;
    }
    return !operator.equals("IpAddress")
        || (address(expected).isPresent() && address(value).isPresent());
  }

  private static boolean compare(String operator, String expected, String value) {
    if (!compares(operator, expected, value)) {
      return false;
    }
    if (operator.startsWith("Numeric")) {
      return ordered(
          operator, number(value).orElseThrow().compareTo(number(expected).orElseThrow()));
    }
    if (operator.startsWith("Date")) {
      return ordered(operator, date(value).orElseThrow().compareTo(date(expected).orElseThrow()));
    }
    return switch (operator) {
      case "StringEquals" -> unmarked(expected).equals(value);
      case "StringEqualsIgnoreCase" -> unmarked(expected).equalsIgnoreCase(value);
      case "StringLike" -> glob(expected, false).matcher(value).matches();
      case "Bool" -> expected.matches("(?i)true|false") && expected.equalsIgnoreCase(value);
      case "BinaryEquals" -> isBase64(expected) && expected.equals(value);
      case "IpAddress" -> inRange(expected, value);
      case "ArnEquals", "ArnLike" -> {
        String[] parts = expected.split(":", 6);
        String[] found = value.split(":", 6);
        boolean like = true;
        for (int i = 0; i < 6; i++) {
          like &= glob(parts[i], false).matcher(found[i]).matches();
        }
        yield like;
      }
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private static boolean ordered(String operator, int order) {
    if (operator.endsWith("LessThan")) {
      return order < 0;
    }
    if (operator.endsWith("LessThanEquals")) {
      return order <= 0;
    }
    if (operator.endsWith("GreaterThan")) {
      return order > 0;
    }
    return operator.endsWith("GreaterThanEquals") ? order >= 0 : order == 0;
  }

  private static Optional<Double> number(String text) {
    return text.matches("-?\\d+(\\.\\d+)?") ? Optional.of(Double.valueOf(text)) : Optional.empty();
  }

  private static Optional<Instant> date(String text) {
    if (text.matches("\\d{9,10}")) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
    }
    if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return Optional.of(Instant.parse(text + "T00:00:00Z"));
    }
    return text.matches("\\d{4}-\\d\\d-\\d\\dT.*")
        ? Optional.of(ZonedDateTime.parse(text).toInstant())
        : Optional.empty();
  }

  private static boolean isBase64(String text) {
    try {
      return Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Optional<BigInteger> address(String text) {
    String[] parts = text.split("/", 2);
    if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:]+") || !parts[0].matches(".*[.:].*[.:].*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigInteger(1, InetAddress.getByName(parts[0]).getAddress()));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static boolean inRange(String range, String value) {
    boolean four = range.contains(".");
    if (four != value.contains(".") || value.contains("/")) {
      return false;
    }
    int width = four ? 32 : 128;
    int bits = range.contains("/") ? Integer.parseInt(range.split("/", 2)[1]) : width;
    return leading(range, width - bits).equals(leading(value, width - bits));
  }

  private static BigInteger leading(String address, int ignored) {
    return address(address).orElseThrow().shiftRight(ignored);
  }
}
