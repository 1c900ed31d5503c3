package dev.ambit.planted.connect.servers;

/** What any source may use. */
public final class Shared {}
