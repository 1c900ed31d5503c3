package dev.ambit.cli;

import dev.ambit.AsOf;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For which day a judgement is made, in every command that makes one. */
final class DayOption {
  @Option(
      names = "--at",
      paramLabel = "DATE",
      converter = DayConverter.class,
      description = "Judge as of this day; default: asOf of the inventory, else today.")
  private @Nullable LocalDate at;

  AsOf asOf(Console console) {
    return at == null ? new AsOf.OfInput(console.around().today()) : new AsOf.Asked(at);
  }
}
