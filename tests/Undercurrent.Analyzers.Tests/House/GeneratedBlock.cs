using System.Text.RegularExpressions;

namespace Undercurrent.Analyzers.Tests.House;

/// <summary>A part of a page that is written by the test that checks it: run with <c>UPDATE_DOCS=1</c> to write.</summary>
internal static class GeneratedBlock
{
    public static void Check(string path, string name, string expected)
    {
        var block = new Regex($"<!-- generated: {Regex.Escape(name)} -->.*?<!-- /generated -->", RegexOptions.Singleline);
        var text = File.ReadAllText(path);
        var whole = $"<!-- generated: {name} -->\n{expected}\n<!-- /generated -->";

        Assert.True(block.IsMatch(text), $"{Path.GetFileName(path)} has no block named '{name}'");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(path, block.Replace(text, _ => whole));
        else
            Assert.Equal(whole, block.Match(text).Value);
    }
}
