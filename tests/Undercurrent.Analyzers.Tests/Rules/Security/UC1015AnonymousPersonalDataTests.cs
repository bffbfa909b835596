using Undercurrent.Analyzers.Rules.Security;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.Security;

public sealed class UC1015AnonymousPersonalDataTests : RuleTests<UC1015AnonymousPersonalData, UC1015AnonymousPersonalDataFix>
{
    private const string Controllers = "app.MapControllers();";

    private static readonly (string, string) Model = ("Model.cs",
        """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.EntityFrameworkCore;

        public class Customer
        {
            public int Id { get; set; }
            public string FullName { get; set; } = "";
            public string Email { get; set; } = "";
        }

        public class Product
        {
            public int Id { get; set; }
            public string Name { get; set; } = "";
        }

        public record Login(string Email, string Password);

        public class Shop : DbContext
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Product> Products => Set<Product>();
        }

        [Authorize]
        public abstract class GuardedController : ControllerBase { }

        public abstract class OpenController : ControllerBase { }

        public sealed class HasPermissionAttribute : Attribute { }

        public sealed class StaffAttribute : Attribute, IAuthorizationFilter { public void OnAuthorization(AuthorizationFilterContext context) { } }

        public sealed class AuthorsAttribute : Attribute { }

        public sealed class ApiKeyFilter : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context); }

        public sealed class TimingFilter : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context); }
        """);

    // Actions

    [Theory]
    [InlineData("public [|Customer?|] Read(int id) => shop.Customers.Find(id);")]
    [InlineData("[HttpGet(\"{id}\")] public async [|Task<ActionResult<Customer>>|] Read(int id) => await shop.Customers.FindAsync(id) is { } found ? found : NotFound();")]
    [InlineData("public [|IActionResult|] Read(int id) { var one = shop.Customers.Find(id); return one is null ? NotFound() : Ok(one); }")]
    [InlineData("[[|AllowAnonymous|]] public Customer? Read(int id) => shop.Customers.Find(id);")]
    [InlineData("[Authors] public [|Customer?|] Read(int id) => shop.Customers.Find(id);")]
    [InlineData("[RequireHttps, ValidateAntiForgeryToken] public [|Customer?|] Read(int id) => shop.Customers.Find(id);")]
    [InlineData("[ProducesResponseType(401)] public [|Customer?|] Read(int id) => shop.Customers.Find(id);")]
    [InlineData("public [|Customer?|] Read(int id) { Console.WriteLine(User.Identity?.Name); return shop.Customers.Find(id); }")]
    [InlineData("public [|List<Customer>|] List(CancellationToken token) => shop.Customers.ToList();")]
    public Task Flags_an_action_that_anybody_may_call(string action) => Flags(Controller(action), Hosted());

    [Theory]
    [InlineData("[Authorize] public Customer? Read(int id) => shop.Customers.Find(id);")]
    [InlineData("[HttpGet, Authorize(Roles = \"desk\")] public Customer? Read(int id) => shop.Customers.Find(id);")]
    [InlineData("[HasPermission] public Customer? Read(int id) => shop.Customers.Find(id);")]
    [InlineData("[Staff] public Customer? Read(int id) => shop.Customers.Find(id);")]
    [InlineData("[ServiceFilter(typeof(ApiKeyFilter))] public Customer? Read(int id) => shop.Customers.Find(id);")]
    public Task Allows_an_action_with_a_guard_of_its_own(string action) => Allows(Controller(action), Hosted());

    [Theory]
    [InlineData("public Product? Read(int id) => shop.Products.Find(id);")]
    [InlineData("public int Count() => shop.Customers.Count();")]
    [InlineData("[NonAction] public Customer? Read(int id) => shop.Customers.Find(id);")]
    [InlineData("private Customer? Read(int id) => shop.Customers.Find(id);")]
    [InlineData("public Customer? Login(string email) => shop.Customers.FirstOrDefault(one => one.Email == email);")]
    public Task Allows_an_action_that_hands_out_nothing_personal_or_a_callers_own(string action) => Allows(Controller(action), Hosted());

    [Theory]
    [InlineData("public IActionResult Read(int id) => User.IsInRole(\"desk\") ? Ok(shop.Customers.Find(id)) : NotFound();")]
    [InlineData("public Customer? Read() { if (User.Identity?.IsAuthenticated != true) return null; return shop.Customers.First(); }")]
    [InlineData("public IActionResult Read(int id) { if (id != Mine()) return Forbid(); return Ok(shop.Customers.Find(id)); } private int Mine() => 1;")]
    [InlineData("public IActionResult Read(int id) { if (!MayRead(HttpContext)) return NotFound(); return Ok(shop.Customers.Find(id)); } private static bool MayRead(HttpContext context) => context.Request.Headers.ContainsKey(\"X-Desk\");")]
    [InlineData("public Customer? Read(string token) => shop.Customers.FirstOrDefault();")]
    [InlineData("public Customer? Read(Login login) => shop.Customers.FirstOrDefault(one => one.Email == login.Email);")]
    public Task Allows_an_action_that_asks_by_itself_who_is_calling(string action) => Allows(Controller(action), Hosted());

    [Theory]
    [InlineData("[Authorize] public class Desk : ControllerBase", "")]
    [InlineData("public class Desk : GuardedController", "")]
    [InlineData("[TypeFilter(typeof(StaffAttribute))] public class Desk : ControllerBase", "")]
    public Task Allows_the_actions_of_a_guarded_type(string type, string marks) => Allows(Controller(marks + "public Customer? Read(int id) => shop.Customers.Find(id);", type), Hosted());

    [Theory]
    [InlineData("[Authorize] public class Desk : ControllerBase", "[[|AllowAnonymous|]] public Customer? Read(int id) => shop.Customers.Find(id);")]
    [InlineData("public class Desk : GuardedController", "[HttpGet, [|AllowAnonymous|]] public Customer? Read(int id) => shop.Customers.Find(id);")]
    [InlineData("public class Desk : OpenController", "public [|Customer?|] Read(int id) => shop.Customers.Find(id);")]
    [InlineData("[AllowAnonymous] public class Desk : GuardedController", "public [|Customer?|] Read(int id) => shop.Customers.Find(id);")]
    [InlineData("[AllowAnonymous] public class Desk : ControllerBase", "[Authorize] public [|Customer?|] Read(int id) => shop.Customers.Find(id);")]
    public Task Flags_what_is_open_in_a_type_whatever_its_base_asks(string type, string action) => Flags(Controller(action, type), Hosted());

    [Theory]
    [InlineData("builder.Services.AddAuthorization(options => options.FallbackPolicy = options.DefaultPolicy); app.MapControllers();")]
    [InlineData("builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()); app.MapControllers();")]
    [InlineData("builder.Services.AddControllers(options => options.Filters.Add(new AuthorizeFilter()));")]
    [InlineData("builder.Services.AddControllers(options => options.Filters.Add<StaffAuthorizationFilter>());")]
    [InlineData("app.MapControllers().RequireAuthorization();")]
    [InlineData("app.MapGroup(\"/api\").RequireAuthorization().MapControllers();")]
    [InlineData("var mapped = app.MapControllers(); mapped.RequireAuthorization(\"desk\");")]
    [InlineData("app.UseMiddleware<Gate>(); app.MapControllers();")]
    [InlineData("app.UseMiddleware<ApiKeyMiddleware>(); app.MapControllers();")]
    [InlineData("app.Use(async (context, next) => { if (!context.Request.Headers.ContainsKey(\"X-Desk\")) { context.Response.StatusCode = 401; return; } await next(context); }); app.MapControllers();")]
    public Task Allows_actions_that_the_project_guards_together(string setup) => Allows(Controller("public Customer? Read(int id) => shop.Customers.Find(id);"), Hosted(setup));

    [Theory]
    [InlineData("builder.Services.AddAuthorization(options => options.FallbackPolicy = null); app.MapControllers();")]
    [InlineData("builder.Services.AddAuthorization(); app.UseAuthentication(); app.UseAuthorization(); app.MapControllers();")]
    [InlineData("builder.Services.AddControllers(options => options.Filters.Add<TimingFilters>());")]
    [InlineData("app.MapControllers(); app.MapGet(\"/products\", (Shop shop) => shop.Products.ToList()).RequireAuthorization();")]
    [InlineData("app.UseMiddleware<ExceptionMiddleware>(); app.MapControllers();")]
    [InlineData("app.UseMiddleware<Clock>(); app.MapControllers();")]
    [InlineData("app.Use(async (context, next) => { try { await next(context); } catch (UnauthorizedAccessException) { context.Response.StatusCode = 401; } }); app.MapControllers();")]
    public Task Flags_actions_where_the_project_sets_up_something_else(string setup) => Flags(Controller("public [|Customer?|] Read(int id) => shop.Customers.Find(id);"), Hosted(setup));

    [Fact]
    public Task Flags_what_is_declared_open_under_a_fallback_policy() => Flags(
        Controller("[[|AllowAnonymous|]] public Customer? Read(int id) => shop.Customers.Find(id); public Customer? Peek(int id) => shop.Customers.Find(id);"),
        Hosted("builder.Services.AddAuthorization(options => options.FallbackPolicy = options.DefaultPolicy); app.MapControllers();"));

    [Fact]
    public Task Allows_the_controllers_of_a_library_whose_host_is_elsewhere() => Allows(Controller("public Customer? Read(int id) => shop.Customers.Find(id);"), new() { Sources = [Model] });

    [Fact]
    public Task Flags_a_hub_mapped_openly_and_no_other() => Flags(
        """
        using Microsoft.AspNetCore.SignalR;

        public class Desk : Hub { private readonly Shop shop = null!; public [|Customer?|] Read(int id) => shop.Customers.Find(id); }

        public class Till : Hub { private readonly Shop shop = null!; public Customer? Read(int id) => shop.Customers.Find(id); }

        public class Elsewhere : Hub { private readonly Shop shop = null!; public Customer? Read(int id) => shop.Customers.Find(id); }
        """,
        Hosted("app.MapHub<Desk>(\"/desk\"); app.MapHub<Till>(\"/till\").RequireAuthorization();"));

    // Routes

    [Theory]
    [InlineData("app.MapGet([|\"/customers/{id}\"|], (int id, Shop shop) => shop.Customers.Find(id));")]
    [InlineData("app.MapPost([|\"/customers/search\"|], (Shop shop) => { var all = shop.Customers.ToList(); return TypedResults.Ok(all); }).WithName(\"search\");")]
    [InlineData("app.MapGet([|\"/customers\"|], Handlers.Read);")]
    [InlineData("app.MapGet([|\"/customers\"|], (Shop shop) => shop.Customers.ToList()).RequireCors(\"AuthDesk\").AddEndpointFilter<TimingFilter>();")]
    [InlineData("app.MapGet([|\"/customers\"|], (Shop shop) => shop.Customers.ToList()).RequireAuthorization().AllowAnonymous();")]
    [InlineData("app.MapGroup(\"/api\").MapGet([|\"/customers\"|], (Shop shop) => shop.Customers.ToList());")]
    [InlineData("var api = app.MapGroup(\"/api\"); api.MapGet(\"/products\", (Shop shop) => shop.Products.ToList()).RequireAuthorization(); api.MapGet([|\"/customers\"|], (Shop shop) => shop.Customers.ToList());")]
    [InlineData("var api = app.MapGroup(\"/api\").RequireAuthorization(); var open = api.MapGroup(\"/open\").AllowAnonymous(); open.MapGet([|\"/customers\"|], (Shop shop) => shop.Customers.ToList());")]
    [InlineData("var other = app.MapGroup(\"/other\").RequireAuthorization(); var api = app.MapGroup(\"/api\"); api.MapGet([|\"/customers\"|], (Shop shop) => shop.Customers.ToList());")]
    [InlineData("app.UseEndpoints(endpoints => endpoints.MapGet([|\"/customers\"|], (Shop shop) => shop.Customers.ToList()));")]
    [InlineData("app.MapGet([|\"/customers\"|], [AllowAnonymous] (Shop shop) => shop.Customers.ToList()).RequireAuthorization();")]
    public Task Flags_a_route_that_anybody_may_call(string map) => Flags(Mapped(map), new() { Sources = [Model, Handlers] });

    [Theory]
    [InlineData("app.MapGet(\"/customers/{id}\", (int id, Shop shop) => shop.Customers.Find(id)).RequireAuthorization();")]
    [InlineData("app.MapGet(\"/customers/{id}\", (int id, Shop shop) => shop.Customers.Find(id)).WithName(\"one\").RequireAuthorization(\"desk\");")]
    [InlineData("app.MapGet(\"/customers\", [Authorize] (Shop shop) => shop.Customers.ToList());")]
    [InlineData("app.MapGet(\"/customers\", Handlers.Guarded);")]
    [InlineData("app.MapGet(\"/customers\", (Shop shop) => shop.Customers.ToList()).AddEndpointFilter<ApiKeyFilter>();")]
    [InlineData("app.MapGet(\"/customers\", (Shop shop) => shop.Customers.ToList()).WithMetadata(new AuthorizeAttribute());")]
    [InlineData("app.MapGet(\"/customers\", (Shop shop) => shop.Customers.ToList()).AddEndpointFilter(async (context, next) => context.HttpContext.Request.Headers.ContainsKey(\"X-Desk\") ? await next(context) : Results.Unauthorized());")]
    [InlineData("var read = app.MapGet(\"/customers\", (Shop shop) => shop.Customers.ToList()); read.RequireAuthorization();")]
    [InlineData("app.MapGroup(\"/api\").RequireAuthorization().MapGet(\"/customers\", (Shop shop) => shop.Customers.ToList());")]
    [InlineData("var api = app.MapGroup(\"/api\").WithTags(\"api\").RequireAuthorization(); api.MapGet(\"/customers\", (Shop shop) => shop.Customers.ToList());")]
    [InlineData("var api = app.MapGroup(\"/api\"); api.RequireAuthorization(); api.MapGet(\"/customers\", (Shop shop) => shop.Customers.ToList());")]
    [InlineData("var api = app.MapGroup(\"/api\").RequireAuthorization(); var customers = api.MapGroup(\"/customers\"); customers.MapGet(\"/\", (Shop shop) => shop.Customers.ToList());")]
    [InlineData("Api(app).MapGet(\"/customers\", (Shop shop) => shop.Customers.ToList()); static RouteGroupBuilder Api(WebApplication app) => app.MapGroup(\"/api\").RequireAuthorization();")]
    [InlineData("app.MapGet(\"/customers\", (Shop shop, ClaimsPrincipal caller) => caller.IsInRole(\"desk\") ? shop.Customers.ToList() : null);")]
    [InlineData("app.MapGet(\"/customers\", (Shop shop, HttpContext context) => Handlers.MayRead(context) ? shop.Customers.ToList() : null);")]
    [InlineData("app.MapGet(\"/products\", (Shop shop) => shop.Products.ToList());")]
    [InlineData("app.MapPost(\"/login\", (string email, Shop shop) => shop.Customers.First(one => one.Email == email));")]
    [InlineData("app.MapGet(\"/health\", (Shop shop) => shop.Customers.First());")]
    public Task Allows_a_route_that_is_guarded_or_hands_out_nothing_personal(string map) => Allows(Mapped(map), new() { Sources = [Model, Handlers] });

    [Theory]
    [InlineData("app.MapCustomers();", "[|\"/customers\"|]")]
    [InlineData("app.MapGroup(\"/api\").MapCustomers();", "[|\"/customers\"|]")]
    [InlineData("app.MapGroup(\"/api\").RequireAuthorization().MapCustomers();", "\"/customers\"")]
    [InlineData("var api = app.MapGroup(\"/api\").RequireAuthorization(); api.MapCustomers();", "\"/customers\"")]
    [InlineData("var api = app.MapGroup(\"/api\").RequireAuthorization(); api.MapCustomers(); app.MapCustomers();", "[|\"/customers\"|]")]
    public Task Asks_who_hands_the_builder_to_the_method_that_maps(string setup, string route)
    {
        var module = $$"""
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Routing;

            static class Module
            {
                public static void MapCustomers(this IEndpointRouteBuilder routes)
                {
                    var group = routes.MapGroup("/desk");
                    group.MapGet({{route}}, (Shop shop) => shop.Customers.ToList());
                }
            }
            """;
        return route[0] == '[' ? Flags(module, Hosted(setup)) : Allows(module, Hosted(setup));
    }

    [Fact]
    public Task Allows_the_routes_of_a_module_whose_host_is_elsewhere() => Allows(
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Routing;

        static class Module
        {
            public static void MapCustomers(this IEndpointRouteBuilder routes) => routes.MapGet("/customers", (Shop shop) => shop.Customers.ToList());
        }
        """, new() { Sources = [Model] });

    // Fixes

    [Theory]
    [InlineData("public [|Customer?|] Read(int id) => shop.Customers.Find(id);", "[Authorize]\n    public Customer? Read(int id) => shop.Customers.Find(id);")]
    [InlineData("[HttpGet] public [|Customer?|] Read(int id) => shop.Customers.Find(id);", "[HttpGet, Authorize] public Customer? Read(int id) => shop.Customers.Find(id);")]
    [InlineData("// One of them.\n    [HttpGet(\"{id}\")]\n    public [|Customer?|] Read(int id) => shop.Customers.Find(id);", "// One of them.\n    [HttpGet(\"{id}\")]\n    [Authorize]\n    public Customer? Read(int id) => shop.Customers.Find(id);")]
    [InlineData("/// <summary>One of them.</summary>\n    public [|Customer?|] Read(int id) => shop.Customers.Find(id);", "/// <summary>One of them.</summary>\n    [Authorize]\n    public Customer? Read(int id) => shop.Customers.Find(id);")]
    [InlineData("[HttpGet, [|AllowAnonymous|]]\n    public Customer? Read(int id) => shop.Customers.Find(id);", "[HttpGet, Authorize]\n    public Customer? Read(int id) => shop.Customers.Find(id);")]
    public Task Fixes_an_action_with_an_attribute(string before, string after) => Fixes(Controller(before), Controller(after), Hosted());

    [Fact]
    public Task Brings_in_the_namespace_of_the_attribute() => Fixes(
        """
        using Microsoft.AspNetCore.Mvc;

        public class Desk : ControllerBase
        {
            private readonly Shop shop = null!;

            [HttpGet]
            public [|Customer?|] Read(int id) => shop.Customers.Find(id);

            [HttpGet("all")]
            public [|List<Customer>|] All() => shop.Customers.ToList();
        }
        """,
        """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        public class Desk : ControllerBase
        {
            private readonly Shop shop = null!;

            [HttpGet]
            [Authorize]
            public Customer? Read(int id) => shop.Customers.Find(id);

            [HttpGet("all")]
            [Authorize]
            public List<Customer> All() => shop.Customers.ToList();
        }
        """, Hosted());

    [Fact]
    public Task Offers_nothing_on_an_action_of_a_type_that_is_declared_open() =>
        OffersNoFix(Controller("public [|Customer?|] Read(int id) => shop.Customers.Find(id);", "[AllowAnonymous] public class Desk : ControllerBase"), Hosted());

    [Theory]
    [InlineData("app.MapGet([|\"/customers\"|], (Shop shop) => shop.Customers.ToList());", "app.MapGet(\"/customers\", (Shop shop) => shop.Customers.ToList()).RequireAuthorization();")]
    [InlineData("app.MapGet([|\"/customers\"|], (Shop shop) => shop.Customers.ToList()).WithName(\"all\");", "app.MapGet(\"/customers\", (Shop shop) => shop.Customers.ToList()).RequireAuthorization().WithName(\"all\");")]
    [InlineData("app.MapGet([|\"/customers\"|], (Shop shop) => shop.Customers.ToList())\n            // By name.\n            .WithName(\"all\");", "app.MapGet(\"/customers\", (Shop shop) => shop.Customers.ToList())\n            .RequireAuthorization()\n            // By name.\n            .WithName(\"all\");")]
    [InlineData("app.MapGet([|\"/customers\"|], (Shop shop) => shop.Customers.ToList()).AllowAnonymous();", "app.MapGet(\"/customers\", (Shop shop) => shop.Customers.ToList()).RequireAuthorization();")]
    [InlineData("app.MapGet([|\"/customers\"|], Handlers.Read);", "app.MapGet(\"/customers\", Handlers.Read).RequireAuthorization();")]
    public Task Fixes_a_route_with_a_call(string before, string after) => Fixes(Mapped(before), Mapped(after), new() { Sources = [Model, Handlers] });

    [Theory]
    [InlineData("app.MapGroup(\"/open\").AllowAnonymous().MapGet([|\"/customers\"|], (Shop shop) => shop.Customers.ToList());")]
    [InlineData("app.MapGet([|\"/customers\"|], [AllowAnonymous] (Shop shop) => shop.Customers.ToList());")]
    public Task Offers_nothing_where_something_else_lets_anybody_in(string map) => OffersNoFix(Mapped(map), new() { Sources = [Model, Handlers] });

    private static readonly (string, string) Handlers = ("Handlers.cs",
        """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Http;

        static class Handlers
        {
            public static List<Customer> Read(Shop shop) => shop.Customers.ToList();

            [Authorize]
            public static List<Customer> Guarded(Shop shop) => shop.Customers.ToList();

            public static bool MayRead(HttpContext context) => context.Request.Headers.ContainsKey("X-Desk");
        }
        """);

    private static Given Hosted(string setup = Controllers) => new()
    {
        Sources =
        [
            Model,
            ("Host.cs",
            $$"""
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc.Authorization;
            using Microsoft.AspNetCore.Mvc.Filters;
            using Microsoft.AspNetCore.Routing;
            using Microsoft.Extensions.DependencyInjection;

            static class Host
            {
                public static void Run()
                {
                    var builder = WebApplication.CreateBuilder();
                    var app = builder.Build();
                    {{setup}}
                }
            }

            public sealed class StaffAuthorizationFilter : IFilterMetadata { }

            public sealed class TimingFilters : IFilterMetadata { }

            public sealed class Gate
            {
                private readonly RequestDelegate next;

                public Gate(RequestDelegate next) => this.next = next;

                public Task InvokeAsync(HttpContext context)
                {
                    if (context.Request.Headers.ContainsKey("X-Desk"))
                        return next(context);

                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return Task.CompletedTask;
                }
            }

            public sealed class ApiKeyMiddleware
            {
                public ApiKeyMiddleware(RequestDelegate next) { }

                public Task InvokeAsync(HttpContext context) => Task.CompletedTask;
            }

            public sealed class ExceptionMiddleware
            {
                private readonly RequestDelegate next;

                public ExceptionMiddleware(RequestDelegate next) => this.next = next;

                public async Task InvokeAsync(HttpContext context)
                {
                    try { await next(context); }
                    catch (Exception error) { context.Response.StatusCode = Answer(error); }
                }

                private static int Answer(Exception error)
                {
                    if (error is UnauthorizedAccessException)
                        return StatusCodes.Status401Unauthorized;

                    return 500;
                }
            }

            public sealed class Clock
            {
                private readonly RequestDelegate next;

                public Clock(RequestDelegate next) => this.next = next;

                public Task InvokeAsync(HttpContext context) => next(context);
            }
            """),
        ],
    };

    private static string Controller(string members, string type = "public class Desk : ControllerBase") =>
        $$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;

        {{type}}
        {
            private readonly Shop shop = null!;

            {{members}}
        }
        """;

    private static string Mapped(string statements) =>
        $$"""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;

        static class Routes
        {
            public static void Map(WebApplication app)
            {
                {{statements}}
            }
        }
        """;
}
