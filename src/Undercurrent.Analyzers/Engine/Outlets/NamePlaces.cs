using Microsoft.CodeAnalysis;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Outlets;

/// <summary>
/// The parameters and properties by which libraries take names and addresses. Each library has a few words for them and many
/// overloads, so they are known by the library and the word; the few that share a word with something else are rows of the catalogue.
/// </summary>
internal static class NamePlaces
{
    /// <summary>By the beginning of the full name of the type that declares the member.</summary>
    public static readonly (string Types, string[] Places)[] Table =
    [
        // Addresses of pages and services
        ("System.Net.Http.", ["requestUri", "RequestUri"]),
        ("System.Net.WebRequest", ["requestUri", "requestUriString"]),
        ("System.Net.WebClient", ["address"]),
        ("System.Uri", ["uriString", "relativeUri", "Query", "Path", "Fragment", "uri"]),
        ("Microsoft.AspNetCore.WebUtilities.QueryHelpers", ["uri", "value", "queryString"]),
        ("Microsoft.AspNetCore.Http.QueryString", ["value", "parameters"]),
        ("Microsoft.AspNetCore.Http.Extensions.QueryBuilder", ["value", "values", "parameters"]),
        ("Microsoft.AspNetCore.Http.HttpResponse", ["location"]),
        ("Microsoft.AspNetCore.Http.Results", ["url", "uri", "localUrl", "routeValues"]),
        ("Microsoft.AspNetCore.Http.TypedResults", ["url", "uri", "localUrl", "routeValues"]),
        ("Microsoft.AspNetCore.Mvc.ControllerBase", ["url", "uri", "localUrl", "routeValues"]),
        ("Microsoft.AspNetCore.Mvc.UrlHelperExtensions", ["values"]),
        ("Microsoft.AspNetCore.Routing.LinkGenerator", ["values"]),
        ("Microsoft.AspNetCore.Components.NavigationManager", ["uri"]),
        ("RestSharp.", ["resource", "Resource"]),
        ("Flurl.", ["url", "segment", "segments", "parts"]),

        // Files and objects
        ("System.IO.File", ["path", "fileName", "destFileName", "sourceFileName"]),
        ("System.IO.Directory", ["path", "destDirName"]),
        ("System.IO.Stream", ["path"]),
        ("System.IO.Compression.Zip", ["entryName", "destinationFileName", "destinationArchiveFileName"]),
        ("Azure.Storage.", ["blobName", "blobContainerName", "queueName", "shareName", "directoryName", "fileName", "fileSystemName", "subdirectoryName", "BlobName"]),
        ("Amazon.S3.", ["key", "destinationKey", "keyPrefix", "Key", "DestinationKey", "KeyPrefix", "Prefix"]),
        ("Google.Cloud.Storage.", ["objectName", "destinationObjectName", "sourceObjectName"]),
        ("Minio.", ["obj"]),
        ("Renci.SshNet.SftpClient", ["path", "newPath"]),
        ("FluentFTP.", ["remotePath", "path", "remoteDir"]),

        // Keys of caches; what is called a cache has its keys by any library, or of one's own
        ("Microsoft.Extensions.Caching.", ["key", "keys"]),

        // Topics and queues
        ("Confluent.Kafka.", ["topic", "topics"]),
        ("RabbitMQ.Client.", ["routingKey", "queue", "exchange"]),
        ("Azure.Messaging.", ["queueName", "topicName", "queueOrTopicName", "subscriptionName", "eventHubName"]),
        ("Amazon.SQS.", ["queueName", "QueueName"]),
        ("Google.Cloud.PubSub.", ["topicId", "subscriptionId"]),
        ("MassTransit.", ["queueName"]),

        // Jobs, their names and what they are given
        ("Hangfire.", ["methodCall", "queue", "recurringJobId"]),
        ("Quartz.JobDataMap", ["value", "map", "this[]"]),
        ("Quartz.Util.", ["value", "val", "map", "this[]"]),
        ("Quartz.IJobConfigurator", ["value", "name", "group"]),
        ("Quartz.ITriggerConfigurator", ["value", "name", "group"]),
        ("Quartz.JobBuilder", ["value", "name", "group"]),
        ("Quartz.TriggerBuilder", ["value", "name", "group"]),
        ("Quartz.JobKey", ["name", "group"]),
        ("Quartz.TriggerKey", ["name", "group"]),
        ("Microsoft.DurableTask.", ["input", "eventPayload", "instanceId"]),
        ("Microsoft.Azure.WebJobs.Extensions.DurableTask.", ["input", "eventData", "instanceId"]),
        ("Temporalio.", ["activityCall", "workflowRunCall", "signalCall", "id"]),
        ("Coravel.", ["payload"]),
    ];

    private static readonly HashSet<string> Words = new(Table.SelectMany(static row => row.Places), StringComparer.Ordinal);

    /// <summary>What turns from a text into a key or a channel by itself.</summary>
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal) { "RedisKey", "RedisChannel" };

    /// <summary>Whether a parameter or property takes a name or an address, or a part of one.</summary>
    public static bool Takes(ISymbol place, ApiCatalogue apis)
    {
        var member = place is IParameterSymbol { ContainingSymbol: { } owner } ? owner : place;
        if (member.ContainingType is not { } type)
            return false;

        return (place is IParameterSymbol { Type: var given } && Keys.Contains((given as IArrayTypeSymbol)?.ElementType.Name ?? given.Name) && given.RootNamespace() == "StackExchange")
            || (Words.Contains(place.Name) && IsOf(ApiCatalogue.Declaring(member) ?? type, place.Name))
            || (place is IParameterSymbol && place.Name is "key" or "cacheKey" && type.Name.IndexOf("Cach", StringComparison.Ordinal) >= 0)
            || (place is IParameterSymbol ? apis.TraitsOf(member, place.Name) & ApiTrait.NamePart : apis.TraitsOf(member) & ApiTrait.NamePart) != 0;
    }

    /// <summary>Whether what goes there is an address, whose host is a machine, rather than a path or a key.</summary>
    public static bool IsAddress(string place) =>
        place.EndsWith("ri", StringComparison.Ordinal) || place.EndsWith("rl", StringComparison.Ordinal) || place is "uriString" or "requestUriString" or "address" or "resource" or "location";

    private static bool IsOf(INamedTypeSymbol type, string place)
    {
        string? name = null;
        foreach (var (types, places) in Table)
        {
            if (Array.IndexOf(places, place) >= 0 && (name ??= $"{type.ContainingNamespace?.ToDisplayString()}.{type.Name}").StartsWith(types, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
