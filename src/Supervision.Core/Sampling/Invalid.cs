using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>Turns a refusal into the exception for a wrong argument; its English line starts with the code.</summary>
internal static class Invalid
{
    public static ArgumentException Argument(Refusal refusal, string name) => new(refusal.ToString(), name);

    public static ArgumentException Argument(string name, string code, params string[] arguments) =>
        Argument(Refusal.Of(code, arguments), name);
}
