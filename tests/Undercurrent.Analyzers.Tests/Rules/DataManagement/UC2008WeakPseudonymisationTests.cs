using System.Globalization;
using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2008WeakPseudonymisationTests : RuleTests<UC2008WeakPseudonymisation, UC2008WeakPseudonymisationFix>
{
    private static readonly Given Libraries = new() { Sources = [("Hashes.cs", File.ReadAllText(Path.Combine(House.House.Root, "tests", "Undercurrent.Analyzers.Declarations", "Hashes.cs")))] };

    private const string Usings =
        """
        using Microsoft.Extensions.Configuration;
        using System.Security.Cryptography;
        using System.Text;

        """;

    private const string Model =
        """

        class Customer
        {
            public int Id { get; set; }
            public string FirstName { get; set; } = "";
            public string LastName { get; set; } = "";
            public string Email { get; set; } = "";
            public string? Phone { get; set; }
            public string Salt { get; set; } = "";
            public string Segment { get; set; } = "";
            public DateTime DateOfBirth { get; set; }
        }

        record Person(int Id, string Name, string Email);
        """;

    [Theory]
    [InlineData("[|SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email))|]")]
    [InlineData("[|SHA1.HashData(Encoding.UTF8.GetBytes(customer.Email.Trim().ToLowerInvariant()))|]")]
    [InlineData("[|MD5.HashData(source: Encoding.ASCII.GetBytes(customer.Phone ?? \"\"))|]")]
    [InlineData("[|SHA3_256.HashData(Encoding.UTF8.GetBytes(customer.Email))|]")]
    [InlineData("[|SHA512.HashData(Encoding.UTF8.GetBytes($\"{customer.FirstName}|{customer.LastName}|{customer.DateOfBirth:yyyyMMdd}\"))|]")]
    [InlineData("[|SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(\"|\", customer.FirstName, customer.LastName)))|]")]
    [InlineData("[|SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(customer.Id, customer.Email)))|]")]
    [InlineData("[|SHA256.HashData(Encoding.UTF8.GetBytes(\"customer:\" + customer.Email))|]")]
    [InlineData("Convert.ToHexString([|SHA384.HashData(Encoding.Unicode.GetBytes(customer.Email))|])")]
    [InlineData("[|SHA256.HashData(new MemoryStream(Encoding.UTF8.GetBytes(customer.Email)))|]")]
    [InlineData("[|CryptographicOperations.HashData(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(customer.Email))|]")]
    [InlineData("SHA256.HashData([|SHA1.HashData(Encoding.UTF8.GetBytes(customer.Email))|])")]
    [InlineData("[|SHA256.HashData(Encoding.UTF8.GetBytes(customer.Phone?.Trim() ?? \"\"))|]")]
    public Task Flags_a_hash_of_personal_data(string hash) => Flags(Step($"return {hash};"));

    [Theory]
    [InlineData("using var sha = SHA256.Create(); return [|sha.ComputeHash(Encoding.UTF8.GetBytes(customer.Email))|];")]
    [InlineData("HashAlgorithm sha = SHA256.Create(); return [|sha.ComputeHash(Encoding.UTF8.GetBytes(customer.Email))|];")]
    [InlineData("using (var md5 = MD5.Create()) return BitConverter.ToString([|md5.ComputeHash(Encoding.UTF8.GetBytes(customer.Email))|]).Replace(\"-\", \"\");")]
    [InlineData("var bytes = Encoding.UTF8.GetBytes(customer.Email); return [|SHA256.HashData(bytes)|];")]
    [InlineData("var email = customer.Email; var bytes = Encoding.UTF8.GetBytes(email.ToLower()); byte[] hash = [|SHA256.HashData(bytes)|]; return hash;")]
    [InlineData("var key = $\"{customer.FirstName}-{customer.LastName}\"; return [|SHA256.HashData(Encoding.UTF8.GetBytes(key))|];")]
    [InlineData("var text = new StringBuilder(); text.Append(customer.FirstName).Append(customer.LastName); return [|SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))|];")]
    [InlineData("using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256); [|hash.AppendData(Encoding.UTF8.GetBytes(customer.Email))|]; return hash.GetHashAndReset();")]
    [InlineData("using var sha = SHA256.Create(); var bytes = Encoding.UTF8.GetBytes(customer.Email); [|sha.TransformFinalBlock(bytes, 0, bytes.Length)|]; return sha.Hash!;")]
    [InlineData("Span<byte> hash = stackalloc byte[32]; [|SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email), hash)|]; return hash.ToArray();")]
    [InlineData("Span<byte> hash = stackalloc byte[32]; [|SHA256.TryHashData(Encoding.UTF8.GetBytes(customer.Email), hash, out _)|]; return hash.ToArray();")]
    [InlineData("return [|((HashAlgorithm)SHA256.Create()).ComputeHash(Encoding.UTF8.GetBytes(customer.Email))|];")]
    public Task Flags_the_ways_to_hash(string body) => Flags(Step(body));

    [Theory]
    [InlineData("[|customer.Email.GetHashCode()|]")]
    [InlineData("[|customer.Email.ToUpperInvariant().GetHashCode()|].ToString()")]
    [InlineData("customer.Phone?[|.GetHashCode()|] ?? 0")]
    [InlineData("[|HashCode.Combine(customer.FirstName, customer.LastName, customer.DateOfBirth)|]")]
    [InlineData("[|(customer.FirstName, customer.LastName).GetHashCode()|]")]
    [InlineData("[|StringComparer.OrdinalIgnoreCase.GetHashCode(customer.Email)|]")]
    [InlineData("[|customer.Email.GetHashCode(StringComparison.OrdinalIgnoreCase)|]")]
    [InlineData("[|string.GetHashCode(customer.Email.AsSpan())|]")]
    public Task Flags_a_hash_code_in_the_place_of_a_person(string hash) => Flags(Step($"return {hash};"));

    [Theory]
    [InlineData("System.IO.Hashing.Crc32.Hash(Encoding.UTF8.GetBytes(customer.Email))")]
    [InlineData("System.IO.Hashing.Crc32.HashToUInt32(Encoding.UTF8.GetBytes(customer.Email))")]
    [InlineData("System.IO.Hashing.XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(customer.Email), 42)")]
    [InlineData("System.IO.Hashing.XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(customer.Email))")]
    [InlineData("Force.Crc32.Crc32Algorithm.Compute(Encoding.UTF8.GetBytes(customer.Email))")]
    [InlineData("HashDepot.MurmurHash3.Hash128(Encoding.UTF8.GetBytes(customer.Email), 7)")]
    [InlineData("HashDepot.Fnv1a.Hash64(Encoding.UTF8.GetBytes(customer.Email))")]
    [InlineData("K4os.Hash.xxHash.XXH64.DigestOf(Encoding.UTF8.GetBytes(customer.Email))")]
    [InlineData("Standart.Hash.xxHash.xxHash64.ComputeHash(customer.Email)")]
    [InlineData("Farmhash.Sharp.Farmhash.Hash64(customer.Email)")]
    [InlineData("Blake3.Hasher.Hash(Encoding.UTF8.GetBytes(customer.Email))")]
    [InlineData("Org.BouncyCastle.Security.DigestUtilities.CalculateDigest(\"SHA-256\", Encoding.UTF8.GetBytes(customer.Email))")]
    public Task Flags_the_hashes_of_libraries(string hash) => Flags(Step($"return [|{hash}|];"), Libraries);

    [Fact]
    public Task Flags_a_library_that_is_fed() => Flags(Step(
        """
        var crc = new System.IO.Hashing.Crc32();
        [|crc.Append(Encoding.UTF8.GetBytes(customer.Email))|];
        var digest = new Org.BouncyCastle.Crypto.Digests.Sha256Digest();
        var bytes = Encoding.UTF8.GetBytes(customer.Email);
        [|digest.BlockUpdate(bytes, 0, bytes.Length)|];
        return crc.GetCurrentHash();
        """), Libraries);

    [Fact]
    public Task Flags_a_column_that_Spark_hashes() => Flags(
        """
        using Microsoft.Spark.Sql;
        using static Microsoft.Spark.Sql.Functions;

        class Step
        {
            object Mask(DataFrame customers) => new object[]
            {
                [|Sha2(customers["email"], 256)|],
                [|Functions.Md5(Lower(Col("phone_number")))|],
                [|XXHash64(Col("first_name"), Col("last_name"))|],
                Sha2(Concat(Col("email"), Col("salt")), 256),
                Sha2(Col("order_id"), 256),
            };
        }

        namespace Microsoft.Spark.Sql { class DataFrame { public Column this[string name] => throw null!; } }
        """, Libraries);

    [Theory]
    [InlineData("static string Hash(string value) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value)));")]
    [InlineData("static string Hash(string value) { using var sha = SHA256.Create(); var bytes = sha.ComputeHash(Encoding.UTF8.GetBytes(value.Trim())); var text = new StringBuilder(); foreach (var one in bytes) { text.Append(one.ToString(\"x2\")); } return text.ToString(); }")]
    [InlineData("string Hash(string key) => Convert.ToBase64String(MD5.HashData(Encoding.UTF8.GetBytes(key)));")]
    [InlineData("static string Hash(string value) => Hex(value.ToLowerInvariant()); static string Hex(string text) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(text)));")]
    [InlineData("static int Hash(string value) => value.GetHashCode();")]
    [InlineData("static byte[] Hash(string value) => SHA256.HashData(Bytes(value)); static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);")]
    public Task Flags_what_a_helper_hashes(string helper) => Flags(Step("return [|Hash(customer.Email)|];", helper));

    [Fact]
    public Task Flags_helpers_of_every_kind() => Flags(Step(
        """
        Func<string, byte[]> digest = text => SHA256.HashData(Encoding.UTF8.GetBytes(text));
        string Local(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new object[]
        {
            [|customer.Email.ToSha256()|],
            [|Digests.ToSha256(customer.Email)|],
            [|customer.Email.Trim().ToSha256()|],
            customer.Phone?[|.ToSha256()|]!,
            [|hasher.Hash(customer.Email)|],
            [|digest(customer.Email)|],
            [|Local(customer.Email)|],
            [|Local($"{customer.FirstName} {customer.LastName}")|],
            Local(customer.Segment),
            customer.Segment.ToSha256(),
            hasher.Hash(customer.Id.ToString()),
        };
        """,
        "readonly IHasher hasher = new Hasher();")
        + """

        static class Digests { public static string ToSha256(this string value) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value))); }
        interface IHasher { string Hash(string value); }
        class Hasher : IHasher { public string Hash(string value) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value))); }
        """);

    [Fact]
    public Task Flags_a_helper_that_calls_its_parameter_personal_inside_of_it() => Flags(Step("return Pseudonym(customer.Email);",
        "static string Pseudonym(string email) => Convert.ToHexString([|SHA256.HashData(Encoding.UTF8.GetBytes(email))|]);"));

    [Fact]
    public Task Flags_a_helper_that_is_handed_an_algorithm_without_a_key() => Flags(Step(
        """
        using var sha = SHA256.Create();
        using HashAlgorithm hmac = new HMACSHA256(new byte[32]);
        return new[] { [|Hash(sha, customer.Email)|], [|Hash(algorithm: MD5.Create(), text: customer.Email)|], Hash(hmac, customer.Email), Hash(sha, customer.Segment) };
        """,
        "static byte[] Hash(HashAlgorithm algorithm, string text) => algorithm.ComputeHash(Encoding.UTF8.GetBytes(text));"));

    [Fact]
    public Task Flags_columns_claims_and_fields_by_name() => Flags(
        Usings + """
        using System.Data;
        class Step
        {
            byte[] Row(IDataReader reader) => [|SHA256.HashData(Encoding.UTF8.GetBytes((string)reader["email"]))|];
            byte[] Row(DataRow row) => [|SHA256.HashData(Encoding.UTF8.GetBytes(row.Field<string>("phone_number")!))|];
            byte[] Row(System.Text.Json.JsonElement row) => [|SHA256.HashData(Encoding.UTF8.GetBytes(row.GetProperty("email").GetString()!))|];
            IEnumerable<byte[]> Rows(IEnumerable<string> emails) => emails.Where(one => one != "").Select(one => [|SHA256.HashData(Encoding.UTF8.GetBytes(one))|]);
            IEnumerable<byte[]> Others(IEnumerable<string> skus) => skus.Select(one => SHA256.HashData(Encoding.UTF8.GetBytes(one)));
            byte[] Other(DataRow row) => SHA256.HashData(Encoding.UTF8.GetBytes(row.Field<string>("sku")!));
        }
        """);

    [Fact]
    public Task Flags_top_level_statements_lambdas_and_primary_constructors() => Flags(
        """
        using System.Security.Cryptography;
        using System.Text;

        var people = new List<Person>();
        var hashes = people.Select(person => Convert.ToHexString([|SHA256.HashData(Encoding.UTF8.GetBytes(person.Email))|]));
        var rows = people.Select(person => new { Key = [|person.Email.GetHashCode()|], person.Id });
        foreach (var person in people)
            Console.WriteLine([|MD5.HashData(Encoding.UTF8.GetBytes(person.Email))|].Length);

        record Person(int Id, string Name, string Email) { public string EmailHash => Convert.ToHexString([|SHA256.HashData(Encoding.UTF8.GetBytes(Email))|]); }
        """, new() { Exe = true });

    [Theory]
    [InlineData("return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(customer.Email));")]
    [InlineData("using var hmac = new HMACSHA256(key); return hmac.ComputeHash(Encoding.UTF8.GetBytes(customer.Email));")]
    [InlineData("HashAlgorithm hash = new HMACSHA256(key); return hash.ComputeHash(Encoding.UTF8.GetBytes(customer.Email));")]
    [InlineData("using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key); hash.AppendData(Encoding.UTF8.GetBytes(customer.Email)); return hash.GetHashAndReset();")]
    [InlineData("return CryptographicOperations.HmacData(HashAlgorithmName.SHA256, key, Encoding.UTF8.GetBytes(customer.Email));")]
    [InlineData("return Rfc2898DeriveBytes.Pbkdf2(customer.Email, key, 100_000, HashAlgorithmName.SHA256, 32);")]
    public Task Allows_a_keyed_hash(string body) => Allows(Step(body, "readonly byte[] key = new byte[32];"));

    [Fact]
    public Task Allows_the_keyed_hash_of_a_library() => Allows(
        Step("using var hash = Blake3.Hasher.NewKeyed(key); hash.Update(Encoding.UTF8.GetBytes(customer.Email)); return hash.Finalize();", "readonly byte[] key = new byte[32];"), Libraries);

    [Theory]
    [InlineData("return SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email + pepper));")]
    [InlineData("return SHA256.HashData(Encoding.UTF8.GetBytes($\"{settings[\"Hash:Salt\"]}{customer.Email}\"));")]
    [InlineData("return SHA256.HashData(Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable(\"HASH_PEPPER\") + customer.Email));")]
    [InlineData("return SHA256.HashData(Encoding.UTF8.GetBytes(customer.Salt + customer.Email));")]
    [InlineData("var salt = RandomNumberGenerator.GetBytes(16); return SHA256.HashData(salt.Concat(Encoding.UTF8.GetBytes(customer.Email)).ToArray());")]
    [InlineData("var mixed = RandomNumberGenerator.GetBytes(16); return SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email).Concat(mixed).ToArray());")]
    [InlineData("using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256); hash.AppendData(Encoding.UTF8.GetBytes(pepper)); hash.AppendData(Encoding.UTF8.GetBytes(customer.Email)); return hash.GetHashAndReset();")]
    [InlineData("var text = customer.Email + \":\" + settings[\"Pseudonym:Key\"]; return SHA256.HashData(Encoding.UTF8.GetBytes(text));")]
    [InlineData("return Hash(customer.Email, pepper);")]
    [InlineData("return Peppered(customer.Email);")]
    public Task Allows_a_hash_with_a_secret_in_it(string body) => Allows(Step(body,
        """
        readonly string pepper = "";
            readonly IConfiguration settings = null!;
            static byte[] Hash(string value, string salt) => SHA256.HashData(Encoding.UTF8.GetBytes(salt + value));
            byte[] Peppered(string value) => SHA256.HashData(Encoding.UTF8.GetBytes(value + pepper));
        """));

    [Theory]
    [InlineData("return SHA256.HashData(File.ReadAllBytes(\"orders.csv\"));")]
    [InlineData("return SHA256.HashData(Encoding.UTF8.GetBytes(customer.Segment));")]
    [InlineData("return SHA256.HashData(Encoding.UTF8.GetBytes(customer.Id.ToString()));")]
    [InlineData("return SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email.Length.ToString()));")]
    [InlineData("return SHA256.HashData(Encoding.UTF8.GetBytes(password));")]
    [InlineData("return SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email + \":\" + password));")]
    [InlineData("return SHA256.HashData(Encoding.UTF8.GetBytes(emailToken));")]
    [InlineData("return SHA256.HashData(HMACSHA256.HashData(new byte[32], Encoding.UTF8.GetBytes(customer.Email)));")]
    [InlineData("return SHA256.HashData(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(customer));")]
    [InlineData("var etag = SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email + customer.Phone)); return etag;")]
    [InlineData("var rowHash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email + customer.Segment))); return rowHash;")]
    [InlineData("return (uint)customer.Email.GetHashCode() % 16;")]
    [InlineData("var hash = customer.Email.GetHashCode(); return Math.Abs(hash) % partitions;")]
    [InlineData("return BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email))) % 100;")]
    [InlineData("return customer.GetHashCode();")]
    [InlineData("return customer.Id.GetHashCode();")]
    public Task Allows_what_is_no_pseudonym(string body) => Allows(Step(body, "readonly string password = \"\", emailToken = \"\"; readonly int partitions = 8;"));

    [Fact]
    public Task Allows_hash_codes_where_tables_ask_for_them() => Allows(
        """
        class Key
        {
            public string Email { get; set; } = "";
            public override int GetHashCode() => Email.GetHashCode();
            public override bool Equals(object? other) => other is Key key && key.Email.GetHashCode() == Email.GetHashCode();
        }

        class ByEmail : IEqualityComparer<Key>
        {
            public bool Equals(Key? left, Key? right) => left?.Email == right?.Email;
            public int GetHashCode(Key key) { var hash = new HashCode(); hash.Add(key.Email); return hash.ToHashCode(); }
        }

        class Other { public static EqualityComparer<Key> Comparer = EqualityComparer<Key>.Create((left, right) => left?.Email == right?.Email, getHashCode: key => HashCode.Combine(key.Email)); }
        """, new() { Bare = true });

    [Fact]
    public Task Flags_a_helper_that_is_handed_to_a_projection() => Flags(Step(
        "var emails = new List<string>(); return new object[] { emails.Select([|Hash|]), emails.Where(one => one != \"\").Select([|Hash|]), new List<Customer>().Select(one => one.Email).Select([|Hash|]), new List<string>().Select(Hash) };",
        "static string Hash(string value) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value)));"));

    [Theory]
    [InlineData("class Gravatar { static byte[] Of(string email) { var bytes = MD5.HashData(Encoding.UTF8.GetBytes(email)); return bytes; } }")]
    [InlineData("class Pages { static string Picture(string email) { var text = \"\"; foreach (var one in MD5.HashData(Encoding.UTF8.GetBytes(email))) text += one; return \"https://www.gravatar.com/avatar/\" + text; } }")]
    [InlineData("class Pages { static string AvatarOf(string email) { using var md5 = MD5.Create(); var bytes = md5.ComputeHash(Encoding.UTF8.GetBytes(email)); return Convert.ToHexString(bytes); } }")]
    public Task Allows_what_a_picture_service_prescribes(string source) => Allows(Usings + source);

    [Fact]
    public Task Allows_the_address_of_a_picture() => Allows(Step("return $\"https://www.gravatar.com/avatar/{GravatarOf(customer.Email)}\";",
        "static string GravatarOf(string email) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant()))).ToLowerInvariant();"));

    [Fact]
    public Task Allows_hashes_of_others_that_share_the_name() => Allows(
        """
        class SHA256 { public static byte[] HashData(string text) => new byte[32]; }
        class Step { object Go(string email) => SHA256.HashData(email); }
        """);

    private const string Key = "Convert.FromBase64String(configuration[\"Pseudonyms:Key\"] ?? throw new InvalidOperationException(\"Configuration value 'Pseudonyms:Key' is missing.\"))";
    private const string Variable = "Convert.FromBase64String(Environment.GetEnvironmentVariable(\"PSEUDONYMS_KEY\") ?? throw new InvalidOperationException(\"Environment variable 'PSEUDONYMS_KEY' is missing.\"))";
    private const string InReach = "readonly IConfiguration configuration = null!;";

    [Theory]
    [InlineData("return [|SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email))|];", "return HMACSHA256.HashData(KEY, Encoding.UTF8.GetBytes(customer.Email));")]
    [InlineData("return Convert.ToHexString([|System.Security.Cryptography.SHA512.HashData(source: Encoding.UTF8.GetBytes(customer.Email))|]); // kept", "return Convert.ToHexString(System.Security.Cryptography.HMACSHA512.HashData(KEY, source: Encoding.UTF8.GetBytes(customer.Email))); // kept")]
    [InlineData("return [|MD5.HashData(Encoding.UTF8.GetBytes(customer.Email))|];", "return HMACSHA256.HashData(KEY, Encoding.UTF8.GetBytes(customer.Email));")]
    [InlineData("using var sha = SHA256.Create(); return [|sha.ComputeHash(Encoding.UTF8.GetBytes(customer.Email))|];", "using var sha = new HMACSHA256(KEY); return sha.ComputeHash(Encoding.UTF8.GetBytes(customer.Email));")]
    [InlineData("using (SHA1 sha = SHA1.Create()) return [|sha.ComputeHash(Encoding.UTF8.GetBytes(customer.Email))|];", "using (var sha = new HMACSHA256(KEY)) return sha.ComputeHash(Encoding.UTF8.GetBytes(customer.Email));")]
    [InlineData("using HashAlgorithm sha = SHA384.Create(); return [|sha.ComputeHash(Encoding.UTF8.GetBytes(customer.Email))|];", "using HashAlgorithm sha = new HMACSHA384(KEY); return sha.ComputeHash(Encoding.UTF8.GetBytes(customer.Email));")]
    [InlineData("using var sha = SHA256.Create(); sha.ComputeHash(Encoding.UTF8.GetBytes(customer.Segment)); return [|sha.ComputeHash(Encoding.UTF8.GetBytes(customer.Email))|];", "using var sha = SHA256.Create(); sha.ComputeHash(Encoding.UTF8.GetBytes(customer.Segment)); return HMACSHA256.HashData(KEY, Encoding.UTF8.GetBytes(customer.Email));")]
    [InlineData("using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256); [|hash.AppendData(Encoding.UTF8.GetBytes(customer.Email))|]; return hash.GetHashAndReset();", "using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, KEY); hash.AppendData(Encoding.UTF8.GetBytes(customer.Email)); return hash.GetHashAndReset();")]
    [InlineData("return [|CryptographicOperations.HashData(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(customer.Email))|];", "return CryptographicOperations.HmacData(HashAlgorithmName.SHA256, KEY, Encoding.UTF8.GetBytes(customer.Email));")]
    [InlineData("return new[] { [|SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email))|], [|SHA256.HashData(Encoding.UTF8.GetBytes(customer.FirstName))|] };", "return new[] { HMACSHA256.HashData(KEY, Encoding.UTF8.GetBytes(customer.Email)), HMACSHA256.HashData(KEY, Encoding.UTF8.GetBytes(customer.FirstName)) };")]
    public Task Fixes_a_hash_with_a_key_from_the_configuration(string body, string after)
    {
        Assert.Contains("KEY", after);
        return Fixes(Step(body, InReach), Step(after.Replace("KEY", Key, StringComparison.Ordinal), InReach));
    }

    [Fact]
    public Task Fixes_a_helper_once_for_all_that_call_it() => Fixes(
        Step("return new[] { [|Digests.Of(customer.Email)|], [|Digests.Of(customer.FirstName)|] };"),
        Step("return new[] { Digests.Of(customer.Email), Digests.Of(customer.FirstName) };"),
        new()
        {
            Sources = [("Digests.cs", Digests("SHA256.HashData(Encoding.UTF8.GetBytes(text))"))],
            SourcesAfter = [("Digests.cs", Digests($"HMACSHA256.HashData({Variable}, Encoding.UTF8.GetBytes(text))"))],
        });

    [Fact]
    public Task Fixes_a_hash_with_a_key_from_the_environment() => Fixes(
        Step("return [|SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email))|];", InReach),
        Step($"return HMACSHA256.HashData({Variable}, Encoding.UTF8.GetBytes(customer.Email));", InReach),
        new() { FixKey = "UC2008.environment" });

    [Fact]
    public Task Fixes_a_service_by_giving_it_the_configuration() => Fixes(
        """
        using System.Security.Cryptography;
        using System.Text;

        class Pseudonyms
        {
            public byte[] Of(string email) => [|SHA256.HashData(Encoding.UTF8.GetBytes(email))|];
        }
        """,
        $$"""
        using System.Security.Cryptography;
        using System.Text;
        using Microsoft.Extensions.Configuration;

        class Pseudonyms
        {
            private readonly IConfiguration _configuration;

            public Pseudonyms(IConfiguration configuration)
            {
                _configuration = configuration;
            }

            public byte[] Of(string email) => HMACSHA256.HashData({{Key.Replace("configuration[", "_configuration[", StringComparison.Ordinal)}}, Encoding.UTF8.GetBytes(email));
        }
        """);

    [Theory]
    [InlineData("return [|customer.Email.GetHashCode()|];")]
    [InlineData("return [|HashCode.Combine(customer.FirstName, customer.LastName)|];")]
    [InlineData("Span<byte> hash = stackalloc byte[20]; [|SHA1.HashData(Encoding.UTF8.GetBytes(customer.Email), hash)|]; return hash.ToArray();")]
    [InlineData("return [|SHA256.TryHashData(Encoding.UTF8.GetBytes(customer.Email), new byte[32], out _)|];")]
    public Task Offers_nothing_where_the_result_would_be_another(string body) => OffersNoFix(Step(body, InReach));

    private static string Digests(string hash) => Usings + $"static class Digests {{ public static string Of(string text) => Convert.ToHexString({hash}); }}";

    [Fact]
    public async Task Says_the_name_and_the_kind_and_no_value()
    {
        var said = Assert.Single(await Workshop.Run(Workshop.Open(Usings + "class Step { byte[] Go(string email) => SHA256.HashData(Encoding.UTF8.GetBytes((email ?? \"ada@example.com\") + \"ada\")); }"), [new UC2008WeakPseudonymisation()]));
        Assert.Equal("'email' looks like personal data (email) and is hashed without a key, so whoever guesses it can tell", said.GetMessage(CultureInfo.InvariantCulture));
        Assert.Empty(said.Properties);
    }

    private static string Step(string body, string members = "") => Usings +
        $$"""
        class Step
        {
            {{members}}

            object Go(Customer customer, Person person)
            {
                {{body}}
            }
        }
        """ + Model;
}
