using System.Collections.Concurrent;
using Undercurrent.Analyzers.Engine.Leniency;
using Undercurrent.Analyzers.Engine.Logins;
using Undercurrent.Analyzers.Engine.SecretTexts;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The subjects a word raises by itself, and those it raises only where a library is referenced whose call it may be.</summary>
internal readonly record struct WordMeaning(Subjects Always, Subjects WithLibraries)
{
    public WordMeaning And(WordMeaning other) => new(Always | other.Always, WithLibraries | other.WithLibraries);
}

/// <summary>
/// Which subjects a single word raises. It decides only whether a rule looks at a project at all, so it errs towards yes; the
/// rules themselves decide by symbols.
/// </summary>
internal static class WordSubjects
{
    private const int Remembered = 50_000;

    /// <summary>Words that raise a subject wherever they stand.</summary>
    private static readonly Dictionary<string, Subjects> Words = Table(
        (Subjects.Stores,
        [
            "DbSet", "DbContext", "IMongoCollection", "IMongoDatabase", "CreateItemAsync", "UpsertItemAsync", "IDynamoDBContext", "DynamoDBContext", "IAmazonDynamoDB", "IElasticClient", "ElasticClient", "Dapper", "IDatabase", "IDatabaseAsync",
            "GetDatabase", "IAmazonS3", "AmazonS3Client", "BlobClient", "BlobContainerClient", "BlockBlobClient",
        ]),
        (Subjects.Sinks,
        [
            "InsertOne", "InsertOneAsync", "InsertMany", "InsertManyAsync", "ReplaceOne", "ReplaceOneAsync", "DbSet", "DbContext", "BulkInsert", "BulkInsertAsync", "CsvWriter", "IWriter", "ParquetSerializer", "CreateItemAsync", "UpsertItemAsync",
            "IDynamoDBContext", "IElasticClient", "Dapper", "SqlBulkCopy", "MySqlBulkCopy", "BeginBinaryImport", "BeginBinaryImportAsync", "BeginTextImport", "BeginTextImportAsync", "BigQueryClient",
        ]),
        (Subjects.Retention,
        [
            "IDatabase", "IDatabaseAsync", "GetDatabase", "IMemoryCache", "MemoryCache", "IDistributedCache", "ObjectCache", "ContainerProperties", "DefineContainer", "CreateContainerAsync", "CreateContainerIfNotExistsAsync",
            "CreateCollection", "CreateCollectionAsync", "CreateQueueOptions", "CreateTopicOptions", "TopicSpecification", "QueueDeclare", "QueueDeclareAsync", "QueueDeclareNoWait", "QueueClient", "StreamConfig", "CreateTableRequest",
            "PutBucketRequest", "PutBucketAsync", "Bucket", "CfnBucket", "BucketProps", "CfnBucketProps", "TableProps", "TablePropsV2", "CfnTableProps", "RetentionDays",
        ]),
        (Subjects.Payloads,
        [
            "Deserialize", "DeserializeAsync", "DeserializeObject", "DeserializeAnonymousType", "GetFromJsonAsync", "ReadFromJsonAsync", "ToObjectFromJson", "ReadAsAsync", "ReadObject", "JObject", "JArray", "JToken", "JsonNode",
            "GetJsonAsync", "ReceiveJson", "SparkSession", "DataFrameReader", "DataFrame", "RestClient", "IRestClient",
        ]),
        (Subjects.Brokers, ["Kafka", "RabbitMQ", "ServiceBus", "EventHubs", "EventProcessorClient", "SQS", "PubSub", "DotPulsar", "Queues", "StackExchange", "JetStream"]),
        (Subjects.Credentials, ["GetBytes", "FromBase64String", "FromHexString", "Authorization"]),
        (Subjects.Logs, ["LoggerMessage", "LoggerMessageAttribute", "MessageTemplateFormatMethod", "StructuredMessageTemplate"]),
        (Subjects.Files, ["File", "FileStream", "StreamWriter"]),
        (Subjects.QueryFilters, ["IgnoreQueryFilters", "HasQueryFilter"]),
        (Subjects.Certificates, ["SftpClient", "SshClient", "ScpClient"]),
        (Subjects.HostKeys, ["HostKeyReceived"]),
        (Subjects.Access, ["TextWriter", "HttpRequestMessage"]),
        (Subjects.Diagnostics, ["NpgsqlConnectionStringBuilder", "AddHttpLogging", "ConsumerConfig", "ProducerConfig", "AdminClientConfig", "ConsumerBuilder", "ProducerBuilder"]),
        (Subjects.Hashes, ["GetHashCode"]),
        (Subjects.Classification,
        [
            "PersonalData", "PersonalDataAttribute", "ProtectedPersonalData", "ProtectedPersonalDataAttribute", "DataClassificationAttribute", "NotLogged", "NotLoggedAttribute", "LogMasked", "LogMaskedAttribute", "LogReplaced", "LogReplacedAttribute",
        ]),
        (Subjects.Cultures, ["Parse", "TryParse", "ParseExact", "TryParseExact", "ToDecimal", "ToDouble", "ToSingle", "ToDateTime", "ChangeType", "ConvertFromString", "ConvertFrom", "CurrentCulture", "CurrentUICulture", "InstalledUICulture", "CurrentInfo"]),
        (Subjects.Responses,
        [
            "HttpResponseMessage", "ReadAsStringAsync", "ReadAsStreamAsync", "ReadAsStream", "ReadAsByteArrayAsync", "ReadFromJsonAsync", "ReadFromJsonAsAsyncEnumerable", "ReadAsAsync", "CopyToAsync",
            "RestSharp", "RestRequest", "RestClient", "IRestClient", "Nest", "IElasticClient", "ElasticClient", "ElasticsearchClient", "OpenSearchClient", "IOpenSearchClient", "ISearchResponse", "SearchResponse",
            "ApiResponse", "IApiResponse", "AllowAnyHttpStatus", "AllowHttpStatus",
        ]),
        (Subjects.Pages,
        [
            "Amazon", "AsPages", "GraphServiceClient", "Stripe", "StripeList", "ApiOptions", "k8s", "IElasticClient", "ElasticClient", "ElasticsearchClient", "IOpenSearchClient", "OpenSearchClient", "FeedIterator",
            "BlobContinuationToken", "TableContinuationToken", "QueueContinuationToken",
        ]),
        (Subjects.Answers, ["TryParse", "TryParseExact", "TryGetValue", "TryDequeue", "TryTake", "TryPop", "TryPeek", "TryRead"]),
        (Subjects.Batches, ["TransactionalBatch", "CreateTransactionalBatch"]),
        (Subjects.Clocks, ["Now", "Today", "ToLocalTime", "LocalDateTime", "GetLocalNow", "LastWriteTime", "CreationTime", "LastAccessTime", "GetLastWriteTime", "GetCreationTime", "GetLastAccessTime", "FromFileTime", "DateTimeKind", "TimeZoneInfo", "DateTimeStyles"]),
        (Subjects.Failures, ["Problem", "ProblemDetails"]),
        (Subjects.NameParts,
        [
            "HttpClient", "IHttpClientFactory", "HttpRequestMessage", "Uri", "UriBuilder", "WebClient", "WebRequest", "QueryHelpers", "QueryString", "QueryBuilder", "Redirect", "RouteValues", "CreatedAtAction",
            "LinkGenerator", "NavigationManager", "RestRequest", "Flurl", "File", "FileInfo", "FileStream", "StreamWriter", "StreamReader", "Directory", "DirectoryInfo", "Path", "ZipArchive",
            "BlobClient", "BlobContainerClient", "BlobServiceClient", "GetBlobClient", "ShareClient", "DataLakeFileSystemClient", "IAmazonS3", "AmazonS3Client", "PutObjectRequest", "TransferUtility", "StorageClient", "SftpClient",
            "RedisKey", "RedisChannel", "IDatabase", "ConnectionMultiplexer", "IConnectionMultiplexer", "GetDatabase", "QueueClient", "QueueServiceClient", "ServiceBusClient", "IProducer", "IConsumer", "IModel", "IChannel", "BasicPublish", "BasicPublishAsync",
            "BackgroundJob", "IBackgroundJobClient", "RecurringJob", "JobDataMap", "UsingJobData", "JobKey", "WithIdentity", "TaskOrchestrationContext", "DurableTaskClient", "IDurableOrchestrationContext", "IDurableOrchestrationClient", "Temporalio", "IQueue",
        ]),
        (Subjects.Leniency, ["TinyCsvParser"]),
        (Subjects.Blocking, ["Result", "Wait", "GetResult", "WaitAll", "WaitAny"]),
        (Subjects.SharedClients, ["AmazonS3Client", "AmazonDynamoDBClient", "AmazonSQSClient", "AmazonKinesisClient", "AmazonSimpleNotificationServiceClient", "Amazon"]),
        (Subjects.Durability, ["QueueDeclare", "QueueDeclareAsync", "QueueDeclareNoWait", "BasicPublish", "BasicPublishAsync", "persistentMessages", "publisherConfirms"]),
        (Subjects.Delivery, ["acks", "idempotence", "wait_for_async_insert", "ProducerConfig", "ProducerBuilder"]),
        (Subjects.Retries, ["RefireImmediately", "JobExecutionException", "CreateFixedDelayStrategy"]),
        (Subjects.RetryAttributes, ["AutomaticRetry", "AutomaticRetryAttribute", "FixedDelayRetry", "FixedDelayRetryAttribute", "ExponentialBackoffRetry", "ExponentialBackoffRetryAttribute", "RetryPolicy", "RetryPolicyAttribute"]),
        (Subjects.Producers, ["Confluent", "EventHubProducerClient", "EventHubBufferedProducerClient", "ServiceBusSender", "PublisherClient", "DotPulsar", "BasicPublishAsync"]),
        (Subjects.BorrowedBodies, ["RabbitMQ"]),
        (Subjects.Consumers, ["Confluent", "RabbitMQ"]),
        (Subjects.UnfinishedWork,
        [
            "TransactionScope", "CommittableTransaction", "BeginTransaction", "BeginTransactionAsync", "StartTransaction", "CreateTransaction", "CreateBatch", "CreateTransactionalBatch", "BeginBinaryImport", "BeginBinaryImportAsync",
            "CreateAppender", "DataLakeFileClient", "ParquetWriter", "ParquetFileWriter", "ArrowFileWriter", "ArrowStreamWriter", "DataFileWriter", "CsvWriter", "StreamWriter", "CreateText", "AppendText", "GZipStream", "DeflateStream",
            "BrotliStream", "ZLibStream", "CryptoStream", "BufferedStream", "Utf8JsonWriter", "XmlWriter", "ZipArchive",
        ]),
        (Subjects.FrameworkClients,
        [
            "HttpClient", "IHttpClientFactory", "HttpMessageInvoker", "WebClient", "WebRequest", "HttpWebRequest", "FtpWebRequest",
            "DbConnection", "DbCommand", "IDbConnection", "IDbCommand", "DbDataSource", "DbProviderFactory", "SmtpClient", "NetworkCredential",
        ]));

    /// <summary>By which permissions are given in SQL, MongoDB, Kafka and the clouds; a role of Azure by the beginning of its id.</summary>
    private static readonly HashSet<string> Permissions = new(StringComparer.OrdinalIgnoreCase)
    {
        "grant", "grants", "superuser", "db_owner", "sysadmin", "securityadmin", "serveradmin", "sp_addrolemember", "sp_addsrvrolemember", "Effect", "PolicyStatement", "ManagedPolicy",
        "AnyPrincipal", "StarPrincipal", "AclBinding", "createUser", "updateUser", "grantRolesToUser", "grantRolesToRole", "createRole", "8e3af657", "b24988ac", "18d7d88d",
        "RoleDefinitionName", "AdministratorAccess", "PowerUserAccess",
    };

    private static readonly string[] ConnectionMarks = ["password", "pwd=", "psw=", "accountkey", "sharedaccess", "secret", "token=", "private_key", "passcode", "accesskey", "passphrase", "secretkey", "sharedsecret", "apikey", "authkey", "loginmodule"];

    /// <summary>What the keys of settings say, beyond the names in code.</summary>
    private static readonly string[] CredentialMarks = ["password", "passwd", "pwd", "secret", "token", "apikey", "api-key", "api_key", "api key", "accesskey", "access_key", "authorization", "passphrase", "credential", "subscription-key", "privatekey", "accountkey"];

    /// <summary>What names and settings of encryption are made of, as far as they are not APIs of the catalogue.</summary>
    private static readonly HashSet<string> TransportWords = new(StringComparer.Ordinal) { "ssl", "sslmode", "usessl", "tls", "usetls", "encrypt", "encryption", "plaintext", "defaultendpointsprotocol" };

    /// <summary>The last words of the settings by which a driver repeats the data in logs and errors.</summary>
    private static readonly string[] Revealing = ["detail=", "details=", "parameters=", "logging="];

    private static readonly HashSet<string> CertificateWords = new(StringComparer.Ordinal) { "certificate", "ssl", "sslmode", "tls", "tlsinsecure", "insecure", "insecuremode", "trustservercertificate" };

    private static readonly string[] Drivers = ["sql", "db", "odbc", "oracle", "clickhouse"];

    private const ApiTrait Openings = ApiTrait.OpenValue | ApiTrait.Opens | ApiTrait.OpensWhenTrue | ApiTrait.OpensWhenFalse | ApiTrait.LetsIn | ApiTrait.Ingress;

    private const ApiTrait Grants = ApiTrait.GrantEnd | ApiTrait.EveryPermission | ApiTrait.OverHttp | ApiTrait.Endless;

    /// <summary>Words of every program, which say something of records where a library is referenced that may bring or take some.</summary>
    private const Subjects OfRecords = Subjects.Money | Subjects.Clocks;

    private const string Cryptography = "System.Security.Cryptography.";

    private static readonly Dictionary<string, WordMeaning> Apis = MeaningsOfApis();
    private static readonly ConcurrentDictionary<string, WordMeaning> Cache = new(StringComparer.Ordinal);

    // Counted here, because the dictionary locks all of itself to count.
    private static int _met;

    public static WordMeaning Of(string identifier)
    {
        if (Cache.TryGetValue(identifier, out var known))
            return known;

        if (Interlocked.Increment(ref _met) % Remembered == 0)
            Cache.Clear();

        return Cache.GetOrAdd(identifier, Classify);
    }

    /// <summary>Looks only for the marks of a connection string or a credential's key: one pass per mark, no allocation.</summary>
    public static Subjects OfText(string text)
    {
        var subjects = text.Length < 120 && Has(text, CredentialMarks) ? Subjects.Credentials : Subjects.None;
        if (text.EndsWith("protocol=", StringComparison.OrdinalIgnoreCase) || text.EndsWith("scheme=", StringComparison.OrdinalIgnoreCase))
            subjects |= Subjects.Transport;

        if (Array.Exists(Revealing, key => text.EndsWith(key, StringComparison.OrdinalIgnoreCase)))
            subjects |= Subjects.Diagnostics;

        if (text == "w=")
            subjects |= Subjects.Delivery;

        if (text is "journal=" or "persistent")
            subjects |= Subjects.Durability;

        return text.IndexOf("://", StringComparison.Ordinal) >= 0 || Has(text, ConnectionMarks) ? subjects | Subjects.ConnectionTexts : subjects;
    }

    /// <summary>What a word says for standing in a text: it may be part of a token, or the name of an administrator.</summary>
    public static Subjects OfWordInText(string word) =>
        (TokenFormats.Known.MayBePart(word) ? Subjects.Tokens : Subjects.None) | (AdministratorNames.MayBe(word) ? Subjects.Logins : Subjects.None) | (LenientText.MayBe(word) ? Subjects.Leniency : Subjects.None);

    private static WordMeaning Classify(string identifier)
    {
        _ = Words.TryGetValue(identifier, out var subjects);
        var words = IdentifierWords.Of(identifier);
        if (CredentialName.KindOf(CredentialName.WithoutVerb(identifier)) != CredentialKind.None)
            subjects |= Subjects.Credentials;

        var level = PersonalDataTerms.Known.MostIn(words);
        if (level is PersonalLevel.Low)
            subjects |= Subjects.FaintPersonalData;

        if (PersonalDataTerms.Known.KeepsCompany(words))
            subjects |= Subjects.People;

        if (level > PersonalLevel.Low || identifier.IndexOf("PersonalData", StringComparison.OrdinalIgnoreCase) >= 0 || identifier.IndexOf("Classification", StringComparison.Ordinal) >= 0)
            subjects |= Subjects.PersonalData;

        if (AccountKeys.MayBe(identifier))
            subjects |= Subjects.Logins;

        if (PageType.Says(identifier))
            subjects |= Subjects.Pages;

        if (IsCommand(identifier))
            subjects |= Subjects.Queries;

        if (MoneyName.Of(identifier, withRates: true) != MoneyLevel.None)
            subjects |= Subjects.Money;

        if (identifier.EndsWith("Exception", StringComparison.Ordinal))
            subjects |= Subjects.Traces | Subjects.Failures;

        if (identifier.EndsWith("Cache", StringComparison.Ordinal))
            subjects |= Subjects.NameParts;

        if (AuditSetup.Says(identifier))
            subjects |= Subjects.Audits;

        if (Endpoints.MayMap(identifier))
            subjects |= Subjects.Routes;

        if (RetrySetup.MayRead(identifier))
            subjects |= Subjects.Setups;

        if (Permissions.Contains(identifier) || identifier.StartsWith("Grant", StringComparison.Ordinal) || identifier.EndsWith("FullAccess", StringComparison.Ordinal))
            subjects |= Subjects.Permissions;

        if (GuardSetup.MayRead(identifier) || Endpoints.MayMap(identifier) || IsOfEndpoint(identifier))
            subjects |= Subjects.Endpoints;

        foreach (var word in words)
        {
            subjects |= TransportWords.Contains(word) ? Subjects.Transport : Subjects.None;
            subjects |= CertificateWords.Contains(word) ? Subjects.Certificates : Subjects.None;
            subjects |= word is "timeout" ? Subjects.TimeLimits : Subjects.None;
            subjects |= word is "retry" or "attempt" or "backoff" or "polly" or "resilience" ? Subjects.Retries : Subjects.None;
        }

        var meaning = new WordMeaning(subjects & ~OfRecords, subjects & OfRecords);
        return Apis.TryGetValue(identifier, out var api) ? api.And(meaning) : meaning;
    }

    /// <summary>A base of types that answer requests, or an attribute on one.</summary>
    private static bool IsOfEndpoint(string identifier) =>
        identifier.EndsWith("Controller", StringComparison.Ordinal) || identifier.EndsWith("ControllerBase", StringComparison.Ordinal) || identifier is "Route" or "Hub" or "HttpGet" or "HttpPost" or "HttpPut" or "HttpPatch" or "HttpDelete";

    /// <summary>The commands and adapters of any driver of ADO.NET, which the catalogue knows by their parameters alone.</summary>
    private static bool IsCommand(string identifier) =>
        identifier.EndsWith("DataAdapter", StringComparison.Ordinal)
        || (identifier.EndsWith("Command", StringComparison.Ordinal) && Array.Exists(Drivers, driver => identifier.IndexOf(driver, StringComparison.OrdinalIgnoreCase) >= 0));

    private static bool Has(string text, string[] marks)
    {
        foreach (var mark in marks)
        {
            if (text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }

    private static Dictionary<string, Subjects> Table(params (Subjects Subject, string[] Words)[] rows) =>
        rows.SelectMany(row => row.Words, static (row, word) => (row.Subject, Word: word)).GroupBy(static row => row.Word, StringComparer.Ordinal)
            .ToDictionary(static rows => rows.Key, static rows => rows.Aggregate(Subjects.None, static (all, row) => all | row.Subject), StringComparer.Ordinal);

    private static Dictionary<string, WordMeaning> MeaningsOfApis()
    {
        var meanings = new Dictionary<string, WordMeaning>(StringComparer.Ordinal);
        foreach (var entry in ApiCatalogue.DataApis.Entries)
            Add(meanings, entry, SubjectsOf(entry));

        foreach (var entry in ApiCatalogue.CredentialSinks.Entries)
        {
            if ((entry.Traits & ApiTrait.Header) != 0)
                meanings[entry.Type.Substring(0, entry.Type.IndexOf('.'))] = new(Subjects.HeaderAttributes, Subjects.None);
            else if (entry.Traits != ApiTrait.Login && entry.Type is not (ApiEntry.Setting or ApiEntry.Any))
                Add(meanings, entry, Subjects.Credentials);
        }

        foreach (var entry in ApiCatalogue.Safeguards.Entries)
            Add(meanings, entry, SubjectOf(entry), Word(entry));

        return meanings;
    }

    private static Subjects SubjectsOf(ApiEntry entry)
    {
        // Everything executes; who executes a batch has made one.
        var traits = entry.Member == "ExecuteAsync" ? entry.Traits & ~ApiTrait.Partial : entry.Traits;
        var subjects = (traits & (ApiTrait.Log | ApiTrait.Scope)) != 0 ? Subjects.Logs : Subjects.None;
        if ((traits & ApiTrait.Telemetry) != 0)
            subjects |= Subjects.Traces | Subjects.Telemetry;

        if ((traits & ApiTrait.FailureText) != 0)
            subjects |= Subjects.Failures;

        if ((entry.Delivery & DeliveryTrait.SharedClient) != 0)
            subjects |= Subjects.SharedClients;

        if ((traits & ApiTrait.NamePart) != 0)
            subjects |= Subjects.NameParts;

        if ((traits & (ApiTrait.Ingest | ApiTrait.Connect)) != 0)
            subjects |= Subjects.Ingestion;

        if ((traits & ApiTrait.QueryText) != 0)
            subjects |= Subjects.Queries;

        if ((traits & ApiTrait.UnkeyedHash) != 0)
            subjects |= Subjects.Hashes;
        if ((traits & ApiTrait.Paged) != 0)
            subjects |= Subjects.Pages;

        if ((traits & ApiTrait.Answers) != 0)
            subjects |= Subjects.Answers;
        if ((traits & ApiTrait.Partial) != 0)
            subjects |= Subjects.Batches;

        // Everything may be valid; who parses with the library names it.
        if ((traits & ApiTrait.Lenient) != 0 && entry.Member != "IsValid")
            subjects |= Subjects.Leniency;

        if ((traits & Openings) != 0)
            subjects |= Subjects.OpenStores;

        if ((traits & Grants) != 0)
            subjects |= Subjects.Grants;

        if ((entry.Delivery & DeliveryTrait.Acknowledges) != 0)
            subjects |= Subjects.Settlements;

        if ((entry.Delivery & (DeliveryTrait.HandsOver | DeliveryTrait.ManualWhenFalse)) != 0)
            subjects |= Subjects.Receipts;

        return (traits & (ApiTrait.Serve | ApiTrait.Store | ApiTrait.Update | ApiTrait.Erase)) != 0 ? subjects | Subjects.Access : subjects;
    }

    /// <summary>An address is no subject before it is one without encryption, which the text itself tells.</summary>
    private static Subjects SubjectOf(ApiEntry safeguard) => (safeguard.Traits & (ApiTrait.Unverified | ApiTrait.UnverifiedWhenTrue | ApiTrait.UnverifiedWhenFalse)) != 0 ? Subjects.Certificates
        : (safeguard.Traits & (ApiTrait.Unencrypted | ApiTrait.UnencryptedWhenTrue | ApiTrait.UnencryptedWhenFalse)) != 0 ? Subjects.Storage
        : (safeguard.Traits & (ApiTrait.Reveals | ApiTrait.RevealsWhenTrue)) != 0 ? Subjects.Diagnostics
        : (safeguard.Delivery & (DeliveryTrait.Forgets | DeliveryTrait.ForgetsWhenTrue | DeliveryTrait.ForgetsWhenFalse)) != 0 ? Subjects.Delivery
        : (safeguard.Delivery & (DeliveryTrait.Transient | DeliveryTrait.TransientWhenTrue | DeliveryTrait.TransientWhenFalse)) != 0 ? Subjects.Durability
        : (safeguard.Traits & ApiTrait.Address) != 0 ? Subjects.None
        : Subjects.Transport;

    /// <summary>Who writes <c>SslMode.None</c> writes <c>SslMode</c>, which is the rarer word.</summary>
    private static string Word(ApiEntry safeguard) =>
        (safeguard.Traits & (ApiTrait.Unverified | ApiTrait.Plaintext | ApiTrait.Unencrypted)) != 0 && !safeguard.Member.StartsWith("With", StringComparison.Ordinal) && !safeguard.Member.StartsWith("Allow", StringComparison.Ordinal) && !safeguard.Member.EndsWith("Async", StringComparison.Ordinal)
            || ((safeguard.Delivery & (DeliveryTrait.Forgets | DeliveryTrait.Transient)) != 0 && !safeguard.Member.StartsWith("With", StringComparison.Ordinal)) || safeguard.Member is ".ctor" or "With" or "W" or "Enabled" or "Accept" or "Debug" or "RequestHeaders" || ((safeguard.Traits & ApiTrait.Reveals) != 0 && IdentifierWords.Of(safeguard.Member).Length < 3) ? safeguard.TypeName : safeguard.Member;

    private static void Add(Dictionary<string, WordMeaning> meanings, ApiEntry entry, Subjects subjects, string? word = null)
    {
        var name = word ?? Name(entry);
        var meaning = entry.Type.StartsWith("System.", StringComparison.Ordinal) ? new WordMeaning(subjects, Subjects.None) : new WordMeaning(Subjects.None, subjects);
        meanings[name] = meanings.TryGetValue(name, out var known) ? known.And(meaning) : meaning;
    }

    /// <summary>The word by which source mentions an API: the member, or for a constructor or a whole type the type.</summary>
    private static string Name(ApiEntry entry)
    {
        // A dictionary has keys too; who encrypts names the namespace somewhere.
        if (entry.Type.StartsWith(Cryptography, StringComparison.Ordinal))
            return "Cryptography";

        // A short name such as Blob or All is everybody's; who writes one of these means it by the name of its type.
        var isShort = (entry.Traits & (Openings | Grants | ApiTrait.NamePart | ApiTrait.FailureText | ApiTrait.Telemetry | ApiTrait.Lenient)) != 0 && IdentifierWords.Of(entry.Member).Length == 1;
        if (!isShort && entry.Member is not (".ctor" or ApiEntry.Any))
            return entry.Member;

        var type = entry.TypeName;
        return type.EndsWith("Attribute", StringComparison.Ordinal) ? type.Substring(0, type.Length - "Attribute".Length) : type;
    }
}
