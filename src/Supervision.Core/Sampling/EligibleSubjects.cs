namespace Supervision.Sampling;

/// <summary>The positions of a frame's eligible subjects, by cell bytes, then by id bytes. Twelve bytes a subject at most.</summary>
internal sealed class EligibleSubjects
{
    private readonly int[] _starts;

    private EligibleSubjects(int[] positions, int[] starts) => (Positions, _starts) = (positions, starts);

    /// <summary>All of them: the first cell's by id, then the second's, and so on.</summary>
    public int[] Positions { get; }

    /// <summary>N_c of the cell with this index in <see cref="Frame.Cells"/>.</summary>
    public int CountIn(int cell) => _starts[cell + 1] - _starts[cell];

    /// <summary>The part of a list in the order of <see cref="Positions"/> that belongs to a cell.</summary>
    public Range RangeOf(int cell) => _starts[cell].._starts[cell + 1];

    public static EligibleSubjects Of(Frame frame)
    {
        // A counting sort: positions rise, so that each cell's subjects come out by id.
        int[] starts = [0, .. frame.EligiblePerCell()];
        for (var cell = 1; cell < starts.Length; cell++)
        {
            starts[cell] += starts[cell - 1];
        }

        var next = starts[..^1];
        var positions = new int[starts[^1]];
        for (var i = 0; i < frame.Count; i++)
        {
            if (frame.IsEligibleAt(i))
            {
                positions[next[frame.CellAt(i)]++] = i;
            }
        }

        return new EligibleSubjects(positions, starts);
    }
}
