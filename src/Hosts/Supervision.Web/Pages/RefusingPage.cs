using Microsoft.AspNetCore.Mvc.RazorPages;
using Supervision.Audit;
using Supervision.Decisions;

namespace Supervision.Web.Pages;

/// <summary>A page whose forms may be refused: the refusal is shown with its code and provision above what was typed.</summary>
internal abstract class RefusingPage : PageModel
{
    /// <summary>Why the last act was refused, for the page to show; null when it was not.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>Does something; a refusal, a conflict or a day that cannot be counted is kept in <see cref="Refused"/> and answers null.</summary>
    protected async Task<T?> TryAsync<T>(Func<Task<Outcome<T>>> act)
        where T : class
    {
        Refusal? refusal;
        try
        {
            if ((await act()).TryGet(out var value, out refusal))
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
