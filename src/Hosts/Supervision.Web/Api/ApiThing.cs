using Supervision.Cases;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Sampling;

namespace Supervision.Web.Api;

/// <summary>
/// What a command changes: it is looked for in the actor's reach before the body is read, so that another agency's is not there whatever is
/// sent, and a command says by If-Match which version it is meant for. Immutable.
/// </summary>
/// <param name="Missing">Code of the refusal when there is none.</param>
/// <param name="VersionAsync">The version of the thing with an id; null when there is none in the actor's reach.</param>
/// <param name="DemandsVersion">Whether a command without If-Match is not taken (428).</param>
/// <param name="HasVersion">Whether it has versions at all; else If-Match is not looked at.</param>
internal sealed record ApiThing(
    string Missing, Func<IServiceProvider, string, CancellationToken, Task<int?>> VersionAsync, bool DemandsVersion = true, bool HasVersion = true)
{
    /// <summary>
    /// A task, whose commands come from devices without a network that cannot know its version: its state and the hash of the record that is
    /// signed say what they are meant for. If-Match is heeded where it is sent.
    /// </summary>
    public static readonly ApiThing Task = new(
        "SUP2001", async (services, id, stopped) => (await services.GetRequiredService<ITaskStore>().FindAsync(id, stopped))?.Version, DemandsVersion: false);

    public static readonly ApiThing Case = new(
        "SUP2300", async (services, id, stopped) => (await services.GetRequiredService<ICaseStore>().FindAsync(id, stopped))?.Version);

    public static readonly ApiThing Plan = new(
        "SUP4111", async (services, id, stopped) => await services.GetRequiredService<IDrawStore>().FindPlanAsync(id, stopped) is null ? null : 1, DemandsVersion: false, HasVersion: false);

    /// <summary>A draw of a plan in the actor's reach: draws are for everybody to see, and for their own agency to change.</summary>
    public static readonly ApiThing Draw = new(
        "SUP4121", async (services, id, stopped) =>
            await services.GetRequiredService<IDrawStore>().FindDrawAsync(id, stopped) is { } draw
            && await services.GetRequiredService<IDrawStore>().FindPlanAsync(draw.PlanId, stopped) is not null ? 1 : null,
        DemandsVersion: false, HasVersion: false);

    /// <summary>A matter of one kind: another's is not there at this address.</summary>
    public static ApiThing Matter(MatterKind kind) => new(
        "SUP7000", async (services, id, stopped) =>
            await services.GetRequiredService<IMatterStore>().FindAsync(id, stopped) is { } matter && matter.Kind == kind ? matter.Version : null);
}
