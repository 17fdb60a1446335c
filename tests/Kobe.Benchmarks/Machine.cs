namespace Kobe.Benchmarks;

/// <summary>The machine on which figures were read.</summary>
internal sealed record Machine(int Cores, string Processor, string Memory, string Runtime)
{
    public static Machine Here() => new(
        Environment.ProcessorCount,
        Field("/proc/cpuinfo", "model name") ?? "unknown processor",
        MemorySize(),
        $".NET {Environment.Version}");

    public override string ToString() => $"{Cores} cores of {Processor}, {Memory} memory, {Runtime}";

    private static string MemorySize() =>
        Field("/proc/meminfo", "MemTotal") is { } text && long.TryParse(text.Split(' ')[0], out var kibibytes)
            ? $"{kibibytes / (1024 * 1024)} GiB"
            : "unknown";

    private static string? Field(string file, string name) => !File.Exists(file)
        ? null
        : File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?
            .Split(':', 2)[1].Trim();
}
