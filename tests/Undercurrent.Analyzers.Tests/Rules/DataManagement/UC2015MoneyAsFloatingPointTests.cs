using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2015MoneyAsFloatingPointTests : RuleTests<UC2015MoneyAsFloatingPoint, UC2015MoneyAsFloatingPointFix>
{
    [Theory]
    [InlineData("class Order { public double [|Price|] { get; set; } }")]
    [InlineData("class Order { public float [|UnitPrice|] { get; init; } }")]
    [InlineData("class Order { public double? [|Amount|] { get; set; } }")]
    [InlineData("class Order { public double [|_fee|]; }")]
    [InlineData("class Order { public double[] [|Prices|] { get; set; } = Array.Empty<double>(); }")]
    [InlineData("class Order { public List<double> [|Payments|] { get; } = new(); }")]
    [InlineData("class Order { public Dictionary<string, double> [|balances|] = new(); }")]
    [InlineData("record Order(int Id, double [|Amount|], string Currency);")]
    [InlineData("record struct Order(int Id, float [|Salary|]);")]
    [InlineData("struct Order { public double [|Tax|]; }")]
    [InlineData("interface IOrder { double [|Balance|] { get; } }")]
    [InlineData("class Invoice { public double [|Total|] { get; set; } }")]
    [InlineData("class Row { public double [|Total|] { get; set; } public string Currency { get; set; } = \"\"; }")]
    [InlineData("class Row { public double [|total_amount|] { get; set; } }")]
    [InlineData("class Desk { double [|NetPay|](double [|salary|], double taxRate) => salary * (1 - taxRate); }")]
    [InlineData("class Desk { double [|CalculateTax|](decimal price) => 0; }")]
    [InlineData("class Desk { Task<double> [|BalanceAsync|]() => Task.FromResult(0d); }")]
    [InlineData("class Desk { (double [|Price|], int Quantity) Read() => default; }")]
    [InlineData("class Desk { void Go() { double [|price|] = 1.5; } }")]
    [InlineData("class Desk { void Go() { var [|price|] = 1.5; } }")]
    [InlineData("class Desk { void Go(string text) { var [|price|] = double.Parse(text); } }")]
    [InlineData("class Desk { void Go(string text) { var [|price|] = Convert.ToDouble(text); } }")]
    [InlineData("class Desk { void Go(System.Data.IDataReader row) { var [|amount|] = row.GetDouble(2); } }")]
    [InlineData("class Desk { bool Go(string text) => double.TryParse(text, out var [|amount|]); }")]
    [InlineData("class Desk { bool Go(string text) => double.TryParse(text, out double [|amount|]); }")]
    [InlineData("class Desk { void Go(object row) { if (row is double [|amount|]) { } } }")]
    [InlineData("class Desk { void Go(IEnumerable<double> [|payments|]) { foreach (double [|payment|] in payments) { } } }")]
    [InlineData("class Order { public decimal Amount; } class Desk { double Go(List<Order> orders) { double [|total|] = 0; foreach (var order in orders) total += (double)order.Amount; return total; } }")]
    [InlineData("class Order { public decimal Amount; } class Desk { double Go(List<Order> orders) => orders.Sum(order => [|(double)order.Amount|]); }")]
    [InlineData("class Order { public decimal Amount; public double Figure; } class Desk { void Go(Order order) => order.Figure = [|(double)order.Amount|]; }")]
    [InlineData("class Desk { double Go(decimal price) { return [|(double)price|]; } }")]
    [InlineData("class Desk { void Go() { Read(1); double [|Fee|](int row) => row; void Read(double [|fee|] = 0.5) { } } }")]
    public Task Flags_money_in_floating_point(string source) => Flags(source);

    [Theory]
    [InlineData("class Order { public decimal Price { get; set; } }")]
    [InlineData("class Order { public double TaxRate { get; set; } }")]
    [InlineData("class Order { public double DiscountPercent { get; set; } }")]
    [InlineData("class Order { public double DiscountPct { get; set; } public float PriceRatio { get; set; } }")]
    [InlineData("class Order { public double CostFactor { get; set; } public double RevenueShare { get; set; } }")]
    [InlineData("class Order { public double CreditScore { get; set; } public double PriceWeight { get; set; } public double PaymentProbability { get; set; } }")]
    [InlineData("class Order { public double TotalSeconds { get; set; } public double TotalWeight { get; set; } public double TotalDistance { get; set; } }")]
    [InlineData("class Page { public double Total { get; set; } public double Sum { get; set; } }")]
    [InlineData("class Query { public double CostMs { get; set; } public double RequestCharge { get; set; } public double CpuCost { get; set; } public double PathCost { get; set; } }")]
    [InlineData("class Orders { public decimal Price { get; set; } double Share(int done) { double totalRows = 10; double totalPages = 2; return done / totalRows / totalPages; } }")]
    [InlineData("class Place { public double Latitude { get; set; } public double Longitude { get; set; } public double Height { get; set; } }")]
    [InlineData("class Candle { public double Open { get; set; } public double ClosePrice { get; set; } }")]
    [InlineData("class Quote { public double BidPrice { get; set; } public double AskPrice { get; set; } }")]
    [InlineData("class HousePricePrediction { public float Price { get; set; } }")]
    [InlineData("namespace Shop.Training { class Sale { public float Price { get; set; } } }")]
    [InlineData("class LoadColumnAttribute : Attribute { } class Sale { [LoadColumn] public float Price { get; set; } }")]
    [InlineData("static class Colors { public static double Lerp(this double from, double to, double amount) => from + (to - from) * amount; }")]
    [InlineData("class Physics { public double ChargeBalance { get; set; } }")]
    [InlineData("class Order { public int Amount { get; set; } public long PriceInCents { get; set; } }")]
    [InlineData("class Order { public decimal Price, Cost; double Share() => (double)Price / (double)Cost; }")]
    [InlineData("class Order { public decimal Price; double Root() => Math.Sqrt((double)Price); }")]
    [InlineData("class Desk { void Go(Func<double, bool> isPrice) => isPrice(1); void Set() => Go((double price) => price > 1); }")]
    [InlineData("class Desk { double Feed { get; set; } double Taxonomy { get; set; } double Rental(double rows) => rows; }")]
    public Task Allows_decimals_proportions_and_what_is_measured(string source) => Allows(source);

    [Fact]
    public Task Flags_an_interface_of_ours_once_and_what_a_library_asks_for_never() => Flags(
        """
        interface IPriced { double [|Price|] { get; } double [|FeeFor|](double [|amount|]); }

        class Order : IPriced
        {
            public double Price => 1;

            public double FeeFor(double amount) => 1;
        }

        abstract class Base { public abstract double [|Balance|](); }

        class Account : Base { public override double Balance() => 1; }
        """);

    [Theory]
    [InlineData("class Order { public double [|TaxRate|] { get; set; } }")]
    [InlineData("class Order { public double [|PriceRatio|] { get; set; } public double Ratio { get; set; } }")]
    [InlineData("class Order { public double [|ExchangeRate|] { get; set; } }")]
    public Task Flags_proportions_of_money_where_they_are_included(string source) => Flags(source, new() { EditorConfig = "undercurrent.money_rates = included" });

    [Theory]
    [InlineData("class Order { public double [|Price|] { get; set; } }", "class Order { public decimal Price { get; set; } }")]
    [InlineData("class Order { public double [|Price|] { get; set; } = 1.5; }", "class Order { public decimal Price { get; set; } = 1.5m; }")]
    [InlineData("class Order { public float [|Fee|] = 2f; }", "class Order { public decimal Fee = 2m; }")]
    [InlineData("record Order(int Id, double? [|Amount|] = 0.0);", "record Order(int Id, decimal? Amount = 0m);")]
    [InlineData("class Order { public List<double> [|Payments|] { get; } = new(); }", "class Order { public List<decimal> Payments { get; } = new(); }")]
    [InlineData("class Order { double [|price|]; void Set() => price = 9.99; bool Is() => price > 1.0 && price < 2.5d; }", "class Order { decimal price; void Set() => price = 9.99m; bool Is() => price > 1m && price < 2.5m; }")]
    [InlineData("class Desk { void Go(string text) { double [|price|] = double.Parse(text); } }", "class Desk { void Go(string text) { decimal price = decimal.Parse(text); } }")]
    public Task Fixes_by_keeping_decimals(string marked, string after) => Fixes(marked, after);

    [Fact]
    public Task Fixes_what_belongs_together() => Fixes(
        """
        record Line(int Quantity, double [|Price|])
        {
            /// <summary>What the line is worth.</summary>
            public double [|Amount|] => Quantity * Price; // all of it
        }
        """,
        """
        record Line(int Quantity, decimal Price)
        {
            /// <summary>What the line is worth.</summary>
            public decimal Amount => Quantity * Price; // all of it
        }
        """);

    [Fact]
    public Task Fixes_a_cast_of_what_is_exact() => Fixes(
        "class Order { public decimal Amount; } class Desk { decimal Go(List<Order> orders) { var sum = orders.Sum(order => [|(double)order.Amount|]); return (decimal)sum; } }",
        "class Order { public decimal Amount; } class Desk { decimal Go(List<Order> orders) { var sum = orders.Sum(order => order.Amount); return (decimal)sum; } }");

    [Theory]
    [InlineData("class Order { public double [|Price|]; public double Root() => Math.Sqrt(Price); }")]
    [InlineData("class Order { public double [|Price|]; public double Weighted(double weight) => Price * weight; }")]
    [InlineData("class Order { public double [|Price|] = 1e30; }")]
    [InlineData("class Desk { bool Go(string text) => double.TryParse(text, out var [|amount|]); }")]
    public Task Offers_no_fix_where_decimals_do_not_fit(string marked) => OffersNoFix(marked);
}
