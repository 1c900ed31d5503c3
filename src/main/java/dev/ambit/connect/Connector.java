package dev.ambit.connect;

import dev.ambit.model.Facts;
import org.eclipse.collections.api.list.ImmutableList;

/** Reads one kind of source. Stateless: the same document gives the same facts. */
public interface Connector {
  /** Its name in results: {@code inventory}, {@code aws-iam}, … */
  String id();

  /** One line for {@code --help} and the README: what files it reads. */
  String reads();

  /**
   * Whether the document is of this kind, by its name and its beginning. At most one connector
   * claims a document.
   */
  boolean claims(Document document);

  /**
   * What the document says. What cannot be read is a note of kind error in the result, and the rest
   * is kept.
   *
   * @throws java.io.UncheckedIOException if the bytes cannot be read
   */
  Facts read(Document document);

  /**
   * What all documents of this kind say together, in the order of their paths. Override it where
   * one document changes what another means, as settings do with the tools beside them; such files
   * are small and may be read again.
   *
   * @param parts what each document says on its own, in the same order
   * @param secrets where literal secrets are remembered for the length of the run, so that equal
   *     ones are recognised across files and kinds
   */
  default Facts together(
      ImmutableList<Document> documents, ImmutableList<Facts> parts, SameSecrets secrets) {
    return join(parts);
  }

  /** Joins what several documents of this kind say, in the order of their paths. */
  default Facts join(ImmutableList<Facts> parts) {
    return FactsOfAll.concatenated(parts);
  }
}
