package dev.ambit.planted.annex;

/** In a package that no rule names and that says nothing about absence. */
final class StandsNowhere {}
