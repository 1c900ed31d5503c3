package dev.ambit.cli;

import dev.ambit.Room;
import dev.ambit.connect.InputException;
import dev.ambit.report.Counted;
import dev.ambit.report.Visible;
import dev.ambit.rules.RuleException;
import dev.ambit.verdict.ExitCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as a function: arguments in, exit code out. */
final class CommandLines {
  private CommandLines() {}

  /** Runs the command that the arguments name, and says on the last line of stderr how it ended. */
  static int run(Surroundings around, String... arguments) {
    try {
      // A path that begins with @ is a path: arguments never come from a file.
      CommandLine line = new CommandLine(new AmbitCommand()).setExpandAtFiles(false);
      ParseResult parsed = line.parseArgs(arguments);
      if (showsHelp(line, parsed, around)) {
        return 0;
      }
      return end(around, task(parsed).run(((AmbitCommand) line.getCommand()).console(around)));
    } catch (ParameterException e) {
      return end(around, new Outcome(ExitCode.USAGE, complaint(e)));
    } catch (UsageException | Room.TooSmall e) {
      return end(around, new Outcome(ExitCode.USAGE, said(e)));
    } catch (RuleException | InputException e) {
      return end(around, new Outcome(ExitCode.USAGE, firstOf(said(e), around)));
    } catch (OutOfMemoryError e) {
      return end(
          around,
          new Outcome(
              ExitCode.FAULT,
              "not enough memory; give it more, for example AMBIT_JAVA_OPTS=-Xmx4g"));
    } catch (Throwable e) {
      e.printStackTrace(around.err());
      return end(around, new Outcome(ExitCode.FAULT, ExitCode.FAULT.sentence() + ": " + said(e)));
    } finally {
      around.out().flush();
      around.err().flush();
    }
  }

  private static int end(Surroundings around, Outcome outcome) {
    around.out().flush();
    around.err().println(Visible.of(outcome.line()));
    return outcome.code().number();
  }

  /** A message of one line as it is; one of several is shown above, and counted. */
  private static String firstOf(String message, Surroundings around) {
    List<String> lines = message.lines().toList();
    if (lines.size() < 2) {
      return message;
    }
    lines.forEach(line -> around.err().println(Visible.of(line)));
    return Counted.of(lines.size(), "mistake") + ", each on a line above";
  }

  private static String said(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private static boolean showsHelp(CommandLine line, ParseResult parsed, Surroundings around) {
    Ansi ansi = Color.AUTO.isOn(around) ? Ansi.ON : Ansi.OFF;
    line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
    line.setOut(new PrintWriter(around.out(), true, StandardCharsets.UTF_8));
    return CommandLine.executeHelpRequest(parsed) != null;
  }

  private static Task task(ParseResult parsed) {
    List<CommandLine> named = parsed.asCommandLineList();
    return named.get(named.size() - 1).getCommand();
  }

  /** What is wrong with the arguments, in one line, with what was probably meant. */
  private static String complaint(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName(" ");
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched, command);
    }
    String message = said(e);
    return message.substring(0, 1).toLowerCase(Locale.ROOT)
        + message.substring(1)
        + "; see '"
        + command
        + " --help'";
  }

  private static String unknown(UnmatchedArgumentException e, String command) {
    String word = e.getUnmatched().get(0);
    boolean isOption = word.startsWith("-");
    ImmutableList<String> known =
        Lists.immutable.withAll(
            isOption
                ? e.getCommandLine().getCommandSpec().optionsMap().keySet()
                : e.getCommandLine().getSubcommands().keySet());
    return "'"
        + command
        + "' knows no "
        + (isOption ? "option" : "command")
        + " '"
        + word
        + "'"
        + Suggestion.after(word, known);
  }
}
