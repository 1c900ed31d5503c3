package dev.ambit;

import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.AccessMap;
import dev.ambit.model.Facts;
import dev.ambit.repair.Repairs;
import dev.ambit.resolve.Resolver;
import java.nio.file.Path;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The first half of the line, from files to who can do what: all that does not depend on rules.
 *
 * @param few the facts, for a second scan; none where they are too many to be kept
 */
public record Resolved(AccessMap access, Facts few) {

  /**
   * What these files and folders say, as of a day. A large export is let go once it is resolved:
   * judging needs the room.
   *
   * @throws dev.ambit.connect.InputException if a path does not exist
   * @throws Room.TooSmall if there is too little memory for what was read
   */
  public static Resolved of(ImmutableList<Path> inputs, AsOf at) {
    Facts facts = Inbox.read(inputs, Connectors.ALL);
    Room.check(facts.count(), Runtime.getRuntime().maxMemory());
    return new Resolved(
        Resolver.resolve(facts, at.day(facts.settings().asOf())),
        Repairs.areTooMany(facts) ? Facts.NONE : facts);
  }
}
