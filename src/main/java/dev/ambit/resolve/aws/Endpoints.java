package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Said;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Endpoints of private networks: whoever comes through one is limited by its policy. Through which
 * a request comes is known only where it says so, or where a condition lets in no other. Source:
 * the guide to AWS PrivateLink, "Control access to VPC endpoints using endpoint policies".
 */
final class Endpoints {
  private static final String NETWORK = "VpcId=";
  private static final String SERVICE = "ServiceName=";

  private final Map<String, Policy> policies = new TreeMap<>();
  private final ImmutableList<Asset> assets;

  Endpoints(ImmutableList<Policy> policies, ImmutableList<Asset> assets) {
    policies
        .select(each -> each.kind() == Policy.Kind.ENDPOINT)
        .forEach(each -> this.policies.put(id(each.holder()), each));
    this.assets = assets.select(each -> this.policies.containsKey(id(each.id())));
  }

  /** {@code vpce-…} of an endpoint's ARN. */
  private static String id(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private ImmutableList<Policy> of(ImmutableList<String> ids) {
    return ids.select(policies::containsKey).collect(policies::get);
  }

  /** What stands before a statement, with the endpoints if it is for who comes through these. */
  Layers before(Statement statement, Subject subject, Layers layers) {
    ImmutableList<String> ids =
        policies.isEmpty()
            ? Lists.immutable.empty()
            : statement.conditions().select(Endpoints::isForSome).flatCollect(Condition::values);
    ImmutableList<Statement> said =
        of(ids)
            .flatCollect(Policy::statements)
            .select(each -> Named.in(each, subject) != Named.NOT);
    if (ids.isEmpty() || of(ids).size() < ids.size()) {
      return layers;
    }
    // What only one of several denies, the others may let through.
    ImmutableList<Statement> denies =
        ids.size() == 1 ? said.reject(Statement::allow) : Lists.immutable.empty();
    return new Layers(
        layers.denies().newWithAll(denies),
        layers.limits().newWith(said.select(Statement::allow)),
        layers.closed(),
        layers::scope);
  }

  private static boolean isForSome(Condition condition) {
    return condition.key().equalsIgnoreCase("aws:SourceVpce")
        && condition.operator().equalsIgnoreCase("StringEquals")
        && condition.values().noneSatisfy(each -> each.contains("${"));
  }

  /**
   * The policy of the endpoint that a request comes through; empty if it comes through none that is
   * known, or through one of several.
   *
   * @param action in small letters
   * @param given context of the request, by key in small letters
   */
  ImmutableList<Policy> through(String action, Map<String, ImmutableList<String>> given) {
    ImmutableList<String> named = given.getOrDefault("aws:sourcevpce", Lists.immutable.empty());
    ImmutableList<String> networks = given.getOrDefault("aws:sourcevpc", Lists.immutable.empty());
    ImmutableList<String> ids =
        named.isEmpty()
            ? networks.flatCollect(each -> inNetwork(each, action.replaceFirst(":.*", "")))
            : named;
    return ids.size() == 1 ? of(ids) : Lists.immutable.empty();
  }

  private ImmutableList<String> inNetwork(String network, String service) {
    return assets
        .select(each -> says(each, NETWORK).equals(network))
        .select(each -> isFor(service, says(each, SERVICE)))
        .collect(each -> id(each.id()));
  }

  /** {@code com.amazonaws.<region>.ecr.api} and {@code ….bedrock-runtime} are for ecr, bedrock. */
  private static boolean isFor(String service, String written) {
    String[] parts = written.toLowerCase(Locale.ROOT).split("\\.", 4);
    String name = parts.length < 4 ? "" : parts[3];
    return name.equals(service) || name.startsWith(service + ".") || name.startsWith(service + "-");
  }

  private static String says(Asset asset, String setting) {
    return asset
        .settings()
        .collect(Said.Value::said)
        .detectOptional(each -> each.startsWith(setting))
        .map(each -> each.substring(setting.length()))
        .orElse("");
  }
}
