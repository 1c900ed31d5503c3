package dev.ambit.connect.inventory;

import dev.ambit.model.Asset;
import dev.ambit.model.AssetBuilder;
import dev.ambit.model.Certainty;
import dev.ambit.model.Channel;
import dev.ambit.model.Credential;
import dev.ambit.model.Gate;
import dev.ambit.model.Grant;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import dev.ambit.model.Tool;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/** How one element of each section is read, except an agent. */
final class Records {
  /** What a grant may say. */
  static final ImmutableList<String> RIGHTS = Verbs.ANY.all().collect(Verb::word).newWith("*");

  /** Each verb by its word; what is not among them is {@code *}. */
  private static final ImmutableMap<String, Verbs> VERBS =
      Lists.immutable.of(Verb.values()).toImmutableMap(Verb::word, Verbs::of);

  private static final ImmutableList<String> EFFECTS =
      Verbs.of(
              Verb.READ,
              Verb.WRITE,
              Verb.DELETE,
              Verb.SHARE,
              Verb.ADMINISTER,
              Verb.ASSUME,
              Verb.EXECUTE,
              Verb.PUBLISH,
              Verb.EGRESS,
              Verb.INVOKE)
          .all()
          .collect(Verb::word);

  private static final Words<Principal.Kind> KINDS =
      Words.of(Lists.immutable.of(Principal.Kind.values()).newWithout(Principal.Kind.UNKNOWN));

  private static final Words<Principal.Trust> TRUSTS =
      Words.of(Lists.immutable.of(Principal.Trust.values()));

  private static final Words<Gate.Strength> STRENGTHS =
      Words.of(Lists.immutable.of(Gate.Strength.values()).newWithout(Gate.Strength.UNKNOWN));

  private Records() {}

  static Principal principal(Fields fields) {
    return new Principal(
        fields.id(),
        fields.origin(),
        fields.neededWord("kind", KINDS),
        fields.text("name"),
        fields.refs("memberOf"),
        fields.text("clearance"),
        fields.count("size"),
        fields.word("trust", TRUSTS),
        fields.refs("consumes"),
        Lists.immutable.empty(),
        Lists.immutable.empty(),
        fields.truth("active").or(true),
        false,
        Certainty.DECLARED,
        fields.refs("aliases").ids());
  }

  static Asset asset(Fields fields) {
    return AssetBuilder.builder(Asset.of(fields.id(), fields.origin()))
        .name(fields.text("name"))
        .kind(fields.text("kind"))
        .in(listOf(fields.ref("in")))
        .levels(levels(fields.text("level")))
        .categories(fields.texts("categories"))
        .environment(fields.text("environment"))
        .owner(fields.ref("owner"))
        .readers(fields.refs("readers"))
        .writers(fields.refs("writers"))
        .recoverable(fields.truth("recoverable"))
        .backupsIn(fields.ref("backupsIn"))
        .labelEnforced(fields.truth("labelEnforced"))
        .holds(fields.refs("holds"))
        .derivedFrom(fields.objects("derivedFrom", Records::derived))
        .runsAs(fields.ref("runsAs"))
        .aliases(fields.patterns("aliases").ids())
        .build();
  }

  private static Refs listOf(Said<Ref> one) {
    return one.value().map(ref -> Refs.of(Lists.immutable.of(ref))).orElse(Refs.NOT_SAID);
  }

  private static ImmutableList<Said.Value<String>> levels(Said<String> level) {
    return level instanceof Said.Value<String> said
        ? Lists.immutable.of(said)
        : Lists.immutable.empty();
  }

  private static Asset.Derived derived(Fields fields) {
    return new Asset.Derived(fields.neededRef("asset"), fields.truth("masked").or(false));
  }

  static Channel channel(Fields fields) {
    return new Channel(
        fields.id(),
        fields.origin(),
        fields.text("name"),
        fields.text("kind"),
        fields.text("level"),
        fields.refs("readers"),
        fields.refs("writers"),
        fields.truth("rendersRemote"),
        fields.object("destinations", Records::destinations),
        Certainty.DECLARED,
        fields.refs("aliases").ids());
  }

  private static Channel.Destinations destinations(Fields fields) {
    return new Channel.Destinations(
        fields.truth("closed").or(false), fields.objects("hosts", Records::host));
  }

  private static Channel.Host host(Fields fields) {
    return new Channel.Host(fields.neededText("host"), fields.truth("ownerVerified").or(false));
  }

  static Credential credential(Fields fields) {
    return new Credential(
        fields.id(),
        fields.origin(),
        fields.text("kind"),
        fields.ref("authenticates"),
        fields.text("environment"),
        fields.text("purpose"),
        fields.refs("holders"),
        fields.text("vendor"),
        fields.ref("maker"),
        fields.ref("storedIn"),
        fields.truth("inline"),
        fields.day("created"),
        fields.day("rotated"),
        fields.dayOrNever("expires"),
        fields.dayOrNever("lastUsed"),
        fields.truth("sourceRestricted"),
        Lists.immutable.empty(),
        Certainty.DECLARED,
        fields.refs("aliases").ids());
  }

  static Grant grant(Fields fields) {
    Ref who = fields.neededRef("who");
    ImmutableList<String> can = fields.neededDifferentWords("can", RIGHTS);
    Ref on = fields.neededPattern("on");
    String id = who.id() + ":" + can.makeString("+") + ":" + on.id();
    Said<Condition> condition = fields.object("condition", Condition::read);
    return new Grant(
        fields.idOr(id),
        fields.origin(),
        who,
        verbs(can),
        can.contains("*"),
        on,
        fields.isFirst("effect", "deny", "allow").or(false),
        fields.ref("gate"),
        condition
            .value()
            .map(said -> Said.of(said.text(), condition.originOr(fields.origin())))
            .orElse(Said.nothing()),
        condition.value().map(Condition::undecidable).orElse(false),
        fields.day("until"),
        fields.dayOrNever("lastUsed"),
        Certainty.DECLARED);
  }

  static Verbs verbs(ImmutableList<String> words) {
    Verbs verbs = Verbs.NONE;
    for (String word : words) {
      verbs = verbs.or(VERBS.getIfAbsentValue(word, Verbs.ANY));
    }
    return verbs;
  }

  private record Condition(String text, boolean undecidable) {
    static Condition read(Fields fields) {
      return new Condition(fields.neededText("text"), !fields.truth("decidable").or(true));
    }
  }

  static Gate gate(Fields fields) {
    return new Gate(
        fields.id(),
        fields.origin(),
        fields.neededWord("strength", STRENGTHS),
        fields.refs("approvers"),
        fields.truth("independent"),
        fields.refs("exempt"),
        fields.isFirst("mode", "log-only", "enforce").or(false),
        fields.truth("remembersConsent").or(false),
        fields.ref("heldIn"),
        fields.count("approvalsPerDay"),
        Certainty.DECLARED);
  }

  static Tool tool(Fields fields) {
    return new Tool(
        fields.id(),
        fields.origin(),
        fields.text("name"),
        Said.of(verbs(fields.neededWords("effects", EFFECTS)), fields.originOf("effects")),
        fields.patterns("on"),
        fields.isFirst("items", "all", "listed"),
        fields.ref("uses"),
        fields.ref("gate"),
        fields.truth("reversible"),
        fields.texts("modelFills"),
        fields.isFirst("tenancy", "shared", "dedicated"),
        fields.truth("tenantBound"),
        fields.object("package", Records::software),
        Certainty.DECLARED);
  }

  private static Tool.Software software(Fields fields) {
    return new Tool.Software(
        fields.neededText("name"), fields.truth("pinned").or(false), fields.text("publisher"));
  }
}
