package dev.ambit.connect.claude;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.Cursor.Kind;
import dev.ambit.connect.Secrets;
import dev.ambit.connect.servers.Broken;
import dev.ambit.connect.servers.Ids;
import dev.ambit.connect.servers.McpServer;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Said;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * What one settings file says.
 *
 * @param mode the mode a session starts in
 * @param bypassOff whether it forbids the mode that asks nothing
 * @param managedOnly whether it makes the rules of all other files void; counts in a managed file
 * @param sandboxed whether commands run in a sandbox
 * @param sandbox its three switches
 * @param hooked tools before which a program of the project runs; {@code *} for all
 * @param hooksOff whether it switches hooks off
 * @param off servers that are not started
 * @param on the only servers that may be started, where it has such a list
 */
record ClaudeSettings(
    ClaudeFile file,
    Origin origin,
    ImmutableList<Rule> rules,
    Said<String> mode,
    boolean bypassOff,
    boolean managedOnly,
    Said<Boolean> sandboxed,
    Sandbox sandbox,
    ImmutableList<String> hooked,
    boolean hooksOff,
    ImmutableList<String> off,
    Said<ImmutableList<String>> on,
    ImmutableList<McpServer.Placed> secrets,
    ImmutableList<Note> notes) {

  /**
   * How a sandbox is set.
   *
   * @param runsUnasked commands inside it are not asked about
   * @param canBeLeft a command may run outside it, behind a question
   * @param reachesNetwork some hosts can be reached from inside it
   */
  record Sandbox(boolean runsUnasked, boolean canBeLeft, boolean reachesNetwork) {}

  static ClaudeSettings read(ClaudeFile file, Cursor whole) {
    MutableList<Note> notes = Broken.twice(whole).toList();
    Optional<Cursor> permissions = object(whole, "permissions", notes);
    MutableList<Rule> rules = Lists.mutable.empty();
    for (Rule.Effect effect : Rule.Effect.values()) {
      permissions
          .flatMap(each -> each.child(effect.name().toLowerCase(Locale.ROOT)))
          .ifPresent(list -> rules.addAllIterable(rules(effect, list, notes)));
    }
    return new ClaudeSettings(
        file,
        new Origin(file.document().path(), whole.line(), ""),
        rules.toImmutable(),
        permissions.map(each -> said(each, "defaultMode")).orElse(Said.nothing()),
        switchedOff(permissions.orElse(whole)) || switchedOff(whole),
        whole.truthAt("allowManagedPermissionRulesOnly").orElse(false),
        whole
            .child("sandbox")
            .flatMap(box -> box.child("enabled"))
            .flatMap(on -> on.truth().map(is -> Said.of(is, Ids.place(on))))
            .orElse(Said.nothing()),
        sandbox(whole.child("sandbox")),
        hooked(whole),
        whole.truthAt("disableAllHooks").orElse(false),
        whole
            .itemsAt("disabledMcpjsonServers")
            .flatCollect(ClaudeSettings::name)
            .newWithAll(whole.itemsAt("deniedMcpServers").flatCollect(ClaudeSettings::name)),
        whole
            .child("allowedMcpServers")
            .map(list -> Said.of(list.items().flatCollect(ClaudeSettings::name), Ids.place(list)))
            .orElse(Said.nothing()),
        secrets(whole),
        notes.toImmutable());
  }

  private static ImmutableList<Rule> rules(
      Rule.Effect effect, Cursor list, MutableList<Note> notes) {
    if (!list.is(Kind.LIST)) {
      notes.add(Broken.wrongKind(list, Kind.LIST));
    }
    return list.items()
        .flatCollect(
            item ->
                item.text()
                    .map(text -> Lists.immutable.of(Rule.of(effect, text, Ids.place(item))))
                    .orElse(Lists.immutable.empty()));
  }

  private static Optional<Cursor> object(Cursor whole, String key, MutableList<Note> notes) {
    Optional<Cursor> child = whole.child(key);
    child
        .filter(each -> !each.is(Kind.OBJECT))
        .ifPresent(each -> notes.add(Broken.wrongKind(each, Kind.OBJECT)));
    return child.filter(each -> each.is(Kind.OBJECT));
  }

  private static boolean switchedOff(Cursor settings) {
    return settings.textAt("disableBypassPermissionsMode").orElse("").equals("disable");
  }

  private static Sandbox sandbox(Optional<Cursor> box) {
    boolean hosts =
        box.flatMap(each -> each.child("network"))
            .map(each -> each.itemsAt("allowedDomains").notEmpty())
            .orElse(false);
    return new Sandbox(
        box.flatMap(each -> each.truthAt("autoAllowBashIfSandboxed")).orElse(true),
        box.flatMap(each -> each.truthAt("allowUnsandboxedCommands")).orElse(true),
        hosts);
  }

  /** A matcher is a pattern; we read the alternatives of its usual form and nothing cleverer. */
  private static ImmutableList<String> hooked(Cursor whole) {
    return whole
        .child("hooks")
        .map(hooks -> hooks.itemsAt("PreToolUse"))
        .orElse(Lists.immutable.empty())
        .flatCollect(
            hook -> Lists.immutable.of(hook.textAt("matcher").orElse("*").split("\\|", -1)))
        .collect(each -> each.isBlank() || each.equals(".*") ? "*" : Ids.part(each))
        .distinct();
  }

  private static ImmutableList<String> name(Cursor item) {
    return item.text()
        .or(() -> item.textAt("serverName"))
        .map(text -> Lists.immutable.of(Ids.part(text)))
        .orElse(Lists.immutable.empty());
  }

  private static ImmutableList<McpServer.Placed> secrets(Cursor whole) {
    return whole
        .child("env")
        .map(Cursor::children)
        .orElse(Lists.immutable.empty())
        .flatCollect(
            each ->
                each.scalar()
                    .flatMap(text -> Secrets.named(each.key(), text))
                    .map(
                        secret ->
                            Lists.immutable.of(
                                new McpServer.Placed(
                                    "env/" + Ids.part(each.key()), secret, Ids.place(each))))
                    .orElse(Lists.immutable.empty()));
  }

  private static Said<String> said(Cursor settings, String key) {
    return settings
        .child(key)
        .flatMap(each -> each.text().map(text -> Said.of(text, Ids.place(each))))
        .orElse(Said.nothing());
  }

  /** Managed settings win over those of one person, and those over the project's. */
  int rank() {
    if (file.role() == ClaudeFile.Role.MANAGED_SETTINGS) {
      return 0;
    }
    return file.role() == ClaudeFile.Role.LOCAL_SETTINGS ? 1 : 2;
  }
}
