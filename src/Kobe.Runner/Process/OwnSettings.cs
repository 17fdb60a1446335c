namespace Kobe.Runner.Process;

/// <summary>Settings of this process's own runtime. What plugins start is no business of theirs.</summary>
internal static class OwnSettings
{
    private static readonly string[] Names =
        ["DOTNET_GCHeapHardLimit", "DOTNET_GCgen0size", "DOTNET_EnableDiagnostics"];

    /// <summary>Takes them out of the environment that children inherit.</summary>
    public static void Hide()
    {
        foreach (var name in Names)
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
