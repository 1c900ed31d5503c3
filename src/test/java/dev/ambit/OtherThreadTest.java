package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Worst and best case are traced at once; what goes wrong in one is told as what it is. */
class OtherThreadTest {
  @Test
  void tooLittleMemoryInTheOtherThreadIsTooLittleMemory() {
    OutOfMemoryError full = new OutOfMemoryError("Java heap space");
    assertThatThrownBy(() -> Traced.joined(CompletableFuture.failedFuture(full))).isSameAs(full);
  }

  @Test
  void aFaultInTheOtherThreadIsThatFault() {
    IllegalStateException fault = new IllegalStateException("a fault");
    assertThatThrownBy(() -> Traced.joined(CompletableFuture.failedFuture(fault))).isSameAs(fault);
  }

  @Test
  void anAnswerIsTheAnswer() {
    assertThat(Traced.joined(CompletableFuture.completedFuture("reach"))).isEqualTo("reach");
  }
}
