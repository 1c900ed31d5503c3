package dev.ambit.resolve.aws;

import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * From actions to verbs: by the lines of {@code verbs.tsv}, else by the access level that the AWS
 * Service Authorization Reference gives. A read that no line calls a read of data is one of
 * metadata.
 */
final class EffectRules {
  /** Those of the shipped table. */
  static final EffectRules SHIPPED = new EffectRules(ActionLines.of("verbs.tsv"));

  private static final Pattern DELETES =
      Pattern.compile("[^:]*:(batch)?(delete|terminate|purge|destroy|remove|drop)[^:]*");
  private final UnifiedMap<String, MutableList<Line>> byService = UnifiedMap.newMap();

  private record Line(String pattern, Effects effects) {}

  private EffectRules(ImmutableList<String> lines) {
    for (String text : lines) {
      String[] fields = text.split("\t", -1);
      Line line = new Line(fields[0], effects(fields[1]));
      String service = fields[0].substring(0, fields[0].indexOf(':'));
      byService.getIfAbsentPut(service, Lists.mutable::empty).add(line);
    }
  }

  private static Effects effects(String words) {
    Effects effects = Effects.NONE;
    for (String word : words.split(" ", -1)) {
      switch (word) {
        case "none" -> {}
        case "account" -> effects = new Effects(effects.verbs(), Effects.Changes.ACCOUNT);
        case "organisation" -> effects = new Effects(effects.verbs(), Effects.Changes.ORGANISATION);
        default -> effects = new Effects(effects.verbs().with(verb(word)), effects.changes());
      }
    }
    return effects;
  }

  private static Verb verb(String word) {
    return Verb.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** What {@code action} (in small letters) does, {@code level} being its access level. */
  Effects effects(String action, String level) {
    String service = action.substring(0, action.indexOf(':'));
    return byService
        .getIfAbsent(service, Lists.mutable::empty)
        .detectOptional(line -> Wildcards.covers(line.pattern(), action))
        .map(Line::effects)
        .orElseGet(() -> new Effects(byLevel(action, level), Effects.Changes.NOTHING));
  }

  private static Verbs byLevel(String action, String level) {
    return switch (level) {
      case "List", "Read", "Tagging" -> Verbs.of(Verb.DISCOVER);
      case "Write" -> Verbs.of(DELETES.matcher(action).matches() ? Verb.DELETE : Verb.WRITE);
      case "Permissions management" -> Verbs.of(Verb.SHARE, Verb.ADMINISTER);
      default -> throw new IllegalStateException("an access level of no table: " + level);
    };
  }
}
