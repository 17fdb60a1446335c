namespace Kobe.Benchmarks.Figures;

/// <summary>A program that waits for its input to end and does nothing.</summary>
internal static class IdleProcess
{
    public const string Probe = "idle-process";

    public const string Name = "program that waits";

    public static void Run()
    {
        Console.Error.WriteLine("ready");
        Console.In.ReadToEnd();
    }
}
