using System.Reflection;
using Microsoft.AspNetCore.Mvc.Filters;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Web.Publication;
using Supervision.Web.SignIn;

namespace Supervision.Web.Pages;

/// <summary>
/// A page on which a signed-in person reads and acts. What is read goes through a scope in the person's name, so that only the
/// person's own reach is found; what is done goes through the <see cref="CommandDesk"/>, so that a refusal for lack of right is
/// journalled.
/// </summary>
internal abstract class ActingPage : RefusingPage
{
    private AsyncServiceScope? _reading;
    private AgencyNames _agencies = AgencyNames.None;

    /// <summary>Who acts; set before a handler runs.</summary>
    public Actor Actor { get; private set; } = null!;

    private CommandDesk Desk => HttpContext.RequestServices.GetRequiredService<CommandDesk>();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Actor = await HttpContext.RequestServices.GetRequiredService<SignedIn>().ActorAsync(HttpContext.RequestAborted);
        await next();
        if (_reading is { } reading)
        {
            await reading.DisposeAsync();
        }
    }

    /// <summary>Whether the actor has a role that a use case takes. Whoever has none is told who does it, in place of a form that would be refused.</summary>
    public bool May<TUseCase>() => (TakesOf<TUseCase>() & Actor.Roles) != Roles.None;

    /// <summary>The roles that a use case takes; any one is enough.</summary>
    public static Roles TakesOf<TUseCase>() => typeof(TUseCase).GetCustomAttribute<AllowedToAttribute>()!.Roles;

    /// <summary>Name of an agency that the page read; its id when it is not in the register.</summary>
    public string AgencyOf(string id) => _agencies[id];

    /// <summary>Reads the names of the agencies that the page is going to show.</summary>
    protected async Task ReadAgenciesAsync(IEnumerable<string> ids, CancellationToken cancellationToken) =>
        _agencies = await AgencyNames.ReadAsync(Reading<IOfficerStore>(), ids, cancellationToken);

    /// <summary>A store or query that sees what the actor may see.</summary>
    protected T Reading<T>()
        where T : notnull
    {
        _reading ??= Desk.Open(Actor);
        return _reading.Value.ServiceProvider.GetRequiredService<T>();
    }

    /// <summary>Runs a use case. A refusal is kept for the page to show and answers null.</summary>
    protected Task<T?> ActAsync<TUseCase, T>(Func<TUseCase, Task<Outcome<T>>> body)
        where TUseCase : class
        where T : class => TryAsync(() => Desk.RunAsync(Actor, body, HttpContext.RequestAborted));
}
