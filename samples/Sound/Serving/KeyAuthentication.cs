using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Sound.Serving;

/// <summary>Callers show the key they were given; it is compared in constant time.</summary>
internal sealed class KeyAuthentication : AuthenticationHandler<AuthenticationSchemeOptions>
{
    public const string Header = "X-Api-Key";

    private readonly ServingSettings settings;

    public KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, IOptions<ServingSettings> settings)
        : base(options, loggers, encoder) => this.settings = settings.Value;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var shown = Encoding.UTF8.GetBytes(Request.Headers[Header].ToString());
        if (!CryptographicOperations.FixedTimeEquals(shown, Encoding.UTF8.GetBytes(settings.ApiKey)))
            return Task.FromResult(AuthenticateResult.NoResult());

        var caller = new ClaimsIdentity(new[] { new Claim(ClaimTypes.Name, "night-report") }, Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(caller), Scheme.Name)));
    }
}
