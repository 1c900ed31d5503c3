package dev.ambit.model;

/** A finding and the waiver that excuses it. */
public record Waived(Finding finding, Waiver waiver) {}
