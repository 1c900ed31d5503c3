package dev.ambit.connect.inventory;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.InputException;
import dev.ambit.connect.Tokens;
import dev.ambit.connect.Tokens.Token;
import dev.ambit.model.Agent;
import dev.ambit.model.Asset;
import dev.ambit.model.Channel;
import dev.ambit.model.Credential;
import dev.ambit.model.Facts;
import dev.ambit.model.FactsBuilder;
import dev.ambit.model.Gate;
import dev.ambit.model.Grant;
import dev.ambit.model.Nearest;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Principal;
import dev.ambit.model.Tool;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** One inventory, read from front to back, one record at a time. */
final class InventoryFile {
  private final Tokens tokens;
  private final String file;
  private final SettingsOfOne settings;
  private final MutableList<Note> notes = Lists.mutable.empty();
  private final Map<String, Integer> seen = new LinkedHashMap<>();
  private final Map<String, Consumer<Cursor>> sections = new LinkedHashMap<>();
  private Optional<InputException> version;

  private final MutableList<Principal> principals = Lists.mutable.empty();
  private final MutableList<Asset> assets = Lists.mutable.empty();
  private final MutableList<Channel> channels = Lists.mutable.empty();
  private final MutableList<Credential> credentials = Lists.mutable.empty();
  private final MutableList<Grant> grants = Lists.mutable.empty();
  private final MutableList<Gate> gates = Lists.mutable.empty();
  private final MutableList<Tool> tools = Lists.mutable.empty();
  private final MutableList<Agent> agents = Lists.mutable.empty();

  InventoryFile(Tokens tokens, String file) {
    this.tokens = tokens;
    this.file = file;
    this.settings = new SettingsOfOne(this::mistake);
    this.version =
        Optional.of(
            new InputException(
                Origin.ofFile(file), "'ambit' is missing", "Write the line: ambit: 1"));
    sections.put("principals", each -> record(each, Records::principal, principals));
    sections.put("assets", each -> record(each, Records::asset, assets));
    sections.put("channels", each -> record(each, Records::channel, channels));
    sections.put("credentials", each -> record(each, Records::credential, credentials));
    sections.put("grants", each -> record(each, Records::grant, grants));
    sections.put("gates", each -> record(each, Records::gate, gates));
    sections.put("tools", each -> record(each, Records::tool, tools));
    sections.put("agents", each -> record(each, Agents::agent, agents));
  }

  /** What could be read; the mistakes are error notes. */
  Facts read() {
    try {
      document();
    } catch (InputException e) {
      mistake(e);
      // Nobody knows what stands behind the break, so no section of this file is complete.
      settings.openAll();
    }
    return version.map(this::unread).orElseGet(this::facts);
  }

  private Facts unread(InputException reason) {
    Note note = notes.isEmpty() || seen.containsKey("ambit") ? reason.note() : notes.get(0);
    return Facts.NONE.with(none -> none.notes(Lists.immutable.of(note)));
  }

  private Facts facts() {
    return FactsBuilder.builder(Facts.NONE)
        .settings(settings.settings())
        .principals(principals.toImmutable())
        .assets(assets.toImmutable())
        .channels(channels.toImmutable())
        .credentials(credentials.toImmutable())
        .grants(grants.toImmutable())
        .gates(gates.toImmutable())
        .tools(tools.toImmutable())
        .agents(agents.toImmutable())
        .notes(notes.toImmutable())
        .build();
  }

  private void document() {
    Token first = tokens.next();
    if (first == Token.END) {
      throw new InputException(
          Origin.ofFile(file), "the file is empty", "Fill it, or take it out of the input");
    }
    if (first != Token.OBJECT) {
      throw new InputException(
          new Origin(file, tokens.line(), ""),
          "expected the keys of an inventory, found something else",
          "Begin with the line: ambit: 1");
    }
    while (tokens.next() == Token.KEY) {
      topLevel(tokens.text(), tokens.line());
    }
    Cursor.end(tokens, file);
  }

  private void topLevel(String key, int line) {
    String pointer = "/" + Cursor.escaped(key);
    Origin origin = new Origin(file, line, pointer);
    Integer before = seen.putIfAbsent(key, line);
    if (before != null) {
      mistake(
          new InputException(
              origin,
              "'" + Nearest.shortened(key) + "' stands twice, first on line " + before,
              "Put both under one key"));
      Cursor.next(tokens, tokens.next(), file, pointer, key, line);
    } else if (sections.containsKey(key)) {
      settings.said(key, origin);
      section(key, pointer, line);
    } else {
      setting(Cursor.next(tokens, tokens.next(), file, pointer, key, line));
    }
  }

  private void section(String key, String pointer, int line) {
    Token first = tokens.next();
    if (first != Token.LIST) {
      mistake(Cursor.next(tokens, first, file, pointer, key, line).expected(Cursor.Kind.LIST));
      return;
    }
    Consumer<Cursor> reading = sections.getOrDefault(key, each -> {});
    int index = 0;
    for (Token each = tokens.next(); each != Token.END_LIST; each = tokens.next(), index++) {
      reading.accept(
          Cursor.next(
              tokens, each, file, pointer + "/" + index, Integer.toString(index), tokens.line()));
    }
  }

  private <T> void record(Cursor record, Function<Fields, T> reading, MutableList<T> into) {
    int before = notes.size();
    record.twice().forEach(this::mistake);
    Optional<T> read = Fields.read(record, reading, this::mistake);
    if (notes.size() == before) {
      read.ifPresent(into::add);
    }
  }

  private void setting(Cursor value) {
    value.twice().forEach(this::mistake);
    if (value.key().equals("ambit")) {
      version = versionMistake(value);
    } else if (!settings.read(value)) {
      mistake(unknown(value));
    }
  }

  private InputException unknown(Cursor value) {
    var known = Lists.mutable.withAll(sections.keySet()).withAll(SettingsOfOne.KEYS).with("ambit");
    return new InputException(
        value.keyOrigin(),
        "unknown key '" + Nearest.shortened(value.key()) + "'",
        "The nearest key that exists is '" + Nearest.to(value.key(), known.toImmutable()) + "'");
  }

  private static Optional<InputException> versionMistake(Cursor value) {
    boolean known = value.is(Cursor.Kind.NUMBER) && value.scalar().equals(Optional.of("1"));
    return known
        ? Optional.empty()
        : Optional.of(
            value.wrong(
                value.is(Cursor.Kind.NUMBER)
                    ? "this is an inventory of version " + value.scalar().orElse("")
                    : "the version is no number",
                "This Ambit reads version 1: write ambit: 1"));
  }

  private void mistake(InputException mistake) {
    notes.add(mistake.note());
  }
}
