using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.Provenance;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Retention;

/// <summary>
/// Where a project writes records about people, and what it erases again: the one question that needs all files at once. Gathered at the
/// first write that is met, by the names of calls, and kept as long as the compilation.
/// </summary>
internal sealed class PersonalStores
{
    private static readonly ConditionalWeakTable<PersonalRecords, PersonalStores> Cache = new();

    private static readonly string[] Writes =
    [
        "Add", "AddAsync", "AddRange", "AddRangeAsync", "InsertOne", "InsertOneAsync", "InsertMany", "InsertManyAsync", "CreateItemAsync", "UpsertItemAsync", "SaveAsync", "PutItemAsync", "Index", "IndexAsync", "IndexDocument", "IndexDocumentAsync",
        "StringSet", "StringSetAsync", "HashSet", "HashSetAsync", "PutObjectAsync", "Upload", "UploadAsync", "UploadBlob", "UploadBlobAsync", "Execute", "ExecuteAsync",
    ];

    private static readonly string[] Statements = ["Execute", "ExecuteAsync", "ExecuteNonQuery", "ExecuteNonQueryAsync", "ExecuteScalar", "ExecuteScalarAsync", "ExecuteSqlRaw", "ExecuteSqlRawAsync", "ExecuteSql", "ExecuteSqlAsync", "ExecuteSqlInterpolated", "ExecuteSqlInterpolatedAsync"];

    /// <summary>Settings by which a store erases by itself.</summary>
    private static readonly HashSet<string> Ends = new(StringComparer.Ordinal) { "DefaultTimeToLive", "WithDefaultTimeToLive", "TimeToLiveAttribute", "TimeToLiveSpecification", "UpdateTimeToLiveAsync", "ExpireAfter", "LifecycleRules", "AddLifecycleRule", "PutLifecycleConfigurationAsync" };

    private static readonly HashSet<string> Erasing = new(StringComparer.Ordinal) { "erase", "erasure", "delete", "deletion", "remove", "forget", "purge", "anonymize", "anonymise", "wipe", "shred", "scrub", "redact", "expunge" };

    private readonly List<(string Entity, SyntaxTree Tree, int Position)> _writes = new();
    private readonly HashSet<string> _erased = new(StringComparer.Ordinal);
    private readonly HashSet<string> _libraries = new(StringComparer.Ordinal);
    private readonly PersonalRecords _records;
    private readonly Compilation _compilation;
    private readonly bool _ends;

    private PersonalStores(PersonalRecords records, CancellationToken cancellation)
    {
        _records = records;
        _compilation = records.Data.Project.Compilation;
        foreach (var call in CallsOf(Writes, cancellation))
        {
            if (WrittenBy(call, records) is { } record)
                _writes.Add((record.Entity, call.Syntax.SyntaxTree, call.Syntax.SpanStart));
        }

        var erasing = ApiCatalogue.DataApis.Entries.Where(entry => (entry.Traits & ApiTrait.Erase) != 0 && entry.Parameter is null).Select(entry => entry.Member).Distinct();
        foreach (var call in CallsOf(erasing.Concat(Statements), cancellation))
            NoteErasure(call);

        _ends = Ends.Any(name => CallIndex.Of(_compilation).Uses(name, cancellation).Any()) || _compilation.SyntaxTrees.Any(tree => tree.GetRoot(cancellation).DescendantTokens().Any(token => Ends.Contains(token.ValueText)));
    }

    public static PersonalStores Of(PersonalRecords records, CancellationToken cancellation) => Cache.GetValue(records, asked => new(asked, cancellation));

    /// <summary>The record about a person that a call leaves in a store; null where it leaves none, or one that ends by itself.</summary>
    public static PersonalRecord? WrittenBy(IInvocationOperation call, PersonalRecords records)
    {
        var project = records.Data.Project;
        switch (call.TargetMethod.ContainingType.Name)
        {
            case "DbSet" or "DbContext" or "IMongoCollection" or "IMongoCollectionExtensions" or "Container" or "IDynamoDBContext" or "DynamoDBContext" or "IElasticClient" or "ElasticClient" when Array.IndexOf(Writes, call.TargetMethod.Name) >= 0:
                return call.Arguments.Select(argument => records.OfRecords(argument.Value.Unwrapped().Type)).FirstOrDefault(found => found is not null);
            case "SqlMapper":
                return WrittenRows.Of(call) is { } rows ? OfColumns(rows, records) : null;
            case "IDatabase" or "IDatabaseAsync" or "IAmazonS3" or "AmazonS3Client" or "BlobClient" or "BlobContainerClient" or "BlockBlobClient" or "IAmazonDynamoDB" when (project.TraitsOf(call.TargetMethod) & ApiTrait.Store) != 0:
                var given = call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).ToList();
                return given.Any(argument => argument.Parameter is { } parameter && (project.DataApis.TraitsOf(parameter.ContainingSymbol, parameter.Name) & ApiTrait.Expiry) != 0 && !Expiry.IsNone(argument.Value, project))
                    ? null : new CarriedData(records).OfAny(given.Select(argument => argument.Value));
            default:
                return null;
        }
    }

    /// <summary>Whether a call is the first in the project to store such a record: one finding for a kind of record.</summary>
    public bool IsFirst(IInvocationOperation call, PersonalRecord record) =>
        _writes.Where(one => one.Entity == record.Entity).OrderBy(one => one.Tree.FilePath, StringComparer.Ordinal).ThenBy(one => one.Position).FirstOrDefault() is { Tree: { } tree, Position: var position }
        && tree == call.Syntax.SyntaxTree && position == call.Syntax.SpanStart;

    /// <summary>Whether anything erases such records: by their type, from the same store, by a method that says so, or by itself.</summary>
    public bool Erases(IInvocationOperation call, PersonalRecord record)
    {
        var entity = IdentifierWords.Of(record.Entity);
        return (_ends && call.TargetMethod.ContainingType.Name != "SqlMapper")
            || _libraries.Contains(call.TargetMethod.ContainingNamespace.ToDisplayString())
            || _erased.Any(name => IdentifierWords.Of(name) is var words && Enumerable.SequenceEqual(words.Skip(Math.Max(0, words.Length - entity.Length)), entity))
            || _compilation.GetSymbolsWithName(name => IdentifierWords.Of(name) is var words && Array.Exists(words, Erasing.Contains) && entity.All(word => Array.IndexOf(words, word) >= 0), SymbolFilter.Member).Any();
    }

    private static PersonalRecord? OfColumns(WrittenRows rows, PersonalRecords records)
    {
        if (rows.Type is { } type && records.OfRecords(type) is { } typed)
            return typed;

        var person = records.Data.Terms.NamesPerson(rows.Name);
        var fields = rows.Columns.Select(column => records.Data.OfName(column, null, rows.Name)).OfType<Personal>().Where(one => person || one.Level == PersonalLevel.High).ToList();
        return fields.Count == 0 ? null : PersonalRecord.Of(rows.Name, fields);
    }

    /// <summary>Types that are taken out of a store count as erased; where no type says what, whatever is in stores of that library.</summary>
    private void NoteErasure(IInvocationOperation call)
    {
        var traits = _records.Data.Project.TraitsOf(call.TargetMethod);
        if ((traits & ApiTrait.Erase) == 0 || StoredChange.IsSave(call.TargetMethod))
        {
            if (new StoredChange(_records).Of(call, traits | ApiTrait.Database) is ({ } changed, true))
                _ = _erased.Add(changed.Entity);

            return;
        }

        var types = call.Arguments.Select(argument => argument.Value.Unwrapped().Type).Concat(call.TargetMethod.TypeArguments).Concat((call.Instance?.Type as INamedTypeSymbol)?.TypeArguments ?? Enumerable.Empty<ITypeSymbol>()).SelectMany(Held).ToList();
        foreach (var type in types)
            _ = _erased.Add(type.Name);

        if (types.Count == 0 || call.TargetMethod.ContainingType.Name is "IDatabase" or "IDatabaseAsync" or "IServer")
            _ = _libraries.Add(call.TargetMethod.ContainingNamespace.ToDisplayString());
    }

    /// <summary>The types of this project that a type is, or holds.</summary>
    private static IEnumerable<INamedTypeSymbol> Held(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => Held(array.ElementType),
        INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } named => [named],
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Held),
        _ => [],
    };

    private IEnumerable<IInvocationOperation> CallsOf(IEnumerable<string> names, CancellationToken cancellation) =>
        from name in names
        from uses in CallIndex.Of(_compilation).Uses(name, cancellation)
        from use in uses.Uses
        let call = NamedCall.At(uses.Tree, use.Position, _compilation, cancellation).Operation as IInvocationOperation
        where call is not null
        select call;
}
