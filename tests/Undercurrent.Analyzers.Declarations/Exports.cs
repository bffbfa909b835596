using System.Data;

// Event buses
namespace Azure.Messaging.EventGrid
{
    public class EventGridEvent
    {
        public EventGridEvent(string subject, string eventType, string dataVersion, object data, Type dataSerializationType = null!) { }
    }

    public class EventGridPublisherClient
    {
        public virtual Task<Azure.Response> SendEventAsync(EventGridEvent eventGridEvent, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Azure.Response> SendEventsAsync(IEnumerable<EventGridEvent> events, CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace Dapr.Client
{
    public abstract class DaprClient
    {
        public abstract Task PublishEventAsync<TData>(string pubsubName, string topicName, TData data, CancellationToken cancellationToken = default);
    }
}

namespace DotNetCore.CAP
{
    public interface ICapPublisher
    {
        void Publish<T>(string name, T contentObj, string callbackName = null!);
        Task PublishAsync<T>(string name, T contentObj, string callbackName = null!, CancellationToken cancellationToken = default);
    }
}

namespace EasyNetQ
{
    public interface IPubSub
    {
        Task PublishAsync<T>(T message, Action<object> configure, CancellationToken cancellationToken = default);
    }
}

namespace MQTTnet
{
    public interface IMqttClient
    {
        Task<object> PublishAsync(object applicationMessage, CancellationToken cancellationToken = default);
    }
}

namespace MQTTnet.Client
{
    public interface IMqttClient
    {
        Task<object> PublishAsync(object applicationMessage, CancellationToken cancellationToken = default);
    }
}

namespace NATS.Client.Core
{
    public interface INatsClient
    {
        ValueTask PublishAsync<T>(string subject, T data, object headers = null!, string replyTo = null!, CancellationToken cancellationToken = default);
    }
}

namespace NServiceBus
{
    public class PublishOptions { }

    public class SendOptions { }

    public interface IMessageSession
    {
        Task Publish(object message, PublishOptions publishOptions, CancellationToken cancellationToken = default);
        Task Send(object message, SendOptions sendOptions, CancellationToken cancellationToken = default);
    }

    public interface IPipelineContext
    {
        Task Publish(object message, PublishOptions options);
        Task Send(object message, SendOptions options);
    }
}

// Sheets
namespace ClosedXML.Excel
{
    public interface IXLCell
    {
        object InsertData<T>(IEnumerable<T> data);
        object InsertTable<T>(IEnumerable<T> data);
    }
}

namespace MiniExcelLibs
{
    public static class MiniExcel
    {
        public static int[] SaveAs(string path, object value, bool printHeader = true, string sheetName = "Sheet1") => throw null!;
        public static Task<int[]> SaveAsAsync(string path, object value, bool printHeader = true, string sheetName = "Sheet1", CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace OfficeOpenXml
{
    public class ExcelRangeBase
    {
        public ExcelRangeBase LoadFromCollection<T>(IEnumerable<T> collection, bool printHeaders) => throw null!;
        public ExcelRangeBase LoadFromDataTable(DataTable table, bool printHeaders) => throw null!;
    }
}

// Parquet
namespace Parquet
{
    public class ParquetRowGroupWriter : IDisposable
    {
        public void Dispose() => throw null!;
        public Task WriteColumnAsync(Parquet.Data.DataColumn column, CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace Parquet.Data
{
    public class DataColumn
    {
        public DataColumn(object field, Array data) { }
    }
}

namespace ParquetSharp
{
    public abstract class LogicalColumnWriter<TElement>
    {
        public void WriteBatch(TElement[] values) => throw null!;
        public abstract void WriteBatch(ReadOnlySpan<TElement> values);
    }
}

namespace ParquetSharp.RowOriented
{
    public sealed class ParquetRowWriter<TTuple>
    {
        public void WriteRow(TTuple row) => throw null!;
        public void WriteRows(IEnumerable<TTuple> rows) => throw null!;
    }
}
