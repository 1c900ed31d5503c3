package dev.ambit.resolve.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.NodeSet;
import dev.ambit.resolve.NodeSets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OtherAccountsTest {
  private static final Map<String, NodeSet> ACCOUNTS =
      new TreeMap<>(
          Map.of(
              "a", NodeSets.of(1, 2, 3),
              "b", NodeSets.of(3, 4, 5),
              "c", NodeSets.of(7)));

  private final OtherAccounts others =
      new OtherAccounts(
          ACCOUNTS, account -> account.equals("a") ? NodeSets.of(4) : NodeSets.NONE, 9);

  @Test
  void whatOthersHoldIsClosedUnlessTheyOpenedIt() {
    assertThat(NodeSets.array(others.closedTo("a"))).containsExactly(3, 5, 7);
  }

  @Test
  void whatTwoAccountsHoldBelongsToAnotherOneForBoth() {
    assertThat(NodeSets.array(others.closedTo("b"))).containsExactly(1, 2, 3, 7);
  }

  @Test
  void anAccountThatIsNotInTheInputOwnsNothing() {
    assertThat(NodeSets.array(others.closedTo("d"))).containsExactly(1, 2, 3, 4, 5, 7);
    assertThat(others.closedTo("d").size()).isEqualTo(6);
  }

  @Test
  void nothingIsClosedWithoutAnAccountOrWithoutOthers() {
    assertThat(others.closedTo("").isEmpty()).isTrue();
    assertThat(
            new OtherAccounts(Map.of("a", NodeSets.of(1)), any -> NodeSets.NONE, 3)
                .closedTo("a")
                .isEmpty())
        .isTrue();
  }
}
