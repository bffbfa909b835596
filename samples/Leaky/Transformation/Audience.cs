using System.Security.Cryptography;
using System.Text;
using Leaky.Ingestion;

namespace Leaky.Transformation;

/// <summary>The customers as marketing gets them: without addresses, as far as one can see.</summary>
internal static class Audience
{
    public static IEnumerable<(string Member, string Country)> Of(IEnumerable<Customer> customers) =>
        customers.Select(customer => (Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email))), customer.Country)); // UC2008
}
