// Blake3
namespace Blake3
{
    public struct Hash
    {
        public readonly Span<byte> AsSpan() => throw null!;
    }

    public struct Hasher : IDisposable
    {
        public static Hasher New() => throw null!;
        public static Hasher NewKeyed(ReadOnlySpan<byte> key) => throw null!;
        public static Hash Hash(ReadOnlySpan<byte> input) => throw null!;
        public void Update(ReadOnlySpan<byte> data) => throw null!;
        public readonly Hash Finalize() => throw null!;
        public void Dispose() => throw null!;
    }
}

// BouncyCastle.Cryptography
namespace Org.BouncyCastle.Crypto
{
    public interface IDigest
    {
        void BlockUpdate(byte[] input, int inOff, int inLen);
        int DoFinal(byte[] output, int outOff);
    }
}

namespace Org.BouncyCastle.Crypto.Digests
{
    public abstract class GeneralDigest : IDigest
    {
        public void BlockUpdate(byte[] input, int inOff, int length) => throw null!;
        public abstract int DoFinal(byte[] output, int outOff);
    }

    public abstract class LongDigest : IDigest
    {
        public void BlockUpdate(byte[] input, int inOff, int length) => throw null!;
        public abstract int DoFinal(byte[] output, int outOff);
    }

    public class KeccakDigest : IDigest
    {
        public virtual void BlockUpdate(byte[] input, int inOff, int len) => throw null!;
        public virtual int DoFinal(byte[] output, int outOff) => throw null!;
    }

    public class Sha256Digest : GeneralDigest
    {
        public override int DoFinal(byte[] output, int outOff) => throw null!;
    }
}

namespace Org.BouncyCastle.Security
{
    public static class DigestUtilities
    {
        public static byte[] CalculateDigest(string algorithm, byte[] input) => throw null!;
    }
}

// Crc32.NET
namespace Force.Crc32
{
    public class Crc32Algorithm
    {
        public static uint Append(uint initial, byte[] input) => throw null!;
        public static uint Compute(byte[] input) => throw null!;
        public static uint Compute(byte[] input, int offset, int length) => throw null!;
    }

    public class Crc32CAlgorithm
    {
        public static uint Append(uint initial, byte[] input) => throw null!;
        public static uint Compute(byte[] input) => throw null!;
    }
}

// Farmhash.Sharp
namespace Farmhash.Sharp
{
    public static class Farmhash
    {
        public static uint Hash32(string s) => throw null!;
        public static ulong Hash64(string s) => throw null!;
        public static ulong Hash64(byte[] s, int length) => throw null!;
    }
}

// HashDepot
namespace HashDepot
{
    public static class Fnv1a
    {
        public static uint Hash32(byte[] buffer) => throw null!;
        public static ulong Hash64(byte[] buffer) => throw null!;
    }

    public static class MurmurHash3
    {
        public static uint Hash32(byte[] buffer, uint seed) => throw null!;
        public static byte[] Hash128(byte[] buffer, uint seed) => throw null!;
    }

    public static class XXHash
    {
        public static uint Hash32(byte[] buffer, uint seed = 0) => throw null!;
        public static ulong Hash64(byte[] buffer, ulong seed = 0) => throw null!;
    }
}

// K4os.Hash.xxHash
namespace K4os.Hash.xxHash
{
    public class XXH32
    {
        public static uint DigestOf(ReadOnlySpan<byte> bytes) => throw null!;
        public static uint DigestOf(byte[] bytes, int offset, int length) => throw null!;
    }

    public class XXH64
    {
        public static ulong DigestOf(ReadOnlySpan<byte> bytes) => throw null!;
        public static ulong DigestOf(byte[] bytes, int offset, int length) => throw null!;
    }
}

// Microsoft.Spark
namespace Microsoft.Spark.Sql
{
    public sealed class Column
    {
        public Column Alias(string alias) => throw null!;
    }

    public static class Functions
    {
        public static Column Col(string columnName) => throw null!;
        public static Column Concat(params Column[] columns) => throw null!;
        public static Column Crc32(Column column) => throw null!;
        public static Column Hash(params Column[] columns) => throw null!;
        public static Column Lower(Column column) => throw null!;
        public static Column Md5(Column column) => throw null!;
        public static Column Sha1(Column column) => throw null!;
        public static Column Sha2(Column column, int numBits) => throw null!;
        public static Column XXHash64(params Column[] columns) => throw null!;
    }
}

// Standart.Hash.xxHash
namespace Standart.Hash.xxHash
{
    public static class xxHash128
    {
        public static byte[] ComputeHashBytes(byte[] data, int length, ulong seed = 0) => throw null!;
        public static UInt128 ComputeHash(byte[] data, int length, ulong seed = 0) => throw null!;
    }

    public static class xxHash3
    {
        public static ulong ComputeHash(byte[] data, int length, ulong seed = 0) => throw null!;
    }

    public static class xxHash32
    {
        public static uint ComputeHash(byte[] data, int length, uint seed = 0) => throw null!;
        public static uint ComputeHash(string str, uint seed = 0) => throw null!;
    }

    public static class xxHash64
    {
        public static ulong ComputeHash(byte[] data, int length, ulong seed = 0) => throw null!;
        public static ulong ComputeHash(string str, uint seed = 0) => throw null!;
    }
}

// System.IO.Hashing
namespace System.IO.Hashing
{
    public abstract class NonCryptographicHashAlgorithm
    {
        public void Append(byte[] source) => throw null!;
        public abstract void Append(ReadOnlySpan<byte> source);
        public byte[] GetCurrentHash() => throw null!;
        public byte[] GetHashAndReset() => throw null!;
    }

    public sealed class Crc32 : NonCryptographicHashAlgorithm
    {
        public override void Append(ReadOnlySpan<byte> source) => throw null!;
        public static byte[] Hash(byte[] source) => throw null!;
        public static byte[] Hash(ReadOnlySpan<byte> source) => throw null!;
        public static uint HashToUInt32(ReadOnlySpan<byte> source) => throw null!;
    }

    public sealed class Crc64 : NonCryptographicHashAlgorithm
    {
        public override void Append(ReadOnlySpan<byte> source) => throw null!;
        public static byte[] Hash(byte[] source) => throw null!;
        public static ulong HashToUInt64(ReadOnlySpan<byte> source) => throw null!;
    }

    public sealed class XxHash128 : NonCryptographicHashAlgorithm
    {
        public override void Append(ReadOnlySpan<byte> source) => throw null!;
        public static byte[] Hash(byte[] source) => throw null!;
        public static UInt128 HashToUInt128(ReadOnlySpan<byte> source, long seed = 0) => throw null!;
    }

    public sealed class XxHash3 : NonCryptographicHashAlgorithm
    {
        public override void Append(ReadOnlySpan<byte> source) => throw null!;
        public static byte[] Hash(byte[] source) => throw null!;
        public static ulong HashToUInt64(ReadOnlySpan<byte> source, long seed = 0) => throw null!;
    }

    public sealed class XxHash32 : NonCryptographicHashAlgorithm
    {
        public override void Append(ReadOnlySpan<byte> source) => throw null!;
        public static byte[] Hash(byte[] source) => throw null!;
        public static uint HashToUInt32(ReadOnlySpan<byte> source, int seed = 0) => throw null!;
    }

    public sealed class XxHash64 : NonCryptographicHashAlgorithm
    {
        public override void Append(ReadOnlySpan<byte> source) => throw null!;
        public static byte[] Hash(byte[] source) => throw null!;
        public static ulong HashToUInt64(ReadOnlySpan<byte> source, long seed = 0) => throw null!;
    }
}
