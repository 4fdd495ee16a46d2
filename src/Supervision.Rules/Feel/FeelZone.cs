namespace Supervision.Rules.Feel;

/// <summary>A time zone of the IANA list, as the machine knows it.</summary>
internal sealed record FeelZone(string Name, TimeZoneInfo Info)
{
    public int BaseOffset => (int)Info.BaseUtcOffset.TotalSeconds;

    public static FeelZone? TryFind(string name)
    {
        // The list of the system also has files that are no zones, and names of Windows.
        if (name.Length is 0 or > 64 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '+'))
        {
            return null;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var info) && info.HasIanaId ? new FeelZone(name, info) : null;
    }

    public int OffsetAt(FeelDate date, FeelTime time)
    {
        // The rules of the system end with the years of DateTime; outside of them the nearest year stands for the rest.
        var year = Math.Clamp(date.Year, 2, 9998);
        var local = new DateTime(year, date.Month, Math.Min(date.Day, FeelDate.DaysIn(year, date.Month)), 0, 0, 0, DateTimeKind.Unspecified)
            .AddSeconds(time.SecondOfDay);
        return (int)Info.GetUtcOffset(local).TotalSeconds;
    }

    public bool Equals(FeelZone? other) => other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}
