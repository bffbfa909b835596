using System.Collections.Concurrent;
using System.Reflection;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What a project references; an assembly file is read once.</summary>
public class MetadataReferenceCollection : List<MetadataReference>
{
    private static readonly ConcurrentDictionary<string, MetadataReference> Known = new();

    public void Add(Assembly assembly) => Add(assembly.Location);

    public void Add(string path) => Add(Known.GetOrAdd(path, static file => MetadataReference.CreateFromFile(file)));
}
