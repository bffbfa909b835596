using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Engine;

public sealed class ValueOriginTests
{
    [Theory]
    [InlineData("Sink(a);", "a")]
    [InlineData("var x = a; Sink(x);", "a")]
    [InlineData("string x; x = a; Sink(x);", "a")]
    [InlineData("var x = a; x = b; Sink(x);", "b")]
    [InlineData("var x = a; if (flag) x = b; Sink(x);", "a b")]
    [InlineData("string x; if (flag) x = a; else x = b; Sink(x);", "a b")]
    [InlineData("a = b; Sink(a);", "b")]
    [InlineData("var x = a; Change(ref x); Sink(x);", "x")]
    [InlineData("Sink(a ?? b);", "a b")]
    [InlineData("Sink(flag ? a : b);", "a b")]
    [InlineData("Sink(flag switch { true => a, _ => b });", "a b")]
    [InlineData("Sink(a + \"-\" + b);", "a \"-\" b")]
    [InlineData("Sink($\"{a}-{b,3}\");", "a - b")]
    [InlineData("Sink(string.Format(\"{0}\", a));", "\"{0}\" a")]
    [InlineData("Sink(string.Concat(a, b));", "a b")]
    [InlineData("Sink(string.Join(\",\", a, b));", "\",\" a b")]
    [InlineData("Sink((string)(object)a);", "a")]
    [InlineData("Sink(a.Trim().ToUpper());", "a")]
    [InlineData("Sink(a.Length);", "a.Length")]
    [InlineData("Sink(Other.Constant);", "Other.Constant")]
    [InlineData("Sink(Other.ReadOnly);", "\"read\"")]
    [InlineData("Sink(Other.Settable);", "Other.Settable")]
    [InlineData("Sink(Other.Same(a));", "a")]
    [InlineData("Sink(Other.Twice(a));", "a")]
    [InlineData("Sink(Other.Pick(flag, b, a));", "b a")]
    [InlineData("Sink(Other.Again(a));", "a")]
    [InlineData("Sink(Other.Cycle);", "Cycle")]
    [InlineData("Func<string, string> f = x => x + a; Sink(f(b));", "b a")]
    [InlineData("Sink(new System.Text.StringBuilder().Append(a).Append(b).ToString());", "new System.Text.StringBuilder() a b")]
    [InlineData("if (o is string x) Sink(x);", "o")]
    [InlineData("var (x, y) = (a, b); Sink(y);", "b")]
    [InlineData("foreach (var x in list) Sink(x);", "list")]
    [InlineData("Sink(new { a, b });", "new { a, b }")]
    public async Task Follows(string statements, string leaves) => Assert.Equal(leaves, await Leaves(statements, OriginQuestion.Plain));

    [Theory]
    [InlineData("Sink(new { a, X = b });", "a b")]
    [InlineData("Sink((a, b));", "a b")]
    [InlineData("Sink(new[] { a, b });", "a b")]
    [InlineData("Sink(new List<string> { a, b });", "a b")]
    [InlineData("Sink(new Dictionary<string, string> { [\"k\"] = a });", "a")]
    [InlineData("Sink(new Box(a) { More = b });", "a b")]
    [InlineData("Sink(new Box(a) with { More = b });", "b a")]
    [InlineData("var x = new List<string>(); x.Add(a); x.Add(b); Sink(x);", "new List<string>() a b")]
    [InlineData("Sink(list.Where(x => flag).Select(x => x + a));", "list a")]
    [InlineData("Sink(list.First());", "list")]
    public async Task Takes_wholes_apart_when_asked_for_parts(string statements, string leaves) => Assert.Equal(leaves, await Leaves(statements, new(Parts: true)));

    [NewerCSharpFact]
    public async Task Takes_collection_expressions_apart() => Assert.Equal("a list", await Leaves("Sink2([a, ..list]);", new(Parts: true)));

    [Fact]
    public async Task Ends_where_the_question_says() =>
        Assert.Equal("b", await Leaves("var x = Other.Same(a); Sink(x + b);", new(operation => operation is IInvocationOperation { TargetMethod.Name: "Same" })));

    [Fact]
    public async Task Stops_where_the_question_says() =>
        Assert.Equal("Other.Same(a) b", await Leaves("Sink(Other.Same(a) + b);", new(Stops: operation => operation is IInvocationOperation)));

    [Fact]
    public async Task Remembers_the_written_operation_a_value_came_through()
    {
        var origins = await Origins("var x = a; var y = x + b; Sink(\"by \" + y);", OriginQuestion.Plain);
        Assert.Equal(["\"by \"", "y", "y"], origins.Select(origin => origin.Written.Syntax.ToString()));
    }

    private static async Task<string> Leaves(string statements, OriginQuestion question) =>
        string.Join(" ", (await Origins(statements, question)).Select(origin => origin.Value.Syntax.ToString()));

    private static async Task<IReadOnlyList<Origin>> Origins(string statements, OriginQuestion question)
    {
        var document = Workshop.Open(
            $$"""
            record Box(string One) { public string More { get; init; } = ""; }

            class Asker
            {
                void Sink(object value) { }
                void Sink2(List<string> value) { }
                void Change(ref string value) { }

                void Ask(string a, string b, bool flag, object o, List<string> list)
                {
                    {{statements}}
                }
            }
            """,
            new Given
            {
                NewerCSharp = true,
                Sources =
                [
                    ("Other.cs",
                    """
                    static class Other
                    {
                        public const string Constant = "constant";
                        public static readonly string ReadOnly = "read";
                        public static readonly string Cycle = Cycle;
                        public static string Settable { get; set; } = "first";
                        public static string Same(string text) => text;
                        public static string Twice(string text) => Same(Same(text));
                        public static string Again(string text) => text.Length > 3 ? Again(text) : text;
                        public static string Pick(bool first, string one, string two)
                        {
                            if (first)
                                return one;

                            return two;
                        }
                    }
                    """),
                ],
            });
        var root = await document.GetSyntaxRootAsync();
        var model = await document.GetSemanticModelAsync();
        var argument = root!.DescendantNodes().OfType<InvocationExpressionSyntax>().Last(call => call.Expression.ToString() is "Sink" or "Sink2").ArgumentList.Arguments[0];
        return ValueOrigin.Trace(((IArgumentOperation)model!.GetOperation(argument)!).Value, question);
    }
}
