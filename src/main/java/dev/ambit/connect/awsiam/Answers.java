package dev.ambit.connect.awsiam;

import dev.ambit.connect.Document;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The answers of several commands that complete each other: a policy's text stands in one, what it
 * hangs on in another. So all files of a family are read into one collection before any fact is
 * made of it.
 *
 * @param <T> that collection
 */
final class Answers<T> {
  private static final Set<String> MORE = Set.of("NextToken", "nextToken", "NextMarker", "Marker");

  private final Function<Consumer<Note>, T> start;
  private final Function<T, Facts> end;
  private final ImmutableList<Answer<T>> all;

  /**
   * @param start an empty collection; it may note what is wrong
   * @param end the facts, without notes
   */
  Answers(Function<Consumer<Note>, T> start, Function<T, Facts> end, ImmutableList<Answer<T>> all) {
    this.start = start;
    this.end = end;
    this.all = all;
  }

  boolean claim(Document document) {
    return !CollectedPath.isOf(document) && of(document).isPresent();
  }

  private Optional<Answer<T>> of(Document document) {
    Shape shape = Shape.of(document);
    return all.detectOptional(each -> each.looksLike().test(shape));
  }

  /** What these documents say together, and what is wrong with them. */
  Facts read(ImmutableList<Document> documents) {
    return read(documents, any -> false, (document, into, notes) -> {});
  }

  /** The same, where some documents are no answers and are read in another way. */
  Facts read(ImmutableList<Document> documents, Predicate<Document> others, Other<T> reader) {
    MutableList<Note> notes = Lists.mutable.empty();
    MorePages more = new MorePages();
    T into = start.apply(notes::add);
    for (Document document : documents) {
      if (others.test(document)) {
        reader.read(document, into, notes);
      } else {
        read(document, into, notes, more);
      }
    }
    notes.addAllIterable(more.notes());
    return end.apply(into).with(facts -> facts.notes(notes.toImmutable()));
  }

  /** Reads a document that is no answer. */
  interface Other<T> {
    void read(Document document, T into, MutableList<Note> notes);
  }

  private void read(Document document, T into, MutableList<Note> notes, MorePages more) {
    try {
      // Half a file may no longer look like anything; reading it says where it breaks.
      Answer<T> answer = of(document).orElse(new Answer<>("", any -> true, Set.of(), (p, t) -> {}));
      more.begin(answer.call());
      Pages.read(document, answer.lists(), reader(document, answer, into, more), notes::add);
      more.end();
    } catch (UncheckedIOException e) {
      // It was readable a moment ago; whoever read it then has reported it.
      notes.add(
          new Note(
              Note.Kind.ERROR, "it changed while it was read", Origin.ofFile(document.path())));
    }
  }

  private static <T> Pages.Reader reader(
      Document document, Answer<T> answer, T into, MorePages more) {
    return new Pages.Reader() {
      @Override
      public void record(String list, String pointer, JsonPart record) {
        answer
            .taking()
            .take(new Answer.Piece(document, answer.call(), list, pointer, record), into);
        if (list.isEmpty()) {
          MORE.forEach(each -> field(each, pointer + "/" + each, record.at(each)));
        }
      }

      @Override
      public void field(String name, String pointer, JsonPart value) {
        if (MORE.contains(name) && !value.text().isEmpty()) {
          more.follow(new Origin(document.path(), value.line(), pointer));
          answer.cutOff().take(new Answer.Piece(document, answer.call(), "", pointer, value), into);
        }
      }
    };
  }
}
