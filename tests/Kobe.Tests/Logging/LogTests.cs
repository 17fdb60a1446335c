using System.Text;
using System.Text.Json;
using Kobe.Logging;
using Kobe.Testing;
using Kobe.Tests.Operation;

namespace Kobe.Tests.Logging;

public sealed class LogTests : IDisposable
{
    private const string Canary = "canary-0123456789";

    private static readonly string Base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary));

    private readonly TemporaryFolder _folder = new();
    private readonly SteppedTime _time = new(SteppedTime.Monday);
    private readonly Redaction _redaction = new();
    private readonly ListSink _sink = new();

    public LogTests() => _redaction.Hide(Canary);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_PassesOverWhatMattersLess()
    {
        using (var log = Make(LogLevel.Warning))
        {
            log.Info("brain", "small talk");
            log.Warning("brain", "look here");
        }

        Assert.Equal("look here", Assert.Single(_sink.Entries).Message);
    }

    [Theory]
    [InlineData("Plain")]
    [InlineData("Json")]
    [InlineData("Systemd")]
    public void NoSink_EverSeesASecret(string name)
    {
        var format = Enum.Parse<LogFormat>(name);
        using var stream = new MemoryStream();
        var console = new ConsoleSink(new(format, Zones.NewYork), stream);
        var file = new FileSink(new(format, Zones.NewYork), _folder.At("kobe.log"), 1 << 20, 2);
        using (var log = new Log(LogLevel.Debug, _time, _redaction, ("a", console), ("b", file)))
        {
            log.Error("web", $"GET /?t={Canary}",
                new InvalidOperationException($"no {Canary}", new IOException(Canary)));
            log.Info("brain", Base64);
        }

        var text = Encoding.UTF8.GetString(stream.ToArray()) + _folder.Read("kobe.log");
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Base64[..12], text, StringComparison.Ordinal);
        Assert.Contains(Redaction.Mark, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Plain", "2026-11-23T09:45:00.000-05:00 warning brain    the task said \\n<6>forged")]
    [InlineData("Systemd", "<4>brain: the task said \\n<6>forged")]
    public void Lines_StayOne_WhateverIsWrittenInto(string name, string expected)
    {
        var format = Enum.Parse<LogFormat>(name);
        var entry = new LogEntry(_time.GetUtcNow(), LogLevel.Warning, "brain", "the task said \n<6>forged", null);

        Assert.Equal(expected + "\n", Encoding.UTF8.GetString(new LogLines(format, Zones.NewYork).Of([entry])));
    }

    [Fact]
    public void Lines_AreObjects_InJson()
    {
        var entry = new LogEntry(_time.GetUtcNow(), LogLevel.Error, "brain", "a \u001b[2J \"b\"\n", "at x\nat y");
        var lines = Encoding.UTF8.GetString(new LogLines(LogFormat.Json, Zones.NewYork).Of([entry, entry]));

        Assert.Equal(2, lines.AsSpan().Count('\n'));
        using var document = JsonDocument.Parse(lines.Split('\n')[0]);
        Assert.Equal("error", document.RootElement.GetProperty("level").GetString());
        Assert.Equal(@"a \u001b[2J ""b""\n", document.RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public void Write_NeverWaits_AndSaysWhatWasLost()
    {
        _sink.Open.Reset();
        using (var log = Make(LogLevel.Info))
        {
            log.Info("brain", "first");
            _sink.Writing.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            for (var i = 0; i < 5_000; i++)
            {
                log.Info("brain", "more");
            }

            _sink.Open.Set();
        }

        var lost = _sink.Entries.Single(entry => entry.Source == "log").Message;
        Assert.StartsWith("904 lines were lost", lost);
        Assert.Equal(4_098, _sink.Entries.Count);
    }

    [Fact]
    public void Write_NeverFails_AndSaysLaterThatItDid()
    {
        using (var log = Make(LogLevel.Info))
        {
            _sink.Failure = new IOException("No space left on device");
            log.Info("brain", "lost");
            _sink.Failed.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            _sink.Failure = null;
            log.Info("brain", "kept");
        }

        Assert.Equal(["1 lines were lost: No space left on device", "kept"],
            _sink.Entries.Select(entry => entry.Message));
    }

    [Fact]
    public void Log_TakesNoHarm_AfterItsEnd()
    {
        var log = Make(LogLevel.Info);
        log.Dispose();

        log.Error("brain", "nobody hears this");

        Assert.Empty(_sink.Entries);
    }

    [Fact]
    public void File_IsForItsOwner_AndRolls()
    {
        using (var sink = new FileSink(new(LogFormat.Plain, Zones.NewYork), _folder.At("logs", "kobe.log"), 200, 2))
        {
            for (var i = 0; i < 10; i++)
            {
                sink.Write([new(_time.GetUtcNow(), LogLevel.Info, "brain", $"line {i} {new string('x', 60)}", null)]);
            }
        }

        Assert.Equal(["kobe.log", "kobe.log.1", "kobe.log.2"],
            Directory.GetFiles(_folder.At("logs")).Select(Path.GetFileName).Order());
        Assert.Contains("line 9", _folder.Read("logs", "kobe.log"), StringComparison.Ordinal);
        Assert.Contains("line 8", _folder.Read("logs", "kobe.log.1"), StringComparison.Ordinal);
        Assert.Contains("line 7", _folder.Read("logs", "kobe.log.2"), StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(_folder.At("logs")), file => Assert.True(new FileInfo(file).Length <= 200));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(_folder.At("logs", "kobe.log")));
        }
    }

    [Fact]
    public void File_GoesOn_WhereItEnded()
    {
        for (var i = 0; i < 2; i++)
        {
            using var sink = new FileSink(new(LogFormat.Plain, Zones.NewYork), _folder.At("kobe.log"), 10_000, 2);
            sink.Write([new(_time.GetUtcNow(), LogLevel.Info, "brain", $"start {i}", null)]);
        }

        Assert.Equal(2, _folder.Read("kobe.log").AsSpan().Count('\n'));
    }

    private Log Make(LogLevel least) => new(least, _time, _redaction, ("list", _sink));
}
