package dev.ambit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import picocli.CommandLine.Option;

/** By which rules, besides our own, in every command that asks rules. */
final class RuleFolders {
  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Use the rules of this folder too; repeatable.")
  private List<Path> folders = new ArrayList<>();

  ImmutableList<Path> all() {
    return Lists.immutable.withAll(folders);
  }
}
