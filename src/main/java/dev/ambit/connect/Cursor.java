package dev.ambit.connect;

import dev.ambit.model.Nearest;
import dev.ambit.model.Origin;
import java.util.List;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * A value of a document together with its place in it, so that whoever reads it can say where
 * something stands, and a mistake names itself: {@code agents.json:4 /agents/1: 'id' is missing}.
 *
 * <p>There are two ways to ask. Methods that return an {@code Optional} or a list answer for what a
 * vendor may write in several ways; methods that throw {@link InputException} are for what must be
 * there.
 */
public final class Cursor {
  private final String file;
  private final String pointer;
  private final String key;
  private final int keyLine;
  private final Value value;

  /** What a value is. */
  public enum Kind {
    OBJECT("an object"),
    LIST("a list"),
    TEXT("text"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    NULL("nothing");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As a sentence names it: "a list". */
    public String words() {
      return words;
    }
  }

  private Cursor(String file, String pointer, String key, int keyLine, Value value) {
    this.file = file;
    this.pointer = pointer;
    this.key = key;
    this.keyLine = keyLine;
    this.value = value;
  }

  /**
   * The only value of {@code tokens}.
   *
   * @throws InputException if there is none, or more than one, or a key stands twice and must not
   */
  static Cursor whole(Tokens tokens, String file) {
    Tokens.Token first = tokens.next();
    if (first == Tokens.Token.END) {
      throw Syntax.empty(file);
    }
    Cursor cursor = next(tokens, first, file, "", "", tokens.line());
    end(tokens, file);
    if (tokens.refusesDuplicates()) {
      cursor.twice().forEach(each -> throwIt(each));
    }
    return cursor;
  }

  private static void throwIt(InputException e) {
    throw e;
  }

  /**
   * Checks that the document is over.
   *
   * @throws InputException if another value follows
   */
  public static void end(Tokens tokens, String file) {
    if (tokens.next() != Tokens.Token.END) {
      throw new InputException(
          new Origin(file, tokens.line(), ""),
          "more after the end of the document",
          "Put it in a file of its own");
    }
  }

  /**
   * The value that begins with {@code first}, which {@code tokens} has just returned: for reading a
   * long list element by element.
   *
   * @param pointer where the value stands; {@code key} is its last part, not escaped
   */
  public static Cursor next(
      Tokens tokens, Tokens.Token first, String file, String pointer, String key, int keyLine) {
    return new Cursor(file, pointer, key, keyLine, Value.read(tokens, first));
  }

  /**
   * A document that stands as text in this value. Pointers go straight on into it; every line is
   * the line of the text.
   *
   * @throws InputException if this is no text, or no document of that syntax
   */
  public Cursor inside(Syntax syntax) {
    return inside(syntax, text().orElseThrow(() -> expected(Kind.TEXT)));
  }

  /** The same where the text had to be decoded first. */
  public Cursor inside(Syntax syntax, String decoded) {
    try (Tokens tokens = new OneLine(syntax.open(decoded, file, 1), line())) {
      return new Cursor(file, pointer, key, keyLine, whole(tokens, file).value);
    } catch (InputException e) {
      throw new InputException(origin(), "the document in this text is broken", e.remedy(), e);
    }
  }

  public Kind kind() {
    if (value instanceof Value.Scalar scalar) {
      return scalar.kind();
    }
    return value instanceof FieldValues ? Kind.OBJECT : Kind.LIST;
  }

  public boolean is(Kind kind) {
    return kind() == kind;
  }

  public String file() {
    return file;
  }

  public int line() {
    return value.line();
  }

  /** JSON pointer (RFC 6901); empty for the whole document. */
  public String pointer() {
    return pointer;
  }

  /** The key or index under which it stands; empty for the whole document. */
  public String key() {
    return key;
  }

  public Origin origin() {
    return new Origin(file, line(), pointer);
  }

  /** The same pointer, and the line of the key. */
  public Origin keyOrigin() {
    return new Origin(file, keyLine, pointer);
  }

  /** In the order of the document; empty if this is no object. */
  public ImmutableList<String> keys() {
    return Lists.immutable.ofAll(fields()).collect(FieldValues.Field::key);
  }

  private List<FieldValues.Field> fields() {
    return value instanceof FieldValues fields ? fields.all() : List.of();
  }

  /** How many keys this object has, or items this list. */
  public int size() {
    return value instanceof Value.Items items ? items.all().size() : fields().size();
  }

  public boolean has(String name) {
    return value instanceof FieldValues fields && fields.get(name) != null;
  }

  /** The value of a key, if this is an object that has it. A null counts as a value. */
  public Optional<Cursor> child(String name) {
    FieldValues.Field field = value instanceof FieldValues fields ? fields.get(name) : null;
    return field == null ? Optional.empty() : Optional.of(child(field));
  }

  private Cursor child(FieldValues.Field field) {
    String below = pointer + "/" + escaped(field.key());
    return new Cursor(file, below, field.key(), field.keyLine(), field.value());
  }

  /** The values of all keys, or the items of the list, in the order of the document. */
  public ImmutableList<Cursor> children() {
    MutableList<Cursor> children = Lists.mutable.empty();
    fields().forEach(field -> children.add(child(field)));
    return children.isEmpty() ? items() : children.toImmutable();
  }

  /** The items in the order of the document; empty if this is no list. */
  public ImmutableList<Cursor> items() {
    return value instanceof Value.Items items
        ? items.all().collectWithIndex(this::item)
        : Lists.immutable.empty();
  }

  private Cursor item(Value item, int index) {
    return new Cursor(file, pointer + "/" + index, Integer.toString(index), item.line(), item);
  }

  /** The text, if it is one. */
  public Optional<String> text() {
    return is(Kind.TEXT) ? scalar() : Optional.empty();
  }

  /** Text as meant, a number or boolean as written. */
  public Optional<String> scalar() {
    return value instanceof Value.Scalar scalar && scalar.kind() != Kind.NULL
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  public Optional<Boolean> truth() {
    return is(Kind.BOOLEAN)
        ? scalar().map(written -> written.equalsIgnoreCase("true"))
        : Optional.empty();
  }

  /** The value of a key of this object, as text. */
  public Optional<String> textAt(String name) {
    return child(name).flatMap(Cursor::text);
  }

  /** The value of a key of this object, as true or false. */
  public Optional<Boolean> truthAt(String name) {
    return child(name).flatMap(Cursor::truth);
  }

  /** The items of a key of this object; empty if it is absent or no list. */
  public ImmutableList<Cursor> itemsAt(String name) {
    return child(name).map(Cursor::items).orElse(Lists.immutable.empty());
  }

  /**
   * The value of a key.
   *
   * @throws InputException if it is missing
   */
  public Cursor required(String name) {
    return child(name).orElseThrow(() -> missing(name));
  }

  /**
   * The value of a key.
   *
   * @throws InputException if it is missing or no text
   */
  public String requiredText(String name) {
    Cursor child = required(name);
    return child.text().orElseThrow(() -> child.expected(Kind.TEXT));
  }

  /**
   * This value, which must be of a kind.
   *
   * @throws InputException if it is of another
   */
  public Cursor expect(Kind kind) {
    if (!is(kind)) {
      throw expected(kind);
    }
    return this;
  }

  /** A mistake at this place. */
  public InputException wrong(String what, String remedy) {
    return new InputException(origin(), what, remedy);
  }

  /** That this value is of another kind than {@code kind}. */
  public InputException expected(Kind kind) {
    String remedy =
        switch (kind()) {
          case NULL -> "Write a value, or leave the key out";
          case NUMBER, BOOLEAN -> kind == Kind.TEXT ? "Put it in quotes" : "Write " + kind.words();
          case OBJECT, LIST, TEXT -> "Write " + kind.words();
        };
    return wrong("expected " + kind.words() + ", found " + kind().words(), remedy);
  }

  /** That a key of this object is missing. */
  public InputException missing(String name) {
    return wrong("'" + name + "' is missing", "Add it, for example \"" + name + "\": \"...\"");
  }

  /** A mistake for each key that is not among {@code known}. */
  public ImmutableList<InputException> unknownKeys(ImmutableList<String> known) {
    return Lists.immutable
        .ofAll(fields())
        .reject(field -> known.contains(field.key()))
        .collect(field -> child(field).unknownAmong(known));
  }

  private InputException unknownAmong(ImmutableList<String> known) {
    return new InputException(
        keyOrigin(),
        "unknown key '" + Nearest.shortened(key) + "'",
        "The nearest key that exists is '" + Nearest.to(key, known) + "'");
  }

  /** A mistake for each key that stands twice in an object, here or anywhere below. */
  public ImmutableList<InputException> twice() {
    if (!value.hasTwice()) {
      return Lists.immutable.empty();
    }
    MutableList<InputException> found = Lists.mutable.empty();
    collectTwice(found);
    return found.toImmutable();
  }

  private void collectTwice(MutableList<InputException> found) {
    if (value instanceof FieldValues fields) {
      fields.twice().forEach(each -> found.add(twice(each)));
    }
    children().forEach(child -> child.collectTwice(found));
  }

  private InputException twice(FieldValues.Twice twice) {
    return new InputException(
        new Origin(file, twice.secondLine(), pointer + "/" + escaped(twice.key())),
        "'" + Nearest.shortened(twice.key()) + "' stands twice, first on line " + twice.firstLine(),
        "Remove one of the two");
  }

  /** One step of a JSON pointer. */
  public static String escaped(String key) {
    return key.indexOf('~') < 0 && key.indexOf('/') < 0
        ? key
        : key.replace("~", "~0").replace("/", "~1");
  }

  /** Tokens that all stand on one line. */
  private record OneLine(Tokens tokens, int line) implements Tokens {
    @Override
    public Token next() {
      return tokens.next();
    }

    @Override
    public String text() {
      return tokens.text();
    }

    @Override
    public boolean refusesDuplicates() {
      return tokens.refusesDuplicates();
    }

    @Override
    public void close() {
      tokens.close();
    }
  }
}
