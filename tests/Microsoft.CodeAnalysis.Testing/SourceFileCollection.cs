using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Files by their path.</summary>
public class SourceFileCollection : List<(string filename, SourceText content)>
{
    public void Add((string filename, string content) file) => Add((file.filename, SourceText.From(file.content)));

    internal bool IsSameAs(SourceFileCollection other) => this.SequenceEqual(other, SameFile.Instance);

    private sealed class SameFile : IEqualityComparer<(string filename, SourceText content)>
    {
        public static readonly SameFile Instance = new();

        public bool Equals((string filename, SourceText content) x, (string filename, SourceText content) y) =>
            x.filename == y.filename && Equals(x.content.Encoding, y.content.Encoding) && x.content.ContentEquals(y.content);

        public int GetHashCode((string filename, SourceText content) obj) => obj.filename.GetHashCode(StringComparison.Ordinal);
    }
}
