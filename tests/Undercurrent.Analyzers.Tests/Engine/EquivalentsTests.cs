using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Engine;

public sealed class EquivalentsTests
{
    /// <summary>A rule, the one it may be left to, and a line that both speak about.</summary>
    public static TheoryData<string, string, string> Shared => new()
    {
        { "UC1001", "S2068", "class Desk { string password = \"Tr0ub4dor-9\"; }" },
        { "UC1001", "S2068", "class Desk { public string Passphrase { get; set; } = \"\"; void Set() => Passphrase = \"Tr0ub4dor-9\"; }" },
        { "UC1001", "S2068", "class Desk { object Login() => new System.Net.NetworkCredential(\"loader\", \"Tr0ub4dor-9\"); }" },
        { "UC1002", "S2068", "class Desk { string Text() => \"Server=db;Database=orders;User Id=loader;Password=Tr0ub4dor-9\"; }" },
        { "UC1002", "S2068", "class Desk { string Text() => \"amqp://loader:Tr0ub4dor-9@queue.example.com/orders\"; }" },
        { "UC1010", "CA5359", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(HttpWebRequest web) => web.ServerCertificateValidationCallback = (_, _, _, _) => true; }" },
        { "UC1010", "CA5359", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(Stream wire) => new SslStream(wire, false, Yes); static bool Yes(object s, X509Certificate? c, X509Chain? h, SslPolicyErrors e) => true; }" },
        { "UC1010", "CA5359", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(HttpWebRequest web) => web.ServerCertificateValidationCallback = delegate { return true; }; }" },
        { "UC1010", "CA5359", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go() => Take((_, _, _, _) => true); void Take(RemoteCertificateValidationCallback callback) { } }" },
        { "UC1010", "MA0039", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(HttpClientHandler web) => web.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; }" },
        { "UC1010", "MA0039", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { HttpClientHandler Go() => new() { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator }; }" },
        { "UC1010", "MA0039", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go() => ServicePointManager.ServerCertificateValidationCallback += delegate { return true; }; }" },
        { "UC1010", "MA0039", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(HttpClientHandler web, bool strict) => web.ServerCertificateCustomValidationCallback = strict ? null : (_, _, _, _) => true; }" },
        { "UC1010", "S4830", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(HttpClientHandler web) => web.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; }" },
        { "UC1010", "S4830", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(HttpWebRequest web) => web.ServerCertificateValidationCallback += (_, _, _, _) => { return (true); }; }" },
        { "UC1010", "S4830", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(Stream wire) => new SslStream(wire, false, Yes); static bool Yes(object s, X509Certificate? c, X509Chain? h, SslPolicyErrors e) { return true; } }" },
        { "UC1010", "S4830", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { HttpClientHandler Go() => new() { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator }; }" },
        { "UC1012", "CA2100", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { void Go(SqlCommand command, string name) => command.CommandText = \"SELECT id FROM orders WHERE name = '\" + name + \"'\"; }" },
        { "UC1012", "CA2100", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { void Go(SqlCommand command, string name) => command.CommandText += \"SELECT id FROM orders WHERE name = '\" + name + \"'\"; }" },
        { "UC1012", "CA2100", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(NpgsqlConnection db, string name) => new NpgsqlCommand($\"SELECT id FROM orders WHERE name = '{name}'\", db); }" },
        { "UC1012", "CA2100", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(SqlConnection db, string name) => new SqlDataAdapter(string.Format(\"SELECT id FROM orders WHERE name = '{0}'\", name), db); }" },
        { "UC1012", "EF1002", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { void Go(DbContext db, string name) => db.Database.ExecuteSqlRaw($\"SELECT id FROM orders WHERE name = '{name}'\"); }" },
        { "UC1012", "EF1002", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(DbSet<Desk> rows, string name) => rows.FromSqlRaw($\"SELECT id FROM orders WHERE name = '{name}'\"); }" },
        { "UC1012", "EF1002", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(DbContext db, string name) => db.Database.SqlQueryRaw<int>(sql: $\"SELECT id FROM orders WHERE name = '{name}'\"); }" },
        { "UC1012", "EF1003", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(DbContext db, string name) => db.Database.ExecuteSqlRawAsync(\"SELECT id FROM orders WHERE name = '\" + name + \"'\"); }" },
        { "UC1012", "EF1003", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(DbSet<Desk> rows, string name) => rows.FromSqlRaw(\"SELECT id FROM orders WHERE name = '\" + name + \"'\"); }" },
        { "UC1012", "EF1003", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(DbContext db, string name) => db.Database.SqlQueryRaw<int>($\"SELECT id FROM orders WHERE name = '{name}'\" + \" AND total > 0\"); }" },
        { "UC1012", "S2077", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { void Go(IDbCommand command, string name) => command.CommandText = \"SELECT id FROM orders WHERE name = '\" + name + \"'\"; }" },
        { "UC1012", "S2077", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(SqlConnection db, string name) => new SqlCommand(string.Format(\"SELECT id FROM orders WHERE name = '{0}'\", name), db); }" },
        { "UC1012", "S2077", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(SqlConnection db, string name) => db.Query(string.Concat(\"SELECT id FROM orders WHERE name = '\", name, \"'\")); }" },
        { "UC1012", "S2077", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(DbSet<Desk> rows, string name) => rows.FromSqlRaw($\"SELECT id FROM orders WHERE name = '{name}'\"); }" },
        { "UC1012", "S2077", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { void Go(SqlConnection db, string name) { var text = \"SELECT id FROM orders WHERE name = '\" + name + \"'\"; db.Execute(text); } }" },
        { "UC1012", "S2077", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { void Go(SqlConnection db, string name, bool all) { var text = \"SELECT id FROM orders WHERE name = '\" + name + \"'\"; if (all) { db.Execute(text); } } }" },
        { "UC2014", "CA1305", "class Desk { object Go(string[] fields) => decimal.Parse(fields[2]); }" },
        { "UC2014", "CA1305", "class Desk { object Go(string[] fields) => System.DateTime.Parse(fields[2]); }" },
        { "UC2014", "CA1305", "class Desk { object Go(string[] fields) => System.Convert.ToDecimal(fields[2]); }" },
        { "UC2014", "CA1305", "class Desk { object Go(string[] fields) => System.Convert.ChangeType(fields[2], typeof(decimal)); }" },
        { "UC2014", "MA0011", "class Desk { object Go(string[] fields) => decimal.Parse(fields[2]); }" },
        { "UC2014", "MA0011", "class Desk { object Go(string[] fields) => System.DateTime.Parse(fields[2]); }" },
        { "UC2014", "MA0011", "class Desk { object Go(string[] fields) => System.Convert.ToDecimal(fields[2]); }" },
        { "UC2014", "MA0011", "class Desk { object Go(string[] fields) => System.Convert.ChangeType(fields[2], typeof(decimal)); }" },
        { "UC2014", "S4056", "class Desk { object Go(string[] fields) => decimal.Parse(fields[2]); }" },
        { "UC2014", "S4056", "class Desk { object Go(string[] fields) => System.DateTime.Parse(fields[2]); }" },
        { "UC2014", "S4056", "class Desk { object Go(string[] fields) => System.Convert.ToDecimal(fields[2]); }" },
        { "UC2014", "S4056", "class Desk { object Go(string[] fields) => System.Convert.ChangeType(fields[2], typeof(decimal)); }" },
        { "UC2014", "MA0011", "class Desk { object Go(string[] fields) => decimal.TryParse(fields[2], out _); }" },
        { "UC2014", "S4056", "class Desk { object Go(string[] fields) => decimal.TryParse(fields[2], out _); }" },
        { "UC2014", "CA1305", "class Desk { object Go(string[] fields) => decimal.Parse(System.MemoryExtensions.AsSpan(fields[2])); }" },
        { "UC2014", "MA0075", "class Desk { string Go(int id, decimal price) { System.IO.File.Exists(\"\"); return id + \",\" + price; } }" },
        { "UC2014", "MA0075", "class Desk { string Go(int id, System.DateTime day) { System.IO.File.Exists(\"\"); return id + \";\" + day; } }" },
        { "UC2014", "MA0076", "class Desk { string Go(int id, decimal price) { System.IO.File.Exists(\"\"); return $\"{id},{price}\"; } }" },
        { "UC2014", "MA0076", "class Desk { string Go(int id, System.DateTime day) { System.IO.File.Exists(\"\"); return $\"{id};{day}\"; } }" },
        { "UC2014", "S6580", "class Desk { object Go(string[] fields) => System.DateTime.Parse(fields[2]); }" },
        { "UC2014", "S6580", "class Desk { object Go(string[] fields) => System.DateTime.TryParse(fields[2], out _); }" },
        { "UC2014", "S6580", "class Desk { object Go(string[] fields) => System.DateTime.ParseExact(fields[2], \"d\", null); }" },
        { "UC2014", "S6580", "class Desk { object Go(string[] fields) => System.DateOnly.TryParseExact(fields[2], \"d\", out _); }" },
        { "UC2016", "S6563", "using System; class Order { public DateTime At { get; set; } } class Desk { object Go(Order order) => order.At = DateTime.Now; }" },
        { "UC2016", "S6563", "using System; class Order { public DateTime At { get; set; } } class Desk { object Go(Order order) => order.At < DateTime.Today.AddDays(-1); }" },
        { "UC2008", "CA5351", "using System.Security.Cryptography; using System.Text; class Desk { byte[] Go(string email) => MD5.HashData(Encoding.UTF8.GetBytes(email)); }" },
        { "UC2008", "CA5351", "using System.Security.Cryptography; using System.Text; class Desk { byte[] Go(string email) => MD5.Create().ComputeHash(Encoding.UTF8.GetBytes(email)); }" },
        { "UC2008", "CA5350", "using System.Security.Cryptography; using System.Text; class Desk { byte[] Go(string email) => SHA1.HashData(Encoding.UTF8.GetBytes(email)); }" },
        { "UC2008", "CA5350", "using System.Security.Cryptography; using System.Text; class Desk { byte[] Go(string email) => new SHA1CryptoServiceProvider().ComputeHash(Encoding.UTF8.GetBytes(email)); }" },
    };

    /// <summary>A rule, the one it may be left to, and a line of which only ours speaks.</summary>
    public static TheoryData<string, string, string> Ours => new()
    {
        { "UC1001", "S2068", "class Desk { string apiKey = \"9f8Zq2LmX7\"; }" },
        { "UC1001", "S2068", "class Desk { const string Word = \"Tr0ub4dor-9\"; void Set(string password) { } void Go() => Set(password: Word); }" },
        { "UC1001", "S2068", "class Desk { void Set(string password) { } void Go() => Set(password: \"Tr0ub4dor-9\"); }" },
        { "UC1002", "S2068", "class Desk { string Text() => \"DefaultEndpointsProtocol=https;AccountName=orders;AccountKey=bm90IGEga2V5;EndpointSuffix=core.windows.net\"; }" },
        { "UC1002", "S2068", "class Desk { string Text(string host) => $\"Server={host};User Id=loader;Password=Tr0ub4dor-9\"; }" },
        { "UC1010", "CA5359", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(HttpClientHandler web) => web.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; }" },
        { "UC1010", "CA5359", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(HttpWebRequest web) => web.ServerCertificateValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None || true; }" },
        { "UC1010", "CA5359", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(HttpClientHandler web) => web.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator; }" },
        { "UC1010", "CA5359", "class Desk { string Text() => \"Server=db.internal;Database=orders;TrustServerCertificate=true\"; }" },
        { "UC1010", "MA0039", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(HttpWebRequest web) => web.ServerCertificateValidationCallback = (_, _, _, _) => true; }" },
        { "UC1010", "MA0039", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(Stream wire) => new SslStream(wire, false, (_, _, _, _) => true); }" },
        { "UC1010", "MA0039", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(SocketsHttpHandler web) => web.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true; }" },
        { "UC1010", "S4830", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(HttpWebRequest web) => web.ServerCertificateValidationCallback = delegate { return true; }; }" },
        { "UC1010", "S4830", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(Stream wire) => new SslStream(wire, false, Yes); static bool Yes(object s, X509Certificate? c, X509Chain? h, SslPolicyErrors e) => true; }" },
        { "UC1010", "S4830", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go() => Take((_, _, _, _) => true); void Take(RemoteCertificateValidationCallback callback) { } }" },
        { "UC1010", "S4830", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(HttpWebRequest web) => web.ServerCertificateValidationCallback = Other.Yes; } static class Other { public static bool Yes(object s, X509Certificate? c, X509Chain? h, SslPolicyErrors e) { return true; } }" },
        { "UC1010", "S4830", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { void Go(HttpClientHandler web, bool strict) => web.ServerCertificateCustomValidationCallback = strict ? null : (_, _, _, _) => true; }" },
        { "UC1010", "S4830", "using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Cryptography.X509Certificates; class Desk { RemoteCertificateValidationCallback any = (_, _, _, _) => true; }" },
        { "UC1012", "CA2100", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { void Go(IDbCommand command, string name) => command.CommandText = \"SELECT id FROM orders WHERE name = '\" + name + \"'\"; }" },
        { "UC1012", "CA2100", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(string name) => new NpgsqlBatchCommand($\"SELECT id FROM orders WHERE name = '{name}'\"); }" },
        { "UC1012", "CA2100", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(SqlConnection db, string name) => db.Execute($\"SELECT id FROM orders WHERE name = '{name}'\"); }" },
        { "UC1012", "EF1002", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { void Go(DbContext db, string name) => db.Database.ExecuteSqlRaw(\"SELECT id FROM orders WHERE name = '\" + name + \"'\"); }" },
        { "UC1012", "EF1002", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { void Go(DbContext db, string name) { var text = $\"SELECT id FROM orders WHERE name = '{name}'\"; db.Database.ExecuteSqlRaw(text); } }" },
        { "UC1012", "EF1002", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(SqlConnection db, string name) => db.Execute($\"SELECT id FROM orders WHERE name = '{name}'\"); }" },
        { "UC1012", "EF1003", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { void Go(DbContext db, string name) => db.Database.ExecuteSqlRaw($\"SELECT id FROM orders WHERE name = '{name}'\"); }" },
        { "UC1012", "EF1003", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { void Go(DbContext db, string name) => db.Database.ExecuteSqlRaw(string.Format(\"SELECT id FROM orders WHERE name = '{0}'\", name)); }" },
        { "UC1012", "S2077", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(NpgsqlConnection db, string name) => new NpgsqlCommand($\"SELECT id FROM orders WHERE name = '{name}'\", db); }" },
        { "UC1012", "S2077", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { void Go(SqlCommand command, string name) => command.CommandText += \"SELECT id FROM orders WHERE name = '\" + name + \"'\"; }" },
        { "UC1012", "S2077", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(string name) => new SqlCommand { CommandText = $\"SELECT id FROM orders WHERE name = '{name}'\" }; }" },
        { "UC1012", "S2077", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(DbContext db, string name) => db.Database.SqlQueryRaw<int>($\"SELECT id FROM orders WHERE name = '{name}'\"); }" },
        { "UC1012", "S2077", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { void Go(SqlCommand command, string name) { var text = new System.Text.StringBuilder(\"SELECT id FROM orders WHERE name = '\").Append(name).Append(\"'\"); command.CommandText = text.ToString(); } }" },
        { "UC1012", "S2077", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(SqlConnection db, string name) => db.Query(Text(name)); static string Text(string name) => $\"SELECT id FROM orders WHERE name = '{name}'\"; }" },
        { "UC1012", "CA2100", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { SqlCommand command = new(\"SELECT id FROM orders WHERE name = '\" + Console.ReadLine() + \"'\"); }" },
        { "UC1012", "EF1002", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { void Go(DbContext db, string name) => db.Database.ExecuteSqlRaw((string)$\"SELECT id FROM orders WHERE name = '{name}'\"); }" },
        { "UC1012", "S2077", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { void Go(SqlCommand command, string name) => command.CommandText = (string)(\"SELECT id FROM orders WHERE name = '\" + name + \"'\"); }" },
        { "UC1012", "S2077", "using Dapper; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Npgsql; using System.Data; class Desk { object Go(SqlConnection db, IDbTransaction run, string name) => db.Query(transaction: run, param: null, sql: $\"SELECT id FROM orders WHERE name = '{name}'\"); }" },
        { "UC2014", "CA1305", "class Desk { object Go(string[] fields) => decimal.TryParse(fields[2], out _); }" },
        { "UC2014", "CA1305", "class Desk { object Go(string[] fields) => System.DateTime.ParseExact(fields[2], \"d\", null); }" },
        { "UC2014", "CA1305", "class Desk { string Go(int id, decimal price) { System.IO.File.Exists(\"\"); return $\"{id},{price}\"; } }" },
        { "UC2014", "MA0011", "class Desk { object Go(string[] fields) => decimal.Parse(System.MemoryExtensions.AsSpan(fields[2])); }" },
        { "UC2014", "MA0011", "class Desk { object Go(string[] fields) => decimal.Parse(fields[2], System.Globalization.CultureInfo.CurrentCulture); }" },
        { "UC2014", "MA0075", "class Desk { string Go(int id, decimal price) { System.IO.File.Exists(\"\"); return $\"{id},{price}\"; } }" },
        { "UC2014", "MA0075", "class Desk { object Go(string[] fields) => decimal.Parse(fields[2]); }" },
        { "UC2014", "MA0076", "class Desk { string Go(int id, decimal price) { System.IO.File.Exists(\"\"); return id + \",\" + price; } }" },
        { "UC2014", "MA0076", "class Desk { object Go(string[] fields) => decimal.Parse(fields[2]); }" },
        { "UC2014", "S4056", "class Desk { object Go(string[] fields) => System.DateOnly.TryParseExact(fields[2], \"d\", out _); }" },
        { "UC2014", "S4056", "class Desk { object Go(string[] fields) => int.Parse(fields[2], System.Globalization.NumberStyles.AllowThousands); }" },
        { "UC2014", "S6580", "class Desk { object Go(string[] fields) => decimal.Parse(fields[2]); }" },
        { "UC2014", "S6580", "class Desk { object Go(string[] fields) => System.DateTime.Parse(fields[2], System.Globalization.CultureInfo.CurrentCulture); }" },
        { "UC2016", "S6563", "using System; class Order { public DateTime At { get; set; } } class Desk { object Go(Order order) => order.At = order.At.ToLocalTime(); }" },
        { "UC2016", "S6563", "using System; class Order { public DateTime At { get; set; } } class Desk { object Go(Order order) => order.At = System.IO.File.GetLastWriteTime(\"x\"); }" },
        { "UC2008", "CA5351", "using System.Security.Cryptography; using System.Text; class Desk { byte[] Go(string email) => SHA256.HashData(Encoding.UTF8.GetBytes(email)); }" },
        { "UC2008", "CA5351", "using System.Security.Cryptography; using System.Text; class Desk { byte[] Go(MD5 md5, string email) => md5.ComputeHash(Encoding.UTF8.GetBytes(email)); }" },
        { "UC2008", "CA5350", "using System.Security.Cryptography; using System.Text; class Desk { byte[] Go(string email) => MD5.HashData(Encoding.UTF8.GetBytes(email)); }" },
        { "UC2008", "CA5350", "using System.Security.Cryptography; using System.Text; class Desk { int Go(string email) => email.GetHashCode(); }" },
    };

    [Theory, MemberData(nameof(Shared))]
    public async Task Leaves_a_line_to_the_rule_that_is_named(string rule, string id, string source)
    {
        Assert.Equal(1, await Count(rule, source, null));
        Assert.Equal(1, await Count(rule, source, $"undercurrent.defer_to = {id}\nundercurrent.{rule}.defer_to ="));
        Assert.Equal(0, await Count(rule, source, $"undercurrent.defer_to = {id}"));
        Assert.Equal(0, await Count(rule, source, $"undercurrent.{rule}.defer_to = {id.ToLowerInvariant()}"));
    }

    [Theory, MemberData(nameof(Ours))]
    public async Task Keeps_a_line_that_the_rule_named_does_not_see(string rule, string id, string source) =>
        Assert.Equal(1, await Count(rule, source, $"undercurrent.defer_to = {id}"));

    [Fact]
    public void Every_row_has_two_lines_that_are_left_and_one_that_is_kept() => Assert.All(Equivalents.Table, row =>
    {
        Assert.True(Shared.Count(line => (string)line[0] == row.Rule && (string)line[1] == row.Id) > 1, row.Id);
        Assert.Contains(Ours, line => (string)line[0] == row.Rule && (string)line[1] == row.Id);
    });

    private static async Task<int> Count(string rule, string source, string? config) =>
        (await Workshop.Run(Workshop.Open(source, new() { EditorConfig = config }), House.House.Rule(rule))).Length;
}
