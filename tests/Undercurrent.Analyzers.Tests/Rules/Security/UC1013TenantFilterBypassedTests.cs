using Undercurrent.Analyzers.Rules.Security;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.Security;

public sealed class UC1013TenantFilterBypassedTests : RuleTests<UC1013TenantFilterBypassed>
{
    private const string ByTenant = "model.Entity<Invoice>().HasQueryFilter(one => one.TenantId == tenant); model.Entity<Note>().HasQueryFilter(one => one.Owner == user);";

    [Theory]
    [InlineData("public List<Invoice> Read() => shop.Invoices.[|IgnoreQueryFilters|]().ToList();")]
    [InlineData("public Task<Invoice?> Read(int id) => shop.Invoices.AsNoTracking().[|IgnoreQueryFilters|]().FirstOrDefaultAsync(one => one.Id == id);")]
    [InlineData("public List<Invoice> Read(int id) => (from one in shop.Invoices.[|IgnoreQueryFilters|]() where one.Id > id select one).ToList();")]
    [InlineData("public int Read() => EntityFrameworkQueryableExtensions.[|IgnoreQueryFilters|](shop.Invoices).Count();")]
    [InlineData("public List<Note> Read() => shop.Notes.[|IgnoreQueryFilters|]().ToList();")]
    [InlineData("public List<Invoice> Read() => All(); private List<Invoice> All() => shop.Invoices.[|IgnoreQueryFilters|]().ToList();")]
    [InlineData("public List<Invoice> Read() { return All(); List<Invoice> All() => shop.Invoices.[|IgnoreQueryFilters|]().ToList(); }")]
    [InlineData("public List<Invoice> Read() => shop.Invoices.[|IgnoreQueryFilters|](new[] { \"Tenant\", \"Deleted\" }).ToList();")]
    [InlineData("public List<Invoice> Read() => shop.Invoices.[|IgnoreQueryFilters|]().Where(one => one.TenantId != 0).ToList();")]
    [InlineData("public List<Note> Read(int id) => shop.Notes.[|IgnoreQueryFilters|]().Where(one => one.Id == id).ToList();")]
    [InlineData("public List<Invoice> ReadBack() => shop.Invoices.[|IgnoreQueryFilters|]().ToList();")]
    public Task Flags_a_filter_ignored_for_a_caller(string action) => Flags(Controller(action), Shop(ByTenant));

    [Theory]
    [InlineData("public List<Invoice> Read() => shop.Invoices.ToList();")]
    [InlineData("public List<Invoice> Read(int tenant) => shop.Invoices.IgnoreQueryFilters().Where(one => one.TenantId == tenant).ToList();")]
    [InlineData("public List<Invoice> Read(int[] mine) => shop.Invoices.IgnoreQueryFilters().Where(one => mine.Contains(one.TenantId)).ToList();")]
    [InlineData("public Invoice? Read(int id, int tenant) { var found = shop.Invoices.IgnoreQueryFilters().FirstOrDefault(one => one.Id == id); return found?.TenantId != tenant ? null : found; }")]
    [InlineData("public List<Note> Read(string user) => shop.Notes.IgnoreQueryFilters().Where(one => one.Owner == user).ToList();")]
    [InlineData("public List<Note> Read(string user) => shop.Notes.IgnoreQueryFilters().Where(one => one.Owner.Equals(user)).ToList();")]
    [InlineData("public List<Note> Read(string[] mine) => shop.Notes.IgnoreQueryFilters().Where(one => mine.Contains(one.Owner)).ToList();")]
    [InlineData("[Authorize(Policy = \"SuperUser\")] public List<Invoice> Read() => shop.Invoices.IgnoreQueryFilters().ToList();")]
    [InlineData("public List<Invoice> BackOfficeRead() => shop.Invoices.IgnoreQueryFilters().ToList();")]
    [InlineData("public Task<bool> Read(string number) => shop.Invoices.IgnoreQueryFilters().AnyAsync(one => one.Number == number);")]
    [InlineData("public List<Invoice> Read() => shop.Invoices.IgnoreQueryFilters(new[] { \"Deleted\" }).ToList();")]
    [InlineData("public List<Country> Read() => shop.Countries.IgnoreQueryFilters().ToList();")]
    [InlineData("[Authorize(Roles = \"Admin\")] public List<Invoice> Read() => shop.Invoices.IgnoreQueryFilters().ToList();")]
    [InlineData("public List<Invoice> AdminRead() => shop.Invoices.IgnoreQueryFilters().ToList();")]
    [InlineData("public Invoice? Login(string number) => shop.Invoices.IgnoreQueryFilters().FirstOrDefault(one => one.Number == number);")]
    public Task Allows_a_filter_that_stays_is_replaced_or_is_none_of_tenants(string action) => Allows(Controller(action), Shop(ByTenant));

    [Theory]
    [InlineData("model.Entity<Invoice>().HasQueryFilter(one => !one.IsDeleted);")]
    [InlineData("model.Entity<Invoice>().HasQueryFilter(one => one.IsDeleted == false);")]
    public Task Allows_a_filter_that_only_hides_what_was_deleted(string filters) => Allows(Controller("public List<Invoice> Read() => shop.Invoices.IgnoreQueryFilters().ToList();"), Shop(filters));

    [Fact]
    public Task Flags_a_type_with_a_tenant_whose_model_is_elsewhere() => Flags(Controller("public List<Invoice> Read() => shop.Invoices.[|IgnoreQueryFilters|]().ToList();"), Shop(""));

    [Theory]
    [InlineData("app.MapGet(\"/invoices\", (Shop shop) => shop.Invoices.[|IgnoreQueryFilters|]().ToList());")]
    [InlineData("app.MapGet(\"/invoices\", (Shop shop) => shop.Invoices.[|IgnoreQueryFilters|]().ToList()); app.MapGet(\"/mine\", (Shop shop, int tenant) => shop.Invoices.IgnoreQueryFilters().Where(one => one.TenantId == tenant).ToList());")]
    [InlineData("app.MapGet(\"/invoices\", Read); static List<Invoice> Read(Shop shop) => shop.Invoices.[|IgnoreQueryFilters|]().ToList();")]
    public Task Flags_a_route(string map) => Flags(Mapped(map), Shop(ByTenant));

    [Theory]
    [InlineData("app.MapGet(\"/admin/invoices\", (Shop shop) => shop.Invoices.IgnoreQueryFilters().ToList());")]
    [InlineData("app.MapGet(\"/invoices\", (Shop shop) => shop.Invoices.IgnoreQueryFilters().ToList()).RequireAuthorization(\"Administrator\");")]
    [InlineData("app.MapGet(\"/health\", (Shop shop) => shop.Invoices.IgnoreQueryFilters().First());")]
    public Task Allows_a_route_of_those_who_look_after_the_system(string map) => Allows(Mapped(map), Shop(ByTenant));

    [Theory]
    [InlineData("Desk", true)]
    [InlineData("Nightly", false)]
    [InlineData("AdminDesk", false)]
    [InlineData("Desk Desk2", true)]
    [InlineData("Desk AdminDesk", true)]
    [InlineData("Desk Nightly", false)]
    [InlineData("", false)]
    public Task Asks_who_calls_for_it(string callers, bool flagged)
    {
        var source = """
            using Microsoft.EntityFrameworkCore;

            public interface IInvoices { List<Invoice> All(); }

            public class Invoices : IInvoices
            {
                private readonly Shop shop = null!;

                public List<Invoice> All() => shop.Invoices.[|IgnoreQueryFilters|]().ToList();
            }
            """;
        var types = callers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => $"public class {name}{(name == "Nightly" ? "" : " : Microsoft.AspNetCore.Mvc.ControllerBase")} {{ private readonly IInvoices invoices = null!; public List<Invoice> Read() => invoices.All(); }}");
        var given = Shop(ByTenant) is var shop ? shop with { Sources = [.. shop.Sources, ("Callers.cs", string.Join('\n', types))] } : null;
        return flagged ? Flags(source, given) : Allows(source.Replace("[|", "").Replace("|]", ""), given);
    }

    [Fact]
    public Task Says_what_the_configured_words_leave_open() => Flags(
        Controller("public List<Invoice> SupportRead() => shop.Invoices.IgnoreQueryFilters().ToList(); public List<Invoice> AdminRead() => shop.Invoices.[|IgnoreQueryFilters|]().ToList();"),
        Shop(ByTenant) with { EditorConfig = "undercurrent.administrative_words = support" });

    [Fact]
    public Task Sees_a_filter_in_a_configuration_of_its_own() => Flags(
        """
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Metadata.Builders;

        public class NoteConfiguration : IEntityTypeConfiguration<Note>
        {
            private readonly string user = "";

            public void Configure(EntityTypeBuilder<Note> note) => note.HasQueryFilter(one => one.Owner == user);
        }

        public class Desk : ControllerBase
        {
            private readonly Shop shop = null!;

            public List<Note> Read() => shop.Notes.[|IgnoreQueryFilters|]().ToList();

            public List<Country> Countries() => shop.Countries.IgnoreQueryFilters().ToList();
        }
        """, Shop("model.Entity<Country>().HasQueryFilter(one => one.Name != null);"));

    private static Given Shop(string filters) => new()
    {
        Sources =
        [
            ("Model.cs",
            $$"""
            using Microsoft.EntityFrameworkCore;

            public abstract class Row { public int Id { get; set; } public int TenantId { get; set; } public bool IsDeleted { get; set; } }

            public class Invoice : Row { public string Number { get; set; } = ""; }

            public class Note { public int Id { get; set; } public string Owner { get; set; } = ""; }

            public class Country { public int Id { get; set; } public string Name { get; set; } = ""; }

            public class Shop : DbContext
            {
                private readonly int tenant = 1;
                private readonly string user = "";

                public DbSet<Invoice> Invoices => Set<Invoice>();
                public DbSet<Note> Notes => Set<Note>();
                public DbSet<Country> Countries => Set<Country>();

                protected override void OnModelCreating(ModelBuilder model)
                {
                    {{filters}}
                }
            }
            """),
        ],
    };

    private static string Controller(string members) =>
        $$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;

        public class Desk : ControllerBase
        {
            private readonly Shop shop = null!;

            {{members}}
        }
        """;

    private static string Mapped(string statements) =>
        $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.EntityFrameworkCore;

        static class Routes
        {
            public static void Map(WebApplication app)
            {
                {{statements}}
            }
        }
        """;
}
