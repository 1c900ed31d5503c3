package dev.ambit.resolve.aws.request;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * A text of a policy with its variables: <code>${key}</code>, <code>${key, 'default'}</code>, and
 * <code>${*}</code>, <code>${?}</code>, <code>${$}</code> for the characters themselves. Source:
 * the IAM guide, "IAM policy elements: Variables and tags".
 */
public final class Template {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{\\s*([^},]*?)\\s*(?:,\\s*'([^']*)'\\s*)?}");

  private final String written;
  private final ImmutableList<Part> parts;

  /**
   * Text, or a variable.
   *
   * @param name of the variable as written; empty for text
   * @param key the same in small letters
   */
  private record Part(String text, String name, String key, Optional<String> otherwise) {
    static Part text(String text) {
      return new Part(text, "", "", Optional.empty());
    }
  }

  private Template(String written, ImmutableList<Part> parts) {
    this.written = written;
    this.parts = parts;
  }

  /** With variables only where the policy's version has them. */
  public static Template of(String written, boolean hasVariables) {
    return hasVariables && written.contains("${")
        ? new Template(written, parts(written))
        : new Template(written, Lists.immutable.of(Part.text(written)));
  }

  private static ImmutableList<Part> parts(String written) {
    MutableList<Part> parts = Lists.mutable.empty();
    Matcher variables = VARIABLE.matcher(written);
    int at = 0;
    while (variables.find()) {
      parts.add(Part.text(written.substring(at, variables.start())));
      parts.add(variable(variables.group(1), Optional.ofNullable(variables.group(2))));
      at = variables.end();
    }
    return parts.with(Part.text(written.substring(at))).toImmutable();
  }

  private static Part variable(String name, Optional<String> otherwise) {
    return name.equals("*") || name.equals("?") || name.equals("$")
        ? Part.text(Wildcards.literal(name))
        : new Part("", name, name.toLowerCase(Locale.ROOT), otherwise);
  }

  /** Whether it is the same for every request. */
  boolean isConstant() {
    return parts.allSatisfy(part -> part.key().isEmpty());
  }

  /** The pattern that it is for every request. */
  String constant() {
    return parts.collect(Part::text).makeString("");
  }

  /** The context keys its variables ask for, as written. */
  ImmutableList<String> keys() {
    return parts.collect(Part::name).reject(String::isEmpty);
  }

  /** Whether some variable's value is not known. */
  public boolean isOpen(Context context) {
    return parts.anySatisfy(part -> !part.key().isEmpty() && !context.isKnown(part.key()));
  }

  /** The keys of those variables, as written. */
  public ImmutableList<String> openKeys(Context context) {
    return parts
        .reject(part -> part.key().isEmpty() || context.isKnown(part.key()))
        .collect(Part::name);
  }

  /**
   * As a pattern, values standing for themselves; empty if a variable has no value, or several:
   * then it matches nothing.
   */
  public Optional<String> pattern(Context context) {
    StringBuilder pattern = new StringBuilder();
    for (Part part : parts) {
      if (part.key().isEmpty()) {
        pattern.append(part.text());
        continue;
      }
      ImmutableList<String> values = context.values(part.key());
      Optional<String> value = values.size() == 1 ? values.getFirstOptional() : Optional.empty();
      if (values.isEmpty()) {
        value = part.otherwise();
      }
      if (value.isEmpty()) {
        return Optional.empty();
      }
      pattern.append(Wildcards.literal(value.get()));
    }
    return Optional.of(pattern.toString());
  }

  /** As a pattern of which a variable that is not known may be anything. */
  public String widest(Context context) {
    StringBuilder pattern = new StringBuilder();
    for (Part part : parts) {
      boolean isOpen = !part.key().isEmpty() && !context.isKnown(part.key());
      pattern.append(
          isOpen
              ? "*"
              : new Template(written, Lists.immutable.of(part)).pattern(context).orElse(""));
    }
    return pattern.toString();
  }
}
