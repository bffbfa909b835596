using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2002PersonalDataInTelemetryTests : RuleTests<UC2002PersonalDataInTelemetry, UC2002PersonalDataInTelemetryFix>
{
    private static readonly Given Clients = new() { Sources = [("Clients.cs", File.ReadAllText(Path.Combine(House.House.Root, "tests", "Undercurrent.Analyzers.Declarations", "Telemetry.cs")))] };

    [Theory]
    [InlineData("""activity?.SetTag("customer.contact", [|customer.Email|]);""")]
    [InlineData("""activity!.SetTag("customer.email", [|Read()|]);""")]
    [InlineData("""Activity.Current?.AddTag("contact", [|customer.Email|]);""")]
    [InlineData("""Activity.Current!.AddBaggage("contact", [|customer?.Email|]);""")]
    [InlineData("""activity!.SetBaggage(value: [|customer.Phone|], key: "contact");""")]
    [InlineData("""activity!.SetTag("contact", $"{customer.Id}/{[|customer.Email|]}");""")]
    [InlineData("""activity!.SetTag("contact", "by " + [|customer.Email|]);""")]
    [InlineData("""activity!.SetTag("contact", string.Format("by {0}", [|customer.Email|]));""")]
    [InlineData("""var who = customer.Email; activity!.SetTag("contact", [|who|]);""")]
    [InlineData("""activity!.SetTag("contact", [|Contact(customer)|]);""")]
    [InlineData("""activity!.SetTag("buyer", [|new Buyer(1, customer.Email)|]);""")]
    [InlineData("""activity!.SetTag("buyer", [|buyer|]);""")]
    [InlineData("""activity!.SetTag("buyer", System.Text.Json.JsonSerializer.Serialize([|customer|]));""")]
    [InlineData("""activity!.DisplayName = "load " + [|customer.Email|];""")]
    [InlineData("""activity!.SetStatus(ActivityStatusCode.Error, $"cannot load {[|customer.Email|]}");""")]
    [InlineData("""activity!.AddEvent(new ActivityEvent($"loaded {[|customer.Email|]}"));""")]
    [InlineData("""activity!.AddEvent(new ActivityEvent("loaded", tags: new ActivityTagsCollection { ["contact"] = [|customer.Email|] }));""")]
    [InlineData("""activity!.AddEvent(new("loaded", tags: new ActivityTagsCollection { { "contact", [|customer.Email|] } }));""")]
    [InlineData("""var tags = new ActivityTagsCollection(); tags["contact"] = [|customer.Email|]; activity!.AddEvent(new("loaded", default, tags));""")]
    [InlineData("""var tags = new ActivityTagsCollection(); tags.Add("contact", [|customer.Email|]); activity!.AddEvent(new("loaded", default, tags));""")]
    [InlineData("""_ = new ActivityTagsCollection(new Dictionary<string, object?> { ["contact"] = [|customer.Email|] });""")]
    [InlineData("""using var next = source.StartActivity("load", ActivityKind.Internal, default(ActivityContext), new[] { new KeyValuePair<string, object?>("contact", [|customer.Email|]) });""")]
    [InlineData("""using var next = source.StartActivity($"load {[|customer.Email|]}");""")]
    [InlineData("""using var next = source.StartActivity(name: "load", kind: ActivityKind.Client, tags: new Dictionary<string, object?> { { "email", [|Read()|] } });""")]
    public Task Flags_what_a_trace_says(string statement) => Flags(Around(statement));

    [Theory]
    [InlineData("""loaded.Add(1, new KeyValuePair<string, object?>("contact", [|customer.Email|]));""")]
    [InlineData("""loaded.Add(1, new KeyValuePair<string, object?>("email", [|Read()|]));""")]
    [InlineData("""loaded.Add(1, KeyValuePair.Create<string, object?>("contact", [|customer.Email|]));""")]
    [InlineData("""loaded.Add(1, new("id", customer.Id), new("contact", [|customer.Email|]), new("phone", [|customer.Phone|]));""")]
    [InlineData("""loaded.Add(1, new TagList { { "contact", [|customer.Email|] } });""")]
    [InlineData("""TagList tags = new(); tags.Add("contact", [|customer.Email|]); loaded.Add(1, tags);""")]
    [InlineData("""var tags = new TagList { new KeyValuePair<string, object?>("contact", [|customer.Email|]) }; loaded.Add(1, in tags);""")]
    [InlineData("""var tags = new KeyValuePair<string, object?>[] { new("contact", customer.Email) }; loaded.Add(1, [|tags|]);""")]
    [InlineData("""meter.CreateHistogram<int>("sizes").Record(3, new KeyValuePair<string, object?>("contact", [|customer.Email|]));""")]
    [InlineData("""meter.CreateUpDownCounter<int>("open").Add(-1, new KeyValuePair<string, object?>("contact", [|customer.Email|]));""")]
    [InlineData("""meter.CreateGauge<int>("age").Record(3, new KeyValuePair<string, object?>("contact", [|customer.Email|]));""")]
    [InlineData("""meter.CreateObservableGauge("lag", () => new Measurement<int>(3, new KeyValuePair<string, object?>("contact", [|customer.Email|])));""")]
    [InlineData("""meter.CreateObservableCounter("lag", () => new[] { new Measurement<int>(3, new TagList { { "contact", [|customer.Email|] } }) });""")]
    [InlineData("""meter.CreateCounter<int>($"orders.{[|customer.Email|]}");""")]
    public Task Flags_what_a_metric_is_told_by(string statement) => Flags(Around(statement));

    [Theory]
    [InlineData("""OpenTelemetry.Baggage.SetBaggage("contact", [|customer.Email|]);""")]
    [InlineData("""OpenTelemetry.Baggage.Current = OpenTelemetry.Baggage.Current.SetBaggage("contact", [|customer.Email|]);""")]
    [InlineData("""span.SetAttribute("contact", [|customer.Email|]);""")]
    [InlineData("""span.AddEvent("loaded", new OpenTelemetry.Trace.SpanAttributes(new Dictionary<string, object> { ["contact"] = [|customer.Email|] }));""")]
    [InlineData("""span.UpdateName($"load {[|customer.Email|]}");""")]
    [InlineData("""span.SetStatus(OpenTelemetry.Trace.Status.Error.WithDescription("no " + [|customer.Email|]));""")]
    public Task Flags_what_OpenTelemetry_takes(string statement) => Flags(Around(statement));

    [Theory]
    [InlineData("""insights.TrackEvent("Loaded", new Dictionary<string, string> { ["contact"] = [|customer.Email|] });""")]
    [InlineData("""insights.TrackEvent("Loaded", new Dictionary<string, string> { { "email", [|Read()|] } });""")]
    [InlineData("""insights.TrackTrace($"Loaded {[|customer.Email|]}");""")]
    [InlineData("""insights.TrackException(new Exception(), new Dictionary<string, string> { ["contact"] = [|customer.Email|] });""")]
    [InlineData("""insights.TrackMetric("size", 3, new Dictionary<string, string> { ["contact"] = [|customer.Email|] });""")]
    [InlineData("""insights.TrackDependency("SQL", "orders", "of " + [|customer.Email|], default, default, true);""")]
    [InlineData("""var request = new RequestTelemetry(); request.Properties["contact"] = [|customer.Email|]; insights.TrackRequest(request);""")]
    [InlineData("""var request = new RequestTelemetry { Properties = { ["contact"] = [|customer.Email|] } };""")]
    [InlineData("""((ISupportProperties)new RequestTelemetry()).Properties.Add("contact", [|customer.Email|]);""")]
    [InlineData("""new RequestTelemetry().Context.User.AuthenticatedUserId = [|customer.Email|];""")]
    [InlineData("""insights.Context.User.Id = [|customer.Email|];""")]
    [InlineData("""insights.Context.GlobalProperties["contact"] = [|customer.Email|];""")]
    [InlineData("""Sentry.SentrySdk.CaptureMessage($"no {[|customer.Email|]}");""")]
    [InlineData("""Sentry.SentrySdk.ConfigureScope(scope => scope.SetTag("contact", [|customer.Email|]));""")]
    [InlineData("""Sentry.SentrySdk.ConfigureScope(scope => { scope.SetExtra("customer", [|buyer|]); });""")]
    [InlineData("""Sentry.SentrySdk.ConfigureScope(scope => scope.User = new Sentry.SentryUser { Id = "3", Email = [|customer.Email|] });""")]
    [InlineData("""Sentry.SentrySdk.ConfigureScope(scope => scope.User = new() { Email = [|Read()|] });""")]
    [InlineData("""Sentry.SentrySdk.AddBreadcrumb("loaded " + [|customer.Email|]);""")]
    [InlineData("""datadog.SetTag("contact", [|customer.Email|]);""")]
    [InlineData("""datadog.ResourceName = $"GET {[|customer.Email|]}";""")]
    [InlineData("""StatsdClient.DogStatsd.Increment("orders", tags: new[] { $"contact:{[|customer.Email|]}" });""")]
    [InlineData("""elastic.SetLabel("contact", [|customer.Email|]);""")]
    [InlineData("""elastic.Custom["contact"] = [|customer.Email|];""")]
    [InlineData("""NewRelic.Api.Agent.NewRelic.RecordCustomEvent("Loaded", new Dictionary<string, object> { ["contact"] = [|customer.Email|] });""")]
    [InlineData("""prometheus.WithLabels("web", [|customer.Email|]);""")]
    public Task Flags_what_services_outside_are_told(string statement) => Flags(Around(statement), Clients);

    [Theory]
    [InlineData("Tag([|customer.Email|]);", "activity.SetTag(\"contact\", text);", true)]
    [InlineData("Tag($\"by {[|customer.Email|]}\");", "var whole = \"by \" + text; activity.AddEvent(new(whole));", true)]
    [InlineData("Tag([|customer.Email|]);", "Further(text); void Further(string more) => activity.DisplayName = more;", true)]
    [InlineData("Tag(customer.Email);", "activity.SetTag(\"contact\", text.Length);", false)]
    [InlineData("Tag(customer.Email);", "activity.SetTag(\"contact\", Hash(text)); string Hash(string one) => one;", false)]
    [InlineData("Tag(customer.Id.ToString());", "activity.SetTag(\"contact\", text);", false)]
    [InlineData("Tag(customer.Email);", "Console.WriteLine(text); activity.SetTag(\"contact\", text);", false)]
    public async Task Sees_through_a_helper_that_sends_what_it_is_given(string statement, string body, bool flagged)
    {
        var text = $$"""
            class Customer { public int Id { get; set; } public string Email { get; set; } = ""; }

            class Loader
            {
                readonly System.Diagnostics.Activity activity = null!;
                void Load(Customer customer) { {{statement}} }
                void Tag(string text) { {{body}} }
            }
            """;
        await (flagged ? Flags(text) : Allows(text));
    }

    [Theory]
    [InlineData("""activity!.SetTag("customer.id", customer.Id);""")]
    [InlineData("""activity!.SetTag("customer.email", Mask(customer.Email));""")]
    [InlineData("""activity!.SetTag("customer.email.hash", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(customer.Email))));""")]
    [InlineData("""activity!.SetTag("customer.email", customer.Email.Length);""")]
    [InlineData("""activity!.SetTag("customer.email", customer.Email is not null);""")]
    [InlineData("""activity!.SetTag("customer.email", "none");""")]
    [InlineData("""activity!.SetTag("server.address", customer.HostName);""")]
    [InlineData("""activity!.SetTag("messaging.destination.name", customer.HostName);""")]
    [InlineData("""activity!.SetTag("file.name", customer.FileName);""")]
    [InlineData("""activity!.SetTag("field", nameof(customer.Email));""")]
    [InlineData("""activity!.SetTag("customer", customer);""")]
    [InlineData("""activity!.SetTag("template", customer.EmailTemplate);""")]
    [InlineData("""_ = activity!.GetTagItem("email"); _ = activity.GetBaggageItem("email");""")]
    [InlineData("""loaded.Add(customer.EmailsSent, new KeyValuePair<string, object?>("tenant", customer.Id));""")]
    [InlineData("""TagList tags = new() { { "count", customer.EmailsSent } }; loaded.Add(1, tags);""")]
    [InlineData("""meter.CreateObservableGauge("emails", () => customer.EmailsSent);""")]
    [InlineData("""activity!.AddEvent(new ActivityEvent("email.sent"));""")]
    [InlineData("""activity!.AddException(new InvalidOperationException("no " + customer.Email));""")]
    [InlineData("""new Other().SetTag("email", customer.Email);""")]
    public Task Allows_what_says_nothing_of_a_person(string statement) => Allows(Around(statement));

    [Theory]
    [InlineData("""Console.WriteLine(activity!.SetTag("contact", [|customer.Email|]));""")]
    [InlineData("""activity!.SetTag("page", new Uri($"https://shop.example/{[|customer.Email|]}"));""")]
    public Task Speaks_before_an_outlet_inside_of_it(string statement) => Flags(Around(statement));

    [Theory]
    [InlineData("""Console.WriteLine(new KeyValuePair<string, object?>("contact", customer.Email));""")]
    [InlineData("""Console.WriteLine("{0}", new object[] { new KeyValuePair<string, object?>("contact", customer.Email) });""")]
    public Task Leaves_to_the_log_what_is_logged(string statement) => Allows(Around(statement));

    [Theory]
    [InlineData("""activity!.SetTag("contact", $"{customer.Id} ({[|customer.Email|]})");""", """activity!.SetTag("contact", $"{customer.Id}");""")]
    [InlineData("""activity!.DisplayName = "load by " + [|customer.Email|];""", """activity!.DisplayName = "load by ";""")]
    [InlineData("""activity!.SetStatus(ActivityStatusCode.Error, $"cannot load {[|customer.Email|]}");""", """activity!.SetStatus(ActivityStatusCode.Error, $"cannot load");""")]
    [InlineData("""var tags = new TagList { { "id", customer.Id }, { "contact", [|customer.Email|] } };""", """var tags = new TagList { { "id", customer.Id } };""")]
    [InlineData("""var tags = new ActivityTagsCollection { ["contact"] = [|customer.Email|], ["id"] = customer.Id };""", """var tags = new ActivityTagsCollection { ["id"] = customer.Id };""")]
    [InlineData("""loaded.Add(1, new("id", customer.Id), new("kind", "web"), new("phone", $"tel {[|customer.Phone|]}"));""", """loaded.Add(1, new("id", customer.Id), new("kind", "web"), new("phone", $"tel"));""")]
    public Task Fixes_by_leaving_it_out(string before, string after) => Fixes(Around(before), Around(after), new Given { FixKey = "UC2002.drop" });

    [Theory]
    [InlineData("""_ = 3; activity?.SetTag("contact", [|customer.Email|]); _ = customer.Id;""", """_ = 3; _ = customer.Id;""")]
    [InlineData("""activity!.SetTag("id", customer.Id).SetTag("contact", [|customer.Email|]); // whose""", """activity!.SetTag("id", customer.Id); // whose""")]
    [InlineData("""activity!.SetTag("contact", [|customer.Email|]).SetTag("id", customer.Id);""", """activity!.SetTag("id", customer.Id);""")]
    [InlineData("""loaded.Add(1, new KeyValuePair<string, object?>("contact", [|customer.Email|]));""", """loaded.Add(1);""")]
    [InlineData("""loaded.Add(1, new KeyValuePair<string, object?>("contact", [|customer.Email|]), new("id", customer.Id), new("kind", "web"));""", """loaded.Add(1, new("id", customer.Id), new("kind", "web"));""")]
    [InlineData("""var tags = new TagList(); tags.Add("contact", [|customer.Email|]); loaded.Add(1, tags);""", """var tags = new TagList(); loaded.Add(1, tags);""")]
    [InlineData("""var tags = new TagList { { "contact", [|customer.Email|] } };""", """var tags = new TagList { };""")]
    [InlineData("""var tags = new ActivityTagsCollection(); tags["contact"] = [|customer.Email|]; tags["id"] = customer.Id;""", """var tags = new ActivityTagsCollection(); tags["id"] = customer.Id;""")]
    public Task Fixes_by_removing_the_tag(string before, string after) => Fixes(Around(before), Around(after), new Given { FixKey = "UC2002.untag" });

    [Theory]
    [InlineData("""activity!.SetStatus(ActivityStatusCode.Error, [|customer.Email|]);""", "UC2002.untag")]
    [InlineData("""activity!.SetTag("contact", [|customer.Email|]);""", "UC2002.drop")]
    [InlineData("""activity!.SetTag("contact", $"{[|customer.Email|]}");""", "UC2002.drop")]
    [InlineData("""Func<Activity> tagged = () => activity!.SetTag("contact", [|customer.Email|]);""", "UC2002.untag")]
    [InlineData("""activity!.SetTag("contact", [|customer.Email|].Trim());""", "UC2002.untag")]
    public Task Offers_no_fix_that_would_not_do(string statement, string key) => OffersNoFix(Around(statement), new Given { FixKey = key });

    private static string Around(string statement) =>
        $$"""
        using System.Diagnostics;
        using System.Diagnostics.Metrics;
        {{(statement.Contains("insights", StringComparison.Ordinal) || statement.Contains("RequestTelemetry", StringComparison.Ordinal) ? "using Microsoft.ApplicationInsights; using Microsoft.ApplicationInsights.DataContracts;" : "")}}

        class Customer
        {
            public int Id { get; set; }
            public string Email { get; set; } = "";
            public string Phone { get; set; } = "";
            public int EmailsSent { get; set; }
            public string EmailTemplate { get; set; } = "";
            public string FileName { get; set; } = "";
            public string HostName { get; set; } = "";
        }

        record Buyer(int Id, string Email);

        class Other
        {
            public void SetTag(string key, string value) { }
        }

        class Loader
        {
            static readonly ActivitySource source = new("orders");
            static readonly Meter meter = new("orders");
            readonly Counter<int> loaded = meter.CreateCounter<int>("loaded");

            static string Mask(string value) => value.Substring(0, 1) + "***";

            static string Read() => Console.ReadLine()!;

            static string Contact(Customer one) => $"{one.Id} {one.Email}";

            void Load(Customer customer, Buyer buyer, Activity? activity{{More(statement)}})
            {
                {{statement}}
            }
        }
        """;

    private static string More(string statement) =>
        (statement.Contains("insights", StringComparison.Ordinal) ? ", TelemetryClient insights" : "")
        + (statement.Contains("span.", StringComparison.Ordinal) ? ", OpenTelemetry.Trace.TelemetrySpan span" : "")
        + (statement.Contains("datadog", StringComparison.Ordinal) ? ", Datadog.Trace.ISpan datadog" : "")
        + (statement.Contains("elastic", StringComparison.Ordinal) ? ", Elastic.Apm.Api.ITransaction elastic" : "")
        + (statement.Contains("prometheus", StringComparison.Ordinal) ? ", Prometheus.ICollector<object> prometheus" : "");
}
