package dev.ambit.connect.awsiam;

import dev.ambit.connect.Document;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One command of AWS: how its answer is recognised, and what is taken from it.
 *
 * @param <T> what the answers of a family are collected in
 * @param call as one types it: {@code organizations list-roots}
 * @param lists the keys whose records are read one by one; with none, a page is one record
 * @param cutOff takes the token of a page after which more follow
 */
record Answer<T>(
    String call,
    Predicate<Shape> looksLike,
    Set<String> lists,
    Taking<T> taking,
    Taking<T> cutOff) {
  /** One where it does not matter that pages may be missing. */
  Answer(String call, Predicate<Shape> looksLike, Set<String> lists, Taking<T> taking) {
    this(call, looksLike, lists, taking, (piece, into) -> {});
  }

  Answer<T> ifCutOff(Taking<T> with) {
    return new Answer<>(call, looksLike, lists, taking, with);
  }

  /** Takes one record. */
  interface Taking<T> {
    void take(Piece piece, T into);
  }

  /**
   * One record of an answer, or a page of it, and where it stands.
   *
   * @param list the key of the list it is in; empty for a page
   */
  record Piece(Document document, String call, String list, String pointer, JsonPart value) {}

  /** An answer that is a list of records. */
  static <T> Answer<T> list(String call, String list, String keyOfRecords, Taking<T> taking) {
    return new Answer<>(call, shape -> shape.has(list, keyOfRecords), Set.of(list), taking);
  }

  /** An answer that is one object. */
  static <T> Answer<T> object(String call, Predicate<Shape> looksLike, Taking<T> taking) {
    return new Answer<>(call, looksLike, Set.of(), taking);
  }
}
