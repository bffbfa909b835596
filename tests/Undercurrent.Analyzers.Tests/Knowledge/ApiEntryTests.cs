using Undercurrent.Analyzers.Knowledge;
using Undercurrent.Analyzers.Tests.House;

namespace Undercurrent.Analyzers.Tests.Knowledge;

public sealed class ApiEntryTests
{
    [Theory]
    [InlineData("Acme.Client`1.Fetch  ingest self-retrying", "Acme.Client`1", "Fetch", null)]
    [InlineData("Acme.Client..ctor(key)\tsecret", "Acme.Client", ".ctor", "key")]
    [InlineData("*..ctor(awsSecretAccessKey) secret", "*", ".ctor", "awsSecretAccessKey")]
    [InlineData("Acme.Job.*  host-retry", "Acme.Job", "*", null)]
    [InlineData("[\"sasl.password\"]  secret", ApiEntry.Setting, "sasl.password", null)]
    public void Reads_a_row(string row, string type, string member, string? parameter)
    {
        var entry = ApiEntry.Read(row, out _);
        Assert.Equal((type, member, parameter), (entry?.Type, entry?.Member, entry?.Parameter));
    }

    [Theory]
    [InlineData("Fetch ingest")]
    [InlineData("Acme.Client.Fetch")]
    [InlineData("Acme.Client.Fetch injest")]
    [InlineData("Acme.Client.Fetch( secret")]
    [InlineData("Acme.Client.Fetch() secret")]
    [InlineData("(key) secret")]
    [InlineData(".Fetch ingest")]
    [InlineData("Acme. ingest")]
    [InlineData("[\"\"] secret")]
    public void Gives_the_reason_why_it_cannot_read_one(string row)
    {
        Assert.Null(ApiEntry.Read(row, out var why));
        Assert.NotEmpty(why);
    }

    [Fact]
    public void Spells_a_trait_as_it_is_read()
    {
        foreach (var trait in Catalogue.Traits)
        {
            var read = ApiEntry.Read($"Acme.Client.Fetch {ApiEntry.Spelling(trait)}", out _)!;
            Assert.Equal(trait, trait is ApiTrait ? read.Traits : read.Delivery);
        }
    }
}
