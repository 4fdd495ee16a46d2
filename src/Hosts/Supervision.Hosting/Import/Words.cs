using Supervision.Registry;

namespace Supervision.Hosting.Import;

/// <summary>The words by which our files name what code keeps as enumerations.</summary>
internal static class Words
{
    public static IReadOnlyDictionary<string, SubjectKind> Kinds { get; } = Of(
        ("enterprise", SubjectKind.Enterprise),
        ("self-employed", SubjectKind.SelfEmployed),
        ("cooperative", SubjectKind.Cooperative),
        ("organisation", SubjectKind.Organisation),
        ("natural-person", SubjectKind.NaturalPerson),
        ("site", SubjectKind.Site),
        ("equipment", SubjectKind.Equipment));

    public static IReadOnlyDictionary<string, SubjectStatus> Statuses { get; } = Of(
        ("active", SubjectStatus.Active),
        ("dormant", SubjectStatus.Dormant),
        ("deregistered", SubjectStatus.Deregistered),
        ("licence-revoked", SubjectStatus.LicenceRevoked),
        ("registration-cancelled", SubjectStatus.RegistrationCancelled),
        ("moved-out", SubjectStatus.MovedOut));

    public static IReadOnlyDictionary<string, bool> Booleans { get; } = Of(("true", true), ("false", false));

    private static readonly Dictionary<SubjectKind, string> s_ofKind = Kinds.ToDictionary(pair => pair.Value, pair => pair.Key);

    private static readonly Dictionary<SubjectStatus, string> s_ofStatus = Statuses.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static string Of(SubjectKind kind) => s_ofKind[kind];

    public static string Of(SubjectStatus status) => s_ofStatus[status];

    private static Dictionary<string, T> Of<T>(params (string Word, T Value)[] words) =>
        words.ToDictionary(pair => pair.Word, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
}
