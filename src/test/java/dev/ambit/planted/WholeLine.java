package dev.ambit.planted;

/** Stands for the straight line of the planted house. */
public final class WholeLine {}
