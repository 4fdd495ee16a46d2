using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel;

/// <summary>Something that can be called.</summary>
internal abstract class FeelFunction
{
    /// <summary>The parameters in order; of a built-in function those of its first form.</summary>
    public abstract IReadOnlyList<FeelParameter> Parameters { get; }

    /// <summary>Calls it with arguments by position. The caller counts the steps.</summary>
    public abstract FeelValue Call(FeelRun run, FeelNode at, FeelValue[] arguments);

    /// <summary>Whether it is a function of the type.</summary>
    public abstract bool Is(FeelType type);

    /// <summary>Calls it with arguments by name; null, with the reason, where a name is unknown.</summary>
    public virtual FeelValue Call(FeelRun run, FeelNode at, IReadOnlyList<string> names, FeelValue[] arguments)
    {
        var ordered = new FeelValue[Parameters.Count];
        for (var given = 0; given < names.Count; given++)
        {
            var place = -1;
            for (var parameter = 0; parameter < Parameters.Count; parameter++)
            {
                place = string.Equals(Parameters[parameter].Name, names[given], StringComparison.Ordinal) ? parameter : place;
            }

            if (place < 0)
            {
                return run.Null(at, "SUP5107", ToString()!, names[given]);
            }

            ordered[place] = arguments[given];
        }

        return Call(run, at, ordered);
    }
}
