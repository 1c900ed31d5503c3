package dev.ambit.planted.model;

/** A name that does not say what the thing is. */
final class AssetManager {}
