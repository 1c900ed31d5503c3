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
  private final List<Codec> codecs;
  private final @Nullable Object[] before;

  /**
   * @param codecs one for each component, in their order
   * @throws IllegalArgumentException if the record cannot be made by us, or has too many components
   */
  RecordCodec(Class<?> type, List<Codec> codecs) {
    RecordComponent[] components = type.getRecordComponents();
    if (components.length > Long.SIZE - 1) {
      throw new IllegalArgumentException(type + " has more components than a word has bits");
    }
    this.codecs = codecs;
    this.before = new Object[components.length];
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

  @Override
  public void write(Object value, Encoder out) throws IOException {
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
    long changed = in.number();
    @Nullable Object[] now = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if ((changed & 1L << i) != 0) {
        before[i] = codecs.get(i).read(in);
      }
      now[i] = before[i];
    }
    try {
      return (Object) maker.invokeExact(now);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the maker of a record throws nothing that is checked", e);
    }
  }
}
