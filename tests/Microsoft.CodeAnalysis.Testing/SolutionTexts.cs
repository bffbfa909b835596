using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

internal static class SolutionTexts
{
    /// <summary>Two states of one solution hold the same documents under the same names with the same text.</summary>
    public static async Task<bool> ReadsLike(this Solution one, Solution other, CancellationToken cancellationToken)
    {
        if (one == other)
            return true;
        if (!one.ProjectIds.SequenceEqual(other.ProjectIds))
            return false;

        foreach (var (mine, theirs) in one.Projects.Zip(other.Projects))
        {
            var (left, right) = (Documents(mine).ToList(), Documents(theirs).ToList());
            if (left.Count != right.Count || mine.CompilationOptions != theirs.CompilationOptions || mine.ParseOptions != theirs.ParseOptions || mine.MetadataReferences.Count != theirs.MetadataReferences.Count)
                return false;
            foreach (var (a, b) in left.Zip(right))
                if (a.Id != b.Id || a.Name != b.Name || !ReadsLike(await a.GetTextAsync(cancellationToken).ConfigureAwait(false), await b.GetTextAsync(cancellationToken).ConfigureAwait(false)))
                    return false;
        }

        return true;
    }

    private static bool ReadsLike(SourceText one, SourceText other) =>
        Equals(one.Encoding, other.Encoding) && one.ChecksumAlgorithm == other.ChecksumAlgorithm && one.ContentEquals(other);

    private static IEnumerable<TextDocument> Documents(Project project) =>
        [.. project.Documents, .. project.AdditionalDocuments, .. project.AnalyzerConfigDocuments];
}
