using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

public static class IVerifierExtensions
{
    /// <summary>Two texts are the same to the last line end; else the differing lines are shown with their surroundings.</summary>
    public static void EqualOrDiff(this IVerifier verifier, string expected, string actual, string? message = null)
    {
        if (expected == actual)
            return;

        var (before, after) = (Lines(expected), Lines(actual));
        var showEnds = before.Select(line => line.TrimEnd('\r')).SequenceEqual(after.Select(line => line.TrimEnd('\r')));
        var said = new StringBuilder(message ?? "The texts differ; '-' is expected, '+' is actual:").AppendLine();
        foreach (var (mark, line) in Diff(before, after))
            said.Append(mark).AppendLine(showEnds ? line.Replace("\r", "<CR>") + "<LF>" : line.TrimEnd('\r'));
        verifier.Fail(said.ToString());
    }

    private static string[] Lines(string text) => text.Split('\n');

    /// <summary>The shortest edit script, by longest common subsequence.</summary>
    private static IEnumerable<(char Mark, string Line)> Diff(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);

        var (left, right) = (0, 0);
        while (left < before.Length || right < after.Length)
        {
            if (left < before.Length && right < after.Length && before[left] == after[right])
            {
                yield return (' ', before[left++]);
                right++;
            }
            else if (right == after.Length || (left < before.Length && common[left + 1, right] >= common[left, right + 1]))
            {
                yield return ('-', before[left++]);
            }
            else
            {
                yield return ('+', after[right++]);
            }
        }
    }
}
