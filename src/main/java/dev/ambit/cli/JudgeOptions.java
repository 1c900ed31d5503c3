package dev.ambit.cli;

import dev.ambit.AsOf;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By what a judgement is made, in every command that makes one. */
final class JudgeOptions {
  @Option(
      names = "--at",
      paramLabel = "DATE",
      converter = DayConverter.class,
      description = "Judge as of this day; default: asOf of the inventory, else today.")
  private @Nullable LocalDate at;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Judge by the rules of this folder too; repeatable.")
  private List<Path> rules = new ArrayList<>();

  AsOf asOf(LocalDate today) {
    return at == null ? new AsOf.OfInput(today) : new AsOf.Asked(at);
  }

  ImmutableList<Path> ruleFolders() {
    return Lists.immutable.withAll(rules);
  }
}
