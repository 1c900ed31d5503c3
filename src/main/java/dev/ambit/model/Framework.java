package dev.ambit.model;

/** An entry of a public list that a rule speaks to: {@code ASI09}, with its list and title. */
public record Framework(String id, String list, String title) {}
