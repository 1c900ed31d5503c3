package dev.ambit.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a secret, as tables. */
class SecretsTest {

  @ParameterizedTest
  @CsvSource({
    "PGPASSWORD,hunter2,password",
    "DB_PASS,1234,password",
    "API_KEY,abc,api-key",
    "Authorization,Bearer abc,token",
    "authorization,Basic dXNlcjpwdw==,token",
    "X-Api-Key,abc,api-key",
    "Cookie,session=1,secret",
    "clientSecret,abc,secret",
    "NOTES,ghp_abcdefghij0123456789,github-token",
    "ANYTHING,sk-proj-abcdefgh12345678,api-key",
    "X-Anything,xoxb-1234-abcd,slack-token",
    "AWS_ACCESS_KEY_ID,AKIAIOSFODNN7EXAMPLE,aws-access-key",
    "DATABASE_URL,postgres://app:hunter2@db/app,database-password",
    "ENDPOINT,https://x.example.com/?token=abc,token",
    "WEBHOOK,https://hooks.slack.com/services/T0/B0/abcdefgh,webhook",
    "THING,a8f5f167f44f4964e6c998dee827110cQz,secret",
  })
  void aLiteralUnderASecretNameOrInASecretFormIsASecret(String name, String value, String kind) {
    assertThat(Secrets.named(name, value))
        .hasValueSatisfying(
            secret -> {
              assertThat(secret.inline()).isTrue();
              assertThat(secret.kind()).isEqualTo(kind);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "PGPASSWORD,${PGPASSWORD}",
    "API_KEY,$API_KEY",
    "Authorization,Bearer ${input:token}",
    "TOKEN,op://vault/item/field",
    "TOKEN,<your token>",
    "TOKEN,YOUR_TOKEN_HERE",
    "TOKEN,xxxxxxxx",
    "GITHUB_TOKEN,%GITHUB_TOKEN%",
    "ANYTHING,${env:GITHUB_TOKEN}",
    "DATABASE_URL,postgres://app:${DB_PASSWORD}@db/app",
    "GOOGLE_APPLICATION_CREDENTIALS,/home/me/key.json",
    "AWS_PROFILE,prod",
    "SSL_KEY_FILE,/etc/ssl/key.pem",
  })
  void aNameOfThePlaceOfASecretIsAReference(String name, String value) {
    assertThat(Secrets.named(name, value))
        .hasValueSatisfying(
            secret -> {
              assertThat(secret.inline()).isFalse();
              assertThat(secret.value()).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "NODE_ENV,production",
    "MAX_TOKENS,4096",
    "TOKEN_LIMIT,4096",
    "AUTH_TYPE,oauth",
    "TOKEN_URL,https://login.example.com/token",
    "USE_AUTH,true",
    "AWS_REGION,us-east-1",
    "DATABASE_URL,postgres://app@db:5432/app",
    "PUBLIC_KEY,abc",
    "HOST,$HOST",
    "TENANT_ID,8f14e45f-ceea-467a-9a36-dedd4bea2543",
    "COMMIT_SHA,da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "MODULE,@modelcontextprotocol/server-filesystem",
    "KEYBOARD,qwerty",
  })
  void aPlainSettingIsNoSecret(String name, String value) {
    assertThat(Secrets.named(name, value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--api-key,hunter2",
    "--password,hunter2",
    "-y,--token=hunter2",
    "-e,DB_PASSWORD=hunter2",
    "--header,Authorization: Bearer hunter2",
    "-c,curl -H 'X-Api-Key: hunter2' https://x",
    "-y,mysql://root:hunter2@db/app",
    "-c,TOKEN=hunter2 ./run",
    "-y,'{\"apiKey\": \"hunter2\"}'",
  })
  void anArgumentCanHoldASecretInManyWays(String before, String argument) {
    assertThat(Secrets.argument(before, argument).map(Secret::value))
        .hasValueSatisfying(value -> assertThat(value).contains("hunter2"));
    assertThat(Secrets.masked(before + " " + argument)).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource({
    "--port,8080",
    "-y,@example/server@1.2.3",
    "--repository,/home/me/repo",
    "run,ghcr.io/x/y@sha256:8d0c1a5f0c3e4f7b9a6d2e1c0b9a8f7e6d5c4b3a29181716151413121110090f",
    "--db,postgresql://localhost:5432/dev",
  })
  void aPlainArgumentIsNoSecret(String before, String argument) {
    assertThat(Secrets.argument(before, argument)).isEmpty();
  }

  @Test
  void aSecretDoesNotPrintItself() {
    assertThat(Secret.literal("password", "hunter2")).hasToString("password (literal)");
  }

  @Test
  void ordinaryNamesPassUnmasked() {
    String text = "issue tracker, github, @example/postgres-mcp, get_file_contents, .claude/agents";
    assertThat(Secrets.masked(text)).isEqualTo(text);
  }
}
