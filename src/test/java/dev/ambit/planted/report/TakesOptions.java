package dev.ambit.planted.report;

import dev.ambit.planted.cli.DrawsPages;
import picocli.CommandLine;

/** Knows from where it is called. */
final class TakesOptions {
  CommandLine ask() {
    return new CommandLine(new DrawsPages());
  }
}
