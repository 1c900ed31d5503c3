package dev.ambit.cli;

import dev.ambit.model.Waiver.Decision;
import dev.ambit.model.WaiverEntry;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit waive}: signed exceptions with an end. */
@Command(
    name = "waive",
    description = "Decides about findings that stay: signed, with an end, and visible everywhere.",
    sortOptions = false,
    subcommands = {
      WaiveCommand.Add.class,
      WaiveCommand.Check.class,
      WaiveCommand.Renew.class,
      WaiveCommand.Prune.class
    },
    footerHeading = "%nA waiver file is YAML (or JSON, by its name), an entry for each decision:%n",
    footer = {
      "  version: 1",
      "  waivers:",
      "    - id: W-1                      its name; must differ from the others",
      "      finding: F-36013ebb6980      or rule, subject and object, in which * is anything",
      "      decision: accept             accept (default), false-positive, transfer, mitigate",
      "      reason: why                  required",
      "      owner: who answers for it    required",
      "      approver: who agreed",
      "      date: 2026-11-22             when; it ends at most 180 days later",
      "      until: 2026-12-31            required; the last day it holds",
      "      ticket: SEC-412",
      "      lapses: {audienceAbove: 12, levelAbove: internal, pathChanges: true}",
      "      facts: {…}                   what was true then, written by 'waive add';",
      "                                   a worse severity, audience, level or more ways end it",
      "",
      "What ended, lapsed, is malformed or matches nothing excuses nothing, and a scan says so.",
    })
final class WaiveCommand implements Task {
  @Override
  public Outcome run(Console console) {
    throw new UsageException(
        "say what to do with waivers: 'ambit waive add', 'check', 'renew' or 'prune'");
  }

  /** What all of them need. */
  static final class Place {
    @Option(names = "--waivers", required = true, paramLabel = "FILE", description = "The file.")
    Path file = Path.of("");

    @Parameters(
        arity = "1..*",
        paramLabel = "PATH",
        description = "Files and folders that are scanned, for the facts beside the decision.")
    List<Path> paths = new ArrayList<>();

    @Mixin Judging judging = new Judging();
  }

  /** Which findings; one of the two. */
  static final class Which {
    @Option(names = "--finding", paramLabel = "ID", description = "As in F-36013ebb6980.")
    @Nullable String finding;

    @ArgGroup(exclusive = false)
    @Nullable Pattern pattern;

    WaiverEntry.Scope scope() {
      if (pattern != null) {
        return new WaiverEntry.Pattern(pattern.rule, pattern.subject, pattern.object);
      }
      return new WaiverEntry.OneFinding(finding == null ? "" : finding);
    }
  }

  /** Findings by their parts. */
  static final class Pattern {
    @Option(names = "--rule", required = true, description = "Its rule; * is anything.")
    String rule = "";

    @Option(names = "--subject", required = true, description = "Its subject; * is anything.")
    String subject = "";

    @Option(names = "--object", required = true, description = "Its object; * is anything.")
    String object = "";
  }

  /** {@code ambit waive add}. */
  @Command(
      name = "add",
      description = "Adds a decision, and stores beside it the facts that it rests on.",
      sortOptions = false)
  static final class Add implements Task {
    @ArgGroup(multiplicity = "1")
    Which which = new Which();

    @Option(names = "--id", description = "Its name; default: W- and the digits of the finding.")
    String id = "";

    @Option(names = "--reason", required = true, description = "Why it may stay.")
    String reason = "";

    @Option(names = "--owner", required = true, description = "Who answers for it.")
    String owner = "";

    @Option(names = "--approver", description = "Who agreed.")
    String approver = "";

    @Option(
        names = "--until",
        required = true,
        paramLabel = "DATE",
        converter = DayConverter.class,
        description = "The last day it holds, at most 180 days from the day of --at.")
    LocalDate until = LocalDate.EPOCH;

    @Option(
        names = "--decision",
        description = "accept (default), false-positive, transfer, mitigate.")
    String decision = "accept";

    @Option(names = "--ticket", description = "Where it was discussed.")
    String ticket = "";

    @Option(names = "--lapse-above-audience", paramLabel = "N", description = "End it above N.")
    @Nullable Long audienceAbove;

    @Option(names = "--lapse-above-level", paramLabel = "LEVEL", description = "End it above.")
    @Nullable String levelAbove;

    @Option(names = "--lapse-if-path-changes", description = "End it with any other path.")
    boolean pathChanges;

    @Mixin Place place = new Place();

    @Override
    public Outcome run(Console console) {
      return new WaiverBook(place, console).add(this);
    }

    Decision decided() {
      for (Decision each : Decision.values()) {
        if (each.word().equals(decision.toLowerCase(Locale.ROOT))) {
          return each;
        }
      }
      throw new UsageException(
          "--decision takes accept, false-positive, transfer or mitigate, and found '"
              + decision
              + "'");
    }

    WaiverEntry.Lapses lapses() {
      return new WaiverEntry.Lapses(
          WaiverBook.said(audienceAbove), WaiverBook.said(levelAbove), pathChanges);
    }
  }

  /** {@code ambit waive check}. */
  @Command(
      name = "check",
      description = "Says of each waiver whether it stands, and for what.",
      sortOptions = false)
  static final class Check implements Task {
    @Option(names = "--strict", description = "Exit 1 if one does not stand or is malformed.")
    boolean isStrict;

    @Mixin Place place = new Place();

    @Override
    public Outcome run(Console console) {
      return new WaiverBook(place, console).check(isStrict);
    }
  }

  /** {@code ambit waive renew}. */
  @Command(
      name = "renew",
      description = "Decides again: a new end, and the facts of today.",
      sortOptions = false)
  static final class Renew implements Task {
    @Option(names = "--id", required = true, description = "Which waiver.")
    String id = "";

    @Option(
        names = "--until",
        required = true,
        paramLabel = "DATE",
        converter = DayConverter.class,
        description = "The last day it holds, at most 180 days from the day of --at.")
    LocalDate until = LocalDate.EPOCH;

    @Option(names = "--approver", description = "Who agreed this time; default: as before.")
    String approver = "";

    @Mixin Place place = new Place();

    @Override
    public Outcome run(Console console) {
      return new WaiverBook(place, console).renew(this);
    }
  }

  /** {@code ambit waive prune}. */
  @Command(
      name = "prune",
      description = "Takes out what ended, and what matches no finding.",
      sortOptions = false)
  static final class Prune implements Task {
    @Mixin Place place = new Place();

    @Override
    public Outcome run(Console console) {
      return new WaiverBook(place, console).prune();
    }
  }
}
