package dev.ambit.snapshot;

import dev.ambit.model.NodeSet;
import dev.ambit.model.Nodes;
import dev.ambit.model.Origin;
import dev.ambit.model.Ranking;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * Finds how the nouns of the model are written from what their records declare, so that a new
 * component is in the next snapshot without a line here. Nothing but these nouns can come out of a
 * file, whatever stands in it.
 */
final class Codecs {
  private final Map<String, Codec> known = new HashMap<>();
  private final StringBuilder shape = new StringBuilder();
  private int kinds;

  /** What was asked for, as text that changes when a record does. */
  String shape() {
    return shape.toString();
  }

  /** How many kinds of records were asked for. */
  int kinds() {
    return kinds;
  }

  /**
   * How values of that type are written.
   *
   * @throws IllegalArgumentException for a type that the model has no use for
   */
  Codec of(Type type) {
    return of(type, Map.of());
  }

  private Codec of(Type type, Map<String, Type> bound) {
    if (type instanceof TypeVariable<?>) {
      return of(meant(type, bound));
    }
    String name = type.getTypeName() + (type instanceof Class<?> ? "" : bound);
    Codec found = known.get(name);
    if (found == null) {
      Later later = new Later();
      known.put(name, later);
      shape.append(name).append('\n');
      later.codec = type instanceof ParameterizedType of ? made(of, bound) : made((Class<?>) type);
      found = later;
    }
    return found;
  }

  private static Type meant(Type type, Map<String, Type> bound) {
    return type instanceof TypeVariable<?> variable
        ? bound.getOrDefault(variable.getName(), Object.class)
        : type;
  }

  /** A record may have components of its own kind, so what it needs is found when it is used. */
  private static final class Later implements Codec {
    private Codec codec = this;

    @Override
    public void write(Object value, Encoder out) throws IOException {
      codec.write(value, out);
    }

    @Override
    public Object read(Decoder in) {
      return codec.read(in);
    }
  }

  private Codec made(ParameterizedType type, Map<String, Type> outer) {
    Class<?> raw = (Class<?>) type.getRawType();
    List<Type> given =
        Arrays.stream(type.getActualTypeArguments()).map(each -> meant(each, outer)).toList();
    if (raw == ImmutableList.class) {
      return list(of(given.get(0)));
    }
    if (raw == ImmutableMap.class) {
      return map(of(given.get(0)), of(given.get(1)));
    }
    Map<String, Type> bound = new HashMap<>();
    for (int i = 0; i < given.size(); i++) {
      bound.put(raw.getTypeParameters()[i].getName(), given.get(i));
    }
    return composed(raw, bound);
  }

  private Codec made(Class<?> type) {
    if (type == String.class) {
      return new Leaf<>(String.class, Encoder::text, Decoder::text);
    }
    if (type == int.class || type == Integer.class) {
      return new Leaf<>(Integer.class, (out, number) -> out.number(number), Decoder::integer);
    }
    if (type == long.class) {
      return new Leaf<>(Long.class, (out, number) -> out.number(number), Decoder::number);
    }
    if (type == boolean.class || type == Boolean.class) {
      return new Leaf<>(
          Boolean.class, (out, truth) -> out.number(truth ? 1 : 0), in -> in.number() == 1);
    }
    if (type == LocalDate.class) {
      return new Leaf<>(
          LocalDate.class,
          (out, day) -> out.number(day.toEpochDay()),
          in -> LocalDate.ofEpochDay(in.number()));
    }
    if (type == Origin.class) {
      return new Leaf<>(Origin.class, Encoder::origin, Decoder::origin);
    }
    if (type == NodeSet.class) {
      return new Leaf<>(NodeSet.class, Encoder::nodes, Decoder::nodes);
    }
    if (type == Nodes.class) {
      return new Leaf<>(Nodes.class, Codecs::write, Codecs::read);
    }
    if (type == Ranking.class) {
      return new Leaf<>(Ranking.class, Codecs::write, Codecs::readRanking);
    }
    if (type.isEnum()) {
      Object[] all = type.getEnumConstants();
      shape.append(Arrays.toString(all)).append('\n');
      return new Leaf<>(
          Enum.class, (out, one) -> out.number(one.ordinal()), in -> (Enum<?>) all[in.integer()]);
    }
    return composed(type, Map.of());
  }

  private Codec composed(Class<?> type, Map<String, Type> bound) {
    if (type.isRecord()) {
      List<Codec> parts = new ArrayList<>();
      for (RecordComponent each : type.getRecordComponents()) {
        shape.append(' ').append(each.getName()).append('\n');
        parts.add(of(each.getGenericType(), bound));
      }
      return new RecordCodec(type, kinds++, parts);
    }
    if (type.isSealed()) {
      Class<?>[] kinds = type.getPermittedSubclasses();
      return oneOf(kinds, Arrays.stream(kinds).map(each -> composed(each, bound)).toList());
    }
    throw new IllegalArgumentException("a snapshot has no " + type);
  }

  private interface Write<T> {
    void to(Encoder out, T value) throws IOException;
  }

  private interface Read<T> {
    T from(Decoder in);
  }

  private record Leaf<T>(Class<T> type, Write<T> write, Read<T> read) implements Codec {
    @Override
    public void write(Object value, Encoder out) throws IOException {
      write.to(out, type.cast(value));
    }

    @Override
    public Object read(Decoder in) {
      return read.from(in);
    }
  }

  private static Codec oneOf(Class<?>[] kinds, List<Codec> codecs) {
    return new Codec() {
      @Override
      public void write(Object value, Encoder out) throws IOException {
        int kind = 0;
        while (!kinds[kind].isInstance(value)) {
          kind++;
        }
        out.number(kind);
        codecs.get(kind).write(value, out);
      }

      @Override
      public Object read(Decoder in) {
        return codecs.get(in.integer()).read(in);
      }
    };
  }

  private static Codec list(Codec element) {
    return new Codec() {
      @Override
      public void write(Object value, Encoder out) throws IOException {
        ImmutableList<?> list = (ImmutableList<?>) value;
        int count = list.size();
        out.number(count);
        if (count <= Decoder.BLOCK) {
          for (Object each : list) {
            element.write(each, out);
          }
          return;
        }
        for (int from = 0; from < count; from += Decoder.BLOCK) {
          out.block(list.subList(from, Math.min(from + Decoder.BLOCK, count)), element);
        }
      }

      @Override
      public Object read(Decoder in) {
        Object[] list = new Object[in.count()];
        if (list.length > Decoder.BLOCK) {
          in.blocks(list.length, (number, part) -> list[number] = element.read(part));
        } else {
          for (int i = 0; i < list.length; i++) {
            list[i] = element.read(in);
          }
        }
        return Lists.immutable.with(list);
      }
    };
  }

  /** In the order of the keys' texts: a map of its own has none. */
  private static Codec map(Codec key, Codec value) {
    return new Codec() {
      @Override
      public void write(Object all, Encoder out) throws IOException {
        ImmutableMap<?, ?> map = (ImmutableMap<?, ?>) all;
        out.number(map.size());
        for (Object each : map.keysView().toSortedListBy(Object::toString)) {
          key.write(each, out);
          value.write(map.get(each), out);
        }
      }

      @Override
      public Object read(Decoder in) {
        int count = in.count();
        UnifiedMap<Object, Object> map = UnifiedMap.newMap(count);
        for (int i = 0; i < count; i++) {
          map.put(key.read(in), value.read(in));
        }
        return map.toImmutable();
      }
    };
  }

  private static void write(Encoder out, Nodes nodes) throws IOException {
    out.number(nodes.count());
    for (int node = 0; node < nodes.count(); node++) {
      out.text(nodes.id(node));
      out.number(nodes.kind(node).ordinal());
    }
  }

  private static void write(Encoder out, Ranking ranks) throws IOException {
    out.number(ranks.count());
    for (int node = 0; node < ranks.count(); node++) {
      out.number(ranks.of(node) - Ranking.UNKNOWN); // what is not negative takes one byte
    }
  }

  private static Ranking readRanking(Decoder in) {
    int[] ranks = new int[in.count()];
    for (int node = 0; node < ranks.length; node++) {
      ranks[node] = in.integer() + Ranking.UNKNOWN;
    }
    return new Ranking(ranks);
  }

  private static Nodes read(Decoder in) {
    int count = in.count();
    String[] ids = new String[count];
    Nodes.Kind[] kinds = new Nodes.Kind[count];
    Nodes.Kind[] all = Nodes.Kind.values();
    for (int node = 0; node < count; node++) {
      ids[node] = in.text();
      kinds[node] = all[in.integer()];
    }
    in.nodes(count);
    return new Nodes(ids, kinds);
  }
}
