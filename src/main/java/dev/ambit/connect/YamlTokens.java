package dev.ambit.connect;

import dev.ambit.model.Origin;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * YAML over the events of SnakeYAML, read by the core schema of YAML 1.2. Chosen: events and not
 * Jackson's YAML parser, since that one hides aliases, anchors and tags and reads {@code *name} as
 * the text "name".
 */
final class YamlTokens implements Tokens {
  private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
  private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
              + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private final Reader reader;
  private final ParserImpl parser;
  private final String file;
  private final int firstLine;
  private final Deque<Within> open = new ArrayDeque<>();
  private int documents;
  private int line = 1;
  private String text = "";

  /** Where in its parent the next node stands. */
  private enum Within {
    LIST,
    /** In an object, where a key comes next. */
    KEY,
    /** In an object, where the value of a key comes next. */
    VALUE
  }

  private YamlTokens(Reader reader, ParserImpl parser, String file, int firstLine) {
    this.reader = reader;
    this.parser = parser;
    this.file = file;
    this.firstLine = firstLine;
  }

  static YamlTokens over(Reader reader, String file, int firstLine) {
    LoaderOptions options = new LoaderOptions();
    options.setProcessComments(false);
    ParserImpl parser = new ParserImpl(new StreamReader(reader), options);
    return new YamlTokens(reader, parser, file, firstLine);
  }

  @Override
  public Token next() {
    while (true) {
      Event event = event();
      if (event == null) {
        return Token.END;
      }
      line = line(event.getStartMark());
      switch (event.getEventId()) {
        case DocumentStart -> countDocument();
        case StreamStart, DocumentEnd, Comment -> {}
        case StreamEnd -> {
          return Token.END;
        }
        case Alias ->
            throw refused("an alias: *" + ((AliasEvent) event).getAnchor(), "Write the value out");
        case SequenceStart -> {
          return opened((CollectionStartEvent) event, Token.LIST, Within.LIST);
        }
        case MappingStart -> {
          return opened((CollectionStartEvent) event, Token.OBJECT, Within.KEY);
        }
        case SequenceEnd -> {
          return closed(Token.END_LIST);
        }
        case MappingEnd -> {
          return closed(Token.END_OBJECT);
        }
        case Scalar -> {
          return scalar((ScalarEvent) event);
        }
      }
    }
  }

  private @Nullable Event event() {
    try {
      return parser.getEvent();
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      throw new InputException(
          new Origin(file, mark == null ? line : line(mark), ""),
          "this is no YAML: " + e.getProblem(),
          "Correct the syntax here",
          e);
    } catch (YAMLException e) {
      if (e.getCause() instanceof IOException io) {
        throw new UncheckedIOException(io);
      }
      throw new InputException(
          new Origin(file, line, ""),
          "characters after this line that YAML does not allow",
          "Remove control characters",
          e);
    }
  }

  private int line(Mark mark) {
    return firstLine + mark.getLine();
  }

  private void countDocument() {
    if (++documents > 1) {
      throw refused("a second document", "Put it in a file of its own");
    }
  }

  private Token opened(CollectionStartEvent event, Token token, Within within) {
    check(event, event.getTag());
    if (open.peek() == Within.KEY) {
      throw refused("a key that is no text", "Use a plain word as the key");
    }
    if (open.size() >= DEPTH) {
      throw refused("nesting beyond " + DEPTH + " levels", "Split the file");
    }
    open.push(within);
    return token;
  }

  private Token closed(Token token) {
    open.pop();
    valueDone();
    return token;
  }

  private Token scalar(ScalarEvent event) {
    check(event, event.getTag());
    text = HalfCharacters.refusedIn(event.getValue(), file, line);
    if (open.peek() == Within.KEY) {
      if (event.isPlain() && text.equals("<<")) {
        throw refused("a merge key: <<", "Write the keys out");
      }
      open.pop();
      open.push(Within.VALUE);
      return Token.KEY;
    }
    valueDone();
    return event.isPlain() ? plain(text) : Token.TEXT;
  }

  private void valueDone() {
    if (open.peek() == Within.VALUE) {
      open.pop();
      open.push(Within.KEY);
    }
  }

  private static Token plain(String text) {
    if (NULL.matcher(text).matches()) {
      return Token.NULL;
    }
    if (BOOLEAN.matcher(text).matches()) {
      return Token.BOOLEAN;
    }
    return NUMBER.matcher(text).matches() ? Token.NUMBER : Token.TEXT;
  }

  private void check(NodeEvent event, @Nullable String tag) {
    if (event.getAnchor() != null) {
      throw refused("an anchor: &" + event.getAnchor(), "Remove it");
    }
    if (tag != null) {
      throw refused("a tag: " + tag, "Remove it");
    }
  }

  private InputException refused(String what, String remedy) {
    return new InputException(
        new Origin(file, line, ""), what + ", which this YAML does not use", remedy);
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public int line() {
    return line;
  }

  @Override
  public boolean refusesDuplicates() {
    return true;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
