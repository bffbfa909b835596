// Amazon.Lambda.APIGatewayEvents
namespace Amazon.Lambda.APIGatewayEvents
{
    public class APIGatewayProxyRequest
    {
        public string Body { get; set; }
    }

    public class APIGatewayHttpApiV2ProxyRequest
    {
        public string Body { get; set; }
    }

    public class APIGatewayProxyResponse
    {
        public int StatusCode { get; set; }
        public string Body { get; set; }
    }
}

// Microsoft.Azure.Functions.Worker.Extensions.Http
namespace Microsoft.Azure.Functions.Worker
{
    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class HttpTriggerAttribute : Attribute
    {
        public HttpTriggerAttribute(params string[] methods) => throw null!;
    }
}

namespace Microsoft.Azure.Functions.Worker.Http
{
    public abstract class HttpRequestData
    {
    }

    public abstract class HttpResponseData
    {
    }

    public static class HttpResponseDataExtensions
    {
        public static ValueTask WriteAsJsonAsync<T>(this HttpResponseData response, T instance, CancellationToken cancellationToken = default) => throw null!;
    }
}

// Microsoft.Azure.WebJobs.Extensions.Http
namespace Microsoft.Azure.WebJobs
{
    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class HttpTriggerAttribute : Attribute
    {
        public HttpTriggerAttribute(params string[] methods) => throw null!;
    }
}

// System.ServiceModel.Primitives
namespace System.ServiceModel
{
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class OperationContractAttribute : Attribute
    {
    }
}

// Microsoft.AspNet.WebApi.Core, Microsoft.AspNet.Mvc
namespace System.Web.Http
{
    public abstract class ApiController
    {
    }
}

namespace System.Web.Mvc
{
    public abstract class Controller
    {
    }
}

// Grpc.Core.Api
namespace Grpc.Core
{
    [AttributeUsage(AttributeTargets.Class)]
    public class BindServiceMethodAttribute : Attribute
    {
        public BindServiceMethodAttribute(Type bindType, string bindMethodName) => throw null!;
    }
}
