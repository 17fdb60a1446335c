using Kobe.Runner.Lane;

namespace Kobe.Runner.Process;

/// <summary>What the brain says on the command line. Nothing secret: everybody may read it.</summary>
/// <param name="Requests">The number of the pipe that orders come through.</param>
/// <param name="Plugins">The directory of the plugins.</param>
/// <param name="LaneLock">The file to lock while handlers may run; null: none.</param>
/// <param name="Output">Bytes of console output that a run may write.</param>
internal sealed record RunnerArguments(int Requests, string Plugins, string? LaneLock, int Output)
{
    public static RunnerArguments? Parse(string[] words)
    {
        int? requests = null;
        string? plugins = null;
        string? laneLock = null;
        var output = LaneLimits.Output;
        for (var i = 0; i + 1 < words.Length; i += 2)
        {
            switch (words[i])
            {
                case "--requests" when int.TryParse(words[i + 1], out var number):
                    requests = number;
                    break;
                case "--plugins":
                    plugins = words[i + 1];
                    break;
                case "--lane-lock":
                    laneLock = words[i + 1];
                    break;
                case "--output" when int.TryParse(words[i + 1], out var bytes):
                    output = bytes;
                    break;
                default:
                    return null;
            }
        }

        return requests is { } pipe && plugins is not null ? new(pipe, plugins, laneLock, output) : null;
    }
}
