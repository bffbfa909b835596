using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.Exposure;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Retention;

/// <summary>
/// A bucket, table, queue or topic that is declared. Objects, messages and events come without end; of tables only those do whose
/// name says so, or says that they hold people.
/// </summary>
internal static class KeptStore
{
    /// <summary>Whether what a new object or call declares is kept without end.</summary>
    public static bool IsEndless(IOperation declared, PipelineProject project)
    {
        if (Expiry.IsSetOn(declared, project) || StaticSite.Describes(declared) || StaticSite.Is(declared))
            return false;

        var (name, type) = (StoreName.In(declared), declared.Type?.Name ?? "");
        if (declared is IInvocationOperation call && (name.Count == 0 || call.Arguments.Any(argument => Given(argument, project))))
            return false;

        if (IsSetElsewhere(declared))
            return false;

        var isTable = type.Contains("Table") || type.Contains("Container") || (declared as IInvocationOperation)?.TargetMethod.Name is { } method && (method.Contains("Container") || method.Contains("Collection"));
        return isTable ? name.Any(word => StoreName.Grows(word) || project.PersonalData.NamesPerson(word)) && !name.Any(StoreName.IsFixed) : !name.Any(StoreName.IsFixed) && !StoreName.IsSetAside(name);
    }

    /// <summary>The properties a construct is made from are looked at where they are made.</summary>
    public static bool IsDescribed(IObjectCreationOperation construct) =>
        construct.Arguments.Any(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "props" } && argument.Value.Unwrapped() is not { ConstantValue: { HasValue: true, Value: null } });

    /// <summary>What is made from properties, or the construct that is made without any.</summary>
    private static IOperation Construct(IOperation declared) =>
        (declared.Parent is IConversionOperation conversion ? conversion.Parent : declared.Parent) is IArgumentOperation { Parent: IObjectCreationOperation construct } ? construct : declared;

    private static bool Given(IArgumentOperation argument, PipelineProject project) =>
        argument.Parameter is { } parameter && (project.DataApis.TraitsOf(parameter.ContainingSymbol, parameter.Name) & ApiTrait.Expiry) != 0 && !Expiry.IsNone(argument.Value, project);

    /// <summary>Stores whose end is set by a request of its own, and a construct that is given a rule after it was made.</summary>
    private static bool IsSetElsewhere(IOperation declared)
    {
        var setter = declared.Type?.Name switch
        {
            "CreateTableRequest" => "TimeToLive",
            "PutBucketRequest" => "Lifecycle",
            "BucketProps" or "Bucket" => "AddLifecycleRule",
            _ => declared is IInvocationOperation { TargetMethod.Name: "PutBucket" or "PutBucketAsync" or "CreateBucket" or "CreateBucketAsync" } ? "Lifecycle" : declared is IInvocationOperation { TargetMethod.Name: "CreateCollection" or "CreateCollectionAsync" } ? "ExpireAfter" : null,
        };
        if (setter is "AddLifecycleRule")
            return Expiry.HolderOf(Construct(declared)) is { } bucket && declared.Root().Descendants().OfType<IInvocationOperation>().Any(call => call.TargetMethod.Name == setter && Expiry.IsOf(call, bucket));

        return setter is not null && (declared.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault() ?? declared.Syntax.SyntaxTree.GetRoot()).DescendantNodes().OfType<SimpleNameSyntax>()
            .Any(name => name.Identifier.ValueText.Contains(setter) && name.Identifier.ValueText != "LifecycleRules");
    }
}
