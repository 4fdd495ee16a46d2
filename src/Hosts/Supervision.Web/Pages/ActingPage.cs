using System.Globalization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;
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
        Refusal? refusal;
        try
        {
            var outcome = await Desk.RunAsync(Actor, body, HttpContext.RequestAborted);
            if (outcome.TryGet(out var value, out refusal))
            {
                return value;
            }
        }
        catch (RefusedException refused)
        {
            refusal = refused.Refusal;
        }
        catch (ConcurrencyConflictException)
        {
            refusal = Refusal.Of("SUP7654");
        }
        catch (CalendarNotPublishedException missing)
        {
            refusal = Refusal.Of("SUP1901", missing.Date.ToString("O", CultureInfo.InvariantCulture));
        }

        Refuse(refusal);
        return null;
    }

    /// <summary>Keeps a refusal for the page to show; always true.</summary>
    protected bool Refuse(Refusal refusal)
    {
        Refused = refusal;
        Response.StatusCode = CommandDesk.IsLackOfRight(refusal) ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity;
        return true;
    }

    /// <summary>
    /// Whether a form cannot be taken at all. SUP7653: a field is no day, number or choice; SUP7654: what was on the screen has changed since.
    /// </summary>
    /// <param name="isCurrent">Whether the form was filled in over what is stored now.</param>
    protected bool RefuseForm(bool isCurrent = true)
    {
        if (ModelState.FirstOrDefault(field => field.Value?.Errors.Count > 0) is { Key: { } name, Value: { } state })
        {
            return Refuse(Refusal.Of("SUP7653", name, state.AttemptedValue ?? ""));
        }

        return !isCurrent && Refuse(Refusal.Of("SUP7654"));
    }
}
