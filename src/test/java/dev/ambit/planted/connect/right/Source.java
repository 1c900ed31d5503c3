package dev.ambit.planted.connect.right;

/** Another connector. */
public final class Source {}
