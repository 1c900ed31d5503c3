package dev.ambit.connect.claude;

import dev.ambit.connect.servers.Ids;
import dev.ambit.model.Origin;
import java.util.regex.Pattern;

/**
 * A permission rule: {@code Tool} or {@code Tool(specifier)}. The specifier is looked at and
 * dropped, since command lines carry secrets.
 *
 * @param tool as a part of an id; {@code mcp__server} and {@code mcp__server__tool} for tools of
 *     servers
 * @param whole whether it covers every use of the tool
 */
record Rule(Effect effect, String tool, boolean whole, Origin origin) {
  /** Any program can be written into these, so a rule for all their arguments is one for all. */
  private static final Pattern RUNS_ANYTHING =
      Pattern.compile(
          "(?:sudo |env )?(?:bash|sh|zsh|fish|pwsh|python[\\d.]*|node|deno|bun|perl|ruby|php|npx|uvx"
              + "|eval|exec|xargs|ssh|sudo|env|docker run)(?: -c| -e)?(?::\\*| \\*)");

  private static final Pattern EVERYTHING = Pattern.compile("\\*{1,2}|:\\*|domain:\\*|//\\*\\*");

  /** What happens to a call that the rule matches. */
  enum Effect {
    DENY,
    ASK,
    ALLOW
  }

  static Rule of(Effect effect, String text, Origin origin) {
    int open = text.indexOf('(');
    String tool = open < 0 ? text : text.substring(0, open);
    String specifier =
        open < 0 ? "*" : text.substring(open + 1, Math.max(open + 1, text.lastIndexOf(')')));
    boolean whole =
        specifier.isBlank()
            || EVERYTHING.matcher(specifier.strip()).matches()
            || (effect == Effect.ALLOW && RUNS_ANYTHING.matcher(specifier.strip()).matches());
    String name = tool.strip();
    boolean allOfServer = name.startsWith("mcp__") && name.endsWith("__*");
    return new Rule(
        effect, Ids.part(allOfServer ? name.substring(0, name.length() - 3) : name), whole, origin);
  }
}
