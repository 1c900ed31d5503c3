package dev.ambit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the export of a very large account. */
final class LargeExport {
  private static final String STATEMENTS =
      """
      {"Version":"2012-10-17","Statement":[\
      {"Sid":"Objects","Effect":"Allow","Action":["s3:GetObject","s3:PutObject","s3:DeleteObject",\
      "s3:GetObjectVersion"],"Resource":["arn:aws:s3:::team-%1$d-data/*","arn:aws:s3:::shared-assets/*"]},\
      {"Sid":"Bucket","Effect":"Allow","Action":["s3:ListBucket","s3:GetBucketLocation"],\
      "Resource":"arn:aws:s3:::team-%1$d-data"},\
      {"Sid":"Table","Effect":"Allow","Action":["dynamodb:GetItem","dynamodb:Query","dynamodb:PutItem",\
      "dynamodb:UpdateItem"],"Resource":"arn:aws:dynamodb:eu-west-1:111122223333:table/team-%1$d",\
      "Condition":{"StringEquals":{"aws:RequestedRegion":"eu-west-1"}}},\
      {"Sid":"Logs","Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],\
      "Resource":"arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/service-%2$d:*"},\
      {"Sid":"NoPayroll","Effect":"Deny","Action":"s3:*","Resource":["arn:aws:s3:::payroll",\
      "arn:aws:s3:::payroll/*"]}]}""";

  private static final String ROLE =
      """
      {"Path":"/service/","RoleName":"service-%2$d","RoleId":"AROAEXAMPLE%2$010d",\
      "Arn":"arn:aws:iam::111122223333:role/service/service-%2$d",\
      "CreateDate":"2026-01-05T09:00:00+00:00",\
      "AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
      "Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]},\
      "InstanceProfileList":[],"RolePolicyList":[{"PolicyName":"service","PolicyDocument":%3$s}],\
      "AttachedManagedPolicies":[{"PolicyName":"AWSLambdaBasicExecutionRole","PolicyArn":\
      "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"}],\
      "Tags":[{"Key":"team","Value":"team-%1$d"}],"RoleLastUsed":{"Region":"eu-west-1"}}""";

  private LargeExport() {}

  /** Roles, one behind the other, until the file has {@code bytes} or a little more. */
  static int write(Path file, long bytes) throws IOException {
    int roles = 0;
    long written = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"UserDetailList\":[],\"GroupDetailList\":[],\"RoleDetailList\":[");
      while (written < bytes) {
        int team = roles % 500;
        String role =
            ROLE.formatted(team, roles, STATEMENTS.formatted(team, roles))
                + (written + 2_000 < bytes ? ",\n" : "");
        out.write(role);
        written += role.length();
        roles++;
        if (!role.endsWith("\n")) {
          break;
        }
      }
      out.write("],\"Policies\":[],\"IsTruncated\":false}\n");
    }
    return roles;
  }
}
