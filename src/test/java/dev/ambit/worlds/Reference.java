package dev.ambit.worlds;

import static dev.ambit.worlds.World.text;
import static dev.ambit.worlds.World.texts;

import dev.ambit.model.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Slow and obvious: answers one question after the other with loops over the records, as the pages
 * about inventory and exposure say it. For plain worlds ({@link RandomWorld#plain}) only. Nothing
 * in here knows how the product does it.
 */
final class Reference {
  private static final int LARGE = 2;

  private final World world;
  private final Map<String, Map<String, Object>> records = new LinkedHashMap<>();
  private final List<Grant> grants = new ArrayList<>();

  /** Who may do what: a grant, or a list of readers or writers. */
  private record Grant(String id, String who, List<String> verbs, String on, boolean deny) {}

  /** One way of an agent to do something, and what it covers. */
  private record Way(Set<String> covers) {}

  Reference(World world) {
    this.world = world;
    world
        .sections()
        .values()
        .forEach(all -> all.forEach(each -> records.put(text(each, "id"), each)));
    for (Map<String, Object> each : world.all("grants")) {
      boolean deny = text(each, "effect").equals("deny");
      grants.add(
          new Grant(
              text(each, "id"), text(each, "who"), texts(each, "can"), text(each, "on"), deny));
    }
    for (String section : List.of("assets", "channels")) {
      for (Map<String, Object> each : world.all(section)) {
        String id = text(each, "id");
        String post = section.equals("assets") ? "write" : "publish";
        texts(each, "readers")
            .forEach(who -> grants.add(new Grant(id + "/r", who, List.of("read"), id, false)));
        texts(each, "writers")
            .forEach(who -> grants.add(new Grant(id + "/w", who, List.of(post), id, false)));
      }
    }
  }

  /** {@code agent asset}, and how severe: data that leaves by something the agent writes. */
  Map<String, Severity> exposures() {
    return pairs(
        agent -> {
          Map<String, Severity> found = new TreeMap<>();
          for (String data : reported(reading(agent))) {
            for (String place : places(agent)) {
              Set<String> uncleared = uncleared(audience(place), data);
              if (!place.equals(data) && !uncleared.isEmpty()) {
                boolean raised = isSteeredOrAlone(agent) || uncleared.size() > LARGE;
                found.merge(data, severity(data, uncleared, raised), Severity::max);
              }
            }
          }
          return found;
        });
  }

  /**
   * {@code agent asset}: data that answers are composed of, and that some of their readers lack.
   */
  Map<String, Severity> answers() {
    return pairs(
        agent -> {
          Map<String, Severity> found = new TreeMap<>();
          for (boolean filtered : List.of(true, false)) {
            for (String data : reported(knowledge(agent, filtered))) {
              for (String place : places(agent)) {
                Set<String> uncleared = uncleared(audience(place), data);
                if (!place.equals(data) && !uncleared.isEmpty()) {
                  boolean raised = isSteeredOrAlone(agent) || uncleared.size() > LARGE;
                  found.merge(data, severity(data, uncleared, raised), Severity::max);
                }
              }
              Set<String> uncleared = uncleared(askers(agent), data);
              // Who asks gets from a filtered index what he may read, and nothing else.
              if (answersTheRequester(agent) && !filtered && !uncleared.isEmpty()) {
                found.merge(
                    data, severity(data, uncleared, isSteeredOrAlone(agent)), Severity::max);
              }
            }
          }
          return found;
        });
  }

  /** {@code agent asset}: data that the agent tells those who ask, or changes for them. */
  Map<String, Severity> deputies() {
    return pairs(
        agent -> {
          Map<String, Severity> found = new TreeMap<>();
          Set<String> asking = askers(agent);
          if (answersTheRequester(agent)) {
            for (String data : reported(reading(agent))) {
              Set<String> uncleared = uncleared(asking, data);
              if (!uncleared.isEmpty()) {
                found.merge(
                    data, severity(data, uncleared, isSteeredOrAlone(agent)), Severity::max);
              }
            }
          }
          for (String data : reported(doing(agent, "share"))) {
            if (rank(data) >= 2 && asking.stream().anyMatch(each -> !canBy(each, "share", data))) {
              found.merge(data, Severity.of(rank(data), 0, isSteeredOrAlone(agent)), Severity::max);
            }
          }
          return found;
        });
  }

  /** {@code agent asset}: data that a reader of the agent's answers can open to the uncleared. */
  Set<String> advice() {
    Set<String> found = new HashSet<>();
    for (Map<String, Object> agent : world.all("agents")) {
      if (!answersPeople(agent)) {
        continue;
      }
      List<Set<String>> rooms = new ArrayList<>();
      places(agent).stream().filter(this::isChannel).forEach(place -> rooms.add(audience(place)));
      if (answersTheRequester(agent)) {
        // Each who may ask reads an answer of his own; a group that may ask, all of it.
        texts(agent, "invokers").forEach(asker -> rooms.add(behind(asker)));
      }
      for (Set<String> room : rooms) {
        for (String reader : room) {
          for (String data : openedBy(reader, room)) {
            found.add(text(agent, "id") + " " + data);
          }
        }
      }
    }
    return found;
  }

  /** A right is told for what it is written on: an asset, what contains others, or a pattern. */
  private Set<String> openedBy(String reader, Set<String> room) {
    Set<String> admitted = new HashSet<>(room);
    identity(reader).stream()
        .filter(each -> !each.equals(reader))
        .forEach(group -> admitted.addAll(behind(group)));
    Set<String> opened = new HashSet<>();
    for (String who : becomes(reader)) {
      for (Grant right : grants) {
        if (!right.deny() && grants(right, "share") && identity(who).contains(right.who())) {
          Set<String> covers = allowed(right.on(), who, "share").covers();
          if (admitted.stream().anyMatch(each -> wouldBeLetIn(each, covers))) {
            opened.add(named(right.on()));
          }
        }
      }
    }
    return opened;
  }

  /** A pattern that covers one thing, with what is in it, is another word for that thing. */
  private String named(String on) {
    Set<String> all = covered(on);
    List<String> outermost =
        all.stream()
            .filter(
                each ->
                    containers(each).stream()
                        .noneMatch(box -> !box.equals(each) && all.contains(box)))
            .toList();
    return on.endsWith("*") && outermost.size() == 1 ? outermost.get(0) : on;
  }

  /** Somebody who is not cleared for the highest that the right covers. */
  private boolean wouldBeLetIn(String person, Set<String> covers) {
    int highest = covers.stream().mapToInt(this::rank).max().orElse(0);
    return highest >= 2
        && clearance(person) < highest
        && covers.stream().anyMatch(data -> rank(data) == highest && !canBy(person, "read", data));
  }

  private Map<String, Severity> pairs(Function<Map<String, Object>, Map<String, Severity>> of) {
    Map<String, Severity> all = new TreeMap<>();
    for (Map<String, Object> agent : world.all("agents")) {
      of.apply(agent)
          .forEach((data, severity) -> all.put(text(agent, "id") + " " + data, severity));
    }
    return all;
  }

  private Severity severity(String data, Set<String> uncleared, boolean raised) {
    int lowest = uncleared.stream().mapToInt(this::clearance).min().orElseThrow();
    return Severity.of(rank(data) - lowest, 0, raised);
  }

  // ---- what agents can do

  /** What an agent reads, itself or by an agent that it calls. */
  private List<Way> reading(Map<String, Object> agent) {
    List<Way> ways = new ArrayList<>(doing(agent, "read"));
    for (Map<String, Object> each : withCalled(agent)) {
      texts(each, "inputs").forEach(input -> ways.add(new Way(covered(input))));
    }
    return ways;
  }

  /** What answers are composed of; by a rule of its own, whether they stand in a place or not. */
  private List<Way> knowledge(Map<String, Object> agent, boolean filtered) {
    List<Way> ways = new ArrayList<>();
    for (Map<String, Object> each : withCalled(agent)) {
      if (each.get("knowledge") instanceof List<?> sources) {
        for (Object source : sources) {
          boolean byReader = "by-reader".equals(((Map<?, ?>) source).get("filtered"));
          if (byReader == filtered) {
            Set<String> known = covered(String.valueOf(((Map<?, ?>) source).get("asset")));
            // What nobody who asks may read is in no answer.
            known.removeIf(
                data ->
                    byReader && askers(each).stream().noneMatch(who -> canBy(who, "read", data)));
            ways.add(new Way(known));
          }
        }
      }
    }
    return ways;
  }

  private static List<String> knowledgeOf(Map<String, Object> agent) {
    return agent.get("knowledge") instanceof List<?> sources
        ? sources.stream().map(source -> String.valueOf(((Map<?, ?>) source).get("asset"))).toList()
        : List.of();
  }

  private static boolean answersTheRequester(Map<String, Object> agent) {
    return texts(agent, "repliesTo").contains("requester");
  }

  /** Where what an agent has read can stand afterwards. */
  private Set<String> places(Map<String, Object> agent) {
    Set<String> places = new LinkedHashSet<>();
    doing(agent, "publish")
        .forEach(way -> way.covers().stream().filter(this::isChannel).forEach(places::add));
    doing(agent, "write").forEach(way -> places.addAll(way.covers()));
    for (Map<String, Object> each : withCalled(agent)) {
      texts(each, "repliesTo").stream().filter(this::isChannel).forEach(places::add);
      if (each.get("audit") instanceof Map<?, ?> audit) {
        places.add(String.valueOf(audit.get("log")));
      }
    }
    return places;
  }

  private List<Way> doing(Map<String, Object> agent, String verb) {
    List<Way> ways = new ArrayList<>();
    for (Map<String, Object> each : withCalled(agent)) {
      if (each.get("identity") instanceof Map<?, ?> identity
          && identity.get("as") instanceof List<?> as) {
        for (Object principal : as) {
          for (String who : becomes(String.valueOf(principal))) {
            grants.stream()
                .filter(
                    grant ->
                        !grant.deny() && grants(grant, verb) && identity(who).contains(grant.who()))
                .map(grant -> allowed(grant.on(), who, verb))
                .map(way -> aboveTools(each, who.equals(principal), who, verb, way))
                .forEach(ways::add);
          }
        }
      }
      for (String id : texts(each, "tools")) {
        Map<String, Object> tool = record(id);
        if (texts(tool, "effects").contains(verb)) {
          String uses = text(tool, "uses");
          texts(tool, "on")
              .forEach(
                  on -> {
                    if (uses.isEmpty()) {
                      ways.add(new Way(covered(on)));
                    } else {
                      ways.addAll(lent(on, uses, verb));
                    }
                  });
        }
      }
    }
    return ways;
  }

  /**
   * What a grant adds to the tools and the knowledge of an agent: a grant beneath a tool of the
   * same principal is no way of its own. An agent without tools can act outside of them.
   */
  private Way aboveTools(
      Map<String, Object> agent, boolean isItself, String who, String verb, Way way) {
    Set<String> left = new LinkedHashSet<>(way.covers());
    List<String> tools = texts(agent, "tools");
    for (String id : tools) {
      String uses = text(record(id), "uses");
      if (texts(record(id), "effects").contains(verb)
          && (uses.isEmpty() ? isItself : uses.equals(who))) {
        texts(record(id), "on").forEach(on -> left.removeAll(covered(on)));
      }
    }
    if (verb.equals("read") && isItself && !tools.isEmpty()) {
      knowledgeOf(agent).forEach(asset -> left.removeAll(covered(asset)));
    }
    return new Way(left);
  }

  /** What a tool does as another principal: by each grant of that, a way. */
  private List<Way> lent(String on, String uses, String verb) {
    List<Way> ways = new ArrayList<>();
    for (Grant grant : grants) {
      if (!grant.deny() && grants(grant, verb) && identity(uses).contains(grant.who())) {
        Set<String> both = new LinkedHashSet<>(allowed(grant.on(), uses, verb).covers());
        both.retainAll(covered(on));
        ways.add(new Way(both));
      }
    }
    return ways;
  }

  private Way allowed(String on, String who, String verb) {
    Set<String> covered = covered(on);
    covered.removeIf(each -> !can(who, verb, each));
    return new Way(covered);
  }

  /** The agent and all that it calls, directly or not; each with its own token. */
  private List<Map<String, Object>> withCalled(Map<String, Object> agent) {
    Set<String> ids = new LinkedHashSet<>(List.of(text(agent, "id")));
    List<String> open = new ArrayList<>(ids);
    while (!open.isEmpty()) {
      if (record(open.remove(0)).get("calls") instanceof List<?> calls) {
        for (Object call : calls) {
          String called = String.valueOf(((Map<?, ?>) call).get("agent"));
          if (ids.add(called)) {
            open.add(called);
          }
        }
      }
    }
    return ids.stream().map(this::record).toList();
  }

  /** Classified data, without what a container says already by the same way. */
  private Set<String> reported(List<Way> ways) {
    Set<String> told = new LinkedHashSet<>();
    for (Way way : ways) {
      for (String data : way.covers()) {
        boolean byContainer =
            containers(data).stream()
                .anyMatch(
                    box ->
                        !box.equals(data) && way.covers().contains(box) && rank(box) >= rank(data));
        if (!isChannel(data) && rank(data) >= 1 && !byContainer) {
          told.add(data);
        }
      }
    }
    return told;
  }

  private boolean isSteeredOrAlone(Map<String, Object> agent) {
    return text(agent, "runs").equals("unattended")
        || feeders(agent).stream().anyMatch(this::isOutside);
  }

  private Set<String> feeders(Map<String, Object> agent) {
    Set<String> feeders = new HashSet<>(askers(agent));
    List<String> sources = new ArrayList<>();
    // Content flows both ways between an agent and those it calls.
    withCalled(agent).forEach(each -> sources.addAll(texts(each, "inputs")));
    withCalled(agent).forEach(each -> sources.addAll(knowledgeOf(each)));
    sources.forEach(source -> feeders.addAll(writers(source)));
    return feeders;
  }

  private boolean answersPeople(Map<String, Object> agent) {
    return !askers(agent).isEmpty()
        || texts(agent, "inputs").stream().anyMatch(input -> !writers(input).isEmpty());
  }

  private Set<String> askers(Map<String, Object> agent) {
    Set<String> all = new LinkedHashSet<>();
    texts(agent, "invokers").forEach(each -> all.addAll(behind(each)));
    return all;
  }

  // ---- who people are, and what they may

  private Set<String> uncleared(Set<String> people, String data) {
    Set<String> left = new LinkedHashSet<>(people);
    left.removeIf(
        each -> clearance(each) >= rank(data) || rank(data) == 0 || canBy(each, "read", data));
    return left;
  }

  private Set<String> audience(String place) {
    Set<String> all = people();
    all.removeIf(each -> !canBy(each, "read", place));
    return all;
  }

  private Set<String> writers(String place) {
    Set<String> all = people();
    all.removeIf(each -> !canBy(each, isChannel(place) ? "publish" : "write", place));
    return all;
  }

  /** The people that a person or a group is. */
  private Set<String> behind(String principal) {
    Set<String> all = people();
    all.removeIf(each -> !identity(each).contains(principal));
    return all;
  }

  private Set<String> people() {
    Set<String> all = new LinkedHashSet<>();
    for (Map<String, Object> each : world.all("principals")) {
      if (List.of("person", "external").contains(text(each, "kind"))) {
        all.add(text(each, "id"));
      }
    }
    return all;
  }

  private int clearance(String person) {
    return identity(person).stream()
        .mapToInt(each -> RandomWorld.LEVELS.indexOf(text(record(each), "clearance")))
        .filter(rank -> rank >= 0)
        .max()
        .orElse(isOutside(person) ? -1 : 1);
  }

  private boolean isOutside(String person) {
    return text(record(person), "kind").equals("external");
  }

  private int rank(String asset) {
    return RandomWorld.LEVELS.indexOf(text(record(asset), "level"));
  }

  private boolean canBy(String who, String verb, String on) {
    return becomes(who).stream().anyMatch(each -> can(each, verb, on));
  }

  private boolean can(String who, String verb, String on) {
    Set<String> identity = identity(who);
    List<Grant> meant =
        grants.stream()
            .filter(
                each ->
                    identity.contains(each.who())
                        && grants(each, verb)
                        && covered(each.on()).contains(on))
            .toList();
    return !meant.isEmpty() && meant.stream().noneMatch(Grant::deny);
  }

  private static boolean grants(Grant grant, String verb) {
    return grant.verbs().contains(verb) || grant.verbs().contains("*");
  }

  /** The principal and all that it can assume. */
  private Set<String> becomes(String who) {
    Set<String> all = new LinkedHashSet<>(List.of(who));
    if (can(who, "assume", "role-1")) {
      all.add("role-1");
    }
    return all;
  }

  /** The principal and its groups. */
  private Set<String> identity(String who) {
    Set<String> all = new LinkedHashSet<>(List.of(who));
    List<String> open = new ArrayList<>(all);
    while (!open.isEmpty()) {
      for (String group : texts(record(open.remove(0)), "memberOf")) {
        if (all.add(group)) {
          open.add(group);
        }
      }
    }
    return all;
  }

  /** What a name or pattern stands for, contents included. */
  private Set<String> covered(String on) {
    Set<String> all = new LinkedHashSet<>();
    for (String id : records.keySet()) {
      boolean named =
          containers(id).stream()
              .anyMatch(
                  each ->
                      on.endsWith("*")
                          ? each.startsWith(on.substring(0, on.length() - 1))
                          : each.equals(on));
      if (named) {
        all.add(id);
      }
    }
    return all;
  }

  /** The node itself and all that it is contained in. */
  private Set<String> containers(String id) {
    Set<String> all = new LinkedHashSet<>(List.of(id));
    String box = text(record(id), "in");
    while (!box.isEmpty() && all.add(box)) {
      box = text(record(box), "in");
    }
    return all;
  }

  private boolean isChannel(String id) {
    return id.startsWith("room-");
  }

  private Map<String, Object> record(String id) {
    return records.getOrDefault(id, Map.of());
  }
}
