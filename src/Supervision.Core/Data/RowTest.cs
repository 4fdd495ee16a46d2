namespace Supervision.Data;

/// <summary>The test of one row: null when the rule has nothing to test there.</summary>
internal delegate RowResult? RowTest(DataRow row);
