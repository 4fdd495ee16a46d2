namespace Supervision.Rules.Feel;

/// <summary>A parameter of a function: its name and what it takes.</summary>
internal sealed record FeelParameter(string Name, FeelType Type);
