package dev.ambit.rules;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase0;

/** A class such as an attacker would have loaded by naming it in a query. */
public final class LoadedByIri extends FunctionBase0 {
  static final AtomicInteger RUNS = new AtomicInteger();

  @Override
  public NodeValue exec() {
    return NodeValue.makeInteger(RUNS.incrementAndGet());
  }
}
