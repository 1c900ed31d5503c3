package dev.ambit.connect.claude;

import dev.ambit.connect.claude.BuiltIn.Does;
import dev.ambit.connect.claude.Rule.Effect;
import dev.ambit.model.Origin;
import dev.ambit.model.Said;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The rules and the mode of a session, from all settings that hold for it: deny beats ask beats
 * allow, whichever file a rule stands in; the mode decides the rest.
 */
record Permissions(
    ImmutableList<Rule> rules,
    Mode mode,
    Origin modeOrigin,
    ImmutableList<String> hooked,
    Shell shell) {

  /** What happens to a call. */
  enum Answer {
    /** The model cannot make it. */
    DENIED,
    /** A rule says to ask; nobody can choose to be asked no more, since ask beats allow. */
    ASKED_BY_RULE,
    /** Asked once; the answer can be remembered. */
    ASKED_FIRST,
    /** Something decides that we cannot read: a program of the project, or a classifier. */
    UNDECODED_HOOK,
    UNDECODED_MODE,
    /** It simply runs. */
    RUNS
  }

  /** What happens to a call, and the rule or mode that says so. */
  record Decision(Answer answer, Origin origin) {}

  /**
   * What the shell can do.
   *
   * @param sandboxedUnasked whether commands run unasked because they run in a sandbox
   * @param network whether it can reach a network
   */
  record Shell(boolean sandboxedUnasked, boolean network) {
    static final Shell OPEN = new Shell(false, true);
  }

  /**
   * Of a session under these settings; allow rules of skills and commands come on top. {@code
   * project} is where its mode is said, if nowhere else.
   */
  static Permissions of(
      ImmutableList<ClaudeSettings> settings, ImmutableList<Rule> skills, Origin project) {
    ImmutableList<ClaudeSettings> ranked =
        settings.toSortedListBy(ClaudeSettings::rank).toImmutable();
    boolean managedOnly = ranked.anySatisfy(each -> each.rank() == 0 && each.managedOnly());
    ImmutableList<Rule> rules =
        ranked
            .select(each -> !managedOnly || each.rank() == 0)
            .flatCollect(ClaudeSettings::rules)
            .newWithAll(managedOnly ? Lists.immutable.empty() : skills);
    Said<String> said =
        ranked.collect(ClaudeSettings::mode).detectIfNone(Said::isSaid, () -> Said.nothing());
    Mode mode = said.value().map(Mode::named).orElse(Mode.DEFAULT);
    boolean bypassOff = ranked.anySatisfy(ClaudeSettings::bypassOff);
    return new Permissions(
        rules,
        mode == Mode.BYPASS && bypassOff ? Mode.DEFAULT : mode,
        said.originOr(project),
        ranked.anySatisfy(ClaudeSettings::hooksOff)
            ? Lists.immutable.empty()
            : ranked.flatCollect(ClaudeSettings::hooked).distinct(),
        shell(ranked));
  }

  private static Shell shell(ImmutableList<ClaudeSettings> ranked) {
    return ranked
        .detectOptional(each -> each.sandboxed().isSaid())
        .filter(each -> each.sandboxed().or(false))
        .map(ClaudeSettings::sandbox)
        .map(box -> new Shell(box.runsUnasked(), box.canBeLeft() || box.reachesNetwork()))
        .orElse(Shell.OPEN);
  }

  /** The same rules in a sub-agent that has a mode of its own; it cannot undo a bypass. */
  Permissions in(Mode own, Origin where) {
    return mode == Mode.BYPASS || mode == Mode.ACCEPT_EDITS
        ? this
        : new Permissions(rules, own, where, hooked, shell);
  }

  /** What happens to a call of a tool of Claude Code itself. */
  Decision answer(BuiltIn tool) {
    ImmutableList<Rule> matching =
        rules.select(rule -> rule.whole() && tool.isMeantBy(rule.tool()));
    boolean editsFreely = tool.does() == Does.EDITS && mode == Mode.ACCEPT_EDITS;
    boolean shellFreely = tool == BuiltIn.BASH && shell.sandboxedUnasked();
    return answer(
        matching, tool.isFree() || editsFreely || shellFreely, tool.isFree(), tool.word());
  }

  /**
   * What happens to a call of a server's tool.
   *
   * @param tool empty for those that no rule names
   */
  Decision answer(String server, String tool) {
    String all = "mcp__" + server;
    String one = all + "__" + tool;
    ImmutableList<Rule> matching =
        rules.select(rule -> rule.tool().equals(all) || rule.tool().equals(one));
    return answer(matching, false, false, tool.isEmpty() ? all : one);
  }

  private Decision answer(ImmutableList<Rule> matching, boolean free, boolean reads, String name) {
    Optional<Rule> deny = first(matching, Effect.DENY);
    Optional<Rule> ask = first(matching, Effect.ASK);
    Optional<Rule> allow = first(matching, Effect.ALLOW);
    if (deny.isPresent() || (mode == Mode.PLAN && !reads)) {
      return decided(Answer.DENIED, deny);
    }
    if (ask.isPresent()) {
      return decided(mode == Mode.DONT_ASK ? Answer.DENIED : Answer.ASKED_BY_RULE, ask);
    }
    if (allow.isPresent() || free || mode == Mode.BYPASS) {
      return decided(isHooked(name) ? Answer.UNDECODED_HOOK : Answer.RUNS, allow);
    }
    return decided(byMode(), Optional.empty());
  }

  private Answer byMode() {
    return switch (mode) {
      case DONT_ASK -> Answer.DENIED;
      case AUTO, UNKNOWN -> Answer.UNDECODED_MODE;
      case DEFAULT, ACCEPT_EDITS, PLAN, BYPASS -> Answer.ASKED_FIRST;
    };
  }

  private Decision decided(Answer answer, Optional<Rule> by) {
    return new Decision(answer, by.map(Rule::origin).orElse(modeOrigin));
  }

  /** The rule that allows some uses of the tool, and not all, without a question. */
  Optional<Rule> allowingSome(BuiltIn tool) {
    ImmutableList<Rule> matching = rules.select(rule -> tool.isMeantBy(rule.tool()));
    boolean settled =
        matching.anySatisfy(rule -> rule.whole() && rule.effect() != Effect.ALLOW)
            || answer(tool).answer() == Answer.RUNS
            || mode == Mode.PLAN;
    return settled ? Optional.empty() : first(matching.reject(Rule::whole), Effect.ALLOW);
  }

  /** Tools of the server that a rule names. */
  ImmutableList<String> toolsNamed(String server) {
    String beginning = "mcp__" + server + "__";
    return rules
        .collect(Rule::tool)
        .select(name -> name.startsWith(beginning))
        .collect(name -> name.substring(beginning.length()))
        .distinct();
  }

  private boolean isHooked(String name) {
    return hooked.anySatisfy(
        each ->
            each.equals("*")
                || each.equals(name)
                || (each.endsWith("__.%2A")
                    && name.startsWith(each.substring(0, each.length() - 4))));
  }

  private static Optional<Rule> first(ImmutableList<Rule> rules, Effect effect) {
    return rules.detectOptional(rule -> rule.effect() == effect);
  }
}
