using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Web.Pages.Bureau.Cases;

namespace Supervision.Web.Pages.Bureau;

/// <summary>Officers picked by their names, a field each: who is offered, and what was typed. Immutable.</summary>
/// <param name="Offered">Officers whom the fields offer.</param>
/// <param name="Typed">What was typed: a name, an id, both, or several with commas.</param>
/// <param name="Needed">How many must be picked; 0 where the step may do without.</param>
/// <param name="Rows">How many fields there are, at least; there is always an empty one.</param>
internal sealed record OfficerPick(IReadOnlyList<Officer> Offered, IReadOnlyList<string> Typed, int Needed, int Rows)
{
    public static OfficerPick None { get; } = new([], [], 0, 0);

    /// <summary>What the fields show: who was picked so far, and room for more.</summary>
    public IReadOnlyList<string> Fields
    {
        get
        {
            List<string> shown = [.. (Ids().TryGet(out var ids, out _) ? ids : Pieces()).Select(Shown)];
            return [.. shown, .. Enumerable.Repeat("", Math.Max(Rows - shown.Count, 1))];
        }
    }

    /// <summary>The officers of an agency who may inspect today.</summary>
    public static async Task<OfficerPick> OfAsync(
        IOfficerStore store, IEnumerable<string> agencies, IReadOnlyList<string> typed, int needed, int rows, DateOnly today, CancellationToken cancellationToken)
    {
        var offered = new List<Officer>();
        foreach (var agency in agencies)
        {
            offered.AddRange((await store.ListOfAgencyAsync(agency, cancellationToken)).Where(officer => officer.CheckDrawable(today) is null));
        }

        return new OfficerPick(offered, typed, needed, rows);
    }

    /// <summary>A field's text for an officer.</summary>
    public static string Shown(Officer officer) => $"{officer.Name} {officer.Id}";

    /// <summary>
    /// Ids of who was picked. What names nobody stays as it is: the use case says what is wrong with it. SUP7655: several officers have that name.
    /// </summary>
    public Outcome<IReadOnlyList<string>> Ids()
    {
        var ids = new List<string>();
        foreach (var piece in Pieces())
        {
            var named = Offered.Where(officer => officer.Name == piece).ToList();
            var inside = CaseForm.SplitIds(piece).Where(word => Offered.Any(officer => officer.Id == word)).ToList();
            if (inside.Count == 0 && named.Count > 1)
            {
                return Refusal.Of("SUP7655", piece, string.Join(", ", named.Select(officer => officer.Id)));
            }

            ids.AddRange(inside.Count > 0 ? inside : named.Count == 1 ? [named[0].Id] : [piece]);
        }

        return ids;
    }

    private IEnumerable<string> Pieces() =>
        Typed.SelectMany(text => (text ?? "").Split([',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private string Shown(string picked) => Offered.FirstOrDefault(officer => officer.Id == picked) is { } officer ? Shown(officer) : picked;
}
