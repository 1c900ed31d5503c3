package dev.ambit.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * A large company in which every agent is built as one would want it: the same seed, the same
 * world. Each department has nested groups, data of all levels, rooms, and agents of every kind;
 * what limits an agent is its own, so that one control can be taken away alone.
 */
final class QuietWorld {
  private static final List<String> SECTIONS =
      List.of(
          "principals", "assets", "channels", "credentials", "grants", "agents", "tools", "gates");

  /** What agents there are; each is one way to be harmless. */
  enum Kind {
    ANSWERS,
    SHOP,
    NOTIFIER,
    CODER,
    PURGER,
    ADVISER,
    CALLER,
    MINUTES,
    NIGHTLY,
    PROXY
  }

  private final Random random;
  private final World world = World.empty();

  private QuietWorld(long seed) {
    this.random = new Random(seed);
  }

  /** With an agent of each kind in each department, and a few more by chance. */
  static World of(long seed, int departments) {
    QuietWorld made = new QuietWorld(seed);
    made.company();
    for (int department = 1; department <= departments; department++) {
      made.department(department);
    }
    return made.world;
  }

  private void company() {
    world.settings().put("asOf", "2026-11-01");
    world.settings().put("closed", SECTIONS);
    SECTIONS.forEach(section -> world.sections().put(section, new ArrayList<>()));
    group("company", "internal", 20_000);
    group("stewards", "restricted", 15, "company");
    world.add("principals", "id", "customers", "kind", "external", "size", 500_000);
    person("chief", "stewards");
    asset("vault", "restricted", "chief", "readers", List.of("stewards"));
    asset("gate-settings", "internal", "chief", "writers", List.of("stewards"));
  }

  private void department(int number) {
    String here = "-" + number;
    group("division" + here, "internal", 900 + random.nextInt(900), "company");
    group("staff" + here, "internal", 100 + random.nextInt(700), "division" + here);
    group("team" + here, "restricted", 0, "staff" + here);
    group("oncall" + here, "restricted", 0, "team" + here);
    for (int person = 1; person <= 3 + random.nextInt(5); person++) {
      person("person" + here + "-" + person, person < 3 ? "oncall" + here : "team" + here);
    }
    places(here);
    for (Kind kind : Kind.values()) {
      agent(kind, here + "-1", here);
    }
    for (int more = 2; more <= 1 + random.nextInt(4); more++) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      agent(kind, here + "-" + more, here);
    }
  }

  private void places(String here) {
    String lead = "person" + here + "-1";
    List<String> team = List.of("team" + here);
    List<String> staff = List.of("staff" + here);
    asset("drive" + here, "internal", lead);
    asset("files" + here, "restricted", lead, "readers", team, "in", "drive" + here);
    asset("archive" + here, "restricted", lead, "readers", team, "backupsIn", "vault");
    asset("orders" + here, "confidential", lead, "readers", team);
    asset("figures" + here, "internal", lead, "readers", staff);
    asset("code" + here, "confidential", lead, "readers", team, "writers", team);
    asset("sandbox" + here, "internal", lead, "readers", team, "environment", "test");
    asset("runbooks" + here, "internal", lead, "readers", staff, "writers", team);
    asset("log" + here, "restricted", "chief", "readers", List.of("stewards"));
    channel("room" + here, "staff" + here);
    channel("reviews" + here, "team" + here);
    grant("team-changes" + here, "team" + here, List.of("write", "delete"), "code" + here);
  }

  private void agent(Kind kind, String number, String here) {
    String me = kind.name().toLowerCase(Locale.ROOT) + number;
    world.add("principals", "id", "svc-" + me, "kind", "service");
    Map<String, Object> agent = controlled(me, here);
    world.all("agents").add(agent);
    switch (kind) {
      case ANSWERS -> {
        agent.put("knowledge", List.of(source("files" + here, "by-reader")));
        agent.put("invokers", List.of("staff" + here));
        uses(agent, "read", "files" + here);
      }
      case SHOP -> {
        credential(me);
        agent.put("credentials", List.of("key-" + me));
        agent.put("environment", "production");
        agent.put("invokers", List.of("customers"));
        grant("reads-" + me, "svc-" + me, List.of("read"), "orders" + here);
        Map<String, Object> lookup = tool(agent, "lookup", "read", "orders" + here);
        lookup.put("uses", "key-" + me);
        lookup.put("tenancy", "shared");
        lookup.put("tenantBound", true);
        uses(agent, "read", "orders" + here);
      }
      case NOTIFIER -> {
        nobodyAsks(agent);
        reads(agent, "figures" + here);
        posts(agent, "room" + here);
      }
      case CODER -> {
        gate("steps-" + me, "host", "team" + here);
        agent.put("invokers", List.of("team" + here));
        agent.put("repliesTo", List.of("requester", "reviews" + here));
        reads(agent, "code" + here);
        changes(agent, "write", "code" + here, "steps-" + me).put("reversible", true);
        changes(agent, "execute", "sandbox" + here, "steps-" + me);
        uses(agent, "publish", "reviews" + here);
      }
      case PURGER -> {
        nobodyAsks(agent);
        gate("stewards-" + me, "resource", "stewards").put("heldIn", "gate-settings");
        agent.put("guardrails", List.of("gate-settings"));
        changes(agent, "delete", "archive" + here, "stewards-" + me);
      }
      case ADVISER -> {
        String duty = "duty-of-" + me;
        group(duty, "restricted", 0, "company");
        person("first-of-" + me, duty);
        person("second-of-" + me, duty);
        channel("room-of-" + me, duty);
        gate("second-" + me, "resource", "stewards");
        asset("opened-by-" + me, "restricted", "chief", "readers", List.of("team" + here));
        grant("opens-" + me, duty, List.of("share"), "opened-by-" + me).put("gate", "second-" + me);
        agent.put("invokers", List.of(duty));
        agent.put("repliesTo", List.of("requester", "room-of-" + me));
        agent.put("inputs", List.of("room-of-" + me));
        reads(agent, "runbooks" + here);
        uses(agent, "read", "room-of-" + me);
        uses(agent, "publish", "room-of-" + me);
      }
      case CALLER -> {
        Map<String, Object> called = controlled("called-by-" + me, here);
        world.add("principals", "id", "svc-called-by-" + me, "kind", "service");
        world.all("agents").add(called);
        called.put("invokers", List.of());
        called.put("runs", "attended");
        reads(called, "runbooks" + here);
        agent.put("invokers", List.of("staff" + here));
        reads(agent, "figures" + here);
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("agent", "called-by-" + me);
        call.put("token", "exchanged");
        call.put("rechecksRequester", true);
        agent.put("calls", new ArrayList<>(List.of(call)));
      }
      case MINUTES -> {
        asset("notes-of-" + me, "confidential", "chief", "readers", List.of("team" + here));
        agent.put("invokers", List.of("team" + here));
        agent.put("memory", Map.of("scope", "shared", "asset", "notes-of-" + me));
        reads(agent, "orders" + here);
        uses(agent, "read", "notes-of-" + me);
        uses(agent, "write", "notes-of-" + me);
      }
      case NIGHTLY -> {
        nobodyAsks(agent);
        asset("report-of-" + me, "internal", "chief", "readers", List.of("staff" + here));
        reads(agent, "figures" + here);
        grant("writes-" + me, "svc-" + me, List.of("write"), "report-of-" + me);
        tool(agent, "reporter", "write", "report-of-" + me).put("uses", "svc-" + me);
        uses(agent, "write", "report-of-" + me);
      }
      case PROXY -> {
        agent.put(
            "identity",
            new LinkedHashMap<>(Map.of("mode", "on-behalf-of", "as", List.of("svc-" + me))));
        agent.put("invokers", List.of("staff" + here));
        reads(agent, "files" + here);
      }
    }
  }

  /** With everything that is asked of any agent. */
  private static Map<String, Object> controlled(String me, String here) {
    Map<String, Object> agent = new LinkedHashMap<>();
    agent.put("id", me);
    agent.put("owner", "person" + here + "-1");
    agent.put("stage", "live");
    agent.put("pilotedOn", new ArrayList<>());
    agent.put("runs", "attended");
    agent.put("identity", new LinkedHashMap<>(Map.of("mode", "own", "as", List.of("svc-" + me))));
    agent.put("tools", new ArrayList<>());
    agent.put("authentication", "required");
    agent.put("repliesTo", List.of("requester"));
    agent.put("labelled", true);
    agent.put("memory", Map.of("scope", "none"));
    Map<String, Object> audit = new LinkedHashMap<>();
    audit.put("log", "log" + here);
    audit.put("attributable", true);
    audit.put("retentionDays", 365);
    agent.put("audit", audit);
    agent.put("stop", "remote");
    agent.put("budget", new ArrayList<>());
    return agent;
  }

  private static void nobodyAsks(Map<String, Object> agent) {
    agent.put("invokers", List.of());
    agent.put("repliesTo", List.of());
    agent.put("runs", "unattended");
  }

  private void reads(Map<String, Object> agent, String asset) {
    String me = World.text(agent, "id");
    grant("reads-" + me, "svc-" + me, List.of("read"), asset);
    tool(agent, "read", "read", asset).put("uses", "svc-" + me);
    uses(agent, "read", asset);
  }

  private void posts(Map<String, Object> agent, String channel) {
    tool(agent, "post", "publish", channel);
    uses(agent, "publish", channel);
  }

  private Map<String, Object> changes(
      Map<String, Object> agent, String verb, String asset, String gate) {
    String me = World.text(agent, "id");
    grant(verb + "-" + me, "svc-" + me, List.of(verb), asset).put("gate", gate);
    Map<String, Object> tool = tool(agent, verb, verb, asset);
    tool.put("uses", "svc-" + me);
    tool.put("gate", gate);
    uses(agent, verb, asset);
    return tool;
  }

  private Map<String, Object> tool(Map<String, Object> agent, String name, String verb, String on) {
    String id = name + "-of-" + World.text(agent, "id");
    listIn(agent, "tools").add(id);
    Map<String, Object> tool =
        world.add("tools", "id", id, "effects", List.of(verb), "on", List.of(on));
    if (verb.equals("read")) {
      tool.put("items", "listed");
    }
    return tool;
  }

  /** What the agent is meant to need, and was tried on. */
  private static void uses(Map<String, Object> agent, String verb, String on) {
    listIn(agent, "budget").add(new LinkedHashMap<>(Map.of("can", List.of(verb), "on", on)));
    List<Object> tried = listIn(agent, "pilotedOn");
    if (!verb.equals("publish") && !on.contains("room") && !tried.contains(on)) {
      tried.add(on);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Object> listIn(Map<String, Object> of, String key) {
    return (List<Object>) Objects.requireNonNull(of.get(key), key);
  }

  private static Map<String, Object> source(String asset, String filtered) {
    return new LinkedHashMap<>(Map.of("asset", asset, "filtered", filtered, "items", "listed"));
  }

  /** Of so many people; 0: all of them are listed. */
  private void group(String id, String clearance, int size, String... in) {
    Map<String, Object> group =
        world.add(
            "principals",
            "id",
            id,
            "kind",
            "group",
            "clearance",
            clearance,
            "memberOf",
            List.of(in));
    if (size > 0) {
      group.put("size", size);
    }
  }

  private void person(String id, String in) {
    world.add("principals", "id", id, "kind", "person", "memberOf", List.of(in));
  }

  private void asset(String id, String level, String owner, Object... more) {
    Map<String, Object> asset =
        world.add("assets", "id", id, "level", level, "owner", owner, "recoverable", true);
    asset.put("labelEnforced", true);
    for (int i = 0; i < more.length; i += 2) {
      asset.put((String) more[i], more[i + 1]);
    }
  }

  private void channel(String id, String group) {
    world.add(
        "channels",
        "id",
        id,
        "readers",
        List.of(group),
        "writers",
        List.of(group),
        "rendersRemote",
        false);
  }

  private Map<String, Object> grant(String id, String who, List<String> can, String on) {
    return world.add("grants", "id", id, "who", who, "can", can, "on", on);
  }

  private Map<String, Object> gate(String id, String strength, String approvers) {
    return world.add(
        "gates",
        "id",
        id,
        "strength",
        strength,
        "approvers",
        List.of(approvers),
        "independent",
        true,
        "mode",
        "enforce",
        "remembersConsent",
        false,
        "approvalsPerDay",
        20);
  }

  private void credential(String me) {
    Map<String, Object> key =
        world.add("credentials", "id", "key-" + me, "kind", "api-key", "holders", List.of(me));
    key.put("authenticates", "svc-" + me);
    key.put("environment", "production");
    key.put("created", "2026-10-05");
    key.put("expires", "2026-12-20");
    key.put("lastUsed", "2026-10-31");
    key.put("sourceRestricted", true);
  }
}
