package dev.ambit.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Everything the inputs say, before anything is decided. Lists are in the order of files and of
 * places in a file; the same node may stand in a list more than once, from several sources.
 */
@RecordBuilder
public record Facts(
    Settings settings,
    ImmutableList<Principal> principals,
    ImmutableList<Asset> assets,
    ImmutableList<Channel> channels,
    ImmutableList<Credential> credentials,
    ImmutableList<Grant> grants,
    ImmutableList<Gate> gates,
    ImmutableList<Tool> tools,
    ImmutableList<Agent> agents,
    ImmutableList<Policy> policies,
    ImmutableList<Note> notes,
    ImmutableList<InputFile> inputs)
    implements FactsBuilder.With {

  public static final Facts NONE =
      new Facts(
          Settings.DEFAULT,
          Lists.immutable.empty(),
          Lists.immutable.empty(),
          Lists.immutable.empty(),
          Lists.immutable.empty(),
          Lists.immutable.empty(),
          Lists.immutable.empty(),
          Lists.immutable.empty(),
          Lists.immutable.empty(),
          Lists.immutable.empty(),
          Lists.immutable.empty(),
          Lists.immutable.empty());

  /** Whether all that somebody claimed was read, too. */
  public boolean areWhole() {
    return notes.noneSatisfy(note -> note.kind() == Note.Kind.ERROR);
  }

  /** How many facts there are, each policy statement counted; notes and inputs are none. */
  public int count() {
    return principals.size()
        + assets.size()
        + channels.size()
        + credentials.size()
        + grants.size()
        + gates.size()
        + tools.size()
        + agents.size()
        + (int) policies.sumOfInt(policy -> policy.statements().size());
  }
}
