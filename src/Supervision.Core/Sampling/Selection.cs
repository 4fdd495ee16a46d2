using System.Text.Json;

namespace Supervision.Sampling;

/// <summary>The result of a draw of subjects. Immutable.</summary>
public abstract class Selection
{
    private protected Selection(string scheme, IEnumerable<string> selectedIds) =>
        (Scheme, SelectedIds) = (scheme, [.. selectedIds]);

    /// <summary>The scheme that drew.</summary>
    public string Scheme { get; }

    /// <summary>The ids drawn, by id bytes.</summary>
    public IReadOnlyList<string> SelectedIds { get; }

    /// <summary>
    /// Writes what is published besides the ids, as properties of an open JSON object: enough to check one subject
    /// without the others, where the scheme allows that.
    /// </summary>
    internal abstract void WriteCuts(Utf8JsonWriter json);
}
