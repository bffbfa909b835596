using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Settlements;

/// <summary>
/// Whether what a place receives is settled somewhere in the project: in its own type, in a type that only settles, or out of sight.
/// Asks names first and binds only what has the right one.
/// </summary>
internal sealed class SettlementSearch(BrokerCalls calls)
{
    private static readonly ILookup<string, ApiEntry> Settling = EntriesWith(entry => (entry.Traits & (ApiTrait.Settle | ApiTrait.Nack)) != 0);
    private static readonly ILookup<string, ApiEntry> Receiving = EntriesWith(entry => (entry.Delivery & DeliveryTrait.HandsOver) != 0);

    /// <summary>What has a consumer find its place by itself rather than by what was committed.</summary>
    private static readonly HashSet<string> OwnPlace = new(StringComparer.Ordinal) { "Assign", "IncrementalAssign", "Seek", "OffsetsForTimes" };

    /// <summary>The library of a type: the beginning of its namespace.</summary>
    public static string LibraryOf(ITypeSymbol type) => LibraryOf(type.ContainingNamespace?.ToDisplayString() ?? "");

    /// <summary>Whether nothing that the project says settles what is received at a place.</summary>
    /// <param name="at">The place.</param>
    /// <param name="library">The library by which it is received.</param>
    /// <param name="names">The calls that count; all that settle or give back when left out.</param>
    public bool FindsNone(IOperation at, string library, params string[] names)
    {
        var settling = names.Length > 0 ? names : Settling[library].Select(entry => entry.Member).Distinct().ToArray();
        var found = settling.SelectMany(name => Calls(name, library, settles: true)).Select(call => TypeAround(call.Syntax)).ToList();
        if (found.Count == 0)
            return true;

        var own = TypeAround(at.Syntax);
        return own is not null && Receives(own, library) && found.TrueForAll(type => type is not null && !IsKin(own, type) && Receives(type, library));
    }

    /// <summary>Whether anything in the project receives by a library.</summary>
    public bool IsReceived(string library) => Receiving[library].Select(entry => entry.Member).Distinct().Any(name => Calls(name, library, settles: false).Any());

    /// <summary>Whether a type that receives finds its place in the topic by itself.</summary>
    /// <param name="at">The place that says how it is received.</param>
    /// <param name="library">The library by which it is received.</param>
    /// <param name="byOffset">Whether it has to name an offset: partitions that are assigned without one begin where their group has left off.</param>
    public bool FindsOwnPlace(IOperation at, string library, bool byOffset = false)
    {
        var receiving = Calls("Consume", library, settles: false).Select(call => TypeAround(call.Syntax)).Where(type => type is not null).ToList();
        var own = TypeAround(at.Syntax);
        return (own is not null && receiving.Contains(own) ? [own] : receiving).Any(type => NamesIn(type!).Any(name => OwnPlace.Contains(name.Identifier.ValueText) && !(byOffset && LeavesPlaceToGroup(name))))
            || (at.Parent?.Syntax as InitializerExpressionSyntax)?.Expressions.Any(set => set is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "GroupId" } } group && group.Right.ToString().Contains("Guid")) == true;
    }

    /// <summary>Whether what settles is handed to somebody out of sight in the body of a place.</summary>
    public static bool GoesOutOfSight(IOperation at, string library) => at.Root().Descendants().Any(one => one switch
    {
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } argument => IsKey(argument) && IsOutOfSight(method, library),
        IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } made } } argument => IsKey(argument) && IsOutOfSight(made, library),
        _ => false,
    });

    /// <summary>Whether a method returns what it receives, for its callers to settle.</summary>
    public static bool IsHandedBack(IOperation at, string library) =>
        at.SemanticModel?.GetEnclosingSymbol(at.Syntax.SpanStart) is IMethodSymbol { ReturnsVoid: false } method && Mentions(method.ReturnType, library);

    private static bool IsKey(IArgumentOperation argument) => argument.Value.Unwrapped().Type is { } type && (BrokerCalls.IsClient(type) || BrokerCalls.IsRecord(type.Name)) && type.SpecialType == SpecialType.None;

    private static bool IsOutOfSight(IMethodSymbol method, string library) =>
        (method.ReducedFrom ?? method).OriginalDefinition.DeclaringSyntaxReferences.IsEmpty && method.RootNamespace() is not "System" && method.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.Extensions", StringComparison.Ordinal) != true && LibraryOf(method.ContainingType) != library && !HarmlessNames.Type(method.ContainingType.Name);

    private static bool Mentions(ITypeSymbol type, string library) => type switch
    {
        IArrayTypeSymbol array => Mentions(array.ElementType, library),
        INamedTypeSymbol named => (named.SpecialType == SpecialType.None && LibraryOf(named) == library) || named.TypeArguments.Any(argument => Mentions(argument, library)),
        _ => false,
    };

    private IEnumerable<IOperation> Calls(string name, string library, bool settles) =>
        from file in CallIndex.Of(calls.Project.Compilation).Uses(name, calls.Cancellation)
        from use in file.Uses
        where use.Arguments is not null
        let call = NamedCall.At(file.Tree, use.Position, calls.Project.Compilation, calls.Cancellation)
        where call is { Operation: not null, Called: { } called } && LibraryOf(called.ContainingType) == library
            && (settles ? calls.Tells(called) : (calls.Project.DataApis.DeliveryOf(called) & DeliveryTrait.HandsOver) != 0)
        select call.Operation;

    private static INamedTypeSymbol? TypeAround(SyntaxNode node, SemanticModel model) => node.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() is { } outermost ? model.GetDeclaredSymbol(outermost) as INamedTypeSymbol : null;

    private INamedTypeSymbol? TypeAround(SyntaxNode node) => TypeAround(node, SourceModels.ModelOf(calls.Project.Compilation, node.SyntaxTree));

    private static bool IsKin(INamedTypeSymbol left, INamedTypeSymbol right) => IsOrExtends(left, right) || IsOrExtends(right, left);

    public static bool IsOrExtends(ITypeSymbol type, ITypeSymbol other)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other))
                return true;
        }

        return false;
    }

    private static bool Receives(INamedTypeSymbol type, string library) => NamesCalledIn(type).Any(name => Receiving[library].Any(entry => entry.Member == name));

    private static IEnumerable<string> NamesCalledIn(INamedTypeSymbol type) => NamesIn(type).Select(name => name.Identifier.ValueText);

    private static IEnumerable<SimpleNameSyntax> NamesIn(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.SelectMany(at => at.GetSyntax().DescendantNodes().OfType<SimpleNameSyntax>());

    /// <summary>Whether partitions are assigned by their numbers alone.</summary>
    private bool LeavesPlaceToGroup(SimpleNameSyntax assigning) =>
        SourceModels.ModelOf(calls.Project.Compilation, assigning.SyntaxTree).GetSymbolInfo(assigning, calls.Cancellation).Symbol is IMethodSymbol { Name: "Assign" or "IncrementalAssign", Parameters: { Length: 1 } taken }
        && (taken[0].Type.Name == "TopicPartition" || (taken[0].Type is INamedTypeSymbol { TypeArguments: { Length: 1 } several } && several[0].Name == "TopicPartition"));

    private static string LibraryOf(string space)
    {
        var parts = space.Split('.');
        return string.Join(".", parts.Take(parts[0] switch
        {
            "Azure" or "Google" or "Microsoft" => 3,
            "DotPulsar" => 1,
            _ => 2,
        }));
    }

    private static ILookup<string, ApiEntry> EntriesWith(Func<ApiEntry, bool> wanted) =>
        ApiCatalogue.DataApis.Entries.Where(entry => entry.Parameter is null && entry.Type.Contains('.') && wanted(entry)).ToLookup(entry => LibraryOf(entry.Type.Substring(0, entry.Type.LastIndexOf('.'))), StringComparer.Ordinal);
}
