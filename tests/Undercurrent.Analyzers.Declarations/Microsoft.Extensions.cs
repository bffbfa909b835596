using System.Text;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;

// Microsoft.Extensions.Http.Resilience, Polly.Extensions, Microsoft.Extensions.Compliance.*, Microsoft.Extensions.Telemetry*
namespace Microsoft.Extensions.Http.Resilience
{
    public class HttpRetryStrategyOptions : Polly.Retry.RetryStrategyOptions<HttpResponseMessage>
    {
        public bool ShouldRetryAfterHeader { get; set; }
    }

    public class HttpStandardResilienceOptions
    {
        public HttpRetryStrategyOptions Retry { get; set; }
    }

    public sealed class ResilienceHandlerContext
    {
        public IServiceProvider ServiceProvider => throw null!;
    }

    public interface IHttpStandardResiliencePipelineBuilder
    {
        string PipelineName { get; }
        Microsoft.Extensions.DependencyInjection.IServiceCollection Services { get; }
    }

    public interface IHttpResiliencePipelineBuilder
    {
        string PipelineName { get; }
        Microsoft.Extensions.DependencyInjection.IServiceCollection Services { get; }
    }

    public interface IStandardHedgingHandlerBuilder
    {
        string Name { get; }
        Microsoft.Extensions.DependencyInjection.IServiceCollection Services { get; }
    }

    public interface IRoutingStrategyBuilder
    {
        string Name { get; }
    }

    public class ResilienceHandler : DelegatingHandler
    {
        public ResilienceHandler(Func<HttpRequestMessage, ResiliencePipeline<HttpResponseMessage>> pipelineProvider) => throw null!;
        public ResilienceHandler(ResiliencePipeline<HttpResponseMessage> pipeline) => throw null!;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class ResilienceHttpClientBuilderExtensions
    {
        public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder) => throw null!;
        public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder, IConfigurationSection section) => throw null!;
        public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder, Action<HttpStandardResilienceOptions> configure) => throw null!;
        public static IHttpResiliencePipelineBuilder AddResilienceHandler(this IHttpClientBuilder builder, string pipelineName, Action<ResiliencePipelineBuilder<HttpResponseMessage>> configure) => throw null!;
        public static IHttpResiliencePipelineBuilder AddResilienceHandler(this IHttpClientBuilder builder, string pipelineName, Action<ResiliencePipelineBuilder<HttpResponseMessage>, ResilienceHandlerContext> configure) => throw null!;
        public static IStandardHedgingHandlerBuilder AddStandardHedgingHandler(this IHttpClientBuilder builder) => throw null!;
        public static IStandardHedgingHandlerBuilder AddStandardHedgingHandler(this IHttpClientBuilder builder, Action<IRoutingStrategyBuilder> configure) => throw null!;
        public static IHttpClientBuilder RemoveAllResilienceHandlers(this IHttpClientBuilder builder) => throw null!;
    }

    public static class RedactionServiceCollectionExtensions
    {
        public static IServiceCollection AddRedaction(this IServiceCollection services) => throw null!;
        public static IServiceCollection AddRedaction(this IServiceCollection services, Action<IRedactionBuilder> configure) => throw null!;
    }
}

namespace Polly
{
    public static class PollyServiceCollectionExtensions
    {
        public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddResiliencePipeline<TKey>(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, TKey key, Action<ResiliencePipelineBuilder> configure) where TKey : notnull => throw null!;
        public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddResiliencePipeline<TKey, TResult>(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, TKey key, Action<ResiliencePipelineBuilder<TResult>> configure) where TKey : notnull => throw null!;
    }
}

namespace Microsoft.Extensions.Compliance.Classification
{
    public readonly struct DataClassification(string taxonomyName, string value) : IEquatable<DataClassification>
    {
        public string TaxonomyName => taxonomyName;
        public string Value => value;
        public bool Equals(DataClassification other) => throw null!;
        public override bool Equals(object? obj) => throw null!;
        public override int GetHashCode() => throw null!;
        public static bool operator ==(DataClassification left, DataClassification right) => throw null!;
        public static bool operator !=(DataClassification left, DataClassification right) => throw null!;
    }

    public sealed class DataClassificationSet(params DataClassification[] classifications)
    {
        public static implicit operator DataClassificationSet(DataClassification classification) => throw null!;
    }

    [AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.ReturnValue | AttributeTargets.GenericParameter, AllowMultiple = true)]
    public class DataClassificationAttribute : Attribute
    {
        protected DataClassificationAttribute(DataClassification classification) => throw null!;
        public string Notes { get; set; }
        public DataClassification Classification => throw null!;
    }

    public sealed class NoDataClassificationAttribute() : DataClassificationAttribute(default);

    public sealed class UnknownDataClassificationAttribute() : DataClassificationAttribute(default);
}

namespace Microsoft.Extensions.Compliance.Redaction
{
    public abstract class Redactor
    {
        public string Redact(ReadOnlySpan<char> source) => throw null!;
        public abstract int Redact(ReadOnlySpan<char> source, Span<char> destination);
        public int Redact(string? source, Span<char> destination) => throw null!;
        public virtual string Redact(string? source) => throw null!;
        public string Redact<T>(T value, string? format = null, IFormatProvider? provider = null) => throw null!;
        public abstract int GetRedactedLength(ReadOnlySpan<char> input);
    }

    public sealed class ErasingRedactor : Redactor
    {
        public static ErasingRedactor Instance => throw null!;
        public override int Redact(ReadOnlySpan<char> source, Span<char> destination) => throw null!;
        public override int GetRedactedLength(ReadOnlySpan<char> input) => throw null!;
    }

    public sealed class NullRedactor : Redactor
    {
        public static NullRedactor Instance => throw null!;
        public override int Redact(ReadOnlySpan<char> source, Span<char> destination) => throw null!;
        public override int GetRedactedLength(ReadOnlySpan<char> input) => throw null!;
        public override string Redact(string? source) => throw null!;
    }

    public interface IRedactorProvider
    {
        Redactor GetRedactor(DataClassificationSet classifications);
    }

    public interface IRedactionBuilder
    {
        Microsoft.Extensions.DependencyInjection.IServiceCollection Services { get; }
        IRedactionBuilder SetRedactor<T>(params DataClassificationSet[] classifications) where T : Redactor;
        IRedactionBuilder SetFallbackRedactor<T>() where T : Redactor;
    }

    public sealed class HmacRedactorOptions
    {
        public int? KeyId { get; set; }
        public string Key { get; set; }
    }
}

namespace System.Text
{
    public static class RedactionStringBuilderExtensions
    {
        public static StringBuilder AppendRedacted(this StringBuilder stringBuilder, Redactor redactor, string? value) => throw null!;
        public static StringBuilder AppendRedacted(this StringBuilder stringBuilder, Redactor redactor, ReadOnlySpan<char> value) => throw null!;
    }
}

namespace Microsoft.Extensions.Logging
{
    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class LogPropertiesAttribute : Attribute
    {
        public bool SkipNullProperties { get; set; }
        public bool OmitReferenceName { get; set; }
        public bool Transitive { get; set; }
    }

    [AttributeUsage(AttributeTargets.Property)]
    public sealed class LogPropertyIgnoreAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
    public sealed class TagNameAttribute(string name) : Attribute
    {
        public string Name => name;
    }

    [AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
    public sealed class TagProviderAttribute(Type providerType, string providerMethod) : Attribute
    {
        public Type ProviderType => providerType;
        public string ProviderMethod => providerMethod;
        public bool OmitReferenceName { get; set; }
    }

    public interface ITagCollector
    {
        void Add(string tagName, object? tagValue);
        void Add(string tagName, object? tagValue, DataClassificationSet classifications);
    }

    public static class LoggingRedactionExtensions
    {
        public static ILoggingBuilder EnableRedaction(this ILoggingBuilder builder) => throw null!;
    }
}
