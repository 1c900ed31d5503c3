package dev.ambit.graph;

import dev.ambit.model.Reach;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * The words a rule may use, and no others. Their meaning stands in {@code rules/vocabulary.ttl}; a
 * test keeps both equal. A constant is the local name in the manner of Java: {@code MEMBER_OF} is
 * {@code amb:memberOf}, {@code CROSSING} is {@code amb:Crossing}.
 */
public final class Vocabulary {
  public static final String NAMESPACE = "https://w3id.org/ambit/vocabulary#";

  /** What a node is. */
  public enum Thing {
    AGENT,
    PRINCIPAL,
    PERSON,
    GROUP,
    SERVICE,
    ROLE,
    EXTERNAL,
    JOB,
    BUILTIN,
    ASSET,
    CHANNEL,
    EGRESS,
    CREDENTIAL,
    GRANT,
    GATE,
    TOOL,
    UNDECLARED,
    CROSSING,
    GAP,
    SETTINGS;

    @SuppressWarnings("Immutable") // Jena does not say so, but its nodes are
    private final Node node = term(upperCamel(name()));

    Node node() {
      return node;
    }
  }

  /** The kinds and the routes of crossings. */
  public enum Value {
    ACTION,
    ADVICE,
    DEPUTY,
    DESTRUCTION,
    STEERING,
    SHARING,
    BECOMING,
    UNCLASSIFIED,
    HOLDING,
    WORDS,
    PASSING,
    UNFIT,
    WIDENING,
    THREE_LEGS,
    OPEN,
    DRIVING,
    UNLIMITING,
    TAINTING,
    TAKING,
    EXCESS,
    INHERITING,
    PUBLISH,
    REPLY,
    KNOWLEDGE,
    EGRESS_ROUTE,
    MEMORY,
    PERSON_ROUTE,
    DEED;

    @SuppressWarnings("Immutable") // Jena does not say so, but its nodes are
    private final Node node = term(upperCamel(name()));

    Node node() {
      return node;
    }
  }

  /** What is said of a node in the facts, or of a crossing. */
  public enum Property {
    // of several kinds of node
    NAME,
    KIND,
    CERTAINTY,
    ENVIRONMENT,
    PURPOSE,
    OWNER,
    LEVEL,
    RANK,
    READER,
    WRITER,
    GATE,
    USES,
    ON,
    PATTERN,
    VERB,
    ASSET,
    LAST_USED,
    // principals
    MEMBER_OF,
    CLEARANCE,
    CLEARANCE_RANK,
    SIZE,
    TRUST,
    CONSUMES,
    ACTIVE,
    OUTSIDE,
    // assets
    IN,
    LABEL,
    CATEGORY,
    RECOVERABLE,
    BACKUPS_IN,
    LABEL_ENFORCED,
    HOLDS,
    DERIVED_FROM,
    MASKED_FROM,
    RUNS_AS,
    // channels
    RENDERS_REMOTE,
    CLOSED,
    HOST,
    SAFE_DESTINATIONS,
    // credentials
    AUTHENTICATES,
    HOLDER,
    VENDOR,
    MAKER,
    STORED_IN,
    INLINE,
    CREATED,
    ROTATED,
    EXPIRES,
    SOURCE_RESTRICTED,
    SAME_SECRET_AS,
    // grants
    WIDE,
    DENIES,
    DEPENDS_ON,
    CONDITION,
    UNTIL,
    // gates
    STRENGTH,
    TIER,
    APPROVER,
    INDEPENDENT,
    EXEMPT,
    LOG_ONLY,
    REMEMBERS_CONSENT,
    HELD_IN,
    APPROVALS_PER_DAY,
    // tools
    EFFECT,
    HAS_TOOL,
    AUDIT_FLAW,
    ANSWERABLE,
    UNMARKED,
    PILOTED,
    NO_STOP,
    RUNS_UNATTENDED,
    LABEL_ONLY,
    MANY_READERS,
    CARRIES,
    CREDENTIAL_FLAW,
    READS_RANK,
    CHANGES_PRODUCTION,
    BULK,
    WHOLE_ITEMS,
    REVERSIBLE,
    MODEL_FILLS,
    SHARED_TENANCY,
    TENANT_BOUND,
    SOFTWARE,
    PINNED,
    PUBLISHER,
    // agents
    DEPUTY,
    PROVIDER,
    STAGE,
    PILOTED_ON,
    UNATTENDED,
    IDENTITY_MODE,
    IDENTITY,
    NARROWED,
    CREDENTIAL,
    TOOL,
    TOOLS_OMITTED,
    INVOKER,
    AUTHENTICATED,
    POSTS_AS,
    LABELLED,
    CALL,
    CALLEE,
    TOKEN,
    RECHECKS_REQUESTER,
    DISCOVERABLE,
    KNOWLEDGE,
    FILTERED_BY_READER,
    INPUT,
    TRIGGER,
    MEMORY_SCOPE,
    MEMORY_ASSET,
    WORKSPACE,
    GUARDRAIL,
    NOTHING_LOGGED,
    LOG,
    ATTRIBUTABLE,
    RETENTION_DAYS,
    STOP,
    NEED,
    WORST,
    // crossings
    ROUTE,
    AGENT,
    THROUGH,
    VIA,
    CHANGER,
    AUDIENCE,
    AUDIENCE_GROUP,
    UNCLEARED,
    UNCLEARED_COUNT,
    GATED_BY,
    WEAKEST_GATE,
    BYPASS,
    SEVERITY,
    // gaps
    ABOUT,
    MISSING,
    MISSING_FACT,
    UNKNOWN,
    MATTERS,
    ADD_TO,
    // settings
    LARGE_AUDIENCE,
    CREDENTIAL_MAX_AGE_DAYS,
    DORMANT_DAYS,
    LOG_RETENTION_DAYS,
    MAX_APPROVALS_PER_DAY,
    HIGHEST_RANK,
    RESTRICTED_RANK;

    @SuppressWarnings("Immutable") // Jena does not say so, but its nodes are
    private final Node node = term(lowerCamel(name()));

    Node node() {
      return node;
    }
  }

  private static final Node[] DERIVED =
      Arrays.stream(Reach.Relation.values())
          .map(relation -> term(lowerCamel(relation.name())))
          .toArray(Node[]::new);

  /** Apart, since the words above are made by this class and it must not wait for them. */
  private static final class All {
    private static final ImmutableSet<String> TERMS =
        Sets.immutable.fromStream(
            Stream.of(
                    Arrays.stream(Thing.values()).map(Thing::node),
                    Arrays.stream(Value.values()).map(Value::node),
                    Arrays.stream(Property.values()).map(Property::node),
                    Arrays.stream(DERIVED))
                .flatMap(terms -> terms)
                .map(Node::getURI));

    private All() {}
  }

  private Vocabulary() {}

  /** Every term, as an IRI. */
  public static ImmutableSet<String> terms() {
    return All.TERMS;
  }

  /** The relation that this IRI stands for, if it is a derived predicate. */
  public static Optional<Reach.Relation> relation(String iri) {
    for (Reach.Relation relation : Reach.Relation.values()) {
      if (derived(relation).getURI().equals(iri)) {
        return Optional.of(relation);
      }
    }
    return Optional.empty();
  }

  /** The predicate of a relation that is answered and not stored: {@code amb:publishesTo}. */
  static Node derived(Reach.Relation relation) {
    return DERIVED[relation.ordinal()];
  }

  private static Node term(String name) {
    return NodeFactory.createURI(NAMESPACE + name);
  }

  private static String upperCamel(String constant) {
    return Arrays.stream(constant.split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  private static String lowerCamel(String constant) {
    String camel = upperCamel(constant);
    return Character.toLowerCase(camel.charAt(0)) + camel.substring(1);
  }
}
