using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Web.SignIn;

namespace Supervision.Web.Pages;

/// <summary>
/// A page on which a signed-in person reads and acts. What is read goes through a scope in the person's name, so that only the
/// person's own reach is found; what is done goes through the <see cref="CommandDesk"/>, so that a refusal for lack of right is
/// journalled.
/// </summary>
internal abstract class ActingPage : PageModel
{
    private AsyncServiceScope? _reading;

    /// <summary>Who acts; set before a handler runs.</summary>
    public Actor Actor { get; private set; } = null!;

    /// <summary>Why the last act was refused, for the page to show; null when it was not.</summary>
    public Refusal? Refused { get; private set; }

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

    /// <summary>Runs a use case. A refusal is kept in <see cref="Refused"/> and answers null.</summary>
    protected async Task<T?> ActAsync<TUseCase, T>(Func<TUseCase, Task<Outcome<T>>> body)
        where TUseCase : class
        where T : class
    {
        try
        {
            var outcome = await Desk.RunAsync(Actor, body, HttpContext.RequestAborted);
            return outcome.TryGet(out var value, out var refusal) ? value : Refuse(refusal);
        }
        catch (RefusedException refused)
        {
            return Refuse(refused.Refusal);
        }

        T? Refuse(Refusal refusal)
        {
            Refused = refusal;
            Response.StatusCode = CommandDesk.IsLackOfRight(refusal) ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity;
            return null;
        }
    }
}
