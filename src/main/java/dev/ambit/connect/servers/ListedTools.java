package dev.ambit.connect.servers;

import dev.ambit.connect.Document;
import dev.ambit.model.Note;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Stored answers to {@code tools/list}: {@code <server>.tools.json} in the folder that an agent
 * works in, or beside the configuration that names the server.
 */
public final class ListedTools {
  private final ImmutableList<Answer> answers;

  private record Answer(String folder, String server, ImmutableList<ListedTool> tools) {}

  private ListedTools(ImmutableList<Answer> answers) {
    this.answers = answers;
  }

  /** Reads them; what cannot be read is among {@code notes}. */
  public static ListedTools read(ImmutableList<Document> documents, MutableList<Note> notes) {
    MutableList<Answer> answers = Lists.mutable.empty();
    for (Document document : documents) {
      Broken.tried(
              document,
              notes,
              Optional.<ImmutableList<ListedTool>>empty(),
              () -> Optional.of(ListedTool.read(document)))
          .ifPresent(
              tools ->
                  answers.add(new Answer(document.folder(), ListedTool.server(document), tools)));
    }
    return new ListedTools(answers.toImmutable());
  }

  /** The tools of a server, if an answer of it lies in one of the folders. */
  public Optional<ImmutableList<ListedTool>> of(String server, ImmutableList<String> folders) {
    return answers
        .detectOptional(
            answer -> answer.server().equals(server) && folders.contains(answer.folder()))
        .map(Answer::tools);
  }
}
