package dev.ambit.planted.rules;

import org.roaringbitmap.RoaringBitmap;

/** Knows how sets are kept. */
final class CountsInBitmaps {
  int count() {
    return new RoaringBitmap().getCardinality();
  }
}
