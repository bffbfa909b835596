using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>The blind callbacks that rules of other analyzers see too.</summary>
internal static class SharedCallbacks
{
    private const string AnyCertificate = "DangerousAcceptAnyServerCertificateValidator";

    /// <summary>Whether the rule of an ID speaks about a callback.</summary>
    /// <param name="id">The other rule.</param>
    /// <param name="callback">Where it is made, or the member that is one.</param>
    /// <param name="compilation">Where its method is looked for.</param>
    public static bool Sees(string id, IOperation callback, Compilation compilation) => id switch
    {
        "CA5359" => callback is IDelegateCreationOperation creation && creation.Type.IsRemoteCallback() && ReturnsTrueAlone(creation.Target, compilation),
        "MA0039" => BlindCallback.PlaceOf(callback) is IAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } && IsWatched(property),
        "S4830" => IsTaken(callback) && IsWrittenTrue(callback),
        _ => false,
    };

    /// <summary>What is returned inside of it by a function of its own counts there too.</summary>
    private static bool ReturnsTrueAlone(IOperation target, Compilation compilation) =>
        (target is IMethodReferenceOperation { Method: var method } ? SourceModels.BodyOf(method, compilation) : target) is { } body
        && body.Descendants().OfType<IReturnOperation>().All(answer => answer.ReturnedValue?.ConstantValue is { HasValue: true, Value: true });

    private static bool IsWatched(IPropertySymbol property) => property switch
    {
        { Name: "ServerCertificateCustomValidationCallback", ContainingType: var type } => type.HasMetadataName("System.Net.Http.HttpClientHandler"),
        { Name: "ServerCertificateValidationCallback", ContainingType: var type } => type.HasMetadataName("System.Net.ServicePointManager"),
        _ => false,
    };

    /// <summary>Whether a property is set to the callback itself, or a constructor is given it, as a callback about certificates.</summary>
    private static bool IsTaken(IOperation callback)
    {
        var place = callback.Parent is IConversionOperation { IsImplicit: true } conversion ? conversion.Parent : callback.Parent;
        var taken = place switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Type: var type } } => type,
            ICompoundAssignmentOperation { Target: IPropertyReferenceOperation { Property.Type: var type } } => type,
            IArgumentOperation { Parent: IObjectCreationOperation, Parameter.Type: var type } => type,
            _ => null,
        };
        return taken.IsRemoteCallback()
            || (taken is INamedTypeSymbol { Name: "Func", TypeArguments: { Length: 5 } types } && types[1].Name == "X509Certificate2" && types[2].Name == "X509Chain" && types[3].Name == "SslPolicyErrors");
    }

    private static bool IsWrittenTrue(IOperation callback) => callback switch
    {
        IMemberReferenceOperation { Member.Name: AnyCertificate, Syntax: MemberAccessExpressionSyntax } => true,
        IDelegateCreationOperation { IsImplicit: true, Target: IAnonymousFunctionOperation { Syntax: ParenthesizedLambdaExpressionSyntax lambda } } => lambda.Block is { } block ? SaysTrue(block) : IsTrue(lambda.ExpressionBody!),
        IDelegateCreationOperation { IsImplicit: true, Target: IMethodReferenceOperation { Syntax: IdentifierNameSyntax name, Method: var method } } =>
            method.DeclaringSyntaxReferences is { Length: 1 } declared && declared[0].SyntaxTree == name.SyntaxTree
            && (declared[0].GetSyntax() is LocalFunctionStatementSyntax local ? local.Body : (declared[0].GetSyntax() as MethodDeclarationSyntax)?.Body) is { } block && SaysTrue(block),
        _ => false,
    };

    private static bool SaysTrue(BlockSyntax block) => block.DescendantNodes().OfType<ReturnStatementSyntax>().All(answer => answer.Expression is { } value && IsTrue(value));

    private static bool IsTrue(ExpressionSyntax value) =>
        value is ParenthesizedExpressionSyntax { Expression: var inner } ? IsTrue(inner) : value.IsKind(SyntaxKind.TrueLiteralExpression);

    private static bool IsRemoteCallback(this ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "RemoteCertificateValidationCallback" } named && named.HasMetadataName("System.Net.Security.RemoteCertificateValidationCallback");
}
