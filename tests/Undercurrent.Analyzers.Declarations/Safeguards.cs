using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

// MySql.Data and System.Data.SqlClient: the older of two clients each
namespace MySql.Data.MySqlClient
{
    public enum MySqlSslMode
    {
        Disabled = 0,
        None = Disabled,
        Preferred = 1,
        Prefered = Preferred,
        Required = 2,
        VerifyCA = 3,
        VerifyFull = 4,
    }

    public sealed class MySqlConnectionStringBuilder : System.Data.Common.DbConnectionStringBuilder
    {
        public string Server { get; set; }
        public bool Logging { get; set; }
        public MySqlSslMode SslMode { get; set; }
    }
}

namespace System.Data.SqlClient
{
    public sealed class SqlConnectionStringBuilder : System.Data.Common.DbConnectionStringBuilder
    {
        public string DataSource { get; set; }
        public bool Encrypt { get; set; }
        public int ConnectTimeout { get; set; }
        public bool TrustServerCertificate { get; set; }
    }

    public sealed class SqlBulkCopy : IDisposable
    {
        public int BulkCopyTimeout { get; set; }
        public void Dispose() => throw null!;
    }
}

// DotPulsar
namespace DotPulsar
{
    public enum EncryptionPolicy : byte
    {
        EnforceUnencrypted = 0,
        EnforceEncrypted = 1,
        PreferUnencrypted = 2,
        PreferEncrypted = 3,
    }
}

namespace DotPulsar.Abstractions
{
    public interface IPulsarClientBuilder
    {
        IPulsarClientBuilder ConnectionSecurity(EncryptionPolicy encryptionPolicy);
        IPulsarClientBuilder ServiceUrl(Uri uri);
        IPulsarClientBuilder VerifyCertificateAuthority(bool verifyCertificateAuthority);
        IPulsarClientBuilder VerifyCertificateName(bool verifyCertificateName);
    }
}

// Elastic, and what was forked from it
namespace Elastic.Transport
{
    public static class CertificateValidations
    {
        public static bool AllowAll(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors policyErrors) => throw null!;
        public static bool DenyAll(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors policyErrors) => throw null!;
    }
}

namespace Elasticsearch.Net
{
    public static class CertificateValidations
    {
        public static bool AllowAll(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors policyErrors) => throw null!;
        public static bool DenyAll(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors policyErrors) => throw null!;
    }
}

namespace OpenSearch.Net
{
    public static class CertificateValidations
    {
        public static bool AllowAll(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors policyErrors) => throw null!;
    }
}

namespace Elastic.Clients.Elasticsearch
{
    public class ElasticsearchClientSettings
    {
        public ElasticsearchClientSettings(Uri uri) => throw null!;
        public ElasticsearchClientSettings ServerCertificateValidationCallback(Func<object, X509Certificate, X509Chain, SslPolicyErrors, bool> callback) => throw null!;
    }
}

// Grpc.Core.Api and Grpc.Net.Client
namespace Grpc.Core
{
    public abstract class ChannelCredentials
    {
        public static ChannelCredentials Insecure => throw null!;
        public static ChannelCredentials SecureSsl => throw null!;
    }
}

namespace Grpc.Net.Client
{
    public sealed class GrpcChannelOptions
    {
        public Grpc.Core.ChannelCredentials? Credentials { get; set; }
    }

    public sealed class GrpcChannel
    {
        public static GrpcChannel ForAddress(string address) => throw null!;
        public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) => throw null!;
        public static GrpcChannel ForAddress(Uri address) => throw null!;
    }
}

// InfluxDB.Client
namespace InfluxDB.Client
{
    public class InfluxDBClient : IDisposable
    {
        public InfluxDBClient(string url, string token) => throw null!;
        public void Dispose() => throw null!;
    }
}

// MailKit
namespace MailKit.Security
{
    public enum SecureSocketOptions
    {
        None,
        Auto,
        SslOnConnect,
        StartTls,
        StartTlsWhenAvailable,
    }
}

// Minio
namespace Minio
{
    public interface IMinioClient : IDisposable
    {
        IMinioClient WithSSL(bool secure = true);
    }

    public static class MinioClientExtensions
    {
        public static IMinioClient WithEndpoint(this IMinioClient minioClient, string endpoint) => throw null!;
        public static IMinioClient WithSSL(this IMinioClient minioClient, bool secure = true) => throw null!;
    }
}

// MQTTnet: 5 has no namespace of its own for the client
namespace MQTTnet.Client
{
    public sealed class MqttClientCertificateValidationEventArgs : EventArgs
    {
        public X509Certificate Certificate => throw null!;
        public SslPolicyErrors SslPolicyErrors => throw null!;
    }

    public sealed class MqttClientTlsOptions
    {
        public bool AllowUntrustedCertificates { get; set; }
        public Func<MqttClientCertificateValidationEventArgs, bool>? CertificateValidationHandler { get; set; }
        public bool IgnoreCertificateChainErrors { get; set; }
        public bool UseTls { get; set; }
    }

    public sealed class MqttClientTlsOptionsBuilder
    {
        public MqttClientTlsOptionsBuilder UseTls(bool useTls = true) => throw null!;
        public MqttClientTlsOptionsBuilder WithAllowUntrustedCertificates(bool allowUntrustedCertificates = true) => throw null!;
        public MqttClientTlsOptionsBuilder WithCertificateValidationHandler(Func<MqttClientCertificateValidationEventArgs, bool> certificateValidationHandler) => throw null!;
        public MqttClientTlsOptionsBuilder WithIgnoreCertificateChainErrors(bool ignoreCertificateChainErrors = true) => throw null!;
    }
}

namespace MQTTnet
{
    public sealed class MqttClientTlsOptions
    {
        public bool AllowUntrustedCertificates { get; set; }
        public bool IgnoreCertificateChainErrors { get; set; }
    }

    public sealed class MqttClientTlsOptionsBuilder
    {
        public MqttClientTlsOptionsBuilder WithAllowUntrustedCertificates(bool allowUntrustedCertificates = true) => throw null!;
        public MqttClientTlsOptionsBuilder WithIgnoreCertificateChainErrors(bool ignoreCertificateChainErrors = true) => throw null!;
    }
}

// NATS.Client.Core
namespace NATS.Client.Core
{
    public enum NatsTlsMode
    {
        Auto,
        Prefer,
        Require,
        Implicit,
        Disable,
    }

    public sealed record NatsTlsOpts
    {
        public bool InsecureSkipVerify { get; init; }
        public NatsTlsMode Mode { get; init; }
    }
}

// Neo4j.Driver
namespace Neo4j.Driver
{
    public enum EncryptionLevel
    {
        None,
        Encrypted,
    }

    public abstract class TrustManager
    {
        public static TrustManager CreateChainTrust(bool verifyHostname = true) => throw null!;
        public static TrustManager CreateInsecure(bool verifyHostname = false) => throw null!;
    }

    public sealed class ConfigBuilder
    {
        public ConfigBuilder WithEncryptionLevel(EncryptionLevel level) => throw null!;
        public ConfigBuilder WithTrustManager(TrustManager manager) => throw null!;
    }
}

// FluentFTP
namespace FluentFTP
{
    public enum FtpEncryptionMode
    {
        None,
        Implicit,
        Explicit,
        Auto,
    }

    public class FtpSslValidationEventArgs : EventArgs
    {
        public bool Accept { get; set; }
        public SslPolicyErrors PolicyErrors { get; set; }
    }

    public delegate void FtpSslValidation(object control, FtpSslValidationEventArgs e);
}

// SSH.NET
namespace Renci.SshNet.Common
{
    public class HostKeyEventArgs : EventArgs
    {
        public bool CanTrust { get; set; }
        public string FingerPrintSHA256 => throw null!;
    }
}
