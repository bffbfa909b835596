using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What stands around a name: whether it keeps the company of money, or of something that is measured.</summary>
internal static class MoneyCompany
{
    private const int MostTokens = 2_000;

    /// <summary>Words of types and namespaces that deal in money.</summary>
    private static readonly HashSet<string> Trades = new(StringComparer.Ordinal)
    {
        "invoice", "order", "cart", "basket", "payment", "sale", "billing", "bill", "ledger", "receipt", "checkout", "purchase", "price", "pricing", "transaction", "account", "payroll", "salary", "accounting", "finance", "financial", "bank", "wallet", "money", "currency",
        "tax", "fee", "refund", "subscription", "payout", "budget", "revenue", "loan", "expense", "fund", "quotation", "shipment", "trade", "turnover",
    };

    /// <summary>Words of types and namespaces whose numbers are measured, estimated or drawn, not paid.</summary>
    private static readonly HashSet<string> Measures = new(StringComparer.Ordinal)
    {
        "physic", "geometry", "game", "graph", "pathfinding", "pathfinder", "astar", "dijkstra", "heuristic", "planner", "optimizer", "optimiser", "solver", "ml", "training", "trainer", "neural", "tensor", "embedding", "feature", "prediction", "predictor", "predicted", "regression",
        "vision", "image", "audio", "shader", "animation", "blur", "effect", "particle", "simulation", "chemistry", "nutrition", "recipe", "dose", "dosage", "sensor", "telemetry", "metric", "profiler", "benchmark", "perf", "performance", "layout", "chart",
        "candle", "candlestick", "ohlc", "ohlcv", "tick", "ticker", "kline", "indicator", "statistic", "histogram", "forecast", "weather", "gauge", "onnx", "lerp", "blend", "interpolate", "interpolation", "color", "colour", "tween", "easing", "rotate", "visual", "rendering", "route", "routing",
    };

    private static readonly HashSet<string> LearningMarks = new(StringComparer.Ordinal) { "LoadColumn", "ColumnName", "VectorType", "KeyType", "DllImport", "LibraryImport", "StructLayout", "OnnxMapType", "NoColumn", "FieldOffset", "MarshalAs" };

    /// <summary>Whether a declared name is one of money where it stands.</summary>
    public static bool Confirms(MoneyLevel level, SyntaxNode declaration)
    {
        if (level == MoneyLevel.None || IsMeasured(declaration))
            return false;

        return level > MoneyLevel.InCompany || IsAmongMoney(declaration);
    }

    private static bool IsMeasured(SyntaxNode declaration)
    {
        foreach (var around in declaration.AncestorsAndSelf())
        {
            switch (around)
            {
                case MemberDeclarationSyntax member when member.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => LearningMarks.Contains(NameOf(attribute))):
                    return true;
                case TypeDeclarationSyntax type when Has(type.Identifier.ValueText, Measures) || IsMarket(type):
                    return true;
                case MethodDeclarationSyntax method when Has(method.Identifier.ValueText, Measures):
                    return true;
                case BaseNamespaceDeclarationSyntax space when Has(space.Name.ToString(), Measures):
                    return true;
            }
        }

        return false;
    }

    /// <summary>Bars and quotes of a market are measurements of it, to be multiplied by the million.</summary>
    private static bool IsMarket(TypeDeclarationSyntax type)
    {
        var names = MemberNames(type).SelectMany(IdentifierWords.Of).ToList();
        return (names.Contains("high") && names.Contains("low")) || (names.Contains("bid") && names.Contains("ask"));
    }

    private static bool IsAmongMoney(SyntaxNode declaration)
    {
        foreach (var around in declaration.AncestorsAndSelf())
        {
            switch (around)
            {
                case BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or GlobalStatementSyntax when IsSpokenOf(around is GlobalStatementSyntax ? around.Parent! : around, declaration):
                    return true;
                case TypeDeclarationSyntax type:
                    return Has(type.Identifier.ValueText, Trades) || MemberNames(type).Any(IsMoney);
            }
        }

        return false;
    }

    /// <summary>Whether the code around a local, a parameter or a result names money.</summary>
    private static bool IsSpokenOf(SyntaxNode body, SyntaxNode declaration) =>
        body.DescendantTokens().Take(MostTokens).Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.Parent != declaration && IsMoney(token.ValueText));

    private static bool IsMoney(string name) => MoneyName.Of(name) > MoneyLevel.InCompany;

    private static IEnumerable<string> MemberNames(TypeDeclarationSyntax type)
    {
        foreach (var parameter in (type as RecordDeclarationSyntax)?.ParameterList?.Parameters ?? default)
            yield return parameter.Identifier.ValueText;

        foreach (var member in type.Members)
        {
            if (member is PropertyDeclarationSyntax property)
                yield return property.Identifier.ValueText;

            if (member is not FieldDeclarationSyntax field)
                continue;

            foreach (var variable in field.Declaration.Variables)
                yield return variable.Identifier.ValueText;
        }
    }

    private static bool Has(string name, HashSet<string> wanted) => Array.Exists(IdentifierWords.Of(name), wanted.Contains);

    private static string NameOf(AttributeSyntax attribute)
    {
        var name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : (attribute.Name as SimpleNameSyntax)?.Identifier.ValueText ?? "";
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }
}
