package dev.ambit.resolve.aws;

import dev.ambit.model.NodeSet;
import dev.ambit.resolve.NodeSets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the other accounts of the input hold, seen from one of them. That is nearly everything, from
 * each account a different nearly everything: so who holds a node is kept once, and each of these
 * sets is that and what it leaves out. For any number of threads.
 */
final class OtherAccounts {
  private static final int NOBODY = -1;

  /** In the contents of more than one account: for each of them it belongs to another one too. */
  private static final int SEVERAL = -2;

  private final Map<String, NodeSet> contents;
  private final Function<String, NodeSet> openedTo;
  private final int[] holders;
  private final Map<String, NodeSet> known = new ConcurrentHashMap<>();

  /**
   * @param contents of each account
   * @param openedTo what others have opened to an account
   * @param nodes how many there are
   */
  OtherAccounts(Map<String, NodeSet> contents, Function<String, NodeSet> openedTo, int nodes) {
    this.contents = contents;
    this.openedTo = openedTo;
    this.holders = new int[nodes];
    Arrays.fill(holders, NOBODY);
    int[] account = {0};
    for (NodeSet held : contents.values()) {
      held.forEach(node -> holders[node] = holders[node] == NOBODY ? account[0] : SEVERAL);
      account[0]++;
    }
  }

  /** What that account's own policies cannot open; nothing where no account is given. */
  NodeSet closedTo(String account) {
    return account.isEmpty() ? NodeSets.NONE : known.computeIfAbsent(account, this::seenFrom);
  }

  private NodeSet seenFrom(String account) {
    int own = 0;
    for (String each : contents.keySet()) {
      if (each.equals(account)) {
        break;
      }
      own++;
    }
    NodeSet closed = new Closed(holders, own, NodeSets.NONE);
    return closed.isEmpty() ? NodeSets.NONE : new Closed(holders, own, openedTo.apply(account));
  }

  private static final class Closed implements NodeSet {
    private final int[] holders;
    private final int own;
    private final NodeSet opened;
    private final int size;

    Closed(int[] holders, int own, NodeSet opened) {
      this.holders = holders;
      this.own = own;
      this.opened = opened;
      int[] count = {0};
      forEach(node -> count[0]++);
      this.size = count[0];
    }

    @Override
    public boolean has(int node) {
      return holders[node] != NOBODY && holders[node] != own && !opened.has(node);
    }

    @Override
    public void forEach(IntConsumer action) {
      for (int node = 0; node < holders.length; node++) {
        if (has(node)) {
          action.accept(node);
        }
      }
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Closed that
          && holders == that.holders
          && own == that.own
          && opened.equals(that.opened);
    }

    @Override
    public int hashCode() {
      return 31 * own + opened.hashCode();
    }
  }
}
