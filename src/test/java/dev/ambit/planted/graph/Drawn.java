package dev.ambit.planted.graph;

/** What the planted resolver must not see. */
public final class Drawn {}
