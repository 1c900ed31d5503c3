package dev.ambit.worlds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * An inventory as nested lists and maps, so that a test can read it, change it and write it out
 * again. Ids have the form {@code word-number}. Methods that change something give a new world.
 *
 * @param settings the keys of the whole file, {@code defaults} for one
 * @param sections records by section; every record of the generator has an id
 */
record World(Map<String, Object> settings, Map<String, List<Map<String, Object>>> sections) {
  private static final JsonMapper JSON = new JsonMapper();

  static World empty() {
    return new World(new LinkedHashMap<>(), new TreeMap<>());
  }

  /**
   * Adds a record while a world is built: {@code key, value, key, value}; null values are left out.
   */
  Map<String, Object> add(String section, Object... entries) {
    Map<String, Object> added = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      added.put((String) entries[i], entries[i + 1]);
    }
    sections.computeIfAbsent(section, any -> new ArrayList<>()).add(added);
    return added;
  }

  List<Map<String, Object>> all(String section) {
    return sections.getOrDefault(section, List.of());
  }

  /** The items of a list of texts; empty if it is absent. */
  static List<String> texts(Map<String, Object> each, String key) {
    return each.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  static String text(Map<String, Object> each, String key) {
    return String.valueOf(each.getOrDefault(key, ""));
  }

  /** As one file: block sections of one record a line. */
  String yaml() {
    return head() + body(sections);
  }

  /** As several files that together say the same. */
  List<String> yamlOfSeveral(int files, Random random) {
    List<Map<String, List<Map<String, Object>>>> parts = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      parts.add(new TreeMap<>());
    }
    sections.forEach(
        (section, records) -> {
          parts.forEach(part -> part.put(section, new ArrayList<>()));
          records.forEach(
              each ->
                  parts
                      .get(random.nextInt(files))
                      .computeIfAbsent(section, any -> new ArrayList<>())
                      .add(each));
        });
    return parts.stream().map(part -> head() + body(part)).toList();
  }

  World shuffled(Random random) {
    return mapSections(
        records -> {
          List<Map<String, Object>> mixed = new ArrayList<>(records);
          java.util.Collections.shuffle(mixed, random);
          return mixed;
        });
  }

  /** Without the records of one section that {@code gone} names. */
  World without(String section, Predicate<Map<String, Object>> gone) {
    Map<String, List<Map<String, Object>>> left = new TreeMap<>(sections);
    left.computeIfPresent(
        section, (any, records) -> records.stream().filter(gone.negate()).toList());
    return new World(settings, left);
  }

  /** With one more record in a section. */
  World with(String section, Map<String, Object> added) {
    Map<String, List<Map<String, Object>>> more = new TreeMap<>(sections);
    List<Map<String, Object>> records = new ArrayList<>(all(section));
    records.add(added);
    more.put(section, records);
    return new World(settings, more);
  }

  /** With every id that has a number called otherwise; the words before it stay, for patterns. */
  World renamed() {
    return mapSections(records -> records.stream().map(World::renamedRecord).toList());
  }

  /** One to one: numbers below 97 change places. */
  static String renamed(String id) {
    int dash = id.lastIndexOf('-');
    if (dash < 0 || !id.substring(dash + 1).matches("\\d{1,2}")) {
      return id;
    }
    return id.substring(0, dash + 1) + (Integer.parseInt(id.substring(dash + 1)) * 31 + 17) % 97;
  }

  private static Map<String, Object> renamedRecord(Map<String, Object> each) {
    Map<String, Object> changed = new LinkedHashMap<>();
    each.forEach((key, value) -> changed.put(key, renamedValue(value)));
    return changed;
  }

  private static Object renamedValue(Object value) {
    if (value instanceof String text) {
      return renamed(text);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(World::renamedValue).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> changed = new LinkedHashMap<>();
      map.forEach((key, each) -> changed.put((String) key, renamedValue(each)));
      return changed;
    }
    return value;
  }

  private World mapSections(UnaryOperator<List<Map<String, Object>>> change) {
    Map<String, List<Map<String, Object>>> changed = new TreeMap<>();
    sections.forEach((section, records) -> changed.put(section, change.apply(records)));
    return new World(settings, changed);
  }

  private String head() {
    StringBuilder text = new StringBuilder("ambit: 1\n");
    settings.forEach((key, value) -> text.append(key + ": " + json(value) + "\n"));
    return text.toString();
  }

  private static String body(Map<String, List<Map<String, Object>>> sections) {
    StringBuilder text = new StringBuilder();
    sections.forEach(
        (section, records) -> {
          text.append(section + ":" + (records.isEmpty() ? " []\n" : "\n"));
          records.forEach(each -> text.append("  - " + json(each) + "\n"));
        });
    return text.toString();
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
