using Supervision.Coordination;

namespace Supervision.Storage.Mapping.Coordination;

internal sealed record MergeNoteJson(int Kind, string SubjectId, int Count)
{
    public static MergeNoteJson Of(MergeNote note) => new((int)note.Kind, note.SubjectId, note.Count);

    public MergeNote ToNote() => new((MergeNoteKind)Kind, SubjectId, Count);
}
