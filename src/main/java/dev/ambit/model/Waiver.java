package dev.ambit.model;

import java.time.LocalDate;

/** A signed exception: this finding does not count until that day, and stays visible. */
public record Waiver(String reason, String owner, LocalDate until, Origin origin) {}
