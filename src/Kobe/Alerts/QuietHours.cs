namespace Kobe.Alerts;

/// <summary>The hours in which only what is critical may wake a person.</summary>
/// <param name="From">Their begin.</param>
/// <param name="To">Their end, exclusive; before <paramref name="From"/> when midnight lies between.</param>
/// <param name="Zone">The zone of both.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly To, TimeZoneInfo Zone)
{
    /// <summary>How long they still last; zero outside of them.</summary>
    public TimeSpan Left(DateTimeOffset now)
    {
        var local = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
        return local.IsBetween(From, To) ? To - local : TimeSpan.Zero;
    }
}
