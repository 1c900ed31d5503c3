package dev.ambit.connect;

import dev.ambit.model.Facts;
import dev.ambit.model.InputFile;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of one file.
 *
 * @param source id of the connector that claims it; empty if none does
 * @param notes what happened besides reading; what the connector says is among the facts
 * @param inputs the file, if a connector claims it
 */
record Reading(
    Document document,
    String source,
    Facts facts,
    ImmutableList<Note> notes,
    ImmutableList<InputFile> inputs) {
  private static final Logger log = LoggerFactory.getLogger(Reading.class);

  static Reading of(FileDocument document, ImmutableList<Connector> connectors) {
    try {
      return connectors
          .detectOptional(each -> each.claims(document))
          .map(connector -> claimed(document, connector))
          .orElseGet(() -> unclaimed(document));
    } catch (UncheckedIOException e) {
      return noted(document, unreadable(document, e));
    }
  }

  boolean isBy(Connector connector) {
    return source.equals(connector.id());
  }

  private static Reading claimed(FileDocument document, Connector connector) {
    ImmutableList<Note> broken = Lists.immutable.empty();
    Facts facts = Facts.NONE;
    try {
      facts = connector.read(document);
    } catch (InputException e) {
      broken = Lists.immutable.of(e.note());
    } catch (UncheckedIOException e) {
      broken = Lists.immutable.of(unreadable(document, e));
    } catch (StackOverflowError e) {
      // Depth is bounded wherever we read; a pattern or a library may still recurse on its own.
      broken = Lists.immutable.of(error(document, "it is nested too deeply. Split the file"));
    }
    log.debug("{}: facts {}, by {}", document.path(), facts.count(), connector.id());
    try {
      var input = new InputFile(document.path(), document.sha256(), connector.id(), facts.count());
      return new Reading(document, connector.id(), facts, broken, Lists.immutable.of(input));
    } catch (IOException e) {
      return new Reading(document, connector.id(), facts, broken, Lists.immutable.empty());
    }
  }

  private static Reading unclaimed(FileDocument document) {
    if (holdsData(document.name()) && document.headText().replace("\uFEFF", "").isBlank()) {
      return noted(document, Syntax.empty(document.path()).note());
    }
    // A policy of which too little is left to know it by must not read as a file without any.
    return Syntax.ofName(document.name()) == Syntax.JSON
        ? Syntax.cutOff(document)
            .map(cut -> noted(document, cut.note()))
            .orElseGet(() -> unread(document))
        : unread(document);
  }

  private static Reading unread(FileDocument document) {
    return noted(
        document,
        new Note(
            Note.Kind.UNCLAIMED, "no connector reads this file", Origin.ofFile(document.path())));
  }

  /** Whether an empty file of that name has probably lost what was in it. */
  private static boolean holdsData(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.endsWith(".json") || small.endsWith(".yaml") || small.endsWith(".yml");
  }

  private static Reading noted(Document document, Note note) {
    return new Reading(document, "", Facts.NONE, Lists.immutable.of(note), Lists.immutable.empty());
  }

  private static Note unreadable(FileDocument document, UncheckedIOException e) {
    IOException cause = e.getCause() == null ? new IOException(e) : e.getCause();
    return error(document, Walk.reason(cause));
  }

  private static Note error(FileDocument document, String text) {
    return new Note(Note.Kind.ERROR, text, Origin.ofFile(document.path()));
  }
}
