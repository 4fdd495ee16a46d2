using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Supervision.Audit;
using Supervision.Storage;
using Supervision.Time;

namespace Supervision.Web.SignIn;

/// <summary>
/// Sessions live in the database; a cookie only names one. So a sign-out ends it for good on every host, whoever copied the cookie, and a
/// restart ends none. Beginning and end are journalled. Thread-safe.
/// </summary>
internal sealed class Sessions(
    IServiceScopeFactory scopes, IDataProtectionProvider protection, IHostEnvironment environment, AuthorityClock clock) : ITicketStore
{
    /// <summary>A person has so many at once; the oldest ends when another begins.</summary>
    public const int MostOfAPerson = 5;

    private readonly IDataProtector _protector = protection.CreateProtector("Supervision.Sessions");

    /// <summary>How many a person has here. Users of the demonstration are everybody's: nobody ends the session of somebody else who tries it too.</summary>
    public int Most { get; } = environment.IsEnvironment(Demo.DemoData.Environment) ? 1000 : MostOfAPerson;

    /// <summary>The name of a session in the table.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)));

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var (actor, since) = (ActorOf(ticket), SinceOf(ticket.Principal) ?? clock.Now);
        await using var scope = scopes.CreateAsyncScope();
        var sessions = scope.ServiceProvider.GetRequiredService<ISessionStore>();
        await sessions.ForgetAsync(clock.Now, CancellationToken.None);
        var others = await sessions.ListOfPersonAsync(actor.Id, actor.AgencyId, CancellationToken.None);
        foreach (var oldest in others.SkipLast(Most - 1))
        {
            await sessions.RemoveAsync(oldest.KeyHash, CancellationToken.None);
        }

        await sessions.AddAsync(
            new UserSession(HashOf(key), actor.Id, actor.AgencyId, since, EndOf(ticket), Protect(ticket)), CancellationToken.None);
        Journal(scope.ServiceProvider, "session.begun", actor);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(CancellationToken.None);
        return key;
    }

    /// <summary>When somebody signed in, or null: by it a person knows the own session among others.</summary>
    public static DateTimeOffset? SinceOf(ClaimsPrincipal principal) =>
        DateTimeOffset.TryParse(principal.FindFirstValue(PersonClaims.Since), CultureInfo.InvariantCulture, out var since) ? since : null;

    /// <summary>Whether a session is the one in which somebody asks.</summary>
    public static bool IsOf(ClaimsPrincipal principal, UserSession session) =>
        SinceOf(principal) is { } since && JournalEntry.Microseconds(since) == JournalEntry.Microseconds(session.Since);

    /// <summary>Ends some sessions of the person who asks; others are left alone.</summary>
    public async Task EndOwnAsync(Actor actor, Func<UserSession, bool> which, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sessions = scope.ServiceProvider.GetRequiredService<ISessionStore>();
        foreach (var one in (await sessions.ListOfPersonAsync(actor.Id, actor.AgencyId, cancellationToken)).Where(which))
        {
            await sessions.RemoveAsync(one.KeyHash, cancellationToken);
            Journal(scope.ServiceProvider, "session.ended", actor);
        }

        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(cancellationToken);
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<ISessionStore>().ExtendAsync(HashOf(key), EndOf(ticket), Protect(ticket), CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(CancellationToken.None);
        }
        catch (StorageException)
        {
            // Somebody else writes for long: the session ends when it would have ended, and the next request tries again.
        }
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = await scope.ServiceProvider.GetRequiredService<ISessionStore>().FindAsync(HashOf(key), CancellationToken.None);
        try
        {
            return session is null ? null : TicketSerializer.Default.Deserialize(_protector.Unprotect(session.Ticket.ToArray()));
        }
        catch (CryptographicException)
        {
            return null; // by keys that this host does not have any more
        }
    }

    public async Task RemoveAsync(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sessions = scope.ServiceProvider.GetRequiredService<ISessionStore>();
        if (await sessions.FindAsync(HashOf(key), CancellationToken.None) is { } session
            && await sessions.RemoveAsync(session.KeyHash, CancellationToken.None))
        {
            Journal(scope.ServiceProvider, "session.ended", new Actor(session.PersonId, session.PartyId));
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(CancellationToken.None);
        }
    }

    private static Actor ActorOf(AuthenticationTicket ticket) => new(
        ticket.Principal.FindFirstValue(PersonClaims.Person)!,
        ticket.Principal.FindFirstValue(PersonClaims.Agency) ?? ticket.Principal.FindFirstValue(PersonClaims.Subject)!);

    private DateTimeOffset EndOf(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc ?? clock.Now;

    private byte[] Protect(AuthenticationTicket ticket) => _protector.Protect(TicketSerializer.Default.Serialize(ticket));

    private void Journal(IServiceProvider services, string type, Actor actor) => services.GetRequiredService<IUnitOfWork>()
        .Append(new JournalRecord(type, actor.Id, actor, clock.Now, CanonicalJson.Of(json => json.WriteString("way", "password"))));
}
