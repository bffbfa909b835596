using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What is known of where a text comes from.</summary>
internal enum TextSource
{
    Unknown,

    /// <summary>A file, a field, a message, a column: written by another program, as that one writes numbers.</summary>
    Data,

    /// <summary>Typed by whoever sits there, or set up by whoever runs the program.</summary>
    Elsewhere,
}

/// <summary>
/// Whether a text is a part of the data a pipeline is fed: drawn from what reads or parses, split from a larger text, or the member
/// of a record. Where nothing tells, the names around it do.
/// </summary>
internal sealed class SourceTexts(PipelineProject project)
{
    private const int Deepest = 8;

    /// <summary>Namespaces of libraries whose values are pieces of a document, a row or a message.</summary>
    private static readonly HashSet<string> Documents = new(StringComparer.Ordinal)
    {
        "Json", "Xml", "Data", "Newtonsoft", "CsvHelper", "Npgsql", "RegularExpressions", "HtmlAgilityPack", "ExcelDataReader", "ClosedXML", "Excel", "OfficeOpenXml", "NPOI", "Spreadsheet", "Confluent", "FileIO", "Csv", "nietras",
        "Bson", "StackExchange", "AngleSharp", "Parquet", "Avro", "ServiceBus", "EventHubs", "SQS", "Kinesis", "DynamoDBv2", "RabbitMQ", "MiniExcelLibs", "LumenWorks", "TinyCsvParser", "Dapper",
    };

    /// <summary>Words of a value that is typed in or set up.</summary>
    private static readonly HashSet<string> TypedWords = new(StringComparer.Ordinal)
    {
        "arg", "argv", "option", "setting", "config", "configuration", "prompt", "console", "txt", "typed", "keyboard", "answer", "cli", "picker", "entered",
    };

    /// <summary>Words of what is fed to a pipeline.</summary>
    private static readonly HashSet<string> DataWords = new(StringComparer.Ordinal)
    {
        "line", "row", "record", "field", "cell", "column", "csv", "tsv", "json", "xml", "import", "importer", "ingest", "ingestion", "ingester", "load", "loader", "feed", "file", "extract", "extractor", "raw", "source", "message", "payload", "event", "order",
        "parse", "parser", "map", "mapper", "mapping", "transform", "transformer", "transformation", "normalize", "normalizer", "clean", "cleaner", "reading", "reader", "token", "item", "entity", "dto", "segment", "part", "piece", "etl", "pipeline", "staging", "price", "amount", "trade", "sensor", "measurement", "body", "content", "response", "header",
    };

    /// <summary>Whether a text that is read comes with the data.</summary>
    public bool AreData(IOperation text) => Of(text, 0) switch
    {
        TextSource.Data => true,
        TextSource.Elsewhere => false,
        _ => IsFedHere(text),
    };

    /// <summary>The same of the elements that a call draws from a collection.</summary>
    public bool AreDrawn(IInvocationOperation projection) =>
        (projection.Instance ?? projection.Arguments.FirstOrDefault()?.Value) is { } elements && AreData(elements);

    private TextSource Of(IOperation text, int depth)
    {
        var known = TextSource.Unknown;
        if (depth > Deepest)
            return known;

        foreach (var leaf in ValueOrigin.Of(text))
        {
            var one = leaf.ConstantValue.HasValue ? TextSource.Unknown : OfLeaf(leaf, depth + 1);
            if (one == TextSource.Elsewhere)
                return one;

            known = one == TextSource.Data ? one : known;
        }

        return known;
    }

    private TextSource OfLeaf(IOperation leaf, int depth) => leaf switch
    {
        IInvocationOperation call => OfCall(call, depth),
        IConversionOperation conversion => Of(conversion.Operand, depth),
        IObjectCreationOperation { Arguments: { IsEmpty: false } given, Type.SpecialType: SpecialType.System_String } => Of(given[0].Value, depth),
        IArrayElementReferenceOperation element => Piece(element.ArrayReference, depth),
        IPropertyReferenceOperation { Arguments.IsEmpty: false, Instance: { } whole } indexed => IsDocument(indexed.Property.ContainingType) && !IsSetUp(whole.Type) && whole.Type?.SpecialType != SpecialType.System_String && !IsPlainCollection(whole.Type) ? TextSource.Data : Piece(whole, depth),
        IPropertyReferenceOperation { Property: var property } member => OfMember(property, member.Instance, depth),
        IFieldReferenceOperation { Field: var field } => ByName(field.Name),
        IParameterReferenceOperation { Parameter: var parameter } => OfParameter(parameter, leaf, depth),
        ILocalReferenceOperation { Local: var local } => OfLocal(local, leaf, depth),
        { Kind: OperationKind.ImplicitIndexerReference } when leaf.ChildOperations.FirstOrDefault() is { } whole => Piece(whole, depth),
        IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation => TextSource.Data,
        _ => TextSource.Unknown,
    };

    /// <summary>A piece of a text, a row or a list, which is data unless the whole is not.</summary>
    private TextSource Piece(IOperation whole, int depth) =>
        IsSetUp(whole.Type) || IsArguments(whole) ? TextSource.Elsewhere : Of(whole, depth) is TextSource.Elsewhere ? TextSource.Elsewhere : TextSource.Data;

    private TextSource OfCall(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (method.ContainingType.Name is nameof(Console) or nameof(Environment) or "AnsiConsole" || Screens.IsOf(method.ContainingType))
            return TextSource.Elsewhere;

        if ((project.TraitsOf(method) & (ApiTrait.Ingest | ApiTrait.Parse)) != 0)
            return TextSource.Data;

        var receiver = call.Instance ?? (method.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        if (IsSetUp(receiver?.Type))
            return TextSource.Elsewhere;

        if (method.Name is "ReadLine" or "ReadLineAsync" or "ReadToEnd" or "ReadToEndAsync")
            return receiver is IPropertyReferenceOperation { Property.ContainingType.Name: nameof(Console) } ? TextSource.Elsewhere : TextSource.Data;

        if (method.ContainingType.SpecialType == SpecialType.System_String || method.ContainingType.Name is "MemoryExtensions" or "Regex" or "Enumerable" or "ReadOnlySpan" or "Span")
        {
            var whole = receiver ?? call.Arguments.FirstOrDefault()?.Value;
            return whole is null ? TextSource.Unknown : method.Name is "Split" or "Matches" or "Match" or "EnumerateSplits" ? Piece(whole, depth) : Of(whole, depth);
        }

        // Texts of bytes, and what documents, rows and messages hand out.
        if (method.Name is "GetString" or "ToString" && receiver is not null)
            return method.Name == "GetString" && (IsEncoding(method.ContainingType) || IsDocument(method.ContainingType)) ? TextSource.Data : Of(receiver, depth);

        return IsDocument(method.ContainingType) ? TextSource.Data : ByName(method.Name);
    }

    private TextSource OfMember(IPropertySymbol property, IOperation? instance, int depth)
    {
        var type = property.ContainingType;
        if (Screens.IsOf(type) || IsSetUp(type) || type.Name is nameof(Environment) || IsArguments(property.Name) || (instance is not null && IsShown(instance)))
            return TextSource.Elsewhere;

        if (IsDocument(type))
            return TextSource.Data;

        // Who has a text of a number has not read it yet: a member of a record.
        var own = instance is null or IInstanceReferenceOperation;
        return !own && !type.DeclaringSyntaxReferences.IsEmpty ? TextSource.Data
            : instance is not null and not IInstanceReferenceOperation && Of(instance, depth) is not TextSource.Unknown and var whole ? whole
            : ByName(property.Name);
    }

    private TextSource OfParameter(IParameterSymbol parameter, IOperation reference, int depth)
    {
        if (IsArguments(parameter.Name) || parameter.ContainingSymbol is IMethodSymbol { Name: "Main" or "<Main>$" })
            return TextSource.Elsewhere;

        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } && Drawn(parameter, reference) is { } from && Of(from, depth) is not TextSource.Unknown and var drawn)
            return drawn;

        return ByName(parameter.Name);
    }

    /// <summary>A variable that a call fills, such as one of <c>TryGetValue</c>.</summary>
    private TextSource OfLocal(ILocalSymbol local, IOperation reference, int depth)
    {
        var filled = local.DeclaringSyntaxReferences.FirstOrDefault() is { } at && reference.SemanticModel is { } model ? model.GetOperation(at.GetSyntax())?.Parent : null;
        while (filled is IDeclarationExpressionOperation or IArgumentOperation)
            filled = filled.Parent;

        return filled is IInvocationOperation call && OfCall(call, depth) is not TextSource.Unknown and var source ? source
            : filled is IInvocationOperation { Instance: { } whole } ? Piece(whole, depth)
            : ByName(local.Name);
    }

    /// <summary>The collection that a lambda's parameter is an element of.</summary>
    private static IOperation? Drawn(IParameterSymbol parameter, IOperation reference)
    {
        for (var around = reference.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation { Symbol: var lambda } && SymbolEqualityComparer.Default.Equals(lambda, parameter.ContainingSymbol))
            {
                while (around is not null and not IInvocationOperation)
                    around = around.Parent;

                return around is IInvocationOperation call ? call.Instance ?? call.Arguments.FirstOrDefault()?.Value : null;
            }
        }

        return null;
    }

    /// <summary>Whether code at a place reads what a pipeline is fed, by its names; in a project that reads no data nothing is.</summary>
    private bool IsFedHere(IOperation text)
    {
        if ((project.Subjects & (Subjects.Ingestion | Subjects.Files | Subjects.FrameworkClients | Subjects.Access)) == 0)
            return false;

        var known = TextSource.Unknown;
        for (var symbol = text.SemanticModel?.GetEnclosingSymbol(text.Syntax.SpanStart); symbol is not (null or INamespaceSymbol); symbol = symbol.ContainingSymbol)
        {
            if (symbol is INamedTypeSymbol type && Screens.Shows(type))
                return false;

            if (symbol.Name.StartsWith("ConvertBack", StringComparison.Ordinal))
                return false;

            var here = ByName(symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property.Name : symbol.Name);
            if (here == TextSource.Elsewhere)
                return false;

            known = known == TextSource.Unknown ? here : known;
        }

        return known == TextSource.Data;
    }

    private static TextSource ByName(string name)
    {
        var known = TextSource.Unknown;
        if (Screens.Names(name))
            return TextSource.Elsewhere;

        foreach (var word in IdentifierWords.Of(name))
        {
            if (TypedWords.Contains(word))
                return TextSource.Elsewhere;

            known = DataWords.Contains(word) ? TextSource.Data : known;
        }

        return known;
    }

    private static bool IsDocument(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.IsEmpty ? Screens.IsIn(type, Documents) : type.RootNamespace() is { } root && Documents.Contains(root);

    private static bool IsPlainCollection(ITypeSymbol? type) => type is { ContainingNamespace: { Name: "Generic" or "Immutable" or "Concurrent" or "Frozen", ContainingNamespace.Name: "Collections" } };

    private static bool IsSetUp(ITypeSymbol? type) => type is not null && (type.Name is "IConfiguration" or "IConfigurationSection" or "IConfigurationRoot" or "ConfigurationManager" or "AppSettingsSection" or "ConsoleKeyInfo" || Screens.IsName(type.Name));

    private static bool IsShown(IOperation instance) => instance switch
    {
        IFieldReferenceOperation field => ByName(field.Field.Name) == TextSource.Elsewhere,
        ILocalReferenceOperation local => ByName(local.Local.Name) == TextSource.Elsewhere,
        IParameterReferenceOperation parameter => ByName(parameter.Parameter.Name) == TextSource.Elsewhere,
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => ByName(property.Property.Name) == TextSource.Elsewhere,
        _ => false,
    };

    private static bool IsArguments(IOperation whole) => whole.Unwrapped() is IParameterReferenceOperation { Parameter: var parameter } && (IsArguments(parameter.Name) || parameter.ContainingSymbol.Name is "Main" or "<Main>$");

    private static bool IsArguments(string name) => name is "args" or "argv" or "arguments";

    private static bool IsEncoding(INamedTypeSymbol type) => type.Name.EndsWith("Encoding", StringComparison.Ordinal);
}
