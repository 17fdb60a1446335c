using System.Text;

namespace Kobe.EndToEnd.Tests.Support;

/// <summary>A schedule directory that lives as long as its test.</summary>
internal sealed class ScheduleFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kobe-schedule-").FullName;

    /// <summary>The folder of calendar files, made when first asked for.</summary>
    public string Calendars => Directory.CreateDirectory(System.IO.Path.Combine(Path, "calendars")).FullName;

    /// <summary>A schedule directory with one calendar file.</summary>
    public static ScheduleFolder With(string file, string text) => new ScheduleFolder().Add(file, text);

    /// <summary>Adds a calendar file.</summary>
    public ScheduleFolder Add(string file, string text) => Add(file, Encoding.UTF8.GetBytes(text));

    /// <summary>Adds a calendar file, byte by byte.</summary>
    public ScheduleFolder Add(string file, byte[] bytes)
    {
        File.WriteAllBytes(CalendarPath(file), bytes);
        return this;
    }

    /// <summary>A schedule directory with one schedule file.</summary>
    public static ScheduleFolder Of(string text) => new ScheduleFolder().AddRows("a.yaml", text);

    /// <summary>Adds a schedule file; its name may have folders in it.</summary>
    public ScheduleFolder AddRows(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>What kobe says in this directory's parent, about this schedule.</summary>
    public Task<KobeResult> Run(params string[] arguments) => Run([], arguments);

    /// <summary>The same, with variables of the environment.</summary>
    public Task<KobeResult> Run((string Name, string? Value)[] environment, params string[] arguments) =>
        KobeProcess.Run(environment, [.. arguments, "--schedule", Path]);

    /// <summary>Where a calendar file lies, or would lie.</summary>
    public string CalendarPath(string file) => System.IO.Path.Combine(Calendars, file);

    /// <summary>What kobe says about a day when it reads this directory.</summary>
    public Task<KobeResult> Ask(params string[] more) =>
        KobeProcess.Run(["calendar", "--schedule", Path, "--from", "2026-11-23", "--to", "2026-11-30", .. more]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
