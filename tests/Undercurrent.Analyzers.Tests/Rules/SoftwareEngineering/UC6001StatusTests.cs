using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

/// <summary>Loops on the status of an answer, and queues that keep a message until it is deleted.</summary>
public sealed partial class UC6001IngestionWithoutRetryTests
{
    [Theory]
    [InlineData("for (var i = 0; i < 4; i++) { var answer = await http.GetAsync(\"rates\"); if ((int)answer.StatusCode is not (429 or >= 500)) return answer; await Task.Delay(TimeSpan.FromSeconds(i * i)); } throw new TimeoutException();")]
    [InlineData("HttpResponseMessage answer; do { answer = await http.GetAsync(\"rates\"); await Task.Delay(left * 100); } while (!answer.IsSuccessStatusCode && left-- > 0); return answer;")]
    public Task Allows_a_loop_on_the_status(string body) => Allows(Around($"public async Task<HttpResponseMessage> Load(int left) {{ {body} }}"));

    [Theory]
    [InlineData("foreach (var host in new[] { \"a\", \"b\" }) { var answer = await [|http.GetAsync(host)|]; if (answer.IsSuccessStatusCode) return answer; } throw new TimeoutException();")]
    [InlineData("while (true) { var answer = await [|http.GetAsync(\"rates\")|]; if (!answer.IsSuccessStatusCode) return answer; Console.WriteLine(answer); }")]
    public Task Flags_a_loop_that_asks_nothing_again(string body) => Flags(Around($"public async Task<HttpResponseMessage> Load() {{ {body} }}"));

    private static readonly Given Queues = new()
    {
        Sources =
        [
            ("Queues.cs",
            """
            namespace Amazon.SQS.Model
            {
                public class Message { public string Body { get; set; } = ""; public string ReceiptHandle { get; set; } = ""; }
                public class ReceiveMessageResponse { public List<Message> Messages { get; set; } = new(); }
                public class DeleteMessageResponse { }
            }

            namespace Amazon.SQS
            {
                public interface IAmazonSQS
                {
                    Task<Model.ReceiveMessageResponse> ReceiveMessageAsync(string queueUrl, CancellationToken cancellationToken = default);
                    Task<Model.DeleteMessageResponse> DeleteMessageAsync(string queueUrl, string receiptHandle, CancellationToken cancellationToken = default);
                }
            }
            """),
        ],
    };

    private static string Queued(string body) => Around($"public async Task Load(Amazon.SQS.IAmazonSQS queue) {{ var batch = await queue.ReceiveMessageAsync(\"orders\"); {body} }}");

    [Theory]
    [InlineData("foreach (var message in batch.Messages) { try { Console.WriteLine(await http.GetStringAsync(message.Body)); await queue.DeleteMessageAsync(\"orders\", message.ReceiptHandle); } catch (HttpRequestException e) { Console.WriteLine(e); } }")]
    [InlineData("foreach (var message in batch.Messages) { Console.WriteLine(await http.GetStringAsync(message.Body)); await queue.DeleteMessageAsync(\"orders\", message.ReceiptHandle); }")]
    [InlineData("await Task.WhenAll(batch.Messages.Select(async message => { Console.WriteLine(await http.GetStringAsync(message.Body)); await queue.DeleteMessageAsync(\"orders\", message.ReceiptHandle); }));")]
    [InlineData("foreach (var message in batch.Messages) { try { Console.WriteLine(await http.GetStringAsync(message.Body)); } catch (HttpRequestException) { continue; } await queue.DeleteMessageAsync(\"orders\", message.ReceiptHandle); }")]
    [InlineData("foreach (var message in batch.Messages) await Handle(message); async Task Handle(Amazon.SQS.Model.Message message) { Console.WriteLine(await http.GetStringAsync(message.Body)); await queue.DeleteMessageAsync(\"orders\", message.ReceiptHandle); }")]
    public Task Allows_work_on_a_message_that_comes_again(string body) => Allows(Queued(body), Queues);

    [Theory]
    [InlineData("foreach (var message in batch.Messages) { await queue.DeleteMessageAsync(\"orders\", message.ReceiptHandle); Console.WriteLine(await [|http.GetStringAsync(message.Body)|]); }")]
    [InlineData("foreach (var message in batch.Messages) { try { Console.WriteLine(await [|http.GetStringAsync(message.Body)|]); } catch (HttpRequestException e) { Console.WriteLine(e); } await queue.DeleteMessageAsync(\"orders\", message.ReceiptHandle); }")]
    [InlineData("foreach (var message in batch.Messages) { try { Console.WriteLine(await [|http.GetStringAsync(message.Body)|]); } finally { await queue.DeleteMessageAsync(\"orders\", message.ReceiptHandle); } }")]
    public Task Flags_work_on_a_message_that_is_deleted_either_way(string body) => Flags(Queued(body), Queues);
}
