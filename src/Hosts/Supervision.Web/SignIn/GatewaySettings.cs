using System.Net;

namespace Supervision.Web.SignIn;

/// <summary>A gateway that has signed the person in and says so in headers.</summary>
/// <param name="Secret">What only the gateway knows, in the header X-Supervision-Secret.</param>
/// <param name="Proxies">The addresses from which headers are believed.</param>
internal sealed record GatewaySettings(string Secret, IReadOnlyList<IPAddress> Proxies);
