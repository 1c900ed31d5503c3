package dev.ambit.connect.servers;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.Cursor.Kind;
import dev.ambit.connect.Secret;
import dev.ambit.connect.Secrets;
import dev.ambit.model.Origin;
import dev.ambit.model.Said;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * Reads one server of a configuration, in whichever dialect. All dialects use the same few keys, so
 * one reader knows the union of them; what only one client knows does no harm in another's file.
 */
public final class McpServerReader {
  private static final ImmutableList<String> ADDRESSES =
      Lists.immutable.of("url", "serverUrl", "httpUrl");
  private static final ImmutableList<String> UNASKED =
      Lists.immutable.of("autoApprove", "alwaysAllow", "always_allow");
  private static final ImmutableList<String> HIDDEN =
      Lists.immutable.of("disabledTools", "excludeTools");
  private static final ImmutableList<String> ONLY = Lists.immutable.of("includeTools", "tools");
  private static final ImmutableSet<String> READ_APART =
      Sets.immutable.of(
          "command", "args", "env", "environment", "headers", "envFile", "name", "requestOptions");

  private static final Pattern DATABASE =
      Pattern.compile(
          "(postgres(?:ql)?|mysql|mariadb|mongodb(?:\\+srv)?|rediss?|mssql|sqlserver|clickhouse"
              + "|snowflake|oracle|cockroachdb|cassandra|neo4j|bolt|amqps?)(?:\\+\\w+)?://"
              + "(?:[^/?#\\s\"'@]*@)?([\\w.:,\\[\\]-]+)(/[\\w.-]+)?");

  private final Cursor server;
  private final ImmutableSet<String> secretInputs;
  private final MutableList<McpServer.Placed> secrets = Lists.mutable.empty();
  private final MutableList<String> texts = Lists.mutable.empty();

  private McpServerReader(Cursor server, ImmutableSet<String> secretInputs) {
    this.server = server;
    this.secretInputs = secretInputs;
  }

  /** Whether the client starts this server at all. */
  public static boolean isOn(Cursor server) {
    return !server.truthAt("disabled").orElse(false) && server.truthAt("enabled").orElse(true);
  }

  /**
   * The server under its name.
   *
   * @param secretInputs ids of the inputs that the client asks for and hides while they are typed
   */
  public static McpServer read(String name, Cursor server, ImmutableSet<String> secretInputs) {
    return new McpServerReader(server, secretInputs).read(name);
  }

  private McpServer read(String name) {
    // Zed once wrote the command as an object with path, arguments and environment.
    Cursor launch = server.child("command").filter(each -> each.is(Kind.OBJECT)).orElse(server);
    ImmutableList<String> line = commandLine(launch);
    readNamed(launch.child("env").or(() -> launch.child("environment")), "env");
    readNamed(server.child("headers"), "headers");
    readNamed(server.child("requestOptions").flatMap(each -> each.child("headers")), "headers");
    server.child("envFile").ifPresent(each -> add("envFile", Secret.reference("secret"), each));
    readAddresses();
    readTheRest();
    Origin origin = Ids.place(server);
    return new McpServer(
        Ids.part(name),
        server.file(),
        origin,
        secrets.toImmutable(),
        said(
            line.isEmpty() ? Optional.empty() : LaunchedPackage.of(line.getFirst(), line.drop(1)),
            origin),
        said(firstDatabase(), origin),
        server.truthAt("trust").orElse(false) || listed(UNASKED).contains("*"),
        listed(UNASKED).reject("*"::equals),
        listed(HIDDEN),
        only(origin));
  }

  private ImmutableList<String> commandLine(Cursor launch) {
    MutableList<String> line = Lists.mutable.empty();
    launch
        .child("command")
        .or(() -> launch.child("path"))
        .ifPresent(
            command -> {
              command.scalar().ifPresent(line::add);
              command.items().forEach(word -> word.scalar().ifPresent(line::add));
              line.forEach(word -> Secrets.inText(word).ifPresent(s -> add("command", s, command)));
            });
    String before = "";
    for (Cursor argument : launch.itemsAt("args")) {
      String text = argument.scalar().orElse("");
      Secrets.argument(before, text)
          .or(() -> ofInput(text))
          .ifPresent(secret -> add("args/" + argument.key(), secret, argument));
      line.add(text);
      texts.add(text);
      before = text;
    }
    return line.toImmutable();
  }

  private void readNamed(Optional<Cursor> group, String place) {
    group.ifPresent(
        all -> all.children().forEach(each -> readNamed(each, place + "/" + Ids.part(each.key()))));
  }

  private void readNamed(Cursor value, String place) {
    value
        .scalar()
        .ifPresent(
            text -> {
              texts.add(text);
              Secrets.named(value.key(), text)
                  .or(() -> ofInput(text))
                  .ifPresent(secret -> add(place, secret, value));
            });
    value.items().forEach(item -> readNamed(item, place));
  }

  private void readAddresses() {
    for (String key : ADDRESSES) {
      server
          .child(key)
          .flatMap(each -> each.text())
          .ifPresent(
              text -> {
                texts.add(text);
                Secrets.url(text)
                    .or(() -> Secrets.inText(text))
                    .or(() -> ofInput(text))
                    .ifPresent(secret -> add("url", secret, server.required(key)));
              });
    }
  }

  /** What no dialect documents can hold a secret all the same: client secrets, settings. */
  private void readTheRest() {
    for (Cursor each : server.children()) {
      if (!READ_APART.contains(each.key()) && !ADDRESSES.contains(each.key())) {
        readDeep(each, Ids.part(each.key()));
      }
    }
  }

  private void readDeep(Cursor value, String place) {
    if (value.scalar().isPresent()) {
      readNamed(value, place);
    } else {
      value.children().forEach(each -> readDeep(each, place + "/" + Ids.part(each.key())));
    }
  }

  private void add(String place, Secret secret, Cursor at) {
    if (secrets.noneSatisfy(each -> each.place().equals(place))) {
      secrets.add(new McpServer.Placed(place, secret, Ids.place(at)));
    }
  }

  private Optional<Secret> ofInput(String text) {
    return secretInputs.anySatisfy(id -> text.contains("${input:" + id + "}"))
        ? Optional.of(Secret.reference("secret"))
        : Optional.empty();
  }

  private ImmutableList<String> listed(ImmutableList<String> keys) {
    return keys.flatCollect(server::itemsAt)
        .flatCollect(item -> item.text().map(Lists.immutable::of).orElse(Lists.immutable.empty()))
        .collect(name -> name.equals("*") ? name : Ids.part(name))
        .distinct();
  }

  private Said<ImmutableList<String>> only(Origin origin) {
    ImmutableList<String> names = listed(ONLY);
    boolean said =
        ONLY.anySatisfy(key -> server.child(key).filter(c -> c.is(Kind.LIST)).isPresent());
    return said && !names.contains("*") ? Said.of(names, origin) : Said.nothing();
  }

  private Optional<String> firstDatabase() {
    for (String text : texts) {
      Matcher found = DATABASE.matcher(text);
      if (found.find()) {
        String name = found.group(3) == null ? "" : found.group(3);
        return Optional.of(Ids.text(found.group(1) + "://" + found.group(2) + name));
      }
    }
    return Optional.empty();
  }

  private static <T> Said<T> said(Optional<T> value, Origin origin) {
    return value.map(each -> Said.of(each, origin)).orElse(Said.nothing());
  }
}
