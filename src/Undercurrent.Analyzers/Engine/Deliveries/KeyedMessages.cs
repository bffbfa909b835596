using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine.Deliveries;

/// <summary>
/// Whether a producer's messages have an order to lose: they carry a key, and more than one may be on its way at a time. Asked of
/// the file the setting stands in, or else of the project's other files. By syntax alone.
/// </summary>
internal static class KeyedMessages
{
    private static readonly HashSet<string> Settings = new(StringComparer.Ordinal) { "MaxInFlight", "max.in.flight", "max.in.flight.requests.per.connection", "MessageSendMaxRetries", "message.send.max.retries", "retries" };

    public static bool AreSentBy(SyntaxNode setting, Compilation compilation) => !GoesOneByOne(setting)
        && (In(setting.SyntaxTree) ?? compilation.SyntaxTrees.Where(tree => tree != setting.SyntaxTree && (TreeFacts.Of(tree).Meaning.Always & Subjects.Delivery) != 0).Select(In).FirstOrDefault(known => known is not null)) == true;

    /// <summary>Whether one message waits for the other, or none is sent again.</summary>
    private static bool GoesOneByOne(SyntaxNode setting) => (setting.FirstAncestorOrSelf<InitializerExpressionSyntax>(outer => outer.Span != setting.Span && !outer.IsKind(SyntaxKind.ComplexElementInitializerExpression)) ?? (SyntaxNode?)setting.FirstAncestorOrSelf<BlockSyntax>())
        ?.DescendantNodes().Any(node => node switch
        {
            AssignmentExpressionSyntax { Left: var left, Right: var right } => Settings.Contains(left.GetLastToken().ValueText) || (left is ImplicitElementAccessSyntax or ElementAccessExpressionSyntax && Settings.Contains(TextIn(left))) ? IsFew(right) : false,
            InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: { Count: 2 } pair } => Settings.Contains(TextIn(pair[0])) && IsFew(pair[1]),
            ArgumentListSyntax { Arguments: { Count: 2 } pair } => Settings.Contains(TextIn(pair[0])) && IsFew(pair[1].Expression),
            _ => false,
        }) == true;

    private static string TextIn(SyntaxNode node) => node.DescendantTokens().FirstOrDefault(token => token.IsKind(SyntaxKind.StringLiteralToken)).ValueText ?? "";

    private static bool IsFew(ExpressionSyntax value) => value is LiteralExpressionSyntax { Token.ValueText: "0" or "1" };

    /// <summary>Whether producers or messages of a file have keys; null when it has neither.</summary>
    private static bool? In(SyntaxTree tree)
    {
        bool? keyed = null;
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<GenericNameSyntax>())
        {
            if (name.Identifier.ValueText is not ("ProducerBuilder" or "DependentProducerBuilder" or "IProducer" or "Message") || name.TypeArgumentList.Arguments.Count != 2)
                continue;

            keyed = keyed == true || name.TypeArgumentList.Arguments[0].GetLastToken().ValueText is not ("Null" or "Ignore");
        }

        return keyed;
    }
}
