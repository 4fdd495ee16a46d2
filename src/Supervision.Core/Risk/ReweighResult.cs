namespace Supervision.Risk;

/// <summary>What an assessment of all subjects gave.</summary>
/// <param name="Assessed">Subjects.</param>
/// <param name="Changed">Subjects whose standing changed.</param>
/// <param name="A">Subjects now in class A.</param>
/// <param name="B">Subjects now in class B.</param>
/// <param name="C">Subjects now in class C.</param>
/// <param name="D">Subjects now in class D.</param>
public sealed record ReweighResult(long Assessed, int Changed, int A, int B, int C, int D);
