using Kobe.Config;
using Kobe.Core.Text;
using Kobe.Files;
using Kobe.Logging;
using Kobe.Markets;
using Kobe.Tests.Operation;

namespace Kobe.Tests.Config;

public sealed class ConfigLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_TakesDefaults_WithoutAFile()
    {
        var config = ConfigLoader.Load(new(null, Environment(), []), new MachineZones());

        Assert.Equal("America/New_York", config.Zone.Id);
        Assert.Equal("http://127.0.0.1:8081", Assert.Single(config.Web.Urls).ToString());
        Assert.Equal(TimeSpan.FromMilliseconds(500), config.PreemptGrace);
        Assert.Equal(512L << 20, config.RunnerMemory);
        Assert.All(config.Values, value => Assert.Equal("default", value.Origin));
    }

    [Fact]
    public void Defaults_AreLegal_AndComplete()
    {
        var config = ConfigLoader.Load(new(null, Environment(), []), new MachineZones());

        Assert.Equal(Settings.All, config.Values.Select(value => value.Setting));
        Assert.Equal(Settings.All.Count, Settings.All.Select(setting => setting.Variable).Distinct().Count());
    }

    [Theory]
    // file   variable  option   value  origin
    [InlineData(null, null, null, 30, "default")]
    [InlineData("10s", null, null, 10, "FILE:2")]
    [InlineData("10s", "11s", null, 11, "environment KOBE_DRAIN")]
    [InlineData("10s", "11s", "12s", 12, "option --drain")]
    [InlineData("10s", "", null, 10, "FILE:2")]
    [InlineData(null, null, "12s", 12, "option --drain")]
    public void Load_TakesTheLaterOne_AndSaysWhence(
        string? file, string? variable, string? option, int seconds, string origin)
    {
        var path = _folder.Write("kobe.yaml", file is null ? "" : $"# The brain.\ndrain: {file}\n");
        var config = ConfigLoader.Load(
            new(path, Environment(("KOBE_DRAIN", variable)),
                option is null ? [] : [new OptionValue("drain", "--drain", option)]),
            new MachineZones());

        Assert.Equal(TimeSpan.FromSeconds(seconds), config.Drain);
        Assert.Equal(origin.Replace("FILE", path, StringComparison.Ordinal),
            config.Values.Single(value => value.Setting == Settings.Drain).Origin);
    }

    [Fact]
    public void Load_ReadsEverySection()
    {
        var config = ConfigLoader.Load(
            new(_folder.Write("kobe.yaml", """
                zone: Europe/London
                urls: [http://127.0.0.1:9000, "http://[::1]:9000"]
                isolation: inprocess
                limits: { max_timeout: 1h, catch_up_per_minute: 60 }
                runner: { memory: 1GiB, recycle_after: 500 }
                journal: { keep_days: 30 }
                log: { level: warning, format: systemd, file: off, size: 1MiB, keep: 2 }
                on_start: { enabled: false, skip: [warm-up, check] }
                plugins:
                  monitoring: { secrets: [TELEGRAM_TOKEN] }
                """), Environment(), []),
            new MachineZones());

        Assert.Equal("Europe/London", config.Zone.Id);
        Assert.Equal(["http://127.0.0.1:9000", "http://[::1]:9000"], config.Web.Urls.Select(url => url.ToString()));
        Assert.Equal(Isolation.InProcess, config.Isolation);
        Assert.Equal(TimeSpan.FromHours(1), config.TimeoutMax);
        Assert.Equal(60, config.CatchUpPerMinute);
        Assert.Equal(1L << 30, config.RunnerMemory);
        Assert.Equal(500, config.RunnerRecycle);
        Assert.Equal(30, config.JournalDays);
        Assert.Equal(new LogSettings(LogLevel.Warning, LogFormat.Systemd, null, 1 << 20, 2), config.Log);
        Assert.False(config.OnStart);
        Assert.Equal(["warm-up", "check"], config.OnStartSkip);
        Assert.Equal(("monitoring", "TELEGRAM_TOKEN"), (config.Secrets[0].Plugin, config.Secrets[0].Name));
    }

    [Theory]
    // text                                          place  code        part of the message
    [InlineData("drian: 5s",                         "1:1", "KOBE1003", "Did you mean 'drain'?")]
    [InlineData("log: { levle: info }",              "1:8", "KOBE1003", "Did you mean 'level'?")]
    [InlineData("drain: 5s\ndrain: 6s",              "2:1", "KOBE1012", "drain")]
    [InlineData("drain:",                            "1:7", "KOBE1031", "no value")]
    [InlineData("drain: { a: 1 }",                   "1:8", "KOBE1032", "drain")]
    [InlineData("drain: soon",                       "1:8", "KOBE3001", "not a duration")]
    [InlineData("drain: 20m",                        "1:8", "KOBE3002", "from 0s to 10m")]
    [InlineData("drain: [1s, 2s]",                   "1:13", "KOBE3008", "one value")]
    [InlineData("allow_remote: yes",                 "1:15", "KOBE3001", "true or false")]
    [InlineData("heartbeat: 61s",                    "1:12", "KOBE3002", "from 1s to 1m")]
    [InlineData("limits: { max_timeout: 61m }",      "1:24", "KOBE3002", "to 1h")]
    [InlineData("runner: { memory: 1 GB }",          "1:19", "KOBE3001", "not a size")]
    [InlineData("zone: America/New_Yrok",            "1:7", "KOBE3003", "America/New_York")]
    [InlineData("urls: https://127.0.0.1:1",         "1:7", "KOBE3004", "http://")]
    [InlineData("urls: http://kobe.example:1",       "1:7", "KOBE3004", "IP address")]
    [InlineData("urls: http://0.0.0.0:8081",         "1:7", "KOBE3005", "allow_remote")]
    [InlineData("plugins: { p: { secrets: [a-b] } }", "1:27", "KOBE3006", "capitals")]
    [InlineData("plugins: { p: { secret: A } }",     "1:17", "KOBE1003", "secrets")]
    [InlineData("plugins: { ../x: { secrets: A } }", "1:12", "KOBE3006", "folder")]
    [InlineData("plugins: all",                      "1:10", "KOBE1032", "plugins")]
    public void Load_Refuses_WithPlaceAndHint(string text, string place, string code, string part)
    {
        var diagnostics = new Diagnostics();
        var path = _folder.Write("kobe.yaml", text);

        Assert.Null(ConfigLoader.Load(new(path, Environment(), []), new MachineZones(), diagnostics));
        var error = Assert.Single(diagnostics.Items).ToString();
        Assert.StartsWith($"{path}:{place}: error {code}: ", error);
        Assert.Contains(part, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ShowsAllErrorsAtOnce_OfAllLayers()
    {
        var path = _folder.Write("kobe.yaml", "drain: x\nlog: { level: loud }\n");
        var error = Assert.Throws<UserError>(() => ConfigLoader.Load(
            new(path, Environment(("KOBE_HEARTBEAT", "0s")), [new OptionValue("urls", "--urls", "here")]),
            new MachineZones()));

        Assert.Equal(4, error.Message.Split('\n').Length);
        Assert.Equal(2, error.Code);
    }

    [Fact]
    public void Load_WarnsOfAMisspeltVariable_AndOfNoOther()
    {
        var diagnostics = new Diagnostics();
        _ = ConfigLoader.Load(
            new(null, Environment(("KOBE_DRIAN", "1s"), ("KOBE_SOMETHING_ELSE_ALTOGETHER", "1")), []),
            new MachineZones(), diagnostics);

        Assert.Contains("KOBE_DRAIN", Assert.Single(diagnostics.Items).Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_RefusesAMissingFile_ThatWasNamed() => Assert.Contains("--config",
        Assert.Throws<UserError>(() => ConfigLoader.Load(
            new(_folder.At("absent.yaml"), Environment(), []), new MachineZones())).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("2s", 2000)]
    [InlineData("1m30s", 90_000)]
    public void MillisecondText_ReadsAndWrites(string text, int milliseconds)
    {
        Assert.True(MillisecondText.TryParse(text, out var duration));
        Assert.Equal(milliseconds, duration.TotalMilliseconds);
        Assert.Equal(text, MillisecondText.Format(duration));
    }

    [Theory]
    // text                     legal  remote
    [InlineData("http://127.0.0.1:8081", true, false)]
    [InlineData("http://localhost:0", true, false)]
    [InlineData("http://[::1]:8081/", true, false)]
    [InlineData("HTTP://127.0.0.1:8081", true, false)]
    [InlineData("http://192.168.1.5:80", true, true)]
    [InlineData("http://[::]:80", true, true)]
    [InlineData("http://127.1:80", false, false)]
    [InlineData("http://127.0.0.1", false, false)]
    [InlineData("http://127.0.0.1:80/x", false, false)]
    [InlineData("http://127.0.0.1:65536", false, false)]
    [InlineData("http://me:pw@127.0.0.1:80", false, false)]
    [InlineData("http://:80", false, false)]
    [InlineData("http://*:80", false, false)]
    public void ListenUrl_IsLegalOrNot_AndRemoteOrNot(string text, bool legal, bool remote)
    {
        var reading = ListenUrl.Read(text);

        Assert.Equal(legal, reading.Problem is null);
        Assert.Equal(remote, reading.Value?.IsRemote ?? false);
    }

    private static Dictionary<string, string> Environment(params (string Name, string? Value)[] variables) =>
        variables.Where(one => one.Value is not null).ToDictionary(one => one.Name, one => one.Value!);
}
