using System.Text.Json;

namespace Supervision.Sampling;

/// <summary>The result of a draw of subjects. Immutable.</summary>
public abstract class Selection
{
    private protected Selection(string scheme, Frame frame, IEnumerable<int> positions) =>
        (Scheme, Frame, SelectedIds) = (scheme, frame, [.. positions.Order().Select(frame.IdAt)]);

    /// <summary>The scheme that drew.</summary>
    public string Scheme { get; }

    /// <summary>The ids drawn, by id bytes.</summary>
    public IReadOnlyList<string> SelectedIds { get; }

    /// <summary>The frame that was drawn from.</summary>
    internal Frame Frame { get; }

    /// <summary>
    /// The first reserves 替补 for a subject of a cell, in the order in which they must be used. Schemes with cells serve the same
    /// cell only; <c>pareto</c>, <c>seq-poisson</c> and <c>lots</c> have one order for the whole draw; <c>pivotal</c>,
    /// <c>poisson</c> and <c>full</c> have no reserves.
    /// </summary>
    /// <param name="cell">A cell of the frame.</param>
    /// <param name="count">Most reserves wanted; fewer come back when there are fewer.</param>
    /// <exception cref="ArgumentException">SUP4015: the scheme draws by cell, and this one has no eligible subjects.</exception>
    public IReadOnlyList<string> Reserve(string cell, int count)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return [.. ReservesFor(cell).Take(count).Select(Frame.IdAt)];
    }

    /// <summary>Positions of the reserves in order, made while they are read.</summary>
    internal virtual IEnumerable<int> ReservesFor(string cell) => [];

    /// <summary>
    /// Writes what is published besides the ids, as properties of an open JSON object: enough to check one subject
    /// without the others, where the scheme allows that.
    /// </summary>
    internal abstract void WriteCuts(Utf8JsonWriter json);

    /// <summary>Writes, as properties of an open JSON object, what one subject needs of the cuts to check itself alone.</summary>
    internal virtual void WriteCutsFor(Utf8JsonWriter json, int position)
    {
    }

    /// <summary>Writes the ids at some positions by id bytes, as an array.</summary>
    private protected void WriteIds(Utf8JsonWriter json, string name, IEnumerable<int> positions)
    {
        json.WriteStartArray(name);
        foreach (var position in positions.Order())
        {
            json.WriteStringValue(Frame.IdAt(position));
        }

        json.WriteEndArray();
    }
}
