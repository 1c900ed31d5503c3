package dev.ambit.connect.inventory;

import dev.ambit.model.Fact;
import dev.ambit.model.Origin;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Joins two records about one node, component by component: what only one of them says holds, what
 * both say must be the same wherever it stands. By reflection on the record, since eight joins
 * written out would be eight lists of components that nobody would keep equal to the records.
 */
final class OneNode {
  private OneNode() {}

  /** The name of the first component in which the two contradict each other. */
  static Optional<String> difference(Fact one, Fact other) {
    return Arrays.stream(one.getClass().getRecordComponents())
        .filter(each -> !agree(value(each, one), value(each, other)))
        .map(RecordComponent::getName)
        .findFirst();
  }

  /** The two as one, with the origin of the first. They must not contradict each other. */
  static <F extends Fact> F of(F one, F other) {
    RecordComponent[] components = one.getClass().getRecordComponents();
    Object[] values =
        Arrays.stream(components)
            .map(each -> isSilent(value(each, one)) ? value(each, other) : value(each, one))
            .toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      @SuppressWarnings("unchecked")
      Class<F> kind = (Class<F>) one.getClass();
      return kind.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record has a constructor for its components", e);
    }
  }

  private static Object value(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record answers for its components", e);
    }
  }

  private static boolean agree(Object one, Object other) {
    return isSilent(one) || isSilent(other) || isSame(one, other);
  }

  private static boolean isSilent(Object value) {
    return value instanceof Said.Nothing<?>
        || (value instanceof Refs refs && !refs.said())
        || (value instanceof ImmutableList<?> list && list.isEmpty());
  }

  /** Equal, wherever it stands; the order of names is no difference. */
  private static boolean isSame(Object one, Object other) {
    if (one instanceof Origin) {
      return other instanceof Origin;
    }
    if (one instanceof Refs refs && other instanceof Refs others) {
      return refs.ids().toSet().equals(others.ids().toSet());
    }
    if (one instanceof ImmutableList<?> list && other instanceof ImmutableList<?> others) {
      return list.size() == others.size()
          && list.zip(others).allSatisfy(pair -> isSame(pair.getOne(), pair.getTwo()));
    }
    if (one instanceof Record && one.getClass() == other.getClass()) {
      return Arrays.stream(one.getClass().getRecordComponents())
          .allMatch(each -> isSame(value(each, one), value(each, other)));
    }
    return one.equals(other);
  }
}
