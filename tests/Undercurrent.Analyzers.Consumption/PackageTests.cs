using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Undercurrent.Analyzers.Consumption;

[Collection(PackageIsPacked.Name)]
public sealed class PackageTests(PackedPackage package)
{
    [Fact]
    public void Holds_what_it_should_and_nothing_else()
    {
        using var archive = ZipFile.OpenRead(package.File);
        var content = archive.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("docs/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && !name.StartsWith("_rels/", StringComparison.Ordinal));

        Assert.Equal(
            [
                "CHANGELOG.md", "LICENSE", "README.md", "Undercurrent.Analyzers.nuspec", "[Content_Types].xml", "_manifest/spdx_2.3/manifest.spdx.json",
                "analyzers/dotnet/cs/Undercurrent.Analyzers.CodeFixes.dll", "analyzers/dotnet/cs/Undercurrent.Analyzers.dll",
                "build/Undercurrent.Analyzers.props", "build/Undercurrent.Analyzers.targets",
                "buildTransitive/Undercurrent.Analyzers.props", "buildTransitive/Undercurrent.Analyzers.targets", "icon.png",
            ],
            content.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Holds_every_page()
    {
        using var archive = ZipFile.OpenRead(package.File);
        var pages = Directory.GetFiles(Path.Combine(PackedPackage.Root, "docs", "rules"), "UC*.md").Select(page => "docs/rules/" + Path.GetFileName(page));

        Assert.Equal(pages.Order(StringComparer.Ordinal), archive.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("docs/rules/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Depends_on_nothing_and_is_for_development()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var reader = new StreamReader(archive.GetEntry("Undercurrent.Analyzers.nuspec")!.Open());
        var manifest = reader.ReadToEnd();

        Assert.Contains("<developmentDependency>true</developmentDependency>", manifest, StringComparison.Ordinal);
        Assert.Contains("<license type=\"expression\">MIT</license>", manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("<dependency ", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_its_content_in_an_spdx_document()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var document = JsonDocument.Parse(archive.GetEntry("_manifest/spdx_2.3/manifest.spdx.json")!.Open());
        var listed = document.RootElement.GetProperty("files").EnumerateArray().ToDictionary(
            file => file.GetProperty("fileName").GetString()![2..],
            file => file.GetProperty("checksums").EnumerateArray().Single(sum => sum.GetProperty("algorithm").GetString() == "SHA256").GetProperty("checksumValue").GetString());

        Assert.Equal("SPDX-2.3", document.RootElement.GetProperty("spdxVersion").GetString());
        foreach (var entry in archive.Entries.Where(entry => !IsOfTheContainer(entry.FullName)))
        {
            using var stream = entry.Open();
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(stream)), Assert.Contains(entry.FullName, (IDictionary<string, string?>)listed));
        }
    }

    /// <summary>Written by the packer after the content is known.</summary>
    private static bool IsOfTheContainer(string name) =>
        name is "Undercurrent.Analyzers.nuspec" or "[Content_Types].xml" || name.StartsWith('_') || name.StartsWith("package/", StringComparison.Ordinal);
}
