package dev.ambit.connect.awsiam;

import dev.ambit.connect.Connector;
import dev.ambit.connect.Document;
import dev.ambit.connect.SameSecrets;
import dev.ambit.model.Facts;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A connector of files that each hold one answer of the AWS command line. One answer names what
 * another describes, so they mean something only together.
 */
interface AnswerFamily extends Connector {
  Answers<?> answers();

  @Override
  default boolean claims(Document document) {
    return answers().claim(document);
  }

  @Override
  default Facts read(Document document) {
    return answers().read(Lists.immutable.of(document));
  }

  @Override
  default Facts together(
      ImmutableList<Document> documents, ImmutableList<Facts> parts, SameSecrets secrets) {
    return answers().read(documents);
  }
}
