using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Undercurrent.Analyzers.Tests.House;

/// <summary>The two samples are the same pipeline: in one every rule speaks where the comments say, in the other none has anything to say.</summary>
public sealed class SamplesSpeakTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules = ImmutableArray.CreateRange<DiagnosticAnalyzer>(House.Rules);

    /// <summary>UC0001 speaks about the configuration of the analyzers; a sample pipeline has nothing to say about that.</summary>
    public static TheoryData<string> Ids => [.. House.Rules.Select(rule => rule.Descriptor()).Where(rule => rule.Category != Undercurrent.Analyzers.Rules.Category.Configuration).Select(rule => rule.Id)];

    [Theory, InlineData("Leaky"), InlineData("Sound")]
    public async Task A_sample_compiles(string name) => Assert.Empty(await Sample.Open(name).CompilerErrors());

    [Fact]
    public async Task Leaky_speaks_exactly_where_its_comments_say_and_once()
    {
        var leaky = Sample.Open("Leaky");
        var silent = leaky.Comments.ToList();
        var unasked = (await leaky.Findings(Rules)).Select(one => (Place: Sample.Place(one), one.Id)).Where(one => !silent.Remove(one)).ToList();

        var wrong = silent.Select(one => $"{one.Place} promises {one.Id}").Concat(unasked.Select(one => $"{one.Place} reports {one.Id} unasked")).Order(StringComparer.Ordinal).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Every_rule_speaks_in_Leaky(string id) => Assert.Contains(Sample.Open("Leaky").Comments, comment => comment.Id == id);

    [Fact]
    public async Task Sound_is_silent() => Assert.Empty((await Sample.Open("Sound").Findings(Rules)).Select(one => $"{Sample.Place(one)} {one.Id} {one.GetMessage()}"));
}
