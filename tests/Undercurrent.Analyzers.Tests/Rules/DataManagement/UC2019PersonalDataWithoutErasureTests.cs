using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2019PersonalDataWithoutErasureTests : RuleTests<UC2019PersonalDataWithoutErasure>
{
    [Theory]
    [InlineData("shop.Customers.[|Add|](customer)")]
    [InlineData("await shop.Customers.[|AddRangeAsync|](customers)")]
    [InlineData("shop.[|Add|](customer)")]
    [InlineData("await mongo.[|InsertOneAsync|](customer)")]
    [InlineData("await cosmos.[|UpsertItemAsync|](customer, PartitionKey.None)")]
    [InlineData("await redis.[|StringSetAsync|](\"customer:\" + customer.Id, JsonSerializer.Serialize(customer))")]
    [InlineData("await db.[|ExecuteAsync|](\"INSERT INTO customers (full_name, email) VALUES (@FullName, @Email)\", customer)")]
    [InlineData("shop.Customers.[|Add|](customer); shop.Orders.Remove(order)")]
    [InlineData("shop.Customers.[|Add|](customer); shop.Customers.Add(customer)")]
    public Task Flags_a_person_who_cannot_be_forgotten(string body) => Flags(InDesk(body));

    [Theory]
    [InlineData("shop.Customers.Add(customer); shop.Customers.Remove(customer)")]
    [InlineData("shop.Customers.Add(customer); await shop.Customers.Where(one => one.Id == 1).ExecuteDeleteAsync()")]
    [InlineData("await mongo.InsertOneAsync(customer); await mongo.DeleteOneAsync(one => one.Id == 1)")]
    [InlineData("await cosmos.UpsertItemAsync(customer, PartitionKey.None); await cosmos.DeleteItemAsync<Customer>(\"1\", PartitionKey.None)")]
    [InlineData("await redis.StringSetAsync(\"customer:1\", JsonSerializer.Serialize(customer)); await redis.KeyDeleteAsync(\"customer:1\")")]
    [InlineData("await redis.StringSetAsync(\"customer:1\", JsonSerializer.Serialize(customer), TimeSpan.FromDays(1))")]
    [InlineData("await db.ExecuteAsync(\"INSERT INTO customers (full_name, email) VALUES (@FullName, @Email)\", customer); await db.ExecuteAsync(\"DELETE FROM customers WHERE id = @Id\", new { customer.Id })")]
    [InlineData("shop.Orders.Add(order)")]
    [InlineData("new List<Customer>().Add(customer)")]
    [InlineData("shop.Customers.Add(customer); AnonymizeCustomer(1)")]
    public Task Allows_a_person_who_can_and_what_is_no_person(string body) => Allows(InDesk(body));

    [Fact]
    public Task Looks_for_the_erasure_in_other_files() => Allows(
        InDesk("shop.Customers.Add(customer)"),
        new() { Sources = [("Erasure.cs", "class Erasure { void Forget(Shop shop, Customer customer) => shop.Remove(customer); }")] });

    [Fact]
    public Task Allows_a_store_that_forgets_by_itself() => Allows(
        InDesk("await cosmos.UpsertItemAsync(customer, PartitionKey.None)"),
        new() { Sources = [("Setup.cs", "class Setup { object Customers() => new Microsoft.Azure.Cosmos.ContainerProperties(\"customers\", \"/id\") { DefaultTimeToLive = 86400 }; }")] });

    private static string InDesk(string body) =>
        $$"""
        using System.Data;
        using System.Text.Json;
        using Dapper;
        using Microsoft.Azure.Cosmos;
        using Microsoft.EntityFrameworkCore;
        using MongoDB.Driver;
        using StackExchange.Redis;

        class Desk
        {
            async Task Keep(Shop shop, IMongoCollection<Customer> mongo, Container cosmos, StackExchange.Redis.IDatabase redis, IDbConnection db, List<Customer> customers, Customer customer, Order order)
            {
                await Task.Yield();
                {{body}};
            }

            {{(body.Contains("Anonymize") ? "private static void AnonymizeCustomer(int id) { }" : "")}}
        }

        public class Customer { public int Id { get; set; } public string FullName { get; set; } = ""; public string Email { get; set; } = ""; }
        public class Order { public int Id { get; set; } public decimal Total { get; set; } }
        public class Shop : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Order> Orders => Set<Order>(); }
        """;
}
