// As much of the cloud's stream as a night needs: it takes what it is given, but for what is too many at once.
namespace Amazon.Kinesis.Model
{
    /// <summary>One record of a batch.</summary>
    internal sealed record PutRecordsRequestEntry(string PartitionKey, byte[] Data);

    /// <summary>A batch.</summary>
    internal sealed record PutRecordsRequest(string StreamName, IReadOnlyList<PutRecordsRequestEntry> Records);

    /// <summary>What became of it.</summary>
    internal sealed record PutRecordsResponse(int FailedRecordCount);
}

namespace Amazon.Kinesis
{
    /// <summary>The stream's front door.</summary>
    internal sealed class AmazonKinesisClient
    {
        private readonly int atOnce;

        public AmazonKinesisClient(int atOnce = 500) => this.atOnce = atOnce;

        public Task<Model.PutRecordsResponse> PutRecordsAsync(Model.PutRecordsRequest request) =>
            Task.FromResult(new Model.PutRecordsResponse(Math.Max(0, request.Records.Count - atOnce)));
    }
}
