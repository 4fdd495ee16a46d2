using Microsoft.AspNetCore.Mvc.Filters;
using Supervision.Audit;
using Supervision.Decisions;
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
