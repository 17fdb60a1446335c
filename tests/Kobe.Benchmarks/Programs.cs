namespace Kobe.Benchmarks;

/// <summary>The programs that are measured, by the paths of their assemblies.</summary>
internal sealed record Programs(string Kobe, string Empty)
{
    /// <summary>The folder that Kobe was published to.</summary>
    public string Published => Path.GetDirectoryName(Kobe)!;

    /// <summary>The published runner.</summary>
    public string Runner => Path.Combine(Published, "runner", "kobe-runner.dll");

    /// <summary>This program, for what needs a process of its own.</summary>
    public static string Own => typeof(Programs).Assembly.Location;
}
