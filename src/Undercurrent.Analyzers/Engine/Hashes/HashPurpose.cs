using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Hashes;

/// <summary>What a hash is for, where it is not to stand for a person: a bucket, a comparison of rows, the address a picture service asks for.</summary>
internal static class HashPurpose
{
    private const int Deepest = 2;

    private static readonly HashSet<string> Alone = new(StringComparer.Ordinal)
    {
        "etag", "checksum", "partition", "shard", "bucket", "slot", "sample", "sampling", "rollout", "stripe", "color", "colour", "lock",
    };

    /// <summary>What has a hash so that a change of it is seen.</summary>
    private static readonly HashSet<string> Content = new(StringComparer.Ordinal)
    {
        "row", "record", "content", "change", "line", "file", "body", "payload", "message", "state", "snapshot", "schema", "version", "diff", "delta", "document",
    };

    private static readonly HashSet<string> Hashes = new(StringComparer.Ordinal) { "hash", "digest", "fingerprint", "signature", "crc", "sha", "md" };

    /// <summary>Calls that hand the hash on as another kind of number or text.</summary>
    private static readonly HashSet<string> Carriers = new(StringComparer.Ordinal)
    {
        "ToUInt16", "ToUInt32", "ToInt32", "ToInt64", "ToUInt64", "Abs", "ToHexString", "ToHexStringLower", "ToBase64String", "ReadInt32LittleEndian", "ReadUInt32LittleEndian", "ReadInt64LittleEndian",
        "ReadUInt64LittleEndian", "ReadInt32BigEndian", "ReadUInt32BigEndian", "ReadInt64BigEndian", "ReadUInt64BigEndian",
    };

    public static bool IsAnother(SyntaxNode hash, bool isHashCode) => Leads(hash, isHashCode, 0) || (isHashCode ? IsInHashCode(hash) : IsOfPicture(hash));

    private static bool Leads(SyntaxNode hash, bool isHashCode, int depth)
    {
        for (var (at, parent) = (hash, hash.Parent); parent is not null; (at, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.ModuloExpression) || binary.IsKind(SyntaxKind.BitwiseAndExpression) || binary.IsKind(SyntaxKind.RightShiftExpression):
                    return true;
                case BinaryExpressionSyntax binary when isHashCode && (binary.IsKind(SyntaxKind.EqualsExpression) || binary.IsKind(SyntaxKind.NotEqualsExpression)):
                    return true;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }:
                    var taker = LastName(call.Expression);
                    if (taker is null || !Carriers.Contains(taker))
                        return Says(taker);

                    break;
                case VariableDeclaratorSyntax variable:
                    return Says(variable.Identifier.ValueText) || (depth < Deepest && Uses(variable).Any(use => Leads(use, isHashCode, depth + 1)));
                case AssignmentExpressionSyntax assignment:
                    return assignment.IsKind(SyntaxKind.ModuloAssignmentExpression) || Says(LastName(assignment.Left));
                case AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name.Identifier.ValueText: var member }:
                    return Says(member);
                case PropertyDeclarationSyntax property:
                    return Says(property.Identifier.ValueText);
                case MethodDeclarationSyntax method:
                    return Says(method.Identifier.ValueText);
                case LocalFunctionStatementSyntax function:
                    return Says(function.Identifier.ValueText);
                case LambdaExpressionSyntax or BaseTypeDeclarationSyntax:
                    return false;
                case StatementSyntax and not (ReturnStatementSyntax or BlockSyntax or LocalDeclarationStatementSyntax):
                    return false;
            }
        }

        return false;
    }

    /// <summary>The framework asks for hash codes in methods of that name, and others help them.</summary>
    private static bool IsInHashCode(SyntaxNode hash) => hash.Ancestors().Any(node => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText.EndsWith("HashCode", StringComparison.Ordinal),
        LocalFunctionStatementSyntax function => function.Identifier.ValueText.EndsWith("HashCode", StringComparison.Ordinal),
        ArgumentSyntax { NameColon.Name.Identifier.ValueText: var named } => named == "getHashCode",
        _ => false,
    });

    /// <summary>Picture services take the hash of an address, and prescribe which.</summary>
    private static bool IsOfPicture(SyntaxNode hash)
    {
        const string Picture = "avatar";
        bool Names(string name) => name.IndexOf(Picture, StringComparison.OrdinalIgnoreCase) >= 0;
        foreach (var outer in hash.Ancestors())
        {
            if (outer switch
            {
                VariableDeclaratorSyntax variable => Names(variable.Identifier.ValueText),
                AssignmentExpressionSyntax assignment => Names(assignment.Left.ToString()),
                InvocationExpressionSyntax call => Names(LastName(call.Expression) ?? ""),
                LocalFunctionStatementSyntax function => Names(function.Identifier.ValueText),
                MethodDeclarationSyntax method => Names(method.Identifier.ValueText) || method.DescendantTokens().Any(token => token.Parent is LiteralExpressionSyntax or InterpolatedStringTextSyntax && Names(token.Text)),
                PropertyDeclarationSyntax property => Names(property.Identifier.ValueText),
                TypeDeclarationSyntax type => Names(type.Identifier.ValueText),
                _ => false,
            })
                return true;
        }

        return false;
    }

    private static IEnumerable<SyntaxNode> Uses(VariableDeclaratorSyntax variable)
    {
        var block = variable.FirstAncestorOrSelf<StatementSyntax>()?.Parent;
        return (block is GlobalStatementSyntax ? block.Parent : block)?.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == variable.Identifier.ValueText) ?? Enumerable.Empty<SyntaxNode>();
    }

    private static bool Says(string? name)
    {
        if (name is null)
            return false;

        var words = IdentifierWords.Of(name);
        return Array.Exists(words, Alone.Contains) || (Array.Exists(words, Content.Contains) && Array.Exists(words, Hashes.Contains));
    }

    private static string? LastName(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };
}
