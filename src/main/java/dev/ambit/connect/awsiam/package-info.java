/**
 * Reads what AWS says about an account: who is in it, which policies hold for whom, who may use a
 * bucket, and how things are tagged.
 *
 * <p>In: the answers of {@code iam get-account-authorization-details}, {@code s3api
 * get-bucket-policy} and {@code resourcegroupstaggingapi get-resources}, as the command line tool
 * or a library wrote them. Out: principals, policies as written, tagged assets. Nothing is decided
 * here: what a policy means belongs to {@code resolve.aws}, so that a decision has one home and a
 * reader of files has none. Exports are streamed one record at a time, since a large account has
 * hundreds of megabytes of them; chosen against binding records by reflection, because a tree of
 * one record keeps the line of each statement.
 */
@NullMarked
package dev.ambit.connect.awsiam;

import org.jspecify.annotations.NullMarked;
