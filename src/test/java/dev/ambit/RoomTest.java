package dev.ambit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RoomTest {
  @Test
  void factsThatSurelyDoNotFitAreRefusedBeforeTheWork() {
    assertThatThrownBy(() -> Room.check(4_000_000, 1_000_000_000))
        .isInstanceOf(Room.TooSmall.class)
        .hasMessage(
            "4,000,000 facts need at least 3.2 GB of memory, and Java may use 1.0 GB; give it more,"
                + " for example AMBIT_JAVA_OPTS=-Xmx6g");
  }

  @Test
  void whatMayFitIsTried() {
    assertThatCode(() -> Room.check(1_000_000, 1_000_000_000)).doesNotThrowAnyException();
  }
}
