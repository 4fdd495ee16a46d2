using Supervision.Sampling;
using Supervision.Web.DrawRoom;

namespace Supervision.Web.Pages.Bureau.Draws;

/// <summary>The plans of the agency, each with its draw room and what is next there.</summary>
internal sealed class RoomsModel(RoomActs acts) : ActingPage
{
    public IReadOnlyList<RoomState> Rooms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var draws = Reading<IDrawStore>();
        var rooms = new List<RoomState>();
        foreach (var plan in await draws.ListPlansAsync(cancellationToken))
        {
            rooms.Add(await RoomState.OfAsync(plan, draws, acts, cancellationToken));
        }

        Rooms = rooms;
    }
}
