package dev.ambit.planted.connect;

/** What every planted source is. */
public interface Connector {}
