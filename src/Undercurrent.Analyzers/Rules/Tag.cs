namespace Undercurrent.Analyzers.Rules;

/// <summary>Custom tags of descriptors: the lifecycle stages a rule speaks about. Weaknesses are tagged by their CWE number.</summary>
internal static class Tag
{
    public const string Generation = "generation";
    public const string Storage = "storage";
    public const string Ingestion = "ingestion";
    public const string Transformation = "transformation";
    public const string Serving = "serving";
}
