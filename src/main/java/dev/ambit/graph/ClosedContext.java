package dev.ambit.graph;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.engine.main.StageBuilder;
import org.apache.jena.sparql.engine.main.StageGenerator;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.function.StandardFunctions;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * A query context in which a rule can compute, and can neither load a class nor open a connection.
 *
 * <p>By default the engine loads any class that a query names as {@code <java:...>} and runs it,
 * and from then on answers for it everywhere in the process. So the registries here answer from
 * their own list only. Looking through the query for such names was tried and missed one in ORDER
 * BY.
 */
final class ClosedContext {
  private static final StageGenerator LINES = new LinesByVolume();

  private ClosedContext() {}

  /** One for each query; setting {@code stop} ends the query when it next asks. */
  static Context of(AtomicBoolean stop) {
    Context context = ARQ.getContext().copy();
    context.setFalse(ARQ.httpServiceAllowed);
    ServiceExecutorRegistry.set(context, new ServiceExecutorRegistry());
    FunctionRegistry.set(context, new CastsOnly());
    PropertyFunctionRegistry.set(context, new None());
    context.set(ARQConstants.symCancelQuery, stop);
    StageBuilder.setGenerator(context, LINES);
    // A filter that cuts a block in two would fix which half is asked first.
    context.setFalse(ARQ.optFilterPlacementBGP);
    return context;
  }

  /**
   * Casts such as {@code xsd:integer(...)}. The XPath functions of the engine stay out: SPARQL has
   * the useful ones as words of its own, and two of them run regular expressions.
   */
  private static final class CastsOnly extends FunctionRegistry {
    private static final FunctionRegistry STANDARD = new FunctionRegistry();

    static {
      StandardFunctions.loadStdDefs(STANDARD);
    }

    @Override
    public @Nullable FunctionFactory get(String uri) {
      return isRegistered(uri) ? STANDARD.get(uri) : null;
    }

    @Override
    public boolean isRegistered(String uri) {
      return uri.startsWith(XSD.NS) && STANDARD.isRegistered(uri);
    }
  }

  /** Knows no property function. */
  private static final class None extends PropertyFunctionRegistry {
    @Override
    public boolean manages(String uri) {
      return false;
    }

    @Override
    public @Nullable PropertyFunctionFactory get(String uri) {
      return null;
    }
  }
}
