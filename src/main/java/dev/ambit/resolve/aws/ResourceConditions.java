package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import dev.ambit.resolve.Names;
import dev.ambit.resolve.NodeSets;
import dev.ambit.resolve.aws.request.CompiledCondition;
import dev.ambit.resolve.aws.request.Context;
import dev.ambit.resolve.aws.request.Holds;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides, one resource at a time, conditions on what the input tells of resources: their tags, and
 * the account and organisation they belong to; also where these are what something else is compared
 * with. A tag that is not told may still be there, except on a principal, which is exported whole.
 */
final class ResourceConditions {
  private static final String TAG = "aws:resourcetag/";
  private static final Set<String> ABOUT_OWNER =
      Set.of("aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths");

  /** The older name of the same. */
  private static final String ACCOUNT_OF_S3 = "s3:resourceaccount";

  private static final Context NOTHING = Context.partial(Map.of(), key -> false);

  /** Services that have a key of their own for what {@code aws:ResourceTag} says as well. */
  private static final Pattern OWN_TAG = Pattern.compile("(?i)[a-z0-9-]+:resourcetag/");

  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\$\\{\\s*aws:resource(tag/|account|orgid|orgpaths)", Pattern.CASE_INSENSITIVE);

  private final Contexts contexts;
  private final Map<Condition, CompiledCondition> compiled = new UnifiedMap<>();

  ResourceConditions(
      ImmutableList<Asset> assets,
      ImmutableList<Principal> principals,
      Organisation organisation,
      Names names) {
    this(new Contexts(assets, principals, organisation, names));
  }

  private ResourceConditions(Contexts contexts) {
    this.contexts = contexts;
  }

  /** The same for another thread. */
  ResourceConditions apart() {
    return new ResourceConditions(contexts);
  }

  /** Whether a statement asks for something that resources tell. */
  static boolean areIn(Statement statement) {
    return statement.conditions().anySatisfy(ResourceConditions::isOne);
  }

  private static boolean isOne(Condition condition) {
    // A variable that the asker could not fill in is nothing that resources tell.
    return Variables.areIn(condition)
        ? condition
            .values()
            .allSatisfy(each -> !VARIABLE.matcher(each).replaceAll("").contains("${"))
        : isKey(condition.key());
  }

  private static boolean isKey(String written) {
    String key = written.toLowerCase(Locale.ROOT);
    return key.startsWith("aws:resource")
        ? key.startsWith(TAG) || ABOUT_OWNER.contains(key)
        : key.equals(ACCOUNT_OF_S3) || OWN_TAG.matcher(key).lookingAt();
  }

  /** Of some nodes those on which the conditions of a statement hold, or whatever is asked. */
  NodeSet where(Holds holds, Statement statement, Subject subject, NodeSet nodes) {
    ImmutableList<CompiledCondition> ofResource =
        statement
            .conditions()
            .select(ResourceConditions::isOne)
            .collect(each -> compiled.computeIfAbsent(each, ResourceConditions::compiled));
    Holds others =
        Conditions.decide(statement.conditions().reject(ResourceConditions::isOne), subject);
    boolean asksSubject =
        statement.conditions().anySatisfy(each -> isOne(each) && Variables.areIn(each));
    Context asker = asksSubject ? subject.context() : NOTHING;
    return NodeSets.select(
        nodes,
        node ->
            others.and(
                    onNode(
                        ofResource, asksSubject ? contexts.of(node).and(asker) : contexts.of(node)))
                == holds);
  }

  private static CompiledCondition compiled(Condition condition) {
    String key =
        condition.key().equalsIgnoreCase(ACCOUNT_OF_S3)
            ? "aws:resourceaccount"
            : OWN_TAG.matcher(condition.key()).replaceFirst(TAG);
    return CompiledCondition.of(
        new Condition(condition.operator(), key, condition.values()), Variables.areIn(condition));
  }

  private static Holds onNode(ImmutableList<CompiledCondition> conditions, Context context) {
    Holds holds = Holds.YES;
    for (CompiledCondition each : conditions) {
      holds = holds.and(each.holds(context));
    }
    return holds;
  }

  /** What the input tells of each asset, worked out when somebody asks; for all threads. */
  private static final class Contexts {
    private final ImmutableList<Asset> assets;
    private final ImmutableList<Principal> principals;
    private final Organisation organisation;
    private final Names names;
    private volatile @Nullable IntObjectHashMap<Context> known;

    Contexts(
        ImmutableList<Asset> assets,
        ImmutableList<Principal> principals,
        Organisation organisation,
        Names names) {
      this.assets = assets;
      this.principals = principals;
      this.organisation = organisation;
      this.names = names;
    }

    Context of(int node) {
      IntObjectHashMap<Context> all = known;
      return (all == null ? learned() : all).getIfAbsent(node, () -> NOTHING);
    }

    private synchronized IntObjectHashMap<Context> learned() {
      IntObjectHashMap<Context> all = known;
      if (all == null) {
        all = new IntObjectHashMap<>();
        for (Asset each : assets) {
          all.put(names.node(each.id()), context(each));
        }
        for (Principal each : principals) {
          if (each.complete() || each.tags().notEmpty()) {
            all.put(names.node(each.id()), context(each));
          } else {
            all.getIfAbsentPut(names.node(each.id()), () -> context(each));
          }
        }
        known = all;
      }
      return all;
    }

    private Context context(Principal principal) {
      Map<String, ImmutableList<String>> values = owner(Accounts.rootOf(principal.id()));
      addTags(principal.tags(), values);
      boolean isWhole = principal.complete();
      return Context.partial(values, key -> isWhole && key.startsWith(TAG));
    }

    private Context context(Asset asset) {
      String own = Accounts.rootOf(asset.id());
      Map<String, ImmutableList<String>> values =
          owner(
              own.isEmpty()
                  ? asset
                      .in()
                      .all()
                      .collect(Ref::id)
                      .detectOptional(each -> each.startsWith("arn:") && each.endsWith(":root"))
                      .orElse("")
                  : own);
      BucketTags tags = BucketTags.of(asset);
      if (tags == BucketTags.COUNT) {
        addTags(asset.labels(), values);
      }
      boolean noneCount = tags == BucketTags.DO_NOT_COUNT;
      return Context.partial(values, key -> noneCount && key.startsWith(TAG));
    }

    private Map<String, ImmutableList<String>> owner(String root) {
      Map<String, ImmutableList<String>> values = new UnifiedMap<>();
      if (!root.isEmpty()) {
        values.put("aws:resourceaccount", Lists.immutable.of(root.split(":", -1)[4]));
        organisation
            .idOf(root)
            .ifPresent(id -> values.put("aws:resourceorgid", Lists.immutable.of(id)));
        organisation
            .pathOf(root)
            .ifPresent(path -> values.put("aws:resourceorgpaths", Lists.immutable.of(path)));
      }
      return values;
    }

    private static void addTags(
        ImmutableList<Said.Value<String>> tags, Map<String, ImmutableList<String>> values) {
      for (Said.Value<String> tag : tags) {
        int equals = tag.said().indexOf('=');
        if (equals > 0) {
          values.put(
              TAG + tag.said().substring(0, equals).toLowerCase(Locale.ROOT),
              Lists.immutable.of(tag.said().substring(equals + 1)));
        }
      }
    }
  }
}
