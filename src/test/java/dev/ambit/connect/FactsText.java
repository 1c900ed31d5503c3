package dev.ambit.connect;

import dev.ambit.model.Day;
import dev.ambit.model.Facts;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Consumer;
import org.eclipse.collections.api.RichIterable;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * Facts as text for a person to review: a block for each fact, a line for each thing it says, with
 * the place behind it. What is not said is left out. Blocks are sorted.
 */
public final class FactsText {
  private final boolean withOrigins;
  private final StringBuilder text = new StringBuilder();

  private FactsText(boolean withOrigins) {
    this.withOrigins = withOrigins;
  }

  public static String of(Facts facts) {
    return text(facts, true);
  }

  /** The same without the places, for facts that stand elsewhere. */
  public static String withoutOrigins(Facts facts) {
    return text(facts, false);
  }

  private static String text(Facts facts, boolean withOrigins) {
    MutableList<String> blocks = Lists.mutable.of(block(facts.settings(), withOrigins));
    all(facts).forEach(each -> blocks.add(block(each, withOrigins)));
    facts.notes().forEach(each -> blocks.add(block(each, withOrigins)));
    return blocks.sortThis().makeString("\n");
  }

  private static ImmutableList<Record> all(Facts facts) {
    MutableList<Record> all = Lists.mutable.empty();
    all.addAllIterable(facts.principals());
    all.addAllIterable(facts.assets());
    all.addAllIterable(facts.channels());
    all.addAllIterable(facts.credentials());
    all.addAllIterable(facts.grants());
    all.addAllIterable(facts.gates());
    all.addAllIterable(facts.tools());
    all.addAllIterable(facts.agents());
    all.addAllIterable(facts.policies());
    return all.toImmutable();
  }

  /** Every place that the facts name, notes included. */
  public static ImmutableList<Origin> origins(Facts facts) {
    MutableList<Origin> origins = Lists.mutable.empty();
    all(facts).forEach(each -> origins(each, origins::add));
    facts.notes().forEach(each -> origins.add(each.origin()));
    facts.settings().saidAt().forEachValue(origins::add);
    return origins.toImmutable();
  }

  private static void origins(Object value, Consumer<Origin> into) {
    if (value instanceof Origin origin) {
      into.accept(origin);
    } else if (value instanceof RichIterable<?> list) {
      list.forEach(each -> origins(each, into));
    } else if (value instanceof Record record) {
      for (RecordComponent each : record.getClass().getRecordComponents()) {
        origins(component(each, record), into);
      }
    }
  }

  private static String block(Record record, boolean withOrigins) {
    FactsText text = new FactsText(withOrigins);
    text.text.append(record.getClass().getSimpleName());
    text.fields(record, "  ");
    return text.text.toString();
  }

  private void fields(Record record, String indent) {
    for (RecordComponent each : record.getClass().getRecordComponents()) {
      Object value = component(each, record);
      if (value instanceof Origin origin) {
        text.append(place(origin));
      } else if (each.getName().equals("id")) {
        text.append(' ').append(value);
      }
    }
    text.append('\n');
    for (RecordComponent each : record.getClass().getRecordComponents()) {
      Object value = component(each, record);
      if (!(value instanceof Origin) && !each.getName().equals("id")) {
        field(each.getName(), value, indent);
      }
    }
  }

  private void field(String name, Object value, String indent) {
    if (value instanceof Said<?> said) {
      said.value()
          .ifPresent(each -> one(name, each, place(said.originOr(Origin.BUILT_IN)), indent));
    } else if (value instanceof Refs refs) {
      if (refs.said() && refs.all().isEmpty()) {
        one(name, "none", "", indent);
      }
      refs.all().toSortedList().forEach(each -> one(name, each, "", indent));
    } else if (value instanceof ImmutableList<?> list) {
      MutableList<String> lines = Lists.mutable.empty();
      for (Object each : list) {
        FactsText item = new FactsText(withOrigins);
        item.field(name, each, indent);
        lines.add(item.text.toString());
      }
      text.append(lines.sortThis().makeString(""));
    } else if (value instanceof ImmutableMap<?, ?> map) {
      map.keyValuesView()
          .toSortedListBy(pair -> pair.getOne().toString())
          .forEach(pair -> one(name + "[" + pair.getOne() + "]", pair.getTwo(), "", indent));
    } else {
      one(name, value, "", indent);
    }
  }

  private void one(String name, Object value, String place, String indent) {
    if (value instanceof Origin origin) {
      text.append(indent).append(name).append(place(origin)).append('\n');
    } else if (value instanceof Ref ref) {
      text.append(indent).append(name).append(' ').append(ref.id());
      text.append(place(ref.origin())).append('\n');
    } else if (value instanceof Day day) {
      String word = day.date().map(LocalDate::toString).orElse("never");
      text.append(indent).append(name).append(' ').append(word).append(place).append('\n');
    } else if (value instanceof Record record && record.getClass().getEnclosingClass() != null) {
      boolean hasPlace =
          Arrays.stream(record.getClass().getRecordComponents())
              .anyMatch(each -> each.getType() == Origin.class);
      text.append(indent).append(name).append(hasPlace ? "" : place);
      fields(record, indent + "  ");
    } else {
      text.append(indent).append(name).append(' ').append(value).append(place).append('\n');
    }
  }

  private String place(Origin origin) {
    return withOrigins ? "  @ " + origin : "";
  }

  private static Object component(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
