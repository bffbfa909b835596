using System.Security.Cryptography;
using System.Text;

namespace Leaky.Transformation;

/// <summary>A name for a customer that says nothing, unless one has read this file.</summary>
internal static class Pseudonym
{
    public static string Of(string customerId)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes("Pa55-pepper-of-the-night")); // UC1001
        return Convert.ToHexString(hmac.ComputeHash(Encoding.UTF8.GetBytes(customerId)), 0, 6);
    }
}
