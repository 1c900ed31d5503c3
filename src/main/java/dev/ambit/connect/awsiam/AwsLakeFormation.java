package dev.ambit.connect.awsiam;

import org.eclipse.collections.api.factory.Lists;

/** Tables of a data lake, and what Lake Formation lets whom do with them. */
public final class AwsLakeFormation implements AnswerFamily {
  private static final Answers<DataLake> ANSWERS =
      new Answers<>(
          DataLake::new,
          DataLake::facts,
          Lists.immutable
              .<Answer<DataLake>>of(
                  Answer.list(
                      "glue get-databases", "DatabaseList", "Name", (p, into) -> into.database(p)),
                  Answer.object(
                      "glue get-database",
                      shape -> shape.has("Database", "Name") && shape.isOnly("Database"),
                      (p, into) -> into.databaseInside(p)),
                  Answer.list(
                      "glue get-tables", "TableList", "DatabaseName", (p, into) -> into.table(p)),
                  Answer.object(
                      "glue get-table",
                      shape -> shape.has("Table", "DatabaseName"),
                      (p, into) -> into.tableInside(p)),
                  Answer.<DataLake>list(
                          "lakeformation list-permissions",
                          "PrincipalResourcePermissions",
                          "Principal",
                          (p, into) -> into.permission(p))
                      .ifCutOff((p, into) -> into.cutOff(p)),
                  Answer.<DataLake>list(
                          "lakeformation get-effective-permissions-for-path",
                          "Permissions",
                          "Principal",
                          (p, into) -> into.permission(p))
                      .ifCutOff((p, into) -> into.cutOff(p)),
                  Answer.object(
                      "lakeformation get-data-lake-settings",
                      shape -> shape.has("DataLakeSettings"),
                      (p, into) -> into.settings(p)),
                  Answer.list(
                      "lakeformation list-resources",
                      "ResourceInfoList",
                      "ResourceArn",
                      (p, into) -> into.location(p)))
              .newWith(
                  Answer.list(
                      "lakeformation search-tables-by-lf-tags",
                      "TableList",
                      "Table",
                      (p, into) -> into.tagged(p)))
              .newWith(
                  Answer.list(
                      "lakeformation search-databases-by-lf-tags",
                      "DatabaseList",
                      "LFTags",
                      (p, into) -> into.tagged(p)))
              .newWith(
                  Answer.object(
                      "lakeformation get-resource-lf-tags",
                      shape -> shape.has("LFTagOnDatabase") || shape.has("LFTagsOnTable"),
                      (p, into) -> into.taggedByName(p)))
              .newWith(
                  Answer.list(
                      "lakeformation list-lf-tags", "LFTags", "TagKey", (p, into) -> into.tag(p)))
              .newWith(
                  Answer.list(
                      "lakeformation list-data-cells-filter",
                      "DataCellsFilters",
                      "TableName",
                      (p, into) -> into.filter(p)))
              .newWith(
                  Answer.list(
                      "lakeformation list-lake-formation-opt-ins",
                      "LakeFormationOptInsInfoList",
                      "Principal",
                      (p, into) -> into.optIn(p))));

  @Override
  public String id() {
    return "aws-lake-formation";
  }

  @Override
  public String reads() {
    return "the answers of aws glue get-tables and get-databases, and of aws lakeformation:"
        + " permissions, settings, locations, tags, filters and opt-ins";
  }

  @Override
  public Answers<DataLake> answers() {
    return ANSWERS;
  }
}
