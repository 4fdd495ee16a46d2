using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>Turns a refusal into the exception for a wrong argument, whose English line starts with the code, and back.</summary>
internal static class Invalid
{
    private const string Refused = "refusal";

    public static ArgumentException Argument(Refusal refusal, string name) => new(refusal.ToString(), name) { Data = { [Refused] = refusal } };

    public static ArgumentException Argument(string name, string code, params string[] arguments) =>
        Argument(Refusal.Of(code, arguments), name);

    /// <summary>The refusal, which each reader gets in his language; null for an exception that was not made here.</summary>
    public static Refusal? RefusalOf(ArgumentException fault) => fault.Data[Refused] as Refusal;
}
