using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.Safeguards;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Exports;

/// <summary>What hands data out of the pipeline: to a file, an object store, a queue, somebody's API. A database of the project's own is none of them.</summary>
internal static class ExportCall
{
    private const int Deepest = 5;

    private static readonly ConditionalWeakTable<ApiCatalogue, HashSet<string>> Names = new();

    /// <summary>The values that leave by an operation; nothing for any other.</summary>
    public static IEnumerable<IOperation> By(IOperation operation, PipelineProject project) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Content", ContainingType: { Name: "HttpRequestMessage", ContainingNamespace.Name: "Http" } } } } content => [content.Value],
        IInvocationOperation call when Is(call, project) && !IsKept(call) => AccessCall.Payload(call),
        _ => [],
    };

    /// <summary>Whether a parameter of a method in source may leave by one of these, as far as names tell: asked before a body is bound.</summary>
    public static bool MayReach(IParameterSymbol parameter, PipelineProject project) =>
        (project.Subjects & Subjects.HeaderAttributes) != 0 // The methods of a declared client have any name.
        || LogMentions.MayReach(project, parameter, Names.GetValue(project.DataApis, static apis => new(
            apis.Entries.Where(entry => (entry.Traits & (ApiTrait.Store | ApiTrait.Update)) != 0).Select(entry => entry.Member).Concat(["Write", "WriteLine", "WriteAsync", "WriteLineAsync", HandedOn.Content]), StringComparer.Ordinal)));

    private static bool Is(IInvocationOperation call, PipelineProject project)
    {
        var traits = AccessCall.TraitsOf(call, project);
        return (traits & ApiTrait.Database) == 0 && !IsIndex(call.TargetMethod)
            && ((traits & (ApiTrait.Store | ApiTrait.Update)) != 0 || IsWrittenText(call) || IsRefit(call.TargetMethod));
    }

    /// <summary>An index to search in is a store of the project's own.</summary>
    private static bool IsIndex(IMethodSymbol method) =>
        method.RootNamespace() is "Nest" or "Elastic" or "Elasticsearch" or "OpenSearch" or "Typesense" || method.ContainingType is { Name: "SearchClient", ContainingNamespace.Name: "Documents" };

    /// <summary>A line for whatever the writer was made on; the console is for logs.</summary>
    private static bool IsWrittenText(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync", ContainingType: { Name: "TextWriter", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } } }
        && Origin(call.Instance) is not (IPropertyReferenceOperation { Property.ContainingType.Name: "Console" } or IObjectCreationOperation { Type.Name: "StringWriter" }) && call.Instance?.Type?.Name is "TextWriter" or "StreamWriter";

    private static bool IsRefit(IMethodSymbol method) =>
        method.ContainingType.TypeKind == TypeKind.Interface && method.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "PostAttribute" or "PutAttribute" or "PatchAttribute", ContainingNamespace.Name: "Refit" });

    /// <summary>Whether what is written stays on the machine or with whoever asked for it, or is encrypted on its way.</summary>
    private static bool IsKept(IInvocationOperation call) =>
        SaysEncrypted(call.Instance?.Type) || NearHome.Names(call.Syntax) || call.Arguments.Select(argument => argument.Value).Concat(call.Instance is { } target ? [target] : []).Any(value => IsStream(value.Unwrapped().Type) && IsKept(value, 0));

    private static bool IsKept(IOperation target, int depth)
    {
        var origin = Origin(target);
        return depth < Deepest && origin switch
        {
            IPropertyReferenceOperation { Property: { Name: "Body" or "BodyWriter" or "OutputStream", ContainingType.Name: var type } } => type.StartsWith("HttpResponse", StringComparison.Ordinal) || type.StartsWith("HttpListenerResponse", StringComparison.Ordinal),
            IObjectCreationOperation made => SaysEncrypted(made.Type) || made.Arguments.Any(argument => IsStream(argument.Value.Unwrapped().Type) && IsKept(argument.Value, depth + 1)),
            _ => SaysEncrypted(origin?.Type),
        };
    }

    private static bool IsStream(ITypeSymbol? type) => type?.Name is { } name && (name.EndsWith("Stream", StringComparison.Ordinal) || name.EndsWith("Writer", StringComparison.Ordinal));

    private static bool SaysEncrypted(ITypeSymbol? type) => type?.Name is { } name && (name.StartsWith("Crypto", StringComparison.Ordinal) || name.IndexOf("Encrypt", StringComparison.Ordinal) >= 0);

    private static IOperation? Origin(IOperation? value)
    {
        value = value?.Unwrapped();
        return value is ILocalReferenceOperation { Local: var local } ? ValueOrigin.AssignedOnce(local, value)?.Unwrapped() ?? value : value;
    }
}
