// Google.Cloud.BigQuery.V2, beside the client
namespace Google.Cloud.BigQuery.V2
{
    public class BigQueryInsertResults
    {
        public IEnumerable<object> Errors => throw null!;
        public BigQueryInsertResults ThrowOnAnyError() => throw null!;
    }

    public sealed class InsertOptions
    {
        public bool? AllowUnknownFields { get; set; }
        public bool? SkipInvalidRows { get; set; }
        public bool SuppressInsertErrors { get; set; }
    }

    public sealed class CreateLoadJobOptions
    {
        public bool? IgnoreUnknownValues { get; set; }
        public int? MaxBadRecords { get; set; }
    }

    public sealed class UploadCsvOptions
    {
        public bool? AllowTrailingColumns { get; set; }
        public int? MaxBadRecords { get; set; }
    }

    public sealed class UploadJsonOptions
    {
        public bool? AllowUnknownFields { get; set; }
        public int? MaxBadRecords { get; set; }
    }
}

// Google.Apis.Bigquery.v2
namespace Google.Apis.Bigquery.v2.Data
{
    public class ExternalDataConfiguration
    {
        public bool? IgnoreUnknownValues { get; set; }
        public int? MaxBadRecords { get; set; }
    }

    public class JobConfigurationLoad
    {
        public bool? IgnoreUnknownValues { get; set; }
        public int? MaxBadRecords { get; set; }
    }

    public class TableDataInsertAllRequest
    {
        public bool? IgnoreUnknownValues { get; set; }
        public bool? SkipInvalidRows { get; set; }
    }
}

// Azure.Search.Documents
namespace Azure.Search.Documents.Indexes.Models
{
    public class IndexingParameters
    {
        public int? MaxFailedItems { get; set; }
        public int? MaxFailedItemsPerBatch { get; set; }
    }
}

// ChoETL
namespace ChoETL
{
    public enum ChoErrorMode
    {
        IgnoreAndContinue,
        ReportAndContinue,
        ThrowAndStop,
    }

    public class ChoCSVReader<T>
    {
        public ChoCSVReader(string filePath) => throw null!;
        public ChoCSVReader<T> ErrorMode(ChoErrorMode mode) => throw null!;
    }
}

// FileHelpers
namespace FileHelpers
{
    public enum ErrorMode
    {
        ThrowException = 0,
        SaveAndContinue,
        IgnoreAndContinue,
    }

    public sealed class ErrorManager
    {
        public ErrorMode ErrorMode { get; set; }
    }

    public class FileHelperEngine<T>
    {
        public ErrorManager ErrorManager => throw null!;
        public ErrorMode ErrorMode { get; set; }
        public T[] ReadFile(string fileName) => throw null!;
    }
}

// LumenWorksCsvReader
namespace LumenWorks.Framework.IO.Csv
{
    public enum MissingFieldAction
    {
        ParseError = 0,
        ReplaceByEmpty = 1,
        ReplaceByNull = 2,
    }

    public enum ParseErrorAction
    {
        RaiseEvent = 0,
        AdvanceToNextLine = 1,
        ThrowException = 2,
    }

    public class CsvReader
    {
        public CsvReader(TextReader reader, bool hasHeaders) => throw null!;
        public ParseErrorAction DefaultParseErrorAction { get; set; }
        public MissingFieldAction MissingFieldAction { get; set; }
    }
}

// OpenSearch.Client
namespace OpenSearch.Client
{
    public class BulkAllDescriptor<T>
    {
        public BulkAllDescriptor<T> ContinueAfterDroppedDocuments(bool proceed = true) => throw null!;
        public BulkAllDescriptor<T> DroppedDocumentCallback(Action<object, T> callback) => throw null!;
        public BulkAllDescriptor<T> Index(string index) => throw null!;
    }
}

// TinyCsvParser
namespace TinyCsvParser.Mapping
{
    public class CsvMappingError
    {
        public string Value { get; set; }
    }

    public class CsvMappingResult<TEntity>
    {
        public CsvMappingError Error { get; set; }
        public bool IsValid => throw null!;
        public TEntity Result { get; set; }
    }
}

// Sep
namespace nietras.SeparatedValues
{
    public readonly record struct SepReaderOptions
    {
        public bool DisableColCountCheck { get; init; }
    }
}
