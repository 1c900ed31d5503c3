package dev.ambit.model;

/** How much was judged. */
public record Counts(
    int agents, int principals, int assets, int channels, int grants, long paths) {}
