package dev.ambit.snapshot;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record, component by component. What is as in the record before is left out: of the twenty
 * things that can be said of an asset mostly three differ from the next one's.
 */
final class RecordCodec implements Codec {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private final MethodHandle maker;
  private final MethodHandle[] parts;
  private final int number;
  private final List<Codec> codecs;

  /**
   * @param number of this kind among all that one file may have, from 0 on
   * @param codecs one for each component, in their order
   * @throws IllegalArgumentException if the record cannot be made by us, or has too many components
   */
  RecordCodec(Class<?> type, int number, List<Codec> codecs) {
    RecordComponent[] components = type.getRecordComponents();
    if (components.length > Long.SIZE - 1) {
      throw new IllegalArgumentException(type + " has more components than a word has bits");
    }
    this.number = number;
    this.codecs = codecs;
    this.parts = new MethodHandle[components.length];
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      maker =
          LOOKUP
              .findConstructor(type, MethodType.methodType(void.class, types))
              .asSpreader(Object[].class, types.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
      for (int i = 0; i < parts.length; i++) {
        parts[i] =
            LOOKUP
                .unreflect(components[i].getAccessor())
                .asType(MethodType.methodType(Object.class, Object.class));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " is not open to us", e);
    }
  }

  int number() {
    return number;
  }

  int size() {
    return parts.length;
  }

  @Override
  public void write(Object value, Encoder out) throws IOException {
    @Nullable Object[] before = out.before(this);
    Object[] now = new Object[parts.length];
    long changed = 0;
    for (int i = 0; i < parts.length; i++) {
      now[i] = part(i, value);
      if (!now[i].equals(before[i])) {
        changed |= 1L << i;
        before[i] = now[i];
      }
    }
    out.number(changed);
    for (int i = 0; i < parts.length; i++) {
      if ((changed & 1L << i) != 0) {
        codecs.get(i).write(now[i], out);
      }
    }
  }

  private Object part(int number, Object value) {
    try {
      return (Object) parts[number].invokeExact(value);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a component of a record throws nothing that is checked", e);
    }
  }

  @Override
  public Object read(Decoder in) {
    Decoder.Last last = in.last(this);
    long changed = in.number();
    if (changed == 0 && last.record != null) {
      return last.record;
    }
    for (int i = 0; i < parts.length; i++) {
      if ((changed & 1L << i) != 0) {
        last.components[i] = codecs.get(i).read(in);
      }
    }
    Object record = made(last.components);
    last.record = record;
    return record;
  }

  private Object made(@Nullable Object[] components) {
    try {
      return (Object) maker.invokeExact(components);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the maker of a record throws nothing that is checked", e);
    }
  }
}
