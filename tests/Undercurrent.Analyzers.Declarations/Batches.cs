// AWSSDK.SQS, .Kinesis, .KinesisFirehose, .SimpleNotificationService
namespace Amazon.SQS.Model
{
    public class ReceiveMessageRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
        public string QueueUrl { get; set; }
        public int? WaitTimeSeconds { get; set; }
    }

    public class Message
    {
        public string MessageId { get; set; }
        public string Body { get; set; }
        public string ReceiptHandle { get; set; }
    }

    public class ReceiveMessageResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
        public List<Message> Messages { get; set; }
    }

    public class SendMessageRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
    }

    public class SendMessageResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
    }

    public class BatchResultErrorEntry
    {
        public string Code { get; set; }
        public string Id { get; set; }
    }

    public class SendMessageBatchRequestEntry
    {
    }

    public class SendMessageBatchResultEntry
    {
        public string Id { get; set; }
        public string MessageId { get; set; }
    }

    public class SendMessageBatchRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
        public List<SendMessageBatchRequestEntry> Entries { get; set; }
        public string QueueUrl { get; set; }
    }

    public class SendMessageBatchResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
        public List<BatchResultErrorEntry> Failed { get; set; }
        public List<SendMessageBatchResultEntry> Successful { get; set; }
    }

    public class DeleteMessageRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
        public string QueueUrl { get; set; }
        public string ReceiptHandle { get; set; }
    }

    public class DeleteMessageResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
    }

    public class DeleteMessageBatchRequestEntry
    {
        public string Id { get; set; }
        public string ReceiptHandle { get; set; }
    }

    public class DeleteMessageBatchRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
        public string QueueUrl { get; set; }
        public List<DeleteMessageBatchRequestEntry> Entries { get; set; }
    }

    public class DeleteMessageBatchResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
        public List<BatchResultErrorEntry> Failed { get; set; }
    }

    public class ChangeMessageVisibilityRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
    }

    public class ChangeMessageVisibilityResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
    }

    public class ChangeMessageVisibilityBatchRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
    }

    public class ChangeMessageVisibilityBatchResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
        public List<BatchResultErrorEntry> Failed { get; set; }
    }
}

namespace Amazon.SQS
{
    public interface IAmazonSQS : IDisposable
    {
        Task<Model.ReceiveMessageResponse> ReceiveMessageAsync(string queueUrl, CancellationToken cancellationToken = default);
        Task<Model.ReceiveMessageResponse> ReceiveMessageAsync(Model.ReceiveMessageRequest request, CancellationToken cancellationToken = default);
        Task<Model.SendMessageResponse> SendMessageAsync(string queueUrl, string messageBody, CancellationToken cancellationToken = default);
        Task<Model.SendMessageResponse> SendMessageAsync(Model.SendMessageRequest request, CancellationToken cancellationToken = default);
        Task<Model.SendMessageBatchResponse> SendMessageBatchAsync(Model.SendMessageBatchRequest request, CancellationToken cancellationToken = default);
        Task<Model.DeleteMessageResponse> DeleteMessageAsync(string queueUrl, string receiptHandle, CancellationToken cancellationToken = default);
        Task<Model.DeleteMessageResponse> DeleteMessageAsync(Model.DeleteMessageRequest request, CancellationToken cancellationToken = default);
        Task<Model.DeleteMessageBatchResponse> DeleteMessageBatchAsync(Model.DeleteMessageBatchRequest request, CancellationToken cancellationToken = default);
        Task<Model.ChangeMessageVisibilityResponse> ChangeMessageVisibilityAsync(Model.ChangeMessageVisibilityRequest request, CancellationToken cancellationToken = default);
        Task<Model.ChangeMessageVisibilityBatchResponse> ChangeMessageVisibilityBatchAsync(Model.ChangeMessageVisibilityBatchRequest request, CancellationToken cancellationToken = default);
        Task<Model.SendMessageBatchResponse> SendMessageBatchAsync(string queueUrl, List<Model.SendMessageBatchRequestEntry> entries, CancellationToken cancellationToken = default);
    }

    public class AmazonSQSClient : IAmazonSQS
    {
        public AmazonSQSClient() => throw null!;
        public AmazonSQSClient(string awsAccessKeyId, string awsSecretAccessKey) => throw null!;
        public virtual Task<Model.ReceiveMessageResponse> ReceiveMessageAsync(string queueUrl, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Model.ReceiveMessageResponse> ReceiveMessageAsync(Model.ReceiveMessageRequest request, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Model.SendMessageResponse> SendMessageAsync(string queueUrl, string messageBody, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Model.SendMessageResponse> SendMessageAsync(Model.SendMessageRequest request, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Model.SendMessageBatchResponse> SendMessageBatchAsync(Model.SendMessageBatchRequest request, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Model.DeleteMessageResponse> DeleteMessageAsync(string queueUrl, string receiptHandle, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Model.DeleteMessageResponse> DeleteMessageAsync(Model.DeleteMessageRequest request, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Model.DeleteMessageBatchResponse> DeleteMessageBatchAsync(Model.DeleteMessageBatchRequest request, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Model.ChangeMessageVisibilityResponse> ChangeMessageVisibilityAsync(Model.ChangeMessageVisibilityRequest request, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Model.ChangeMessageVisibilityBatchResponse> ChangeMessageVisibilityBatchAsync(Model.ChangeMessageVisibilityBatchRequest request, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Model.SendMessageBatchResponse> SendMessageBatchAsync(string queueUrl, List<Model.SendMessageBatchRequestEntry> entries, CancellationToken cancellationToken = default) => throw null!;
        // For .NET Framework alone.
        public virtual Model.SendMessageBatchResponse SendMessageBatch(Model.SendMessageBatchRequest request) => throw null!;
        public void Dispose() => throw null!;
    }
}

namespace Amazon.Kinesis.Model
{
    public class GetRecordsRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
    }

    public class GetRecordsResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
        public string NextShardIterator { get; set; }
    }

    public class PutRecordRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
    }

    public class PutRecordResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
    }

    public class PutRecordsRequestEntry
    {
    }

    public class PutRecordsResultEntry
    {
        public string ErrorCode { get; set; }
        public string SequenceNumber { get; set; }
    }

    public class PutRecordsRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
        public List<PutRecordsRequestEntry> Records { get; set; }
        public string StreamName { get; set; }
    }

    public class PutRecordsResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
        public int? FailedRecordCount { get; set; }
        public List<PutRecordsResultEntry> Records { get; set; }
    }

    public class StopStreamEncryptionRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
    }

    public class StopStreamEncryptionResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
    }
}

namespace Amazon.Kinesis
{
    public interface IAmazonKinesis : IDisposable
    {
        Task<Model.GetRecordsResponse> GetRecordsAsync(Model.GetRecordsRequest request, CancellationToken cancellationToken = default);
        Task<Model.PutRecordResponse> PutRecordAsync(Model.PutRecordRequest request, CancellationToken cancellationToken = default);
        Task<Model.PutRecordsResponse> PutRecordsAsync(Model.PutRecordsRequest request, CancellationToken cancellationToken = default);
        Task<Model.StopStreamEncryptionResponse> StopStreamEncryptionAsync(Model.StopStreamEncryptionRequest request, CancellationToken cancellationToken = default);
    }

    public class AmazonKinesisClient : IAmazonKinesis
    {
        public virtual Task<Model.StopStreamEncryptionResponse> StopStreamEncryptionAsync(Model.StopStreamEncryptionRequest request, CancellationToken cancellationToken = default) => throw null!;
        public AmazonKinesisClient() => throw null!;
        public AmazonKinesisClient(string awsAccessKeyId, string awsSecretAccessKey) => throw null!;
        public virtual Task<Model.GetRecordsResponse> GetRecordsAsync(Model.GetRecordsRequest request, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Model.PutRecordResponse> PutRecordAsync(Model.PutRecordRequest request, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Model.PutRecordsResponse> PutRecordsAsync(Model.PutRecordsRequest request, CancellationToken cancellationToken = default) => throw null!;
        public void Dispose() => throw null!;
    }
}

namespace Amazon.KinesisFirehose.Model
{
    public class PutRecordRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
    }

    public class PutRecordResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
    }

    public class PutRecordBatchRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
    }

    public class PutRecordBatchResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
        public int? FailedPutCount { get; set; }
    }
}

namespace Amazon.KinesisFirehose
{
    public interface IAmazonKinesisFirehose : IDisposable
    {
        Task<Model.PutRecordResponse> PutRecordAsync(Model.PutRecordRequest request, CancellationToken cancellationToken = default);
        Task<Model.PutRecordBatchResponse> PutRecordBatchAsync(Model.PutRecordBatchRequest request, CancellationToken cancellationToken = default);
    }

    public class AmazonKinesisFirehoseClient : IAmazonKinesisFirehose
    {
        public AmazonKinesisFirehoseClient() => throw null!;
        public virtual Task<Model.PutRecordResponse> PutRecordAsync(Model.PutRecordRequest request, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Model.PutRecordBatchResponse> PutRecordBatchAsync(Model.PutRecordBatchRequest request, CancellationToken cancellationToken = default) => throw null!;
        public void Dispose() => throw null!;
    }
}

namespace Amazon.SimpleNotificationService.Model
{
    public class PublishRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
    }

    public class PublishResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
    }

    public class PublishBatchRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
    }

    public class BatchResultErrorEntry
    {
    }

    public class PublishBatchResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
        public List<BatchResultErrorEntry> Failed { get; set; }
    }
}

namespace Amazon.SimpleNotificationService
{
    public interface IAmazonSimpleNotificationService : IDisposable
    {
        Task<Model.PublishResponse> PublishAsync(string topicArn, string message, CancellationToken cancellationToken = default);
        Task<Model.PublishResponse> PublishAsync(Model.PublishRequest request, CancellationToken cancellationToken = default);
        Task<Model.PublishBatchResponse> PublishBatchAsync(Model.PublishBatchRequest request, CancellationToken cancellationToken = default);
    }

    public class AmazonSimpleNotificationServiceClient : IAmazonSimpleNotificationService
    {
        public AmazonSimpleNotificationServiceClient() => throw null!;
        public virtual Task<Model.PublishResponse> PublishAsync(string topicArn, string message, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Model.PublishResponse> PublishAsync(Model.PublishRequest request, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Model.PublishBatchResponse> PublishBatchAsync(Model.PublishBatchRequest request, CancellationToken cancellationToken = default) => throw null!;
        public void Dispose() => throw null!;
    }
}

// AWSSDK.CloudWatchEvents, .CloudWatchLogs, .EventBridge
namespace Amazon.CloudWatchEvents.Model
{
    public class PutEventsRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
    }

    public class PutEventsResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
        public int? FailedEntryCount { get; set; }
    }
}

namespace Amazon.CloudWatchEvents
{
    public interface IAmazonCloudWatchEvents : IDisposable
    {
        Task<Model.PutEventsResponse> PutEventsAsync(Model.PutEventsRequest request, CancellationToken cancellationToken = default);
    }

    public class AmazonCloudWatchEventsClient : IAmazonCloudWatchEvents
    {
        public virtual Task<Model.PutEventsResponse> PutEventsAsync(Model.PutEventsRequest request, CancellationToken cancellationToken = default) => throw null!;
        public void Dispose() => throw null!;
    }
}

namespace Amazon.CloudWatchLogs.Model
{
    public class PutLogEventsRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
    }

    public class RejectedLogEventsInfo
    {
    }

    public class PutLogEventsResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
        public string NextSequenceToken { get; set; }
        public RejectedLogEventsInfo RejectedLogEventsInfo { get; set; }
    }
}

namespace Amazon.CloudWatchLogs
{
    public interface IAmazonCloudWatchLogs : IDisposable
    {
        Task<Model.PutLogEventsResponse> PutLogEventsAsync(Model.PutLogEventsRequest request, CancellationToken cancellationToken = default);
    }

    public class AmazonCloudWatchLogsClient : IAmazonCloudWatchLogs
    {
        public virtual Task<Model.PutLogEventsResponse> PutLogEventsAsync(Model.PutLogEventsRequest request, CancellationToken cancellationToken = default) => throw null!;
        public void Dispose() => throw null!;
    }
}

namespace Amazon.EventBridge.Model
{
    public class PutEventsRequest : Amazon.Runtime.AmazonWebServiceRequest
    {
    }

    public class PutEventsResultEntry
    {
        public string ErrorCode { get; set; }
        public string EventId { get; set; }
    }

    public class PutEventsResponse : Amazon.Runtime.AmazonWebServiceResponse
    {
        public List<PutEventsResultEntry> Entries { get; set; }
        public int? FailedEntryCount { get; set; }
    }
}

namespace Amazon.EventBridge
{
    public interface IAmazonEventBridge : IDisposable
    {
        Task<Model.PutEventsResponse> PutEventsAsync(Model.PutEventsRequest request, CancellationToken cancellationToken = default);
    }

    public class AmazonEventBridgeClient : IAmazonEventBridge
    {
        public virtual Task<Model.PutEventsResponse> PutEventsAsync(Model.PutEventsRequest request, CancellationToken cancellationToken = default) => throw null!;
        public void Dispose() => throw null!;
    }
}

// Azure.Search.Documents
namespace Azure.Search.Documents.Models
{
    public class IndexDocumentsBatch<T>
    {
    }

    public class IndexingResult
    {
        public string ErrorMessage => throw null!;
        public string Key => throw null!;
        public bool Succeeded => throw null!;
    }

    public class IndexDocumentsResult
    {
        public IReadOnlyList<IndexingResult> Results => throw null!;
    }
}

namespace Azure.Search.Documents
{
    public class IndexDocumentsOptions
    {
        public bool ThrowOnAnyError { get; set; }
    }

    public class SearchClient
    {
        public virtual Response<Models.IndexDocumentsResult> DeleteDocuments<T>(IEnumerable<T> documents, IndexDocumentsOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<Models.IndexDocumentsResult>> DeleteDocumentsAsync<T>(IEnumerable<T> documents, IndexDocumentsOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Response<Models.IndexDocumentsResult> IndexDocuments<T>(Models.IndexDocumentsBatch<T> batch, IndexDocumentsOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<Models.IndexDocumentsResult>> IndexDocumentsAsync<T>(Models.IndexDocumentsBatch<T> batch, IndexDocumentsOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Response<Models.IndexDocumentsResult> MergeDocuments<T>(IEnumerable<T> documents, IndexDocumentsOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<Models.IndexDocumentsResult>> MergeDocumentsAsync<T>(IEnumerable<T> documents, IndexDocumentsOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Response<Models.IndexDocumentsResult> MergeOrUploadDocuments<T>(IEnumerable<T> documents, IndexDocumentsOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<Models.IndexDocumentsResult>> MergeOrUploadDocumentsAsync<T>(IEnumerable<T> documents, IndexDocumentsOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Response<Models.IndexDocumentsResult> UploadDocuments<T>(IEnumerable<T> documents, IndexDocumentsOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<Models.IndexDocumentsResult>> UploadDocumentsAsync<T>(IEnumerable<T> documents, IndexDocumentsOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
    }
}

// Elastic.Clients.Elasticsearch, whose extensions live beside the client
namespace Elastic.Clients.Elasticsearch
{
    public class BulkRequest
    {
    }

    public class BulkResponse
    {
        public string DebugInformation => throw null!;
        public bool Errors => throw null!;
        public bool IsValidResponse => throw null!;
        public IEnumerable<object> ItemsWithErrors => throw null!;
        public long Took => throw null!;
    }

    public class ElasticsearchClient
    {
        public virtual BulkResponse Bulk(BulkRequest request) => throw null!;
        public virtual Task<BulkResponse> BulkAsync(BulkRequest request, CancellationToken cancellationToken = default) => throw null!;
    }

    public static class IndexManyExtensions
    {
        public static BulkResponse IndexMany<T>(this ElasticsearchClient client, IEnumerable<T> objects) => throw null!;
        public static Task<BulkResponse> IndexManyAsync<T>(this ElasticsearchClient client, IEnumerable<T> objects, CancellationToken cancellationToken = default) => throw null!;
    }

    public static class DeleteManyExtensions
    {
        public static BulkResponse DeleteMany<T>(this ElasticsearchClient client, IEnumerable<T> objects) => throw null!;
        public static Task<BulkResponse> DeleteManyAsync<T>(this ElasticsearchClient client, IEnumerable<T> objects, CancellationToken cancellationToken = default) => throw null!;
    }
}

// Elasticsearch.Net
namespace Elasticsearch.Net
{
    public abstract class PostData
    {
        public static PostData String(string serialized) => throw null!;
    }

    public abstract class ElasticsearchResponseBase
    {
        public int? HttpStatusCode => throw null!;
        public bool Success => throw null!;
    }

    public abstract class ElasticsearchResponse<T> : ElasticsearchResponseBase
    {
        public T Body => throw null!;
    }

    public class StringResponse : ElasticsearchResponse<string>
    {
    }

    public interface IElasticLowLevelClient
    {
        TResponse Bulk<TResponse>(PostData body);
        Task<TResponse> BulkAsync<TResponse>(PostData body, CancellationToken ctx = default);
    }

    public class ElasticLowLevelClient : IElasticLowLevelClient
    {
        public TResponse Bulk<TResponse>(PostData body) => throw null!;
        public Task<TResponse> BulkAsync<TResponse>(PostData body, CancellationToken ctx = default) => throw null!;
    }
}

// OpenSearch.Net and OpenSearch.Client
namespace OpenSearch.Net
{
    public abstract class PostData
    {
    }

    public abstract class OpenSearchResponse<T>
    {
        public T Body => throw null!;
    }

    public class StringResponse : OpenSearchResponse<string>
    {
    }

    public interface IOpenSearchLowLevelClient
    {
        TResponse Bulk<TResponse>(PostData body);
        Task<TResponse> BulkAsync<TResponse>(PostData body, CancellationToken ctx = default);
    }

    public class OpenSearchLowLevelClient : IOpenSearchLowLevelClient
    {
        public TResponse Bulk<TResponse>(PostData body) => throw null!;
        public Task<TResponse> BulkAsync<TResponse>(PostData body, CancellationToken ctx = default) => throw null!;
    }
}

namespace OpenSearch.Client
{
    public class BulkDescriptor
    {
    }

    public interface IBulkRequest
    {
    }

    public abstract class ResponseBase
    {
        public string DebugInformation => throw null!;
        public virtual bool IsValid => throw null!;
    }

    public class BulkResponse : ResponseBase
    {
        public bool Errors => throw null!;
        public override bool IsValid => throw null!;
        public IEnumerable<object> ItemsWithErrors => throw null!;
    }

    public interface IOpenSearchClient
    {
        BulkResponse Bulk(Func<BulkDescriptor, IBulkRequest> selector);
        Task<BulkResponse> BulkAsync(Func<BulkDescriptor, IBulkRequest> selector, CancellationToken ct = default);
    }

    public class OpenSearchClient : IOpenSearchClient
    {
        public BulkResponse Bulk(Func<BulkDescriptor, IBulkRequest> selector) => throw null!;
        public Task<BulkResponse> BulkAsync(Func<BulkDescriptor, IBulkRequest> selector, CancellationToken ct = default) => throw null!;
    }

    public static class IndexManyExtensions
    {
        public static BulkResponse IndexMany<T>(this IOpenSearchClient client, IEnumerable<T> objects, string? index = null) => throw null!;
        public static Task<BulkResponse> IndexManyAsync<T>(this IOpenSearchClient client, IEnumerable<T> objects, string? index = null, CancellationToken cancellationToken = default) => throw null!;
    }

    public static class DeleteManyExtensions
    {
        public static BulkResponse DeleteMany<T>(this IOpenSearchClient client, IEnumerable<T> objects, string? index = null) => throw null!;
        public static Task<BulkResponse> DeleteManyAsync<T>(this IOpenSearchClient client, IEnumerable<T> objects, string? index = null, CancellationToken cancellationToken = default) => throw null!;
    }
}

// FirebaseAdmin
namespace FirebaseAdmin.Messaging
{
    public sealed class Message
    {
    }

    public sealed class MulticastMessage
    {
    }

    public sealed class BatchResponse
    {
        public int FailureCount => throw null!;
        public int SuccessCount => throw null!;
    }

    public sealed class FirebaseMessaging
    {
        public Task<BatchResponse> SendEachAsync(IEnumerable<Message> messages) => throw null!;
        public Task<BatchResponse> SendEachForMulticastAsync(MulticastMessage message) => throw null!;
    }
}

// Typesense
namespace Typesense
{
    public class ImportResponse
    {
        public string? Error { get; set; }
        public bool Success { get; set; }
    }

    public interface ITypesenseClient
    {
        Task<List<ImportResponse>> ImportDocuments<T>(string collection, IEnumerable<T> documents, int batchSize = 40);
    }

    public class TypesenseClient : ITypesenseClient
    {
        public Task<List<ImportResponse>> ImportDocuments<T>(string collection, IEnumerable<T> documents, int batchSize = 40) => throw null!;
    }
}
