package dev.ambit.graph;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One query on a daemon thread that it has to itself, watched from the thread that asks.
 *
 * <p>The engine's own timeout is looked at between rows only, and its {@code abort()} takes a lock
 * that a running row can hold: one expression that never ends would block the single alarm thread
 * of the process for good. So here nobody waits for the query's thread: it is told to stop by a
 * flag and an interrupt, and if it cannot hear them it is left behind and dies with the process.
 */
final class LimitedRun {
  /**
   * One for each query that runs, used again when it is done: a rule takes less time than a start.
   */
  private static final ExecutorService THREADS = Executors.newCachedThreadPool(LimitedRun::daemon);

  private final Graph graph;
  private final Query query;
  private final Limits limits;
  private final Consumer<Row> rows;
  private final AtomicBoolean stop = new AtomicBoolean();

  LimitedRun(Graph graph, Query query, Limits limits, Consumer<Row> rows) {
    this.graph = graph;
    this.query = query;
    this.limits = limits;
    this.rows = rows;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "ambit-rule");
    thread.setDaemon(true);
    return thread;
  }

  Answer answer() {
    FutureTask<Answer> task = new FutureTask<>(this::read);
    THREADS.execute(task);
    try {
      return task.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      stop(task);
      return new Answer.Stopped("it ran longer than " + seconds());
    } catch (InterruptedException e) {
      stop(task);
      Thread.currentThread().interrupt();
      return new Answer.Stopped("it was interrupted");
    } catch (ExecutionException e) {
      return stoppedBy(e.getCause());
    }
  }

  private Answer read() {
    try (QueryExec exec =
        QueryExec.graph(graph).query(query).context(ClosedContext.of(stop)).build()) {
      RowSet found = exec.select();
      List<Var> columns = found.getResultVars();
      long count = 0;
      while (!stop.get() && found.hasNext()) {
        if (++count > limits.rows()) {
          return new Answer.Stopped("it gave more than " + counted(limits.rows(), "row"));
        }
        rows.accept(row(columns, found.next()));
      }
      return new Answer.Complete(count);
    }
  }

  private static Row row(List<Var> columns, Binding binding) {
    MutableSortedMap<String, Cell> cells = SortedMaps.mutable.empty();
    for (Var column : columns) {
      if (binding.contains(column)) {
        cells.put(column.getVarName(), Cell.of(binding.get(column)));
      }
    }
    return new Row(cells.toImmutable());
  }

  private void stop(FutureTask<Answer> task) {
    stop.set(true);
    task.cancel(true);
  }

  /** What a query can do to itself is its limit; anything else is a fault of ours. */
  private static Answer stoppedBy(@Nullable Throwable cause) {
    if (cause instanceof OutOfMemoryError || cause instanceof StackOverflowError) {
      return new Answer.Stopped("it needed more memory than there is");
    }
    if (cause instanceof QueryCancelledException) {
      return new Answer.Stopped("it was stopped");
    }
    if (cause instanceof JenaException) {
      return new Answer.Stopped("the query engine refused it: " + cause.getMessage());
    }
    if (cause instanceof RuntimeException fault) {
      throw fault;
    }
    throw new IllegalStateException("a query ended in an unforeseen way", cause);
  }

  private String seconds() {
    long millis = limits.time().toMillis();
    return millis % 1000 == 0 ? counted(millis / 1000, "second") : counted(millis, "millisecond");
  }

  private static String counted(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }
}
