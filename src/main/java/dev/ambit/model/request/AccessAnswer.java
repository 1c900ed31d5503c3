package dev.ambit.model.request;

/** Whether one principal may do one action on one resource. */
public record AccessAnswer(String principal, String action, String resource, AccessRuling ruling) {}
