using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Safeguards;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Encryption with whoever happens to answer keeps nobody out: who is in between reads along.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC1010CertificateValidationDisabled() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC1010",
        title: "Certificate validation is disabled",
        messageFormat: "'{0}' lets any server pass for the right one",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC1010"),
        customTags: [Tag.Generation, Tag.Storage, Tag.Ingestion, Tag.Transformation, Tag.Serving, "CWE-295"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Certificates))
            return;

        var (sinks, options) = (watch.Project.CredentialSinks, watch.Project.Options);
        var checksHostKeys = (watch.Project.Subjects & Subjects.HostKeys) != 0;
        watch.Operations<ILiteralOperation>(OperationKind.Literal, (context, literal) =>
        {
            foreach (var (at, key, instead) in WeakSettings.In(literal, Safeguard.Certificates, sinks))
            {
                if (Counts(key.Spelling, context.Compilation) && !DevelopmentGuard.Covers(literal.Syntax))
                    context.Report(Rule, at, TextSpot.Write(instead), key.Spelling);
            }
        });
        foreach (var kind in SafeguardSwitch.Kinds)
            watch.Operations<IOperation>(kind, (context, operation) => Look(context, operation, options));

        watch.Operations<IDelegateCreationOperation>(OperationKind.DelegateCreation, (context, creation) =>
        {
            if (BlindCallback.Is(creation, context.Compilation) && !DevelopmentGuard.Covers(creation.Syntax) && !IsLeft(creation, creation.Syntax, options, context.Compilation))
                context.Report(Rule, creation, BlindCallback.TakerOf(creation));
        });
        watch.Operations<IObjectCreationOperation>(OperationKind.ObjectCreation, (context, creation) =>
        {
            // Its client takes any host key until somebody asks to see it.
            if (!checksHostKeys && creation.Type is { Name: "SftpClient" or "SshClient" or "ScpClient", ContainingNamespace: { Name: "SshNet", ContainingNamespace.Name: "Renci" } }
                && !NearHome.Is(creation.Syntax) && !DevelopmentGuard.Covers(creation.Syntax))
                context.Report(Rule, creation, creation.Type.Name);
        });
    }

    private static void Look(OperationAnalysisContext context, IOperation operation, Options options)
    {
        if (SafeguardSwitch.In(operation, Safeguard.Certificates) is var (at, name, instead) && Counts(name, context.Compilation) && !NearHome.Is(at) && !DevelopmentGuard.Covers(at)
            && !IsLeft(operation, at, options, context.Compilation))
            context.Report(Rule, at.GetLocation(), TextSpot.Write(instead), name);
    }

    private static bool IsLeft(IOperation operation, SyntaxNode at, Options options, Compilation compilation) => Equivalents.Leaves(options, Rule.Id, at.SyntaxTree, id =>
        operation.DescendantsAndSelf().FirstOrDefault(inner => inner.Syntax == at && inner is IDelegateCreationOperation or IMemberReferenceOperation) is { } callback && SharedCallbacks.Sees(id, callback, compilation));

    /// <summary>Since version 8 Npgsql's <c>Require</c> asks for encryption alone; before, it asked for a good certificate too.</summary>
    private static bool Counts(string name, Compilation compilation) =>
        name is not (WeakKeys.Negotiated or "SslMode.Require") || compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == "Npgsql" && assembly.Version.Major >= 8);
}
