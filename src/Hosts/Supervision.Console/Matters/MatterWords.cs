using Supervision.Console.Shell;
using Supervision.Matters;
using Supervision.Warnings;

namespace Supervision.Console.Matters;

/// <summary>States, steps and facts of a matter in the reader's language. What a command takes, and what --json answers, are the codes.</summary>
internal sealed class MatterWords(Texts texts)
{
    public string Kind(MatterKind kind) => texts[$"matter.kind.{kind}"];

    /// <summary>A category by its word, such as the origin of an event or a list; the id of a model or item stays.</summary>
    public string Category(string category) => texts.Find($"matter.category.{category}") ?? category;

    /// <summary>A state; that of a list entry has a word of its own where it means something else.</summary>
    public string State(MatterKind kind, MatterState state) => texts.Find($"matter.state.{kind}.{state}") ?? texts[$"matter.state.{state}"];

    public string Step(MatterKind kind, MatterTrigger step) => texts.Find($"matter.step.{kind}.{step}") ?? texts[$"matter.step.{step}"];

    public string Level(WarningLevel level) => texts[$"warning.level.{level}"];

    /// <summary>A fact by its word, or by its code where it has none.</summary>
    public string Fact(string name) => texts.Find($"matter.fact.{name}") ?? name;

    /// <summary>What a fact says; levels and the quality of data are words.</summary>
    public string Value(string name, string value) => name switch
    {
        "level" or "levelAfter" => texts.Find($"warning.level.{value}") ?? value,
        "quality" => texts.Find($"matter.quality.{value}") ?? value,
        _ => value,
    };
}
