using Supervision.Rules.Facts;

namespace Supervision.Rules.Packs;

/// <summary>A result of another policy that a pack builds on. Immutable.</summary>
/// <param name="Name">Name under which this pack knows it.</param>
/// <param name="Policy">Id of the other policy; the version in force on the as-of day answers.</param>
/// <param name="Decision">Name of its decision.</param>
/// <param name="Type">What this pack takes the result for.</param>
/// <param name="Line">Where it stands.</param>
/// <param name="Column">Where it stands.</param>
internal sealed record PackUse(string Name, string Policy, string Decision, FactType Type, int Line, int Column);
