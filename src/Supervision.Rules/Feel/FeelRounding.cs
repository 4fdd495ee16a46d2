namespace Supervision.Rules.Feel;

/// <summary>The roundings that the language names.</summary>
internal enum FeelRounding
{
    Up = 1,
    Down,
    HalfUp,
    HalfDown,
    HalfEven,
    Floor,
    Ceiling,
}
