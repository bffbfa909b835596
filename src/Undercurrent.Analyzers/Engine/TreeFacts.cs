using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The subjects a file touches, as far as its words tell.</summary>
[Flags]
internal enum Subjects : ulong
{
    None = 0,

    /// <summary>A name with a credential word, or the name of a credential sink.</summary>
    Credentials = 1,

    /// <summary>A text that looks like a connection string or an address with user-info.</summary>
    ConnectionTexts = 2,

    /// <summary>A name that may be personal data, or an attribute that says so.</summary>
    PersonalData = 4,

    /// <summary>The name of a call that writes to a log.</summary>
    Logs = 8,

    /// <summary>The name of a call that reads from outside.</summary>
    Ingestion = 16,

    /// <summary>A client of the framework itself, such as <c>HttpClient</c>, whose presence no reference shows.</summary>
    FrameworkClients = 32,

    /// <summary>The name of a call or type by which records are served, stored, changed or erased.</summary>
    Access = 64,

    /// <summary>A name that is personal data only in company, such as <c>Name</c> or <c>Weight</c>.</summary>
    FaintPersonalData = 128,

    /// <summary>A name that speaks of a person, or otherwise makes a faint one telling.</summary>
    People = 256,

    /// <summary>A name that speaks of auditing.</summary>
    Audits = 512,

    /// <summary>A name by which clients and retries are set up.</summary>
    Setups = 1024,

    /// <summary>A text with a word that may be part of a token.</summary>
    Tokens = 1 << 11,

    /// <summary>The name of an exception, or of a call by which traces are tagged.</summary>
    Traces = 1 << 12,

    /// <summary>The name of what writes a file.</summary>
    Files = 1 << 13,

    /// <summary>The name of a grant, a role or a policy by which something is permitted.</summary>
    Permissions = 1 << 14,

    /// <summary>A text that may name an administrator's login.</summary>
    Logins = 1 << 15,

    /// <summary>An address or setting that may leave data unencrypted on its way.</summary>
    Transport = 1 << 16,

    /// <summary>A name or setting by which a certificate or host key is accepted.</summary>
    Certificates = 1 << 17,

    /// <summary>A name by which endpoints are made, mapped or guarded.</summary>
    Endpoints = 1 << 19,

    /// <summary>The name of a call that gives queries a filter, or goes round it.</summary>
    QueryFilters = 1 << 20,

    /// <summary>A name that may map a handler to a route.</summary>
    Routes = 1 << 21,

    /// <summary>The name of a library whose attributes write the headers of requests.</summary>
    HeaderAttributes = 1 << 22,

    /// <summary>The name of a setting by which a store is encrypted.</summary>
    Storage = 1 << 28,

    /// <summary>The name of the event at which a host key is looked at.</summary>
    HostKeys = 1 << 29,

    /// <summary>The name of a switch by which a library repeats the data in its logs and errors.</summary>
    Diagnostics = 1UL << 30,

    /// <summary>The name of what takes the text of a query.</summary>
    Queries = 1 << 18,

    /// <summary>A name by which a store may be opened to everyone.</summary>
    OpenStores = 1 << 23,

    /// <summary>A name by which access may be granted for a time.</summary>
    Grants = 1 << 24,

    /// <summary>A name or setting by which a wait has an end.</summary>
    TimeLimits = 1UL << 47,

    /// <summary>A name by which a value is hashed.</summary>
    Hashes = 1UL << 33,

    /// <summary>An attribute, or the library of one, by which a project marks personal data.</summary>
    Classification = 1UL << 34,

    /// <summary>The name of a call that may read numbers and dates in the machine's culture, or of that culture.</summary>
    Cultures = 1UL << 40,

    /// <summary>The name by which the machine's own time is told.</summary>
    Clocks = 1UL << 41,

    /// <summary>A name that may speak of money.</summary>
    Money = 1UL << 42,

    /// <summary>The name of what reads the body of a response, or of a client whose responses do not throw.</summary>
    Responses = 1UL << 37,

    /// <summary>The name of a call that answers whether it could do what it was asked to.</summary>
    Answers = 1UL << 38,

    /// <summary>The name of a call that reports failures item by item.</summary>
    Batches = 1UL << 35,

    /// <summary>The name of what sends traces, metrics or reports of errors.</summary>
    Telemetry = 1 << 25,

    /// <summary>The name of an exception, or of what is answered in its place.</summary>
    Failures = 1 << 26,

    /// <summary>A name by which files, objects, keys, pages, queues or jobs get theirs.</summary>
    NameParts = 1 << 27,

    /// <summary>The name of what gives a page of something longer, or of what in a page tells that there is more.</summary>
    Pages = 1UL << 39,

    /// <summary>The name of a cache, or of what declares a queue, topic, table or bucket.</summary>
    Retention = 1UL << 43,

    /// <summary>The name of a call that turns a payload into an object.</summary>
    Payloads = 1UL << 44,

    /// <summary>A name or text by which bad records are let pass.</summary>
    Leniency = 1UL << 36,

    /// <summary>The name of a store in which records may be left.</summary>
    Stores = 1UL << 45,

    /// <summary>The name of what writes rows to a sink.</summary>
    Sinks = 1UL << 46,

    /// <summary>The name of a setting by which messages may be forgotten.</summary>
    Delivery = 1UL << 54,

    /// <summary>The name of a library by which records come from a broker.</summary>
    Brokers = 1UL << 51,

    /// <summary>The name of a call that tells a broker that a record is done with.</summary>
    Settlements = 1UL << 52,

    /// <summary>The name of what hands over records that are to be settled, or of the setting that leaves it to the program.</summary>
    Receipts = 1UL << 53,

    /// <summary>The name of a setting, a queue or a channel by which messages may end with their broker.</summary>
    Durability = 1UL << 55,

    /// <summary>A name that speaks of trying again.</summary>
    Retries = 1UL << 48,

    /// <summary>The name of an attribute that asks for another try.</summary>
    RetryAttributes = 1UL << 49,

    /// <summary>The name of what is lost unless it is committed, completed or flushed.</summary>
    UnfinishedWork = 1UL << 58,

    /// <summary>The name of what sends messages and may keep them.</summary>
    Producers = 1UL << 59,

    /// <summary>The name of what lends the body of a message to a handler.</summary>
    BorrowedBodies = 1UL << 60,

    /// <summary>The name of a library whose consumers and channels are to be kept and closed.</summary>
    Consumers = 1UL << 61,

    /// <summary>The name of a client that is meant to be shared.</summary>
    SharedClients = 1UL << 56,

    /// <summary>A name by which a thread waits for a task.</summary>
    Blocking = 1UL << 57,
}

/// <summary>
/// What one file says about the project it is part of, by syntax alone. Computed once per tree, so an edit recomputes one.
/// </summary>
internal sealed class TreeFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> Cache = new();

    private TreeFacts(SyntaxTree tree)
    {
        Meaning = WordScan.Of(tree.GetText());
    }

    public WordMeaning Meaning { get; }

    public static TreeFacts Of(SyntaxTree tree) => Cache.GetValue(tree, static tree => new(tree));
}
