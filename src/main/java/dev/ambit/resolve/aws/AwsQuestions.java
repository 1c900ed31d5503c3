package dev.ambit.resolve.aws;

import dev.ambit.model.Builtin;
import dev.ambit.model.Facts;
import dev.ambit.model.Policy;
import dev.ambit.model.Principal;
import dev.ambit.model.request.AccessAnswer;
import dev.ambit.model.request.AccessRuling;
import dev.ambit.model.request.Ruling;
import dev.ambit.resolve.aws.request.Asked;
import dev.ambit.resolve.aws.request.Caller;
import dev.ambit.resolve.aws.request.CompiledPolicies;
import dev.ambit.resolve.aws.request.Context;
import dev.ambit.resolve.aws.request.Rulings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * Single questions about what was read: may this one do that, and who may. Each is one request to
 * AWS, decided with all policies of the input; what neither the input nor the asker tells depends.
 */
public final class AwsQuestions {
  private final Facts facts;
  private final PolicyShelf shelf;
  private final RequestFacts known;
  private final LakeGate lake;
  private final Endpoints endpoints;
  private final ActionTable actions = new ActionTable();
  private final UnifiedMap<String, Principal> principals = UnifiedMap.newMap();

  /**
   * Who asks.
   *
   * @param holder the ARN whose policies count; empty for one that has none
   * @param session policies that limit all it asks
   */
  private record Asker(String said, Caller caller, String holder, ImmutableList<Policy> session) {
    Asker(String said, Caller caller, String holder) {
      this(said, caller, holder, Lists.immutable.empty());
    }

    Asker as(String session) {
      return new Asker(said, Caller.of(session, ""), holder, this.session);
    }

    Asker limited(ImmutableList<Policy> by) {
      return new Asker(said, caller, holder, by);
    }
  }

  private AwsQuestions(Facts facts) {
    this.facts = facts;
    this.shelf = new PolicyShelf(facts);
    this.known = new RequestFacts(facts);
    this.endpoints = new Endpoints(facts.policies(), facts.assets());
    this.lake = new LakeGate(new DataLakes(facts.policies(), facts.assets()));
    for (Principal each : facts.principals()) {
      principals.put(each.id(), each);
      each.aliases().forEach(alias -> principals.putIfAbsent(alias, each));
    }
  }

  /** About facts that are joined: everything that is said of one thing in one place. */
  public static AwsQuestions about(Facts joined) {
    return new AwsQuestions(joined);
  }

  /** The names of principals that {@link #can} knows, sorted. */
  public ImmutableList<String> principals() {
    return principals.keysView().toSortedList().toImmutable();
  }

  /** The names of assets, sorted. */
  public ImmutableList<String> assets() {
    return facts
        .assets()
        .flatCollect(each -> each.aliases().newWith(each.id()))
        .toSortedList()
        .toImmutable();
  }

  /** The same for somebody whose session has no policy of its own. */
  public Optional<AccessAnswer> can(
      String who, String action, String resource, Map<String, ImmutableList<String>> given) {
    return can(who, action, resource, given, Lists.immutable.empty());
  }

  /**
   * Whether a principal may do something.
   *
   * @param who an id or alias, the ARN of a session of a known role, or the name of a service
   * @param resource an ARN or an asset's id; what is in it where the action works only on that
   * @param given context of the request, by key in small letters
   * @param session policies that its session was begun with; they limit it
   * @return empty if nobody has that name
   */
  public Optional<AccessAnswer> can(
      String who,
      String action,
      String resource,
      Map<String, ImmutableList<String>> given,
      ImmutableList<Policy> session) {
    return asker(who).map(asker -> answer(asker.limited(session), action, resource, given));
  }

  private Optional<Asker> asker(String who) {
    Principal principal = principals.get(who);
    if (principal != null) {
      String arn = RequestFacts.arn(principal);
      return Optional.of(new Asker(who, Caller.of(arn, ""), arn));
    }
    if (who.equals(Builtin.INTERNET.id())) {
      return Optional.of(anyone());
    }
    Caller caller = Caller.of(who, "");
    return switch (caller.kind()) {
      case ROLE_SESSION ->
          shelf.roleNamed(caller.holder()).map(role -> new Asker(who, caller, role));
      case SERVICE, ANONYMOUS -> Optional.of(new Asker(who, caller, ""));
      case ROOT, USER, ROLE, FEDERATED_SESSION, FEDERATED -> Optional.empty();
    };
  }

  private static Asker anyone() {
    return new Asker(Builtin.INTERNET.id(), Caller.of("Anonymous", ""), "");
  }

  /**
   * Everybody who may, or may under conditions, sorted by name. Groups are left out: their members
   * are the ones who ask.
   */
  public ImmutableList<AccessAnswer> who(
      String asset, String action, Map<String, ImmutableList<String>> given) {
    return facts
        .principals()
        .select(RequestFacts::asks)
        .collect(
            each -> {
              String arn = RequestFacts.arn(each);
              return new Asker(each.id(), Caller.of(arn, ""), arn);
            })
        .newWith(anyone())
        .collect(asker -> answer(asker, action, asset, given))
        .select(AwsQuestions::mayBeAllowed)
        .toSortedListBy(AccessAnswer::principal)
        .toImmutable();
  }

  private static boolean mayBeAllowed(AccessAnswer answer) {
    return mayBe(answer.ruling());
  }

  private static boolean mayBe(AccessRuling ruling) {
    return Lists.immutable.of(Ruling.ALLOWED, Ruling.DEPENDS).contains(ruling.ruling());
  }

  private AccessAnswer answer(
      Asker asker, String action, String resource, Map<String, ImmutableList<String>> given) {
    String arn = known.arnOfAsset(resource);
    AccessRuling ruling = asItsSessions(asker, action, arn, given);
    AccessRuling withKey = withKey(ruling, asker, action, arn, given);
    return new AccessAnswer(
        asker.said(),
        action,
        resource,
        lake.with(withKey, action, arn, asker.holder(), asker.caller().account()));
  }

  /** Whoever may use a role may call the session as a policy has it. */
  private AccessRuling asItsSessions(
      Asker asker, String action, String arn, Map<String, ImmutableList<String>> given) {
    AccessRuling asRole = ruling(asker, action, arn, given);
    if (asker.caller().kind() != Caller.Kind.ROLE || mayBe(asRole)) {
      return asRole;
    }
    for (String session : shelf.sessionsNamed(asker.holder(), arn)) {
      AccessRuling asSession = ruling(asker.as(session), action, arn, given);
      if (mayBe(asSession)) {
        String name = session.substring(session.lastIndexOf('/') + 1);
        return new AccessRuling(
            Ruling.DEPENDS,
            asSession.layers(),
            asSession.dependsOn().newWith("the session is called " + name));
      }
    }
    return asRole;
  }

  private AccessRuling ruling(
      Asker asker, String action, String arn, Map<String, ImmutableList<String>> given) {
    String owner = known.ownerOf(arn).orElse(asker.caller().account());
    Context context = known.context(asker.caller(), asker.holder(), arn, owner, given);
    Asked asked = Asked.of(asker.caller(), action, target(action, arn), owner, context);
    CompiledPolicies policies =
        shelf.policies(
            asked,
            asker.holder(),
            known.groups(asker.holder()),
            arn,
            asker.session(),
            endpoints.through(asked.action(), given));
    return Rulings.of(asked, policies);
  }

  /** What is encrypted takes a second request, of the same one to the key. */
  private AccessRuling withKey(
      AccessRuling ruling,
      Asker asker,
      String action,
      String arn,
      Map<String, ImmutableList<String>> given) {
    String key = mayBe(ruling) ? known.keyOf(arn) : "";
    Optional<String> onKey = EncryptedThings.onKey(action);
    if (onKey.isEmpty() || !EncryptedThings.isOfCustomer(key)) {
      return ruling;
    }
    Map<String, ImmutableList<String>> through = new HashMap<>(given);
    String service = action.substring(0, action.indexOf(':'));
    String region = key.split(":", -1)[3];
    if (!region.equals("*")) {
      through.put("kms:viaservice", Lists.immutable.of(service + "." + region + ".amazonaws.com"));
    }
    through.put("aws:viaawsservice", Lists.immutable.of("true"));
    AccessRuling ofKey = ruling(asker, onKey.get(), key, through);
    return EncryptedThings.with(ruling, ofKey, action, key);
  }

  /** The resource, or all that is in it, whichever the action works on. */
  private String target(String action, String arn) {
    String parts = arn + (arn.contains(":log-group:") ? ":*" : "/*");
    return !actions.worksOn(action, arn) && actions.worksOn(action, parts) ? parts : arn;
  }

  /** Whether a resource may have that name: any ARN, and what the input calls an asset. */
  public boolean isResource(String name) {
    return name.equals("*") || name.startsWith("arn:") || known.isAsset(name);
  }
}
