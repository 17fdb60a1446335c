namespace Kobe.Config;

/// <summary>Where metrics are pushed to, if anywhere.</summary>
internal static class OtlpSettings
{
    private const string Legal = "Write https://HOST:PORT, http://127.0.0.1:PORT, or off.";
    private const string Off = "off";

    public static readonly Setting<Uri?> Endpoint = new("otlp.endpoint", Off, Legal,
        "A collector that takes metrics by OTLP over HTTP; /v1/metrics is added where no path is given", Read);

    public static readonly Setting<TimeSpan> Every = Settings.Duration("otlp.every", "1m",
        TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), "How often metrics are pushed to it");

    public static readonly IReadOnlyList<Setting> All = [Endpoint, Every];

    // A collector elsewhere is spoken to encrypted: metrics tell how the desk does.
    private static Reading<Uri?> Read(string text) => text == Off ? Reading<Uri?>.Of(null)
        : SafeUrl.Read(text) is not { } url ? Reading<Uri?>.Bad("neither https nor this machine")
        : url.UserInfo.Length > 0 ? Reading<Uri?>.Bad("an address with a name or a password in it")
        : Reading<Uri?>.Of(url.AbsolutePath == "/" ? new(url, "/v1/metrics") : url);
}
