using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Supervision.Web.SignIn;

/// <summary>Believes the headers of the gateway in front, from its addresses and with its secret only.</summary>
internal sealed class GatewayHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, GatewaySettings gateway)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "gateway";
    public const string SecretHeader = "X-Supervision-Secret";
    public const string PersonHeader = "X-Supervision-Person";
    public const string AgencyHeader = "X-Supervision-Agency";
    public const string SubjectHeader = "X-Supervision-Subject";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Judge());

    private AuthenticateResult Judge()
    {
        if (!Request.Headers.ContainsKey(SecretHeader))
        {
            return AuthenticateResult.NoResult();
        }

        if (!IsGateway(Context.Connection.RemoteIpAddress) || !KnowsSecret())
        {
            return AuthenticateResult.Fail("These headers do not come from the gateway.");
        }

        return PersonClaims.Principal(One(PersonHeader), One(AgencyHeader), One(SubjectHeader), SchemeName) is { } principal
            ? AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName))
            : AuthenticateResult.Fail("The gateway names no person with an agency or a subject.");
    }

    private bool IsGateway(IPAddress? address) => address is not null
        && gateway.Proxies.Any(proxy => proxy.Equals(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));

    private bool KnowsSecret() => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(One(SecretHeader) ?? "")), SHA256.HashData(Encoding.UTF8.GetBytes(gateway.Secret)));

    // A header that stands twice is none: a proxy may have passed on what the visitor sent.
    private string? One(string header) => Request.Headers[header] is [{ Length: > 0 } value] ? value : null;
}
