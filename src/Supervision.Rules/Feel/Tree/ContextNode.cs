namespace Supervision.Rules.Feel.Tree;

/// <summary>Named entries; each can use those above it.</summary>
internal sealed class ContextNode(FeelPlace place, string[] names, FeelNode[] values)
    : FeelNode(place, TypeOf(names, values), values)
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        run.Charge(this, names.Length);
        var own = new FeelFrame(new FeelValue[names.Length], frame);
        var entries = new FeelContext.Builder();
        for (var at = 0; at < names.Length; at++)
        {
            own.Values[at] = values[at].Evaluate(run, own);
            entries.Set(names[at], own.Values[at]);
        }

        return run.Context(this, entries);
    }

    private static FeelType TypeOf(string[] names, FeelNode[] values)
    {
        var members = new Dictionary<string, FeelType>(StringComparer.Ordinal);
        foreach (var (name, value) in names.Zip(values))
        {
            members[name] = value.Type;
        }

        return FeelType.ContextOf(members);
    }
}
