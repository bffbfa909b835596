using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2005UnauditedPersonalDataAccessTests : RuleTests<UC2005UnauditedPersonalDataAccess, UC2005UnauditedPersonalDataAccessFix>
{
    private static readonly (string, string) Model = ("Model.cs",
        """
        using Microsoft.EntityFrameworkCore;

        public class Customer
        {
            public int Id { get; set; }
            public string FullName { get; set; } = "";
            public string Email { get; set; } = "";
            public string Segment { get; set; } = "";
        }

        public class Product
        {
            public int Id { get; set; }
            public string Name { get; set; } = "";
            public decimal Price { get; set; }
        }

        public record CustomerDto(int Id, string FullName, string Email);
        public record ProductDto(int Id, string Name);

        public class Shop : DbContext
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Product> Products => Set<Product>();
        }
        """);

    private static readonly Given Shop = new() { Sources = [Model] };

    private static Given ShopAnd(string name, string text) => new() { Sources = [Model, (name, text)] };

    // Serving

    [Fact]
    public Task Allows_what_a_logger_of_the_projects_own_records() => Flags(
        Controller("public Customer Read(int id, IAppLogger journal) { journal.LogInformacion(\"Customer {id} found\", id); return shop.Customers.Find(id)!; } public Customer [|Peek|](int id, IAppLogger journal) { journal.LogInformacion(\"Starting\"); return shop.Customers.Find(id)!; } public interface IAppLogger { void LogInformacion(string message, params object[] args); }"),
        Shop);

    [Theory]
    [InlineData("public async Task<ActionResult<Customer>> [|Read|](int id) => await shop.Customers.FindAsync(id) is { } found ? found : NotFound();")]
    [InlineData("public async Task<IActionResult> [|Read|](int id) { var customer = await shop.Customers.FindAsync(id); return customer is null ? NotFound() : Ok(customer); }")]
    [InlineData("public Task<List<Customer>> [|Read|]() => shop.Customers.ToListAsync();")]
    [InlineData("public IAsyncEnumerable<Customer> [|Read|]() => shop.Customers.AsAsyncEnumerable();")]
    [InlineData("public IQueryable<Customer> [|Read|]() => shop.Customers;")]
    [InlineData("public IActionResult [|Read|](int id) => Ok(shop.Customers.Where(one => one.Id == id).Select(one => new { one.Id, one.Email }).First());")]
    [InlineData("public ActionResult<CustomerDto> [|Read|](int id) { var one = shop.Customers.Find(id)!; return new CustomerDto(one.Id, one.FullName, one.Email); }")]
    [InlineData("public JsonResult [|Read|](int id) => new JsonResult(shop.Customers.Find(id));")]
    [InlineData("public string [|Read|](int id) => shop.Customers.Find(id)!.Email;")]
    [InlineData("public IActionResult [|Read|](int id) => CreatedAtAction(\"Read\", new { id }, shop.Customers.Find(id));")]
    [InlineData("public IActionResult [|Read|](int id) { var one = shop.Customers.Find(id)!; var shown = new CustomerDto(one.Id, one.FullName, one.Email); return Ok(shown); }")]
    public Task Flags_an_action_that_returns_personal_data(string action) => Flags(Controller(action), Shop);

    [Theory]
    [InlineData("public async Task<ActionResult<Product>> Read(int id) => await shop.Products.FindAsync(id) is { } found ? found : NotFound();")]
    [InlineData("public IActionResult Read(int id) => Ok(shop.Products.Select(one => new ProductDto(one.Id, one.Name)));")]
    [InlineData("public int Read() => shop.Customers.Count();")]
    [InlineData("public Tenant Read() => shop.Set<Tenant>().First(); public class Tenant { public int Id { get; set; } public string Name { get; set; } = \"\"; }")]
    [InlineData("public ContactArea Read() => shop.Set<ContactArea>().First(); public class ContactArea { public int Id { get; set; } public string Name { get; set; } = \"\"; }")]
    [InlineData("public Task<int> Read() => shop.Customers.CountAsync();")]
    [InlineData("public async Task<bool> Read(string email) => await shop.Customers.AnyAsync(one => one.Email == email);")]
    [InlineData("public Task<Dictionary<string, int>> Read() => shop.Customers.GroupBy(one => one.Segment).ToDictionaryAsync(group => group.Key, group => group.Count());")]
    [InlineData("public IActionResult Read() => Ok(shop.Customers.Select(one => one.Id).ToList());")]
    [InlineData("public IActionResult Read() => Ok(shop.Customers.GroupBy(one => one.Segment).Select(one => new { Segment = one.Key, Count = one.Count() }));")]
    [InlineData("public IActionResult Read(int id) => Ok(shop.Customers.Any(one => one.Id == id));")]
    [InlineData("public IActionResult Read(CustomerDto customer) => Ok(customer);")]
    [InlineData("[NonAction] public Customer Read(int id) => shop.Customers.Find(id)!;")]
    [InlineData("private Customer Read(int id) => shop.Customers.Find(id)!;")]
    [InlineData("public IActionResult Read(int id) { var one = shop.Customers.Find(id)!; return Ok(new CustomerDto(one.Id, Mask(one.FullName), Mask(one.Email))); } static string Mask(string text) => text[..1] + \"***\";")]
    [InlineData("public IActionResult Login(string email) => Ok(new { Email = email, Token = \"t\" });")]
    public Task Allows_an_action_that_returns_nothing_personal(string action) => Allows(Controller(action), Shop);

    [Fact]
    public Task Flags_a_view_of_personal_data() => Flags(
        """
        using Microsoft.AspNetCore.Mvc;

        public class CustomerController : Controller
        {
            private readonly Shop shop = null!;

            public IActionResult [|Details|](int id) => View(shop.Customers.Find(id));

            public IActionResult Product(int id) => View(shop.Products.Find(id));
        }
        """, Shop);

    [Theory]
    [InlineData("public async Task<JsonResult> [|OnGetAsync|](int id) => new JsonResult(await shop.Customers.FindAsync(id));")]
    [InlineData("public IActionResult [|OnGetCustomer|](int id) { var customer = shop.Customers.Find(id); return customer is null ? NotFound() : new JsonResult(new { customer.FullName, customer.Email }); }")]
    [InlineData("public IActionResult [|OnGetRow|](int id) => Partial(\"_Row\", shop.Customers.Find(id));")]
    public Task Flags_a_handler_of_a_page_that_answers_with_personal_data(string handler) => Flags(Page(handler), Shop);

    [Theory]
    [InlineData("public async Task<JsonResult> OnGetAsync(int id) => new JsonResult(await shop.Products.FindAsync(id));")]
    [InlineData("public IActionResult OnGet(int id) => Page();")]
    [InlineData("public IActionResult OnPost(Customer customer) => new JsonResult(customer.Id);")]
    [InlineData("public IActionResult OnGet(int id) { logger.LogInformation(\"Customer {Id} viewed\", id); return new JsonResult(shop.Customers.Find(id)); }")]
    [InlineData("private JsonResult Shown(int id) => new JsonResult(shop.Customers.Find(id));")]
    public Task Allows_a_handler_of_a_page_that_answers_with_nothing_personal_or_leaves_a_record(string handler) => Allows(Page(handler), Shop);

    private static string Page(string handler) =>
        $$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.Extensions.Logging;

        public class DetailsModel : PageModel
        {
            private readonly Shop shop = null!;
            private readonly ILogger<DetailsModel> logger = null!;

            {{handler}}
        }
        """;

    [Fact]
    public Task Flags_two_actions_of_a_controller() => Flags(Controller(
        """
        public Customer? [|Read|](int id) => shop.Customers.Find(id);

            public List<Customer> [|List|]() => shop.Customers.ToList();

            public List<Product> Products() => shop.Products.ToList();
        """), Shop);

    [Theory]
    [InlineData("app.[|MapGet|](\"/customers/{id}\", (int id, Shop shop) => shop.Customers.Find(id));")]
    [InlineData("app.[|MapGet|](\"/customers/{id}\", async (int id, Shop shop) => await shop.Customers.FindAsync(id) is { } one ? Results.Ok(one) : Results.NotFound());")]
    [InlineData("app.[|MapPost|](\"/customers/search\", (Shop shop) => { var all = shop.Customers.ToList(); return TypedResults.Ok(all); });")]
    [InlineData("var group = app.MapGroup(\"/customers\"); group.[|MapGet|](\"/\", (Shop shop) => shop.Customers.Select(one => new CustomerDto(one.Id, one.FullName, one.Email)));")]
    [InlineData("app.MapGet(\"/products\", (Shop shop) => shop.Products.ToList()); app.[|MapGet|](\"/customers\", (Shop shop) => shop.Customers.ToList());")]
    public Task Flags_a_mapped_lambda(string map) => Flags(Mapped(map), Shop);

    [Theory]
    [InlineData("app.MapGet(\"/products/{id}\", (int id, Shop shop) => shop.Products.Find(id));")]
    [InlineData("app.MapGet(\"/health\", (Shop shop) => shop.Customers.FirstOrDefault());")]
    [InlineData("app.MapPost(\"/customers\", (Customer customer, Shop shop) => { shop.Customers.Add(customer); shop.SaveChanges(); return Results.Created(\"/customers/\" + customer.Id, customer); });")]
    [InlineData("app.MapPost(\"/customers\", (CustomerDto sent, Shop shop) => { var customer = new Customer { FullName = sent.FullName, Email = sent.Email }; shop.Customers.Add(customer); return Results.Ok(customer); });")]
    [InlineData("app.MapGet(\"/customers/count\", (Shop shop) => shop.Customers.Count());")]
    public Task Allows_a_mapped_lambda_that_serves_nothing_personal(string map) => Allows(Mapped(map), Shop);

    [Fact]
    public Task Flags_a_handler_at_its_own_name_where_another_file_maps_it() => Flags(
        """
        public static class Handlers
        {
            public static Customer? [|Read|](int id, Shop shop) => shop.Customers.Find(id);

            public static Customer? Unmapped(int id, Shop shop) => shop.Customers.Find(id);
        }
        """,
        ShopAnd("Routes.cs",
        """
        using Microsoft.AspNetCore.Builder;

        static class Routes
        {
            public static void Map(WebApplication app) => app.MapGet("/customers/{id}", Handlers.Read);
        }
        """));

    [Fact]
    public Task Flags_a_hub_that_answers_or_sends_personal_data() => Flags(
        """
        using Microsoft.AspNetCore.SignalR;

        public class Desk : Hub
        {
            private readonly Shop shop = null!;

            public Customer? [|Read|](int id) => shop.Customers.Find(id);

            public Task Show(int id) => Clients.All.[|SendAsync|]("customer", shop.Customers.Find(id));

            public Task Ping(int id) => Clients.All.SendAsync("customer", id);

            public override Task OnConnectedAsync() => base.OnConnectedAsync();
        }
        """, Shop);

    [Fact]
    public Task Flags_what_middleware_writes_to_a_response() => Flags(
        """
        using Microsoft.AspNetCore.Http;

        class Front
        {
            private readonly Shop shop = null!;

            public Task Answer(HttpContext context) => context.Response.[|WriteAsJsonAsync|](shop.Customers.Find(1));

            public Task Product(HttpContext context) => context.Response.WriteAsJsonAsync(shop.Products.Find(1));
        }
        """, Shop);

    [Fact]
    public Task Allows_a_controller_of_ones_own_making() => Allows(
        """
        class ControllerBase { protected object Ok(object value) => value; }

        class Customers : ControllerBase
        {
            private readonly Shop shop = null!;

            public object Read(int id) => Ok(shop.Customers.Find(id)!);
        }
        """, Shop);

    [Theory]
    [InlineData("public class Named { public int Id { get; set; } public string? Email { get; set; } }", false)]
    [InlineData("public class Named { public int Id { get; set; } public string? Email { get; set; } public string? Phone { get; set; } }", true)]
    [InlineData("public class Named { public string? Ssn { get; set; } }", true)]
    [InlineData("public class Named { public string? MaskedEmail { get; set; } public string? EmailHash { get; set; } public int PatientId { get; set; } }", false)]
    [InlineData("public class Patient { public string? Email { get; set; } } public class Named { public int Id { get; set; } }", false)]
    [InlineData("public class Named { public int Id { get; set; } [System.Text.Json.Serialization.JsonIgnore] public string? Ssn { get; set; } }", false)]
    public Task Acts_on_what_tells_enough_of_a_person(string type, bool flagged)
    {
        var source = Controller($"public Named {(flagged ? "[|Read|]" : "Read")}(int id) => Store.Find(id);") + type + " static class Store { public static Named Find(int id) => new(); }";
        return flagged ? Flags(source, Shop) : Allows(source, Shop);
    }

    // Exports

    [Theory]
    [InlineData("using var csv = new CsvHelper.CsvWriter(new StreamWriter(\"out.csv\"), System.Globalization.CultureInfo.InvariantCulture); csv.[|WriteRecords|](shop.Customers.ToList());")]
    [InlineData("await File.[|WriteAllTextAsync|](\"out.json\", System.Text.Json.JsonSerializer.Serialize(shop.Customers.ToList()));")]
    [InlineData("File.[|WriteAllLines|](\"out.csv\", shop.Customers.Select(one => $\"{one.Id};{one.Email}\"));")]
    [InlineData("var text = new System.Text.StringBuilder(); foreach (var one in shop.Customers) text.AppendLine(one.FullName + \";\" + one.Email); File.[|WriteAllText|](\"out.csv\", text.ToString());")]
    [InlineData("var text = new System.Text.StringBuilder(); foreach (var one in shop.Customers) text.AppendLine($\"{one.FullName};{one.Email}\"); File.[|WriteAllText|](\"out.csv\", text.ToString());")]
    [InlineData("using var writer = new StreamWriter(\"out.csv\"); foreach (var one in shop.Customers) writer.[|WriteLine|]($\"{one.Id};{one.Email}\");")]
    [InlineData("await using var file = File.Create(\"out.json\"); await System.Text.Json.JsonSerializer.[|SerializeAsync|](file, shop.Customers.ToList());")]
    [InlineData("await new HttpClient().[|PostAsJsonAsync|](\"https://crm.example\", shop.Customers.First());")]
    [InlineData("var json = System.Text.Json.JsonSerializer.Serialize(shop.Customers.First()); await new HttpClient().[|PostAsync|](\"https://crm.example\", new StringContent(json));")]
    [InlineData("await blob.[|UploadAsync|](BinaryData.FromObjectAsJson(shop.Customers.ToList()));")]
    [InlineData("await producer.[|ProduceAsync|](\"customers\", new Confluent.Kafka.Message<string, string> { Key = \"1\", Value = System.Text.Json.JsonSerializer.Serialize(shop.Customers.First()) });")]
    [InlineData("await s3.[|PutObjectAsync|](new Amazon.S3.Model.PutObjectRequest { BucketName = \"b\", Key = \"k\", ContentBody = System.Text.Json.JsonSerializer.Serialize(shop.Customers.ToList()) });")]
    [InlineData("var customer = shop.Customers.First(); await bus.[|Publish|](new CustomerDto(customer.Id, customer.FullName, customer.Email));")]
    [InlineData("var body = System.Text.Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(shop.Customers.First())); await channel.[|BasicPublishAsync|](\"e\", \"k\", false, new RabbitMQ.Client.BasicProperties(), body);")]
    public Task Flags_an_export_of_personal_data(string export) => Flags(Job(export), Shop);

    [Theory]
    [InlineData("await File.WriteAllTextAsync(\"out.json\", System.Text.Json.JsonSerializer.Serialize(shop.Products.ToList()));")]
    [InlineData("File.WriteAllLines(\"out.csv\", shop.Customers.Select(one => $\"{one.Id};{one.Segment}\"));")]
    [InlineData("File.WriteAllLines(\"out.csv\", shop.Customers.Select(one => $\"{one.Id};{Hash(one.Email)}\"));")]
    [InlineData("await new HttpClient().PostAsJsonAsync(\"https://crm.example\", new { Count = shop.Customers.Count() });")]
    [InlineData("await blob.UploadAsync(BinaryData.FromObjectAsJson(new { Day = DateTime.Today }));")]
    [InlineData("Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(shop.Products.First()));")]
    [InlineData("shop.Customers.Add(new Customer { FullName = \"x\", Email = \"y\" }); await shop.SaveChangesAsync();")]
    [InlineData("var text = System.Text.Json.JsonSerializer.Serialize(shop.Customers.First());")]
    [InlineData("await bus.Publish(new ProductDto(1, \"n\"));")]
    public Task Allows_an_export_of_something_else(string export) => Allows(Job(export), Shop);

    [Fact]
    public Task Allows_a_load_into_the_pipelines_own_database() => Allows(
        """
        using Dapper;

        class Loader
        {
            public Task Load(System.Data.Common.DbConnection connection, List<Customer> customers) =>
                connection.ExecuteAsync("INSERT INTO customers (id, email) VALUES (@Id, @Email)", customers);

            public Task Land(MongoDB.Driver.IMongoCollection<Customer> landing, List<Customer> customers) => landing.InsertManyAsync(customers);
        }
        """, Shop);

    // Updates and erasures

    [Theory]
    [InlineData("shop.Customers.[|Remove|](shop.Customers.Find(1)!); await shop.SaveChangesAsync();")]
    [InlineData("var customer = shop.Customers.Find(1)!; shop.[|Update|](customer); await shop.SaveChangesAsync();")]
    [InlineData("var customer = await shop.Customers.FindAsync(1); customer!.Email = \"x@example.com\"; await shop.[|SaveChangesAsync|]();")]
    [InlineData("foreach (var customer in shop.Customers) { customer.FullName = \"\"; } shop.[|SaveChanges|]();")]
    [InlineData("await shop.Customers.Where(one => one.Id == 1).[|ExecuteDeleteAsync|]();")]
    [InlineData("await shop.Customers.[|ExecuteUpdateAsync|](set => set.SetProperty(one => one.Email, \"\"));")]
    [InlineData("var customer = shop.Customers.Find(1)!; shop.Entry(customer).State = EntityState.Modified; await shop.[|SaveChangesAsync|]();")]
    [InlineData("await connection.[|ExecuteAsync|](\"UPDATE dbo.[Customers] SET email = @email WHERE id = @id\", new { id = 1, email = \"x\" });")]
    [InlineData("await connection.[|ExecuteAsync|](\"DELETE FROM patients WHERE id = @id\", new { id = 1 });")]
    [InlineData("using var command = connection.CreateCommand(); command.CommandText = \"update users set phone_number = null where id = 1\"; command.[|ExecuteNonQuery|]();")]
    [InlineData("using var command = new Npgsql.NpgsqlCommand(\"DELETE FROM customers\"); await command.[|ExecuteNonQueryAsync|]();")]
    [InlineData("await people.[|DeleteOneAsync|](one => one.Id == 1);")]
    [InlineData("await people.[|UpdateOneAsync|](one => one.Id == 1, MongoDB.Driver.Builders<Customer>.Update.Set(one => one.Email, \"x\"));")]
    [InlineData("await people.[|ReplaceOneAsync|](one => one.Id == 1, shop.Customers.First());")]
    [InlineData("await cosmos.[|DeleteItemAsync|]<Customer>(\"1\", new Microsoft.Azure.Cosmos.PartitionKey(\"1\"));")]
    public Task Flags_a_change_to_personal_records(string change) => Flags(Job(change), Shop);

    [Theory]
    [InlineData("shop.Products.Remove(shop.Products.Find(1)!); await shop.SaveChangesAsync();")]
    [InlineData("var customer = await shop.Customers.FindAsync(1); customer!.Segment = \"gold\"; await shop.SaveChangesAsync();")]
    [InlineData("var customer = new Customer(); customer.Email = \"x@example.com\"; shop.Add(customer); await shop.SaveChangesAsync();")]
    [InlineData("await shop.Customers.ExecuteUpdateAsync(set => set.SetProperty(one => one.Segment, \"\"));")]
    [InlineData("await connection.ExecuteAsync(\"UPDATE orders SET state = 1 WHERE customer_id = @id\", new { id = 1 });")]
    [InlineData("await connection.ExecuteAsync(\"UPDATE customers SET segment = 'gold' WHERE email = @email\", new { email = \"x\" });")]
    [InlineData("await connection.ExecuteAsync(\"DELETE FROM user_roles WHERE id = @id\", new { id = 1 });")]
    [InlineData("await connection.ExecuteAsync(\"DELETE FROM staging_customers\");")]
    [InlineData("await connection.ExecuteAsync(\"INSERT INTO customers (email) VALUES (@e) ON CONFLICT (id) DO UPDATE SET email = @e\", new { e = \"x\" });")]
    [InlineData("await connection.ExecuteAsync(\"SELECT email FROM customers FOR UPDATE\");")]
    [InlineData("new List<Customer>().Remove(shop.Customers.First()); File.Delete(\"customers.csv\");")]
    [InlineData("await people.UpdateOneAsync(one => one.Id == 1, MongoDB.Driver.Builders<Customer>.Update.Set(one => one.Segment, \"x\"));")]
    public Task Allows_a_change_to_something_else(string change) => Allows(Job(change), Shop);

    [Fact]
    public Task Flags_once_for_a_method_and_a_deed() => Flags(Job(
        """
        shop.Customers.[|Remove|](shop.Customers.Find(1)!);
                shop.Customers.Remove(shop.Customers.Find(2)!);
                await shop.SaveChangesAsync();
                File.[|WriteAllText|]("a.json", System.Text.Json.JsonSerializer.Serialize(shop.Customers.First()));
                File.WriteAllText("b.json", System.Text.Json.JsonSerializer.Serialize(shop.Customers.First()));
        """), Shop);

    // Changes through what is written for any type

    private const string Repositories =
        """
        using Microsoft.EntityFrameworkCore;

        public interface IRepository<T> where T : class
        {
            T? Find(int id);
            void Add(T entity);
            void Update(T entity);
            Task DeleteAsync(int id);
        }

        public class Repository<T> : IRepository<T> where T : class
        {
            private readonly Shop shop = null!;

            public T? Find(int id) => shop.Set<T>().Find(id);

            public void Add(T entity) { shop.Set<T>().Add(entity); shop.SaveChanges(); }

            public virtual void Update(T entity)
            {
                shop.Entry(entity).State = EntityState.Modified;
                shop.SaveChanges();
            }

            public async Task DeleteAsync(int id)
            {
                shop.Set<T>().Remove(Find(id)!);
                await shop.SaveChangesAsync();
            }
        }

        """;

    private static Given ShopWithRepositories(string more = "") => new() { Sources = [Model, ("Repositories.cs", Repositories + more)] };

    [Theory]
    [InlineData("IRepository<Customer> repository", "repository.[|Update|](customer);")]
    [InlineData("Repository<Customer> repository", "repository.[|Update|](customer);")]
    [InlineData("IRepository<Customer> repository", "await repository.[|DeleteAsync|](customer.Id);")]
    [InlineData("IRepository<Customer> repository", "customer.Email = \"x\"; repository.[|Update|](customer); await shop.SaveChangesAsync();")]
    [InlineData("Service<Customer> service", "service.[|Change|](customer);", "public class Service<T> where T : class { private readonly IRepository<T> repository = null!; public void Change(T entity) => repository.Update(entity); }")]
    [InlineData("ICustomers customers", "customers.[|Update|](customer);", "public interface ICustomers : IRepository<Customer> { }")]
    [InlineData("Shop context", "context.[|Save|](customer);", "public static class Saving { public static void Save<T>(this Shop shop, T entity) where T : class { shop.Update(entity); shop.SaveChanges(); } }")]
    public Task Flags_a_change_through_a_generic_repository_once_and_at_its_caller(string service, string change, string more = "") => Flags(Changing(service, change), ShopWithRepositories(more));

    [Theory]
    [InlineData("IRepository<Product> repository", "repository.Update(null!);")]
    [InlineData("IRepository<Customer> repository", "repository.Add(customer);")]
    [InlineData("IRepository<Customer> repository", "_ = repository.Find(1);")]
    [InlineData("IRepository<Customer> repository", "repository.Update(customer); Audit(customer.Id);")]
    [InlineData("Cache<Customer> cache", "cache.Update(customer);", "public class Cache<T> { private readonly List<T> all = new(); public void Update(T one) => all.Remove(one); }")]
    public Task Allows_a_generic_method_that_changes_nothing_personal_or_leaves_a_record(string service, string change, string more = "") => Allows(Changing(service, change), ShopWithRepositories(more));

    [Fact]
    public Task Flags_an_override_for_one_type_at_its_caller_only() => Flags(
        Changing("CustomerRepository customers, IRepository<Customer> repository", "customers.[|Update|](customer); repository.Update(customer);"),
        ShopWithRepositories("public class CustomerRepository : Repository<Customer> { public override void Update(Customer entity) => base.Update(entity); }"));

    [Fact]
    public Task Flags_a_repository_of_one_type_where_it_is_written_and_not_at_its_caller() => Flags(
        Changing("IRepository<Customer> repository", "repository.Update(customer);"),
        ShopWithRepositories("public class Customers : IRepository<Customer> { private readonly Shop shop = null!; public Customer? Find(int id) => null; public void Add(Customer entity) { } public void Update(Customer entity) { shop.[|Update|](entity); shop.SaveChanges(); } public Task DeleteAsync(int id) => Task.CompletedTask; }"));

    [Fact]
    public Task Fixes_a_change_through_a_generic_repository_at_its_caller() => Fixes(
        """
        class Registry
        {
            private readonly IRepository<Customer> repository;

            public Registry(IRepository<Customer> repository)
            {
                this.repository = repository;
            }

            public void Change(Customer customer)
            {
                repository.[|Update|](customer);
            }
        }
        """,
        """
        using Microsoft.Extensions.Logging;

        class Registry
        {
            private readonly ILogger<Registry> logger;
            private readonly IRepository<Customer> repository;

            public Registry(IRepository<Customer> repository, ILogger<Registry> logger)
            {
                this.repository = repository;
                this.logger = logger;
            }

            public void Change(Customer customer)
            {
                repository.Update(customer);
                logger.LogInformation("Audit: {Action} of {Entity} {Key}, fields {Fields}", "update", "Customer", customer.Id, "FullName, Email");
            }
        }
        """,
        ShopWithRepositories());

    private static string Changing(string service, string change) =>
        $$"""
        class Registry
        {
            private readonly Shop shop = null!;

            public async Task Change({{service}}, Customer customer)
            {
                {{change}}
                await Task.Yield();
            }

            private static void Audit(int id) { }
        }
        """;

    // Records of access

    [Theory]
    [InlineData("logger.LogInformation(\"Customer {Id} read by {User}\", id, User.Identity?.Name);")]
    [InlineData("logger.LogWarning(\"Returning customer {Id}\", id);")]
    [InlineData("logger.Log(LogLevel.Information, \"Customer {Id} viewed\", id);")]
    [InlineData("logger.LogInformation($\"Customer {id} was read\");")]
    [InlineData("audit.Write(id);")]
    [InlineData("this.audit?.Write(id);")]
    [InlineData("RecordAccess(id);")]
    [InlineData("Note(id);")]
    [InlineData("NLog.LogManager.GetCurrentClassLogger().Info(\"Customer {Id} read\", id);")]
    [InlineData("Trail.CustomerRead(logger, id);")]
    [InlineData("Trail.Read(logger, id, null);")]
    public Task Allows_what_leaves_a_record(string record) => Allows(Recorded(record, "Read"), Shop);

    [Theory]
    [InlineData("logger.LogInformation(\"Request received\");")]
    [InlineData("logger.LogDebug(\"Customer {Id} read\", id);")]
    [InlineData("logger.LogError(\"Customer {Id} cannot be read\", id);")]
    [InlineData("try { Note2(); } catch (Exception e) { logger.LogWarning(e, \"Customer {Id} not read\", id); }")]
    [InlineData("if (id < 0) { logger.LogWarning(\"Customer {Id} not found\", id); return null; }")]
    [InlineData("logger.LogInformation(\"Took {Elapsed} ms\", 3);")]
    [InlineData("audit.GetLatest();")]
    [InlineData("Console.WriteLine($\"Customer {id} read\");")]
    [InlineData("Trail.Slow(logger, id);")]
    public Task Flags_what_only_seems_to_leave_a_record(string record) => Flags(Recorded(record, "[|Read|]"), Shop);

    [Fact]
    public Task Allows_a_record_left_behind_an_interface() => Allows(Controller("public Customer? Read(int id) => customers.Find(id); ICustomers customers = null!;"),
        ShopAnd("Customers.cs",
        """
        using Microsoft.Extensions.Logging;

        public interface ICustomers { Customer? Find(int id); }

        class Customers : ICustomers
        {
            private readonly Shop shop = null!;
            private readonly ILogger<Customers> logger = null!;

            public Customer? Find(int id)
            {
                logger.LogInformation("Customer {Id} read", id);
                return shop.Customers.Find(id);
            }
        }
        """));

    private const string Trail =
        """
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;

        public interface IAuditTrail { Task WriteAsync(string what, int id); }

        public abstract class SeenController : ControllerBase
        {
            private readonly IAuditTrail trail = null!;

            protected Task Seen(int id) => trail.WriteAsync("seen", id);
        }

        public abstract class HookedController : Controller
        {
            private readonly IAuditTrail trail = null!;

            public override void OnActionExecuted(ActionExecutedContext context) => trail.WriteAsync(context.ActionDescriptor.DisplayName ?? "", 0);
        }

        public abstract class CountingController : Controller
        {
            private readonly IAuditTrail trail = null!;
            protected int count;

            public override void OnActionExecuted(ActionExecutedContext context) => count++;
        }

        public interface ICustomers { Customer? Find(int id); }

        public class Customers : ICustomers
        {
            private readonly Shop shop = null!;

            public Customer? Find(int id) => shop.Customers.Find(id);
        }
        """;

    private const string Decorator =
        """
        public class RecordedCustomers : ICustomers
        {
            private readonly ICustomers inner = null!;
            private readonly IAuditTrail trail = null!;

            public Customer? Find(int id)
            {
                trail.WriteAsync("read", id).Wait();
                return inner.Find(id);
            }
        }
        """;

    private const string Plain =
        """
        public class CachedCustomers : ICustomers
        {
            private readonly ICustomers inner = null!;
            private readonly IAuditTrail trail = null!;

            public Customer? Find(int id) => inner.Find(id);
        }
        """;

    [Theory]
    [InlineData("SeenController", "await Seen(id); return customers.Find(id);", Plain)]
    [InlineData("HookedController", "await Task.Yield(); return customers.Find(id);", Plain)]
    [InlineData("ControllerBase", "await Task.Yield(); return customers.Find(id);", Decorator)]
    [InlineData("ControllerBase", "await trail.WriteAsync(\"read\", id); return customers.Find(id);", Plain)]
    public Task Allows_an_audit_that_is_called_in_a_base_a_hook_a_decorator_or_here(string extended, string body, string customers) => Allows(Trailing(extended, body, "Read"), ShopAnd("Trail.cs", Trail + customers));

    [Theory]
    [InlineData("SeenController", "await Task.Yield(); return customers.Find(id);", Plain)]
    [InlineData("CountingController", "await Task.Yield(); return customers.Find(id);", Plain)]
    [InlineData("ControllerBase", "await Task.Yield(); return customers.Find(id);", Plain)]
    public Task Flags_an_audit_in_reach_that_nobody_calls(string extended, string body, string customers) => Flags(Trailing(extended, body, "[|Read|]"), ShopAnd("Trail.cs", Trail + customers));

    private static string Trailing(string extended, string body, string name) =>
        $$"""
        using Microsoft.AspNetCore.Mvc;

        public class CustomersController : {{extended}}
        {
            private readonly ICustomers customers;
            private readonly IAuditTrail trail;

            public CustomersController(ICustomers customers, IAuditTrail trail)
            {
                this.customers = customers;
                this.trail = trail;
            }

            public async Task<Customer?> {{name}}(int id)
            {
                {{body}}
            }
        }
        """;

    [Fact]
    public Task Allows_a_change_whose_base_class_writes_to_the_audit_around_it() => Allows(
        """
        public interface IAuditTrail { void Write(int id); }

        public abstract class Deed
        {
            private readonly IAuditTrail trail = null!;

            public void Do(Customer customer)
            {
                Apply(customer);
                trail.Write(customer.Id);
            }

            protected abstract void Apply(Customer customer);
        }

        public sealed class Change : Deed
        {
            private readonly Shop shop = null!;

            protected override void Apply(Customer customer)
            {
                shop.Update(customer);
                shop.SaveChanges();
            }
        }
        """, Shop);

    [Fact]
    public Task Flags_where_what_stands_behind_the_interface_leaves_none() => Flags(Controller("public Customer? [|Read|](int id) => customers.Find(id); ICustomers customers = null!;"),
        ShopAnd("Customers.cs",
        """
        public interface ICustomers { Customer? Find(int id); }

        class Customers : ICustomers
        {
            private readonly Shop shop = null!;

            public Customer? Find(int id) => shop.Customers.Find(id);
        }
        """));

    [Fact]
    public Task Allows_an_export_whose_every_caller_leaves_a_record() => Allows(
        """
        class Exporter
        {
            private readonly Shop shop = null!;

            public void Export(string path) => File.WriteAllText(path, System.Text.Json.JsonSerializer.Serialize(shop.Customers.ToList()));
        }
        """,
        ShopAnd("Night.cs",
        """
        using Microsoft.Extensions.Logging;

        class Night
        {
            private readonly Exporter exporter = null!;
            private readonly ILogger<Night> logger = null!;

            public void Run()
            {
                exporter.Export("customers.json");
                logger.LogInformation("Exported customers to {Path}", "customers.json");
            }
        }
        """));

    [Fact]
    public Task Flags_an_export_where_one_caller_leaves_no_record() => Flags(
        """
        class Exporter
        {
            private readonly Shop shop = null!;

            public void Export(string path) => File.[|WriteAllText|](path, System.Text.Json.JsonSerializer.Serialize(shop.Customers.ToList()));
        }
        """,
        ShopAnd("Night.cs",
        """
        using Microsoft.Extensions.Logging;

        class Night
        {
            private readonly Exporter exporter = null!;
            private readonly ILogger<Night> logger = null!;

            public void Run()
            {
                exporter.Export("customers.json");
                logger.LogInformation("Exported customers to {Path}", "customers.json");
            }

            public void Again() => exporter.Export("again.json");
        }
        """));

    [Fact]
    public Task Flags_a_handler_whose_mapping_program_logs_about_something_else() => Flags(
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Logging;

        var app = WebApplication.Create();
        app.[|MapGet|]("/customers/{id}", (int id, Shop shop) => shop.Customers.Find(id));
        app.MapGet("/others/{id}", (int id, Shop shop, ILogger<Program> logger) =>
        {
            logger.LogInformation("Customer {Id} read", id);
            return shop.Customers.Find(id);
        });
        app.Logger.LogInformation("Serving customers from {Path}", app.Environment.ContentRootPath);
        app.Run();
        """, Shop with { Exe = true });

    [Fact]
    public Task Flags_a_model_by_what_it_holds_and_not_by_what_it_was_made_from() => Flags(
        """
        using Microsoft.AspNetCore.Mvc;

        public abstract class Response { }

        public class Badge : Response
        {
            public Badge(Customer customer) => Segment = customer.Segment;

            public string Segment { get; }
        }

        public class CustomersController : ControllerBase
        {
            private readonly Shop shop = null!;

            public Badge Show(int id) => new Badge(shop.Customers.Find(id)!);

            public Customer? [|Read|](int id) => shop.Customers.Find(id);
        }
        """, Shop);

    [Fact]
    public Task Allows_how_to_reach_a_firm() => Allows(Controller("public Supplier? Read(int id) => null;") + "public class Supplier { public int Id { get; set; } public string? Email { get; set; } public string? Phone { get; set; } }", Shop);

    [Theory]
    [InlineData("[Audit]")]
    [InlineData("[Microsoft.AspNetCore.Mvc.ServiceFilter(typeof(AuditAttribute))]")]
    public Task Allows_what_an_attribute_audits(string attribute) => Allows(Controller($"{attribute} public Customer? Read(int id) => shop.Customers.Find(id);") + "class AuditAttribute : Attribute { }", Shop);

    [Theory]
    [InlineData("app.UseMiddleware<AuditMiddleware>();", true)]
    [InlineData("app.UseAudit();", true)]
    [InlineData("app.Services.GetService(typeof(AuditMiddleware));", false)]
    [InlineData("services.AddControllers(options => options.Filters.Add<AuditMiddleware>());", true)]
    [InlineData("services.AddScoped<AuditMiddleware>();", false)]
    [InlineData("app.MapGroup(\"/\").AddEndpointFilter<IEndpointConventionBuilder, AuditFilter>();", true)]
    [InlineData("app.UseRouting();", false)]
    public Task Knows_what_the_project_audits_by_itself(string setup, bool audited)
    {
        var given = ShopAnd("Setup.cs",
            $$"""
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            using Microsoft.Extensions.DependencyInjection;

            class AuditMiddleware : Microsoft.AspNetCore.Mvc.Filters.IFilterMetadata { }

            class AuditFilter : IEndpointFilter
            {
                public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context);
            }

            static class Setup
            {
                public static void UseAudit(this WebApplication app) { }

                public static void Start(WebApplication app, IServiceCollection services) { {{setup}} }
            }
            """);
        var source = Controller($"public Customer? {(audited ? "Read" : "[|Read|]")}(int id) => shop.Customers.Find(id);");
        return audited ? Allows(source, given) : Flags(source, given);
    }

    [Fact]
    public Task An_interceptor_of_saves_audits_changes_and_not_reads() => Flags(
        Controller("public Customer? [|Read|](int id) => shop.Customers.Find(id); public void Delete(int id) { shop.Customers.Remove(shop.Customers.Find(id)!); shop.SaveChanges(); }"),
        ShopAnd("Interceptor.cs", "class AuditInterceptor : Microsoft.EntityFrameworkCore.Diagnostics.SaveChangesInterceptor { }"));

    [Fact]
    public Task Allows_what_a_configured_method_records() => Allows(
        Controller("public Customer? Read(int id) { Ledger.Enter(id); return shop.Customers.Find(id); }") + "static class Ledger { public static void Enter(int id) { } }",
        Shop with { EditorConfig = "undercurrent.UC2005.audit_methods = Ledger.Enter" });

    [Fact]
    public Task Says_nothing_in_a_project_without_personal_words() => Allows("class Job { void Run() => File.WriteAllText(\"a\", \"b\"); }");

    [Fact]
    public Task Flags_a_grpc_method_a_triggered_function_and_a_service_operation() => Flags(
        """
        using Grpc.Core;
        using Microsoft.Azure.Functions.Worker;
        using Microsoft.Azure.Functions.Worker.Http;

        [BindServiceMethod(typeof(Directory), "Bind")]
        public abstract class DirectoryBase
        {
            public virtual Task<CustomerDto> Find(ProductDto request) => throw new NotImplementedException();
        }

        public class Directory : DirectoryBase
        {
            private readonly Shop shop = null!;

            public override Task<CustomerDto> [|Find|](ProductDto request)
            {
                var one = shop.Customers.Find(request.Id)!;
                return Task.FromResult(new CustomerDto(one.Id, one.FullName, one.Email));
            }
        }

        public class Functions
        {
            private readonly Shop shop = null!;

            public async Task Write([HttpTrigger("get")] object request, HttpResponseData response) => await response.[|WriteAsJsonAsync|](shop.Customers.First());

            public Customer [|Read|]([HttpTrigger("get")] object request) => shop.Customers.First();

            public Customer Inner() => shop.Customers.First();
        }

        [System.ServiceModel.ServiceContract]
        public interface IDesk { [System.ServiceModel.OperationContract] Customer Find(int id); Customer Other(int id); }

        public class Desk : IDesk
        {
            private readonly Shop shop = null!;

            public Customer [|Find|](int id) => shop.Customers.Find(id)!;
            public Customer Other(int id) => shop.Customers.Find(id)!;
        }
        """,
        ShopAnd("Libraries.cs",
        """
        namespace Grpc.Core
        {
            public class BindServiceMethodAttribute : Attribute { public BindServiceMethodAttribute(Type type, string method) { } }
        }

        namespace Microsoft.Azure.Functions.Worker
        {
            public class HttpTriggerAttribute : Attribute { public HttpTriggerAttribute(params string[] methods) { } }
        }

        namespace Microsoft.Azure.Functions.Worker.Http
        {
            public abstract class HttpResponseData { }

            public static class HttpResponseDataExtensions
            {
                public static ValueTask WriteAsJsonAsync<T>(this HttpResponseData response, T instance) => default;
            }
        }

        namespace System.ServiceModel
        {
            public class ServiceContractAttribute : Attribute { }
            public class OperationContractAttribute : Attribute { }
        }
        """));

    // The fix

    [Fact]
    public Task Fixes_two_actions_of_a_class_with_one_logger() => Fixes(
        """
        using Microsoft.AspNetCore.Mvc;

        public class CustomersController : ControllerBase
        {
            private readonly Shop _shop;

            public CustomersController(Shop shop)
            {
                _shop = shop;
            }

            // One of them.
            public Customer? [|Read|](int id) => _shop.Customers.Find(id); // by key

            public ActionResult<List<Customer>> [|List|](string segment)
            {
                var found = _shop.Customers.Where(one => one.Segment == segment).ToList();
                if (found.Count == 0)
                    return NotFound();

                // All of them.
                return found;
            }
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Logging;

        public class CustomersController : ControllerBase
        {
            private readonly ILogger<CustomersController> _logger;
            private readonly Shop _shop;

            public CustomersController(Shop shop, ILogger<CustomersController> logger)
            {
                _shop = shop;
                _logger = logger;
            }

            // One of them.
            public Customer? Read(int id)
            {
                _logger.LogInformation("Audit: {Action} of {Entity} {Key}, fields {Fields}, by {Actor}", "read", "Customer", id, "FullName, Email", User.Identity?.Name);
                return _shop.Customers.Find(id);
            } // by key

            public ActionResult<List<Customer>> List(string segment)
            {
                var found = _shop.Customers.Where(one => one.Segment == segment).ToList();
                if (found.Count == 0)
                    return NotFound();

                _logger.LogInformation("Audit: {Action} of {Count} {Entity}, fields {Fields}, by {Actor}", "read", found.Count, "Customer", "FullName, Email", User.Identity?.Name);
                // All of them.
                return found;
            }
        }
        """, Shop);

    [Fact]
    public Task Fixes_every_return_that_serves() => Fixes(
        """
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Logging;

        public class CustomersController : ControllerBase
        {
            private readonly Shop shop = null!;
            private readonly ILogger<CustomersController> log = null!;

            public IActionResult [|Read|](int id, bool full)
            {
                if (full)
                    return Ok(shop.Customers.Find(id));

                switch (id)
                {
                    case 0:
                        return NotFound();
                    default:
                        return Ok(new { shop.Customers.Find(id)!.Email });
                }
            }
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Logging;

        public class CustomersController : ControllerBase
        {
            private readonly Shop shop = null!;
            private readonly ILogger<CustomersController> log = null!;

            public IActionResult Read(int id, bool full)
            {
                if (full)
                {
                    log.LogInformation("Audit: {Action} of {Entity} {Key}, fields {Fields}, by {Actor}", "read", "Customer", id, "FullName, Email", User.Identity?.Name);
                    return Ok(shop.Customers.Find(id));
                }

                switch (id)
                {
                    case 0:
                        return NotFound();
                    default:
                        log.LogInformation("Audit: {Action} of {Entity} {Key}, fields {Fields}, by {Actor}", "read", "Customer", id, "FullName, Email", User.Identity?.Name);
                        return Ok(new { shop.Customers.Find(id)!.Email });
                }
            }
        }
        """, Shop);

    [Fact]
    public Task Fixes_a_mapped_lambda_by_a_parameter() => Fixes(
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var app = WebApplication.Create();
        app.[|MapGet|]("/customers/{id}", (int id, Shop shop) => shop.Customers.Find(id));
        app.[|MapGet|]("/me", async (Shop shop, HttpContext context) =>
        {
            var customer = await shop.Customers.FindAsync(context.Connection.LocalPort);
            return customer is null ? Results.NotFound() : Results.Ok(customer);
        });
        app.Run();
        """,
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Logging;

        var app = WebApplication.Create();
        app.MapGet("/customers/{id}", (int id, Shop shop, ILogger<Program> logger) =>
        {
            logger.LogInformation("Audit: {Action} of {Entity} {Key}, fields {Fields}", "read", "Customer", id, "FullName, Email");
            return shop.Customers.Find(id);
        });
        app.MapGet("/me", async (Shop shop, HttpContext context, ILogger<Program> logger) =>
        {
            var customer = await shop.Customers.FindAsync(context.Connection.LocalPort);
            logger.LogInformation("Audit: {Action} of {Entity} {Key}, fields {Fields}, by {Actor}", "read", "Customer", customer?.Id, "FullName, Email", context.User.Identity?.Name);
            return customer is null ? Results.NotFound() : Results.Ok(customer);
        });
        app.Run();
        """, Shop with { Exe = true });

    [Fact]
    public Task Fixes_changes_and_exports_after_they_are_made() => Fixes(
        """
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Logging;

        class Desk
        {
            private readonly Shop shop = null!;
            private readonly ILogger<Desk> logger = null!;

            public async Task Forget(Customer customer)
            {
                shop.Customers.[|Remove|](customer); // at once
                await shop.SaveChangesAsync();
            }

            public async Task Rename(int customerId, string name)
            {
                var customer = await shop.Customers.SingleAsync(one => one.Id == customerId);
                customer.FullName = name;
                await shop.[|SaveChangesAsync|]();
            }

            public void Write(string path, List<Customer> customers)
            {
                using var writer = new StreamWriter(path);
                foreach (var customer in customers)
                    writer.[|WriteLine|]($"{customer.Id};{customer.Email}");
            }

            public void Save(string path, Customer[] customers) => File.[|WriteAllLines|](path, customers.Select(one => one.Email));

            public Task SaveAsync(string path, Customer[] customers) => File.[|WriteAllLinesAsync|](path, customers.Select(one => one.Email));
        }
        """,
        """
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Logging;

        class Desk
        {
            private readonly Shop shop = null!;
            private readonly ILogger<Desk> logger = null!;

            public async Task Forget(Customer customer)
            {
                shop.Customers.Remove(customer); // at once
                await shop.SaveChangesAsync();
                logger.LogInformation("Audit: {Action} of {Entity} {Key}, fields {Fields}", "erase", "Customer", customer.Id, "FullName, Email");
            }

            public async Task Rename(int customerId, string name)
            {
                var customer = await shop.Customers.SingleAsync(one => one.Id == customerId);
                customer.FullName = name;
                await shop.SaveChangesAsync();
                logger.LogInformation("Audit: {Action} of {Entity} {Key}, fields {Fields}", "update", "Customer", customerId, "FullName");
            }

            public void Write(string path, List<Customer> customers)
            {
                using var writer = new StreamWriter(path);
                foreach (var customer in customers)
                    writer.WriteLine($"{customer.Id};{customer.Email}");
                logger.LogInformation("Audit: {Action} of {Count} {Entity}, fields {Fields}", "export", customers.Count, "Customer", "Email");
            }

            public void Save(string path, Customer[] customers)
            {
                File.WriteAllLines(path, customers.Select(one => one.Email));
                logger.LogInformation("Audit: {Action} of {Count} {Entity}, fields {Fields}", "export", customers.Length, "Customer", "Email");
            }

            public Task SaveAsync(string path, Customer[] customers)
            {
                logger.LogInformation("Audit: {Action} of {Count} {Entity}, fields {Fields}", "export", customers.Length, "Customer", "Email");
                return File.WriteAllLinesAsync(path, customers.Select(one => one.Email));
            }
        }
        """, Shop);

    [NewerCSharpFact]
    public Task Fixes_a_class_with_a_primary_constructor() => Fixes(
        """
        public class Exporter(Shop shop)
        {
            public void Export(string path, string[] names) =>
                File.[|WriteAllLines|](path, [.. names, shop.Customers.First().Email]);
        }
        """,
        """
        using Microsoft.Extensions.Logging;

        public class Exporter(Shop shop, ILogger<Exporter> logger)
        {
            public void Export(string path, string[] names)
            {
                File.WriteAllLines(path, [.. names, shop.Customers.First().Email]);
                logger.LogInformation("Audit: {Action} of {Entity}, fields {Fields}", "export", "Customer", "Email");
            }
        }
        """, Shop with { NewerCSharp = true });

    [Fact]
    public Task Offers_no_fix_in_a_static_class_without_a_logger() => OffersNoFix(
        """
        static class Exporter
        {
            public static void Export(Shop shop, string path) => File.[|WriteAllText|](path, System.Text.Json.JsonSerializer.Serialize(shop.Customers.ToList()));
        }
        """, Shop);

    [Fact]
    public Task Offers_no_fix_for_a_class_that_others_make() => OffersNoFix(
        """
        class Exporter
        {
            public void Export(Shop shop, string path) => File.[|WriteAllText|](path, System.Text.Json.JsonSerializer.Serialize(shop.Customers.ToList()));
        }

        class Night
        {
            void Run(Shop shop) => new Exporter().Export(shop, "a.json");
        }
        """, Shop);

    private static string Controller(string members) =>
        $$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;

        [ApiController]
        public class CustomersController : ControllerBase
        {
            private readonly Shop shop = null!;

            {{members}}
        }

        """;

    private static string Mapped(string statements) =>
        $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        static class Routes
        {
            public static void Map(WebApplication app)
            {
                {{statements}}
            }
        }
        """;

    private static string Job(string statements) =>
        $$"""
        using System.Net.Http.Json;
        using Dapper;
        using Microsoft.EntityFrameworkCore;
        using MongoDB.Driver;

        class Job
        {
            private readonly Shop shop = null!;
            private readonly Azure.Storage.Blobs.BlobClient blob = null!;
            private readonly Confluent.Kafka.IProducer<string, string> producer = null!;
            private readonly Amazon.S3.IAmazonS3 s3 = null!;
            private readonly MassTransit.IPublishEndpoint bus = null!;
            private readonly RabbitMQ.Client.IChannel channel = null!;
            private readonly System.Data.Common.DbConnection connection = null!;
            private readonly IMongoCollection<Customer> people = null!;
            private readonly Microsoft.Azure.Cosmos.Container cosmos = null!;

            public async Task Run()
            {
                {{statements}}
                await Task.Yield();
            }

            static string Hash(string text) => text;
        }
        """;

    private static string Recorded(string record, string name) =>
        $$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Logging;

        public class CustomersController : ControllerBase
        {
            private readonly Shop shop = null!;
            private readonly Ledger? audit = null!;
            private readonly ILogger<CustomersController> logger = null!;

            public Customer? {{name}}(int id)
            {
                {{record}}
                return shop.Customers.Find(id);
            }

            private void Note(int id) => logger.LogInformation("Someone read customer {Id}", id);
            private void Note2() { }
            private void RecordAccess(int id) { }
        }

        public class Ledger { public void Write(int id) { } public int GetLatest() => 0; }

        static partial class Trail
        {
            [LoggerMessage(1, LogLevel.Information, "Customer {Id} was read")]
            public static partial void CustomerRead(ILogger logger, int id);

            public static partial void CustomerRead(ILogger logger, int id) { }

            [LoggerMessage(2, LogLevel.Information, "Slow request {Id}")]
            public static partial void Slow(ILogger logger, int id);

            public static partial void Slow(ILogger logger, int id) { }

            public static readonly Action<ILogger, int, Exception?> Read = LoggerMessage.Define<int>(LogLevel.Information, 3, "Customer {Id} read");
        }
        """;
}
