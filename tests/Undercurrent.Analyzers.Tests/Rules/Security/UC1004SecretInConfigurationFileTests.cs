using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Undercurrent.Analyzers.Engine.ConfigurationTexts;
using Undercurrent.Analyzers.Knowledge;
using Undercurrent.Analyzers.Rules.Security;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.Security;

public sealed class UC1004SecretInConfigurationFileTests : RuleTests<UC1004SecretInConfigurationFile>
{
    // A key as the storage service makes them, put together so that no scanner of repositories takes it for one.
    private static readonly string StorageKey = string.Concat(Enumerable.Repeat("kX9wQ2", 14)) + "==";

    [Theory]
    [InlineData("""{ "Database": { "Password": "[|night-loader-7|]" } }""")]
    [InlineData("""{ "Db": { "User": "loader", "Pwd": "[|n1ghtl0ader|]" }, }""")]
    [InlineData("{\n  // Comments\n  /* of both kinds */\n  \"ApiKey\": \"[|k7Rt-20xw-9fLq|]\", // behind\n}")]
    [InlineData("""{ "Jwt": { "Issuer": "orders", "Key": "[|k7Rt20xw9fLq44bz|]" } }""")]
    [InlineData("""{ "Passwords": { "Warehouse": "[|night-loader-7|]" } }""")]
    [InlineData("""{ "ApiKeys": [ "[|k7Rt-20xw-9fLq|]", "[|m3Qz-77ab-1xYt|]" ] }""")]
    [InlineData("""{ "Db:Password": "[|night-loader-7|]" }""")]
    [InlineData("""{ "Kafka": { "sasl.password": "[|nightloader|]" } }""")]
    [InlineData("""{ "Headers": { "Authorization": "[|Basic bG9hZGVyOm5pZ2h0LTc=|]" } }""")]
    [InlineData("""{ "Password": "[|night\u0020loader\"7|]" }""")]
    [InlineData("""{ "ConnectionStrings": { "Orders": "Host=db;Username=loader;Password=[|night-loader-7|];Database=orders" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Cache": "cache.internal:6380,password=[|n1ghtl0ader|],ssl=True" } }""")]
    [InlineData("""{ "Store": "Server=.\\SQLEXPRESS;User Id=loader;Password=[|night-loader-7|]" }""")]
    [InlineData("""{ "Broker": "amqp://loader:[|n1ghtl0ader|]@broker.internal:5672/orders" }""")]
    [InlineData("""{ "Mongo": { "Url": "mongodb://loader:[|loader77|]@mongo.internal/orders" } }""")]
    [InlineData("{ \"Password\": \"[|night-loader-7|]\",\n  \"Unfinished\": ")]
    public Task Flags_a_secret_in_json(string text) => Flags("", In("appsettings.json", text));

    [Theory]
    [InlineData("appsettings.Development.json")]
    [InlineData("appsettings.Production.json")]
    [InlineData("local.settings.json")]
    [InlineData("launchSettings.json")]
    public Task Flags_it_in_every_file_of_settings(string name) =>
        Flags("", In(name, """{ "profiles": { "Loader": { "environmentVariables": { "DB_PASSWORD": "[|night-loader-7|]" } } } }"""));

    [Theory]
    [InlineData("appsettings.json", """{ "Origin": "https://gitlab.example?private_token=[|TOKEN|]&page=2" }""")]
    [InlineData("web.config", """<configuration><appSettings><add key="Origin" value="[|TOKEN|]" /></appSettings></configuration>""")]
    [InlineData(".env", "ORIGIN=[|TOKEN|]")]
    [InlineData("compose.yml", "services:\n  loader:\n    command: [ \"--origin\", \"[|TOKEN|]\" ]\n")]
    public Task Flags_a_token_under_whatever_key(string name, string text) => Flags("", In(name, text.Replace("TOKEN", "glpat-" + "x7KqZr2mWb9TfLsV4dYc", StringComparison.Ordinal)));

    [Fact]
    public Task Flags_an_account_key_and_nothing_of_the_account() =>
        Flags("", In("local.settings.json", $$"""{ "Values": { "AzureWebJobsStorage": "DefaultEndpointsProtocol=https;AccountName=orders;AccountKey=[|{{StorageKey}}|];EndpointSuffix=core.windows.net" } }"""));

    [Theory]
    [InlineData("""{ "Db": { "Password": "" } }""")]
    [InlineData("""{ "Db": { "Password": "<set in user secrets>" } }""")]
    [InlineData("""{ "Db": { "Password": "${DB_PASSWORD}" } }""")]
    [InlineData("""{ "Db": { "Password": "#{DbPassword}#" } }""")]
    [InlineData("""{ "Db": { "Password": "__DbPassword__" } }""")]
    [InlineData("""{ "Db": { "Password": "@Microsoft.KeyVault(SecretUri=https://orders.vault.azure.net/secrets/db/1f0a)" } }""")]
    [InlineData("""{ "Db": { "Password": "your-password-here" } }""")]
    [InlineData("""{ "Db": { "Password": "********" } }""")]
    [InlineData("""{ "Db": { "Password": 12345678, "Secret": true, "Token": null } }""")]
    [InlineData("""{ "AzureWebJobsStorage": "UseDevelopmentStorage=true" }""")]
    [InlineData("""{ "ConnectionStrings": { "Orders": "Server=(localdb)\\mssqllocaldb;Database=orders;Trusted_Connection=True" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Orders": "Host=db;Username=loader;Password=${DB_PASSWORD}" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Orders": "Host=db;Username=loader;Password=" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Insights": "InstrumentationKey=5d0f2c1e-0c1e-4f3b-9a53-0a7d1f0f6a11;IngestionEndpoint=https://westeurope.example/" } }""")]
    [InlineData("""{ "UserSecretsId": "5d0f2c1e-0c1e-4f3b-9a53-0a7d1f0f6a11" }""")]
    [InlineData("""{ "Jwt": { "TokenLifetime": "00:20:00", "TokenType": "at+jwt2", "PublicKey": "MIIBIjANBgkqhkiG9w0BAQEF" } }""")]
    [InlineData("""{ "Token": { "Issuer": "https://orders1.example", "Audience": "orders-api-v2", "Endpoint": "/connect/token2", "LifetimeInMinutes": "20" } }""")]
    [InlineData("""{ "PasswordPolicy": { "Pattern": "[a-z]{8}x7", "MinimumLength": "8" }, "Password": { "RequiredLength": "12", "RequireDigit": "true" } }""")]
    [InlineData("""{ "Logging": { "LogLevel": { "Microsoft.AspNetCore.Authentication.JwtBearer": "Information", "Duende.AccessTokenManagement": "Warning" } } }""")]
    [InlineData("""{ "Authentication": { "Schemes": { "Bearer": { "ValidAudiences": [ "https://localhost:5001" ], "ValidIssuer": "dotnet-user-jwts" } } } }""")]
    [InlineData("""{ "KeyVault": { "SecretName": "orders-db-password-2" }, "PasswordFile": "/run/secrets/db7", "PasswordResetUrl": "https://orders.example/reset1" }""")]
    [InlineData("""{ "Authorization": "Windows", "Authentication": { "Authorization": "RequireLoader7" } }""")]
    [InlineData("""{ "Password": "CfDJ8Jx2k7Rt20xw9fLq44bz", "AdminPassword": "$2a$11$k7Rt20xw9fLq44bzk7Rt20", "ApiKey": "ENC[AES256_GCM,data:k7Rt20xw]" }""")]
    [InlineData("""{ "Broker": "amqp://guest:guest@localhost:5672" }""")]
    [InlineData("""{ "Rates": { "Address": "https://rates.example/v2?format=json" } }""")]
    public Task Allows_what_is_no_secret_in_json(string text) => Allows("", In("appsettings.json", text));

    [Theory]
    [InlineData("{ \"Password\": \"night-loader-7\n")]
    [InlineData("{ \"Note: \"Password\": \"night-loader-7\" }")]
    [InlineData("{ Password: \"night-loader-7\" }")]
    [InlineData("{ \"Password\" \"night-loader-7\" }")]
    [InlineData("[ } \"Password\": \"night-loader-7\" ]")]
    [InlineData("{ \"Note\": \"a\" \"Password\": \"night-loader-7\" }")]
    [InlineData("not json: \"Password\": \"night-loader-7\"")]
    [InlineData("{} { \"Password\": \"night-loader-7\" }")]
    [InlineData("{ \"a\\")]
    [InlineData("")]
    public Task Allows_what_stands_behind_the_break_of_a_broken_file(string text) => Allows("", In("appsettings.json", text));

    [Theory]
    [InlineData("""<configuration><appSettings><add key="Rates:ApiKey" value="[|k7Rt-20xw-9fLq|]" /></appSettings></configuration>""")]
    [InlineData("""<configuration><connectionStrings><add name="Orders" providerName="System.Data.SqlClient" connectionString="Server=db;User Id=loader;Password=[|night-loader-7|]"/></connectionStrings></configuration>""")]
    [InlineData("""<?xml version="1.0"?><!-- our own --><configuration><system.net><mailSettings><smtp><network host="mail" userName='loader' password='[|night-loader-7|]'/></smtp></mailSettings></system.net></configuration>""")]
    [InlineData("""<configuration><applicationSettings><Loader.Settings><setting name="Password" serializeAs="String"><value>[|night-loader-7|]</value></setting></Loader.Settings></applicationSettings></configuration>""")]
    [InlineData("""<configuration><system.webServer><aspNetCore><environmentVariables><environmentVariable name="DB_PASSWORD" value="[|night-loader-7|]" /></environmentVariables></aspNetCore></system.webServer></configuration>""")]
    [InlineData("""<configuration><system.web><machineKey validationKey="[|7C1E0B5A93D24F68A1B0C7D2E9F3041526374859|]" decryptionKey="AutoGenerate,IsolateApps" /></system.web></configuration>""")]
    [InlineData("""<nlog><targets><target name="orders" type="Database" connectionString="Server=db;User Id=loader;Password=[|night-loader-7|]" /></targets></nlog>""")]
    [InlineData("""<configuration><connectionStrings><add name="Model" connectionString="metadata=res://*/Model.csdl;provider=System.Data.SqlClient;provider connection string=&quot;data source=db;user id=loader;password=[|night-loader-7|]&quot;" /></connectionStrings></configuration>""")]
    [InlineData("""<configuration><connectionStrings><add name="Orders" connectionString="Server=db;User Id=loader;Password=[|night&amp;loader7|]" /></connectionStrings></configuration>""", "[|", "Server=db;User Id=loader;Password=")]
    public Task Flags_a_secret_in_xml(string text, string mark = "", string before = "") =>
        Flags("", In("web.config", mark.Length == 0 ? text : text.Replace(mark, "", StringComparison.Ordinal).Replace(before, "[|" + before, StringComparison.Ordinal)));

    [Theory]
    [InlineData("""<configuration><appSettings><add key="ApiKey" value="#{ApiKey}#" /><add key="Password" value="" /><add key="TokenLifetime" value="20m7s4x2" /></appSettings></configuration>""")]
    [InlineData("""<configuration><!-- <add key="Password" value="night-loader-7" /> --></configuration>""")]
    [InlineData("""<configuration><connectionStrings><add name="Orders" connectionString="Server=db;Integrated Security=true" /></connectionStrings></configuration>""")]
    [InlineData("""<configuration><runtime><assemblyIdentity name="System.Memory" publicKeyToken="cc7b13ffcd2ddd51" culture="neutral" /></runtime></configuration>""")]
    [InlineData("""<configuration><configSections><section name="token" type="Orders.TokenSection, Orders, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089" /></configSections></configuration>""")]
    [InlineData("""<configuration><system.web><machineKey validationKey="AutoGenerate,IsolateApps" decryptionKey="AutoGenerate,IsolateApps" validation="SHA1" /></system.web></configuration>""")]
    [InlineData("""<configuration><appSettings></configuration><add key="Password" value="night-loader-7" />""")]
    [InlineData("""<configuration><add key="Note value="x" /><add key="Password" value="night-loader-7" />""")]
    [InlineData("""<configuration><add key=Password value="night-loader-7" />""")]
    [InlineData("no xml at all, Password=\"night-loader-7\" <")]
    public Task Allows_what_is_no_secret_in_xml(string text) => Allows("", In("web.config", text));

    [Theory]
    [InlineData("# the loader's own\nDB_USER=loader\nDB_PASSWORD=[|night-loader-7|] # tonight\n")]
    [InlineData("export ConnectionStrings__Orders=\"Host=db;Username=loader;Password=[|night-loader-7|]\"\r\nREGION=eu\r\n")]
    [InlineData("Jwt__Key='[|k7Rt20xw9fLq44bz|]'")]
    [InlineData("LOADER_SSHPASSWORD=[|opD3i2282D|]\nRABBITMQ_DEFAULT_PASS=[|n1ghtl0ader|]")]
    [InlineData("SIGNING_PRIVATE_KEY=\"[|-----BEGIN RSA " + "PRIVATE KEY-----\nk7Rt20xw9fLq44bz\n-----END RSA PRIVATE KEY-----|]\"\nREGION=eu")]
    [InlineData("BROKER_URL=amqp://loader:[|n1ghtl0ader|]@broker.internal")]
    public Task Flags_a_secret_in_variables(string text) => Flags("", In(".env", text));

    [Theory]
    [InlineData(".env", "DB_PASSWORD=\nDB_PASSWORD=${OTHER_PASSWORD}\nDB_PASSWORD=changeme\nDB_PASSWORD_FILE=/run/secrets/db7\nTOKEN_TTL=20m7s4x2x\nSECRETS_SETUP=setup_secrets7.ps1\nBOARDING_PASS=true\n#DB_PASSWORD=night-loader-7")]
    [InlineData(".env", "DB_PASSWORD=\"night-loader-7\nDB PASSWORD=night-loader-7\n=night-loader-7\nDB_PASSWORD\n")]
    [InlineData(".env.example", "DB_PASSWORD=night-loader-7")]
    [InlineData("appsettings.template.json", """{ "Password": "night-loader-7" }""")]
    [InlineData("openapi.json", """{ "Password": "night-loader-7" }""")]
    [InlineData("notes.txt", "DB_PASSWORD=night-loader-7")]
    public Task Allows_what_is_no_secret_in_variables_and_files_that_are_no_configuration(string name, string text) => Allows("", In(name, text));

    [Theory]
    [InlineData("services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_USER: loader\n      POSTGRES_PASSWORD: [|night-loader-7|] # tonight\n    ports:\n      - \"5432:5432\"\n")]
    [InlineData("services:\n  db:\n    environment:\n    - POSTGRES_PASSWORD=[|night-loader-7|]\n    - \"ConnectionStrings__Orders=Host=db;Username=loader;Password=[|night-loader-7|]\"\n")]
    [InlineData("services:\r\n  loader:\r\n    environment: { DB_USER: loader, DB_PASSWORD: \"[|night-loader-7|]\" }\r\n")]
    [InlineData("x-db: &db\n  MYSQL_ROOT_PASSWORD: &root '[|night-loader-7|]'\nservices:\n  db:\n    environment:\n      <<: *db\n      MYSQL_PASSWORD: *root\n")]
    [InlineData("services:\n  loader:\n    environment:\n      - BROKER=amqp://loader:[|n1ghtl0ader|]@broker:5672\n      - key: other\n        ApiKey: [|k7Rt-20xw-9fLq|]\n")]
    [InlineData("services:\n  db:\n    environment:\n      SA_PASSWORD: '${DB_PASSWORD:-[|night-loader-7|]}'\n      MYSQL_PASSWORD: ${DB_PASSWORD-[|night-loader-8|]}\n")]
    [InlineData("services:\n  loader:\n    environment:\n    - 'ConnectionStrings__Orders=Server=${DB_HOST:-db};User Id=loader;Password=${DB_PASSWORD:-[|night-loader-7|]};Encrypt=true'\n")]
    public Task Flags_a_secret_in_a_compose_file(string text) => Flags("", In("docker-compose.yml", text));

    [Theory]
    [InlineData("services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD}\n      POSTGRES_PASSWORD_FILE: /run/secrets/db7\n      MYSQL_PASSWORD:\n      - DB_PASSWORD\n")]
    [InlineData("secrets:\n  db_password:\n    file: ./db_password7.txt\n    external: true\n")]
    [InlineData("services:\n  db:\n    command: |\n      password: night-loader-7\n      DB_PASSWORD=night-loader-7\n    labels: []\n")]
    [InlineData("services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: \"night-loader-7\n")]
    [InlineData("services:\n\tdb:\n\tPOSTGRES_PASSWORD: night-loader-7\n")]
    [InlineData("services: { db: { environment: [ 'POSTGRES_PASSWORD=night-loader-7 ] } }")]
    [InlineData("services:\n  db:\n    environment:\n      A_PASSWORD: ${DB_PASSWORD:-}\n      B_PASSWORD: ${DB_PASSWORD:-changeme}\n      C_PASSWORD: ${DB_PASSWORD:?night-loader-7 is missing}\n      D_PASSWORD: ${DB_PASSWORD:-${OTHER_7}}\n      E_PASSWORD: ${DB_PASSWORD:-$${night-loader-7}\n      F_PASSWORD: ${DB_PASSWORD:-night-loader-7\n")]
    public Task Allows_what_is_no_secret_in_a_compose_file(string text) => Allows("", In("docker-compose.yml", text));

    [Theory]
    [InlineData("command: redis-server --requirepass [|hunter2x|]")]
    [InlineData("command: \"redis-server --appendonly yes --requirepass [|hunter2x|] # tonight\"")]
    [InlineData("command: redis-server --requirepass \"[|hunter 2x|]\" --masterauth '[|night-loader-7|]'")]
    [InlineData("command: [\"redis-server\", \"--requirepass\", \"[|hunter2x|]\"]")]
    [InlineData("command: [ redis-server, --requirepass, [|hunter2x|], --appendonly, yes ]")]
    [InlineData("command:\n      - redis-server\n      - --requirepass\n      - [|hunter2x|]\n      - --port\n      - 6380")]
    [InlineData("command:\n    - --db-password=[|night-loader-7|]\n    - \"--api-key=[|k7Rt-20xw-9fLq|]\"")]
    [InlineData("command: ./loader -v -password [|night-loader-7|] -port 80")]
    [InlineData("command: start --db-user loader --db-password [|night-loader-7|]")]
    [InlineData("entrypoint: [\"./loader\", \"--client-secret\", \"[|k7Rt20xw9fLq44bz|]\"]")]
    [InlineData("command: ./loader --broker amqp://loader:[|n1ghtl0ader|]@broker:5672")]
    [InlineData("command: ./loader --orders \"Host=db;Username=loader;Password=[|night-loader-7|]\" --token [|k7Rt-20xw-9fLq|]")]
    [InlineData("healthcheck:\n      test: [\"CMD\", \"mysqladmin\", \"ping\", \"-uroot\", \"-p[|hunter2x|]\"]")]
    [InlineData("healthcheck:\n      test: [\"CMD\", \"mysqladmin\", \"ping\", \"--password=[|hunter2x|]\"]\n      retries: 3")]
    [InlineData("healthcheck: { test: [\"CMD-SHELL\", \"mysqladmin ping -u root -p[|hunter2x|]\"], retries: 3 }")]
    [InlineData("healthcheck:\n      test: redis-cli -a [|hunter2x|] ping | grep PONG")]
    [InlineData("healthcheck:\n      test: /opt/mssql-tools18/bin/sqlcmd -C -S localhost -U loader -P \"[|hunter2x|]\" -Q \"SELECT 1\" || exit 1")]
    [InlineData("healthcheck:\n      test: PGPASSWORD=[|hunter2x|] psql -U loader -c 'SELECT 1'")]
    [InlineData("healthcheck:\n      test: curl -f -u loader:[|hunter2x|] http://localhost:9200/_cluster/health")]
    [InlineData("healthcheck:\n      test: mongosh -u loader -p [|hunter2x|] --eval 'db.stats()'")]
    public Task Flags_a_secret_in_a_command_of_a_compose_file(string lines) => Flags("", In("compose.yaml", "services:\n  db:\n    " + lines + "\n"));

    [Theory]
    [InlineData("command: redis-server --requirepass ${REDIS_PASSWORD}")]
    [InlineData("command: redis-server --requirepass $$REDIS_PASSWORD --masterauth $${REDIS2_PASSWORD:?}")]
    [InlineData("command: redis-server --requirepass \"$$(cat /run/secrets/redis7)\"")]
    [InlineData("command: [\"redis-server\", \"--requirepass\", \"$$REDIS_2_PASSWORD\"]")]
    [InlineData("command: [\"redis-server\", \"--requirepass\", \"--port\", \"6380x\"]")]
    [InlineData("command: [\"--password-file\", \"/run/secrets/db7\", \"--password-file=/run/secrets/db7\", \"--password=/run/secrets/db7\", \"--password\", \"/run/secrets/db7\"]")]
    [InlineData("command: --password=$$DB_PASSWORD --max-tokens 2000x --token-endpoint https://login7.example")]
    [InlineData("command: minio server --access-key minioadmin --secret-key minioadmin /data7")]
    [InlineData("command: mkdir -p out7put && ssh -p 2222x loader@db")]
    [InlineData("command: mysql -p shop7orders")]
    [InlineData("healthcheck:\n      test: [\"CMD\", \"mysqladmin\", \"ping\", \"-u\", \"root\", \"-p$$MYSQL_ROOT_PASSWORD\"]")]
    [InlineData("healthcheck:\n      test: [\"CMD-SHELL\", \"mysqladmin ping -p\\\"$$MYSQL_ROOT_PASSWORD\\\"\"]")]
    [InlineData("healthcheck:\n      test: grep 'reset?token=k7Rt-20xw-9fLq' /log7")]
    [InlineData("healthcheck:\n      test: redis-cli -p 6380x -a $${REDIS_PASSWORD} ping")]
    [InlineData("healthcheck:\n      test: pg_isready -U loader7 -d orders7 && curl -u loader7 http://localhost")]
    [InlineData("environment:\n      NOTE: run with --requirepass hunter2x")]
    public Task Allows_a_command_whose_secret_comes_from_elsewhere(string lines) => Allows("", In("compose.yaml", "services:\n  db:\n    " + lines + "\n"));

    [Theory]
    [InlineData("CHANGE_ME")]
    [InlineData("<your password>")]
    [InlineData("${DB_PASSWORD}")]
    [InlineData("placeholder")]
    public Task Allows_a_placeholder_in_base64(string text) => Allows("", In("appsettings.json", $$"""{ "Password": "{{Base64(text)}}", "ApiKey": "{{Base64(text)}}" }"""));

    [Theory]
    [InlineData("night-loader-7")]
    [InlineData("hunter22")]
    public Task Flags_a_secret_in_base64(string text) => Flags("", In("appsettings.json", $$"""{ "Password": "[|{{Base64(text)}}|]" }"""));

    private static string Base64(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData(null, 0)]
    [InlineData("undercurrent.test_projects = included", 1)]
    public async Task Allows_a_test_project_its_settings_unless_told_otherwise(string? told, int findings)
    {
        var document = Workshop.Open("", In("appsettings.json", """{ "Password": "night-loader-7" }""") with { EditorConfig = told });
        var project = document.Project.AddMetadataReference(CSharpCompilation.Create("xunit.core").ToMetadataReference());
        Assert.Equal(findings, (await Workshop.Run(project.GetDocument(document.Id)!, new UC1004SecretInConfigurationFile())).Length);
    }

    [Fact]
    public async Task Reads_its_words_from_the_section_of_the_file()
    {
        const string Text = """{ "Losung": "night-loader-7", "SeedPassword": "night-loader-8", "ConnectionStrings": { "Seed": "Host=db;Username=loader;Password=night-loader-9" } }""";
        Assert.Equal(["SeedPassword", "ConnectionStrings:Seed"], await Settings(In("appsettings.json", Text)));
        Assert.Equal(["Losung"], await Settings(In("appsettings.json", Text) with { EditorConfig = "undercurrent.credential_words = losung\nundercurrent.UC1004.credential_exclusions = seed" }));
    }

    [Fact]
    public async Task Speaks_once_of_a_file_that_is_handed_over_twice()
    {
        var file = ("appsettings.json", """{ "Password": "night-loader-7" }""");
        Assert.Equal(["Password"], await Settings(new() { AdditionalFiles = [file, file] }));
    }

    /// <summary>Sections of an <c>.editorconfig</c> speak about source; the page says so.</summary>
    [Theory]
    [InlineData(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.UC1004.severity = none", 1)]
    [InlineData(".globalconfig", "is_global = true\ndotnet_diagnostic.UC1004.severity = none", 0)]
    public async Task Has_its_severity_from_a_global_config(string config, string lines, int findings)
    {
        var document = Workshop.Open("", In("appsettings.json", """{ "Password": "night-loader-7" }"""));
        var project = document.Project.AddAnalyzerConfigDocument(config, SourceText.From(lines), filePath: "/0/" + config).Project;
        Assert.Equal(findings, (await Workshop.Run(project.GetDocument(document.Id)!, new UC1004SecretInConfigurationFile())).Length);
    }

    [Fact]
    public async Task Says_where_and_under_which_key_and_never_what()
    {
        var document = Workshop.Open("", In("appsettings.json", "{\n  \"Db\": {\n    \"Password\": \"night-loader-7\"\n  }\n}"));
        var said = Assert.Single(await Workshop.Run(document, new UC1004SecretInConfigurationFile()));

        Assert.Equal(new LinePosition(2, 17), said.Location.GetLineSpan().StartLinePosition);
        Assert.Equal("'Db:Password' carries its secret in a configuration file", said.GetMessage(CultureInfo.InvariantCulture));
        Assert.DoesNotContain("night-loader", string.Concat(said.Properties.Values) + new UC1004SecretInConfigurationFileFix().Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_a_huge_file_and_reads_it_once()
    {
        var huge = SourceText.From("{ " + string.Concat(Enumerable.Range(0, 100_000).Select(number => $"\"Setting{number}\": \"some text of no interest\",\n")) + "\"Password\": \"night-loader-7\" }");
        var document = Workshop.Open("");
        var project = document.Project.AddAdditionalDocument("appsettings.json", huge, filePath: "/0/appsettings.json").Project;

        Assert.Single(await Workshop.Run(project.GetDocument(document.Id)!, new UC1004SecretInConfigurationFile()));
        Assert.Equal(Found(huge), Found(huge));
        Assert.NotEqual(Found(huge), Found(SourceText.From(huge.ToString())));

        static ImmutableArray<ConfigurationSecret> Found(SourceText text) => ConfigurationFindings.Of("appsettings.json", text, ApiCatalogue.CredentialSinks, "", "");
    }

    [Theory]
    [InlineData("appsettings.json", "{\n  // Ours.\n  \"Db\": {\n    \"Password\": \"night-loader-7\"\n  }\n}", "{\n  // Ours.\n  \"Db\": {\n    // Db__Password belongs in the environment or a secret store.\n    \"Password\": \"\"\n  }\n}")]
    [InlineData("appsettings.json", "{\n  \"Db\": {\n    \"Password\": \"night-loader-7\"\n  }\n}", "{\n  \"Db\": {\n    \"Password\": \"\"\n  }\n}")]
    [InlineData("appsettings.json", "{ \"Orders\": \"Host=db;Username=loader;Password=night-loader-7;Database=orders\" }", "{ \"Orders\": \"Host=db;Username=loader;Password=;Database=orders\" }")]
    [InlineData("launchSettings.json", "{ // Ours.\n  \"Password\": \"night-loader-7\", \"Secret\": \"k7Rt-20xw-9fLq\" }", "{ // Ours.\n  \"Password\": \"\", \"Secret\": \"\" }")]
    [InlineData("web.config", "<configuration>\r\n  <appSettings>\r\n    <add key=\"ApiKey\" value=\"k7Rt-20xw-9fLq\" />\r\n  </appSettings>\r\n</configuration>", "<configuration>\r\n  <appSettings>\r\n    <!-- ApiKey belongs in the environment or a secret store. -->\r\n    <add key=\"ApiKey\" value=\"\" />\r\n  </appSettings>\r\n</configuration>")]
    [InlineData("web.config", "<configuration>\n  <network host=\"mail\"\n           password=\"night-loader-7\" />\n</configuration>", "<configuration>\n  <network host=\"mail\"\n           password=\"\" />\n</configuration>")]
    [InlineData(".env", "DB_PASSWORD=night-loader-7", "# DB_PASSWORD belongs in the environment or a secret store.\nDB_PASSWORD=")]
    [InlineData("docker-compose.yml", "services:\n  db:\n    environment:\n      - POSTGRES_PASSWORD=night-loader-7\n", "services:\n  db:\n    environment:\n      # POSTGRES_PASSWORD belongs in the environment or a secret store.\n      - POSTGRES_PASSWORD=\n")]
    [InlineData("docker-compose.yml", "services:\n  cache:\n    command: redis-server --requirepass night-loader-7\n", "services:\n  cache:\n    # CACHE_REQUIREPASS belongs in the environment or a secret store.\n    command: redis-server --requirepass ${CACHE_REQUIREPASS:?}\n")]
    [InlineData("docker-compose.yml", "services:\n  db:\n    healthcheck:\n      test: [\"CMD\", \"mysqladmin\", \"-pnight-loader-7\"]\n", "services:\n  db:\n    healthcheck:\n      # DB_PASSWORD belongs in the environment or a secret store.\n      test: [\"CMD\", \"mysqladmin\", \"-p${DB_PASSWORD:?}\"]\n")]
    [InlineData("docker-compose.yml", "x: { A_PASSWORD: night-loader-7, B_PASSWORD: night-loader-8 }", "# A_PASSWORD belongs in the environment or a secret store.\n# B_PASSWORD belongs in the environment or a secret store.\nx: { A_PASSWORD: , B_PASSWORD:  }")]
    [InlineData(".env", "DB_PASSWORD=${OTHER:-night-loader-7}", "# DB_PASSWORD belongs in the environment or a secret store.\nDB_PASSWORD=${OTHER:-}")]
    public async Task Fixes_by_blanking_the_secret_and_saying_where_it_belongs(string name, string before, string after)
    {
        var (rule, fix) = (new UC1004SecretInConfigurationFile(), new UC1004SecretInConfigurationFileFix());
        var document = Workshop.Open("", In(name, before));
        var all = (await Workshop.FixAll(document, rule, fix)).Project.AdditionalDocuments.Single();
        Assert.Equal(after, (await all.GetTextAsync()).ToString());

        // One by one they come to rest as well.
        for (var said = await Workshop.Run(document, rule); said.Length > 0; said = await Workshop.Run(document, rule))
        {
            var one = await Workshop.FixFile(document, said[^1], fix);
            document = one!.Project.GetDocument(document.Id)!;
            Assert.True((await Workshop.Run(document, rule)).Length < said.Length);
        }
    }

    private static Given In(string name, string text) => new() { AdditionalFiles = [(name, text)] };

    private static async Task<IEnumerable<string>> Settings(Given given) =>
        (await Workshop.Run(Workshop.Open("", given), new UC1004SecretInConfigurationFile())).Select(one => one.Properties["setting"]!);
}
