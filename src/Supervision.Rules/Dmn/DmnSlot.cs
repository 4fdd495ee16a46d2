namespace Supervision.Rules.Dmn;

/// <summary>A name that an expression may use: an element, or the elements of an imported model under the name of the import.</summary>
internal sealed record DmnSlot(string Name, bool IsImport, List<DmnElement> Elements);
