package dev.ambit.planted.trace;

/** Writes where only the command line may. */
final class Prints {
  void print() {
    System.out.println("found");
  }
}
