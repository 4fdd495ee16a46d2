using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Caching.Memory;

namespace Supervision.Web.SignIn;

/// <summary>
/// Sessions live here; a cookie only names one. So a sign-out ends it for good, whoever copied the cookie. Thread-safe; sessions end
/// with the process, and a person goes to one host of several.
/// </summary>
internal sealed class Sessions : ITicketStore, IDisposable
{
    private const int Most = 100_000;
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Most });

    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        Keep(key, ticket);
        return Task.FromResult(key);
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        if (_cache.TryGetValue(key, out _))
        {
            Keep(key, ticket);
        }

        return Task.CompletedTask;
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult(_cache.Get<AuthenticationTicket>(key));

    public Task RemoveAsync(string key)
    {
        _cache.Remove(key);
        return Task.CompletedTask;
    }

    public void Dispose() => _cache.Dispose();

    private void Keep(string key, AuthenticationTicket ticket) => _cache.Set(key, ticket, new MemoryCacheEntryOptions
    {
        Size = 1,
        AbsoluteExpiration = ticket.Properties.ExpiresUtc,
    });
}
