package dev.ambit.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes small worlds by chance: the same seed, the same world. */
final class RandomWorld {
  static final List<String> LEVELS = List.of("public", "internal", "confidential", "restricted");
  private static final List<String> SECTIONS =
      List.of(
          "principals", "assets", "channels", "credentials", "grants", "agents", "tools", "gates");

  private static final List<String> PATTERNS = List.of("store-*", "*");

  private final Random random;
  private final boolean plain;
  private final World world = World.empty();
  private final List<String> people = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<String> services = new ArrayList<>();
  private final List<String> assets = new ArrayList<>();
  private final List<String> channels = new ArrayList<>();
  private final List<String> tools = new ArrayList<>();
  private final List<String> agents = new ArrayList<>();

  private RandomWorld(long seed, boolean plain) {
    this.random = new Random(seed);
    this.plain = plain;
  }

  /** Everything is said, everybody is listed, and no gate and no condition stands anywhere. */
  static World plain(long seed) {
    return new RandomWorld(seed, true).made();
  }

  /** Gates, conditions and crowds of a given or unknown size; some facts are missing. */
  static World any(long seed) {
    return new RandomWorld(seed, false).made();
  }

  private World made() {
    world.settings().put("asOf", "2026-11-01");
    if (plain || random.nextBoolean()) {
      world.settings().put("closed", SECTIONS);
    }
    world.settings().put("defaults", Map.of("largeAudience", 2));
    SECTIONS.forEach(section -> world.sections().put(section, new ArrayList<>()));
    names("person", 2 + random.nextInt(4), people);
    names("group", 1 + random.nextInt(4), groups);
    names("service", 1 + random.nextInt(3), services);
    names("store", 2 + random.nextInt(4), assets);
    names("room", 1 + random.nextInt(3), channels);
    names("tool", random.nextInt(5), tools);
    names("bot", 1 + random.nextInt(3), agents);
    principals();
    places();
    if (!plain) {
      gates();
    }
    for (int i = random.nextInt(8); i > 0; i--) {
      grant(i);
    }
    tools.forEach(this::tool);
    agents.forEach(this::agent);
    return world;
  }

  private void principals() {
    // Everybody is below some group, and the first person below every group: none is of unknown
    // size.
    for (String person : people) {
      List<String> in = person.equals(people.get(0)) && plain ? groups : some(groups, 3);
      boolean outside = !person.equals(people.get(0)) && one(6);
      Map<String, Object> made =
          world.add(
              "principals", "id", person, "kind", outside ? "external" : "person", "memberOf", in);
      if (!outside && one(3)) {
        made.put("clearance", level());
      }
    }
    for (String group : groups) {
      Map<String, Object> made =
          world.add(
              "principals",
              "id",
              group,
              "kind",
              "group",
              "memberOf",
              without(some(groups, 4), group));
      if (one(2)) {
        made.put("clearance", level());
      }
      if (!plain && one(2)) {
        made.put("size", random.nextInt(9));
      }
    }
    services.forEach(
        service ->
            world.add("principals", "id", service, "kind", "service", "memberOf", some(groups, 8)));
    world.add("principals", "id", "role-1", "kind", "role");
  }

  private void places() {
    for (String asset : assets) {
      Map<String, Object> made = world.add("assets", "id", asset, "readers", some(readers(), 5));
      int place = assets.indexOf(asset);
      if (place > 0 && one(3)) {
        made.put("in", assets.get(random.nextInt(place)));
      }
      if (plain || one(4) || !one(3)) {
        made.put("level", level());
      }
      if (one(3)) {
        made.put("writers", some(readers(), 5));
      }
      if (one(2)) {
        made.put("recoverable", true);
      }
    }
    for (String channel : channels) {
      Map<String, Object> made =
          world.add("channels", "id", channel, "writers", some(readers(), 5));
      if (plain || !one(4)) {
        made.put("readers", some(readers(), 3));
      }
    }
  }

  private void gates() {
    for (int i = 1; i <= 2; i++) {
      Map<String, Object> made =
          world.add(
              "gates",
              "id",
              "gate-" + i,
              "strength",
              pick(List.of("prompt", "advisory", "host", "resource")));
      made.put("independent", random.nextBoolean());
      if (one(2)) {
        made.put("approvers", some(readers(), 3));
      }
      if (one(4)) {
        made.put("mode", "log-only");
      }
      if (one(4)) {
        made.put("heldIn", pick(assets));
      }
    }
  }

  private void grant(int number) {
    List<String> who = new ArrayList<>(readers());
    who.addAll(services);
    who.addAll(services);
    who.add("role-1");
    Map<String, Object> made = world.add("grants", "id", "grant-" + number, "who", pick(who));
    int kind = random.nextInt(12);
    if (kind == 0) {
      made.put("can", List.of("assume"));
      made.put("on", "role-1");
    } else if (kind == 1) {
      made.put("can", List.of("publish"));
      made.put("on", pick(channels));
    } else if (kind == 2) {
      made.put("can", List.of("read"));
      made.put("on", pick(channels));
    } else if (kind == 3) {
      made.put("can", List.of("share"));
      made.put("on", one(3) ? pick(PATTERNS) : pick(assets));
    } else if (kind == 4) {
      made.put("can", List.of(plain ? "read" : "*"));
      made.put("on", pick(PATTERNS));
    } else {
      made.put("can", List.of(pick(List.of("read", "read", "write"))));
      made.put("on", pick(assets));
    }
    if (one(4)) {
      made.put("effect", "deny");
    }
    if (!plain && one(4)) {
      made.put("gate", pick(List.of("gate-1", "gate-2")));
    }
    if (!plain && one(6)) {
      made.put("condition", new LinkedHashMap<>(Map.of("text", "some tag", "decidable", false)));
    }
  }

  private void tool(String tool) {
    boolean posts = random.nextBoolean();
    Map<String, Object> made = world.add("tools", "id", tool);
    made.put("effects", List.of(posts ? "publish" : pick(List.of("read", "read", "write"))));
    made.put("on", List.of(posts ? pick(channels) : one(5) ? "store-*" : pick(assets)));
    if (one(3)) {
      made.put("uses", pick(services));
    }
    if (!plain && one(3)) {
      made.put("gate", pick(List.of("gate-1", "gate-2")));
    }
  }

  private void agent(String agent) {
    Map<String, Object> made =
        world.add("agents", "id", agent, "owner", people.get(0), "stage", "live");
    made.put("authentication", "required");
    made.put("runs", one(4) ? "unattended" : "attended");
    made.put("identity", new LinkedHashMap<>(Map.of("mode", "own", "as", some(services, 2))));
    made.put("tools", some(tools, 2));
    made.put(
        "repliesTo",
        one(4) ? List.of() : one(4) ? List.of("requester", pick(channels)) : List.of("requester"));
    if (plain || !one(4)) {
      made.put("invokers", one(6) ? List.of() : some(readers(), 3));
    }
    if (one(3)) {
      made.put("inputs", List.of(one(2) ? pick(channels) : pick(assets)));
    }
    if (one(4)) {
      Map<String, Object> source = new LinkedHashMap<>(Map.of("asset", pick(assets)));
      source.put("filtered", one(3) ? "by-reader" : "none");
      made.put("knowledge", List.of(source));
    }
    if (one(4) && agents.size() > 1) {
      Map<String, Object> call = new LinkedHashMap<>(Map.of("agent", pick(without(agents, agent))));
      call.put("token", plain || !one(3) ? "own" : pick(List.of("passed", "exchanged")));
      made.put("calls", List.of(call));
    }
    if (plain) {
      made.put("labelled", true);
      made.put("stop", "remote");
      made.put("memory", Map.of("scope", "none"));
      made.put(
          "audit",
          new LinkedHashMap<>(
              Map.of("log", pick(assets), "attributable", true, "retentionDays", 365)));
    }
  }

  private List<String> readers() {
    List<String> all = new ArrayList<>(people);
    all.addAll(groups);
    return all;
  }

  private static void names(String word, int count, List<String> into) {
    for (int i = 1; i <= count; i++) {
      into.add(word + "-" + i);
    }
  }

  /** Each with a chance of one in so many, in their order. */
  private List<String> some(List<String> of, int oneIn) {
    return of.stream().filter(each -> one(oneIn)).toList();
  }

  private static List<String> without(List<String> all, String one) {
    return all.stream().filter(each -> !each.equals(one)).toList();
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String level() {
    return pick(LEVELS);
  }
}
