using System.Text;
using Kobe.Hosting;

namespace Kobe.Tests.Hosting;

/// <summary>Whether a process belongs to a family, by what the kernel shows of it.</summary>
public sealed class ProcessSightingTests
{
    private const string Start = "7ffc7e3000";
    private const string End = "7ffc7e3999";

    private static readonly byte[] Mark = Encoding.UTF8.GetBytes("KOBE_MARK=a\0");

    [Theory]
    [InlineData("HOME=/\0KOBE_MARK=a\0", Start, End, true)]
    [InlineData("HOME=/\0KOBE_MARK=ab\0", Start, End, false)]
    [InlineData("", Start, Start, false)]
    [InlineData(null, "0", "0", false)]
    public void Mark_IsReadFromTheEnvironment(string? environment, string start, string end, bool marked) =>
        Assert.Equal(marked, See(Stat("S", start, end), environment)!.Value.IsMarked);

    [Theory]
    [InlineData("0", "0")]
    [InlineData(Start, "0")]
    [InlineData(Start, End)]
    public void InTheMiddleOfItsExec_NobodyKnows(string start, string end) =>
        Assert.Null(See(Stat("R", start, end), "")!.Value.IsMarked);

    [Fact]
    public void ThreadOfTheKernel_HasNone_AndIsNotWaitedFor() =>
        Assert.False(See(Stat("S", "0", "0", memory: "0"), "")!.Value.IsMarked);

    [Fact]
    public void Name_MayHoldAnything() =>
        Assert.Equal(new ProcessSighting(7, 3, 5, false), See(Stat("S", Start, Start, name: "a) Z 1 (b"), ""));

    [Theory]
    [InlineData("Z")]
    [InlineData("X")]
    public void Dead_IsNotSeen(string state) => Assert.Null(See(Stat(state, "0", "0"), null));

    private static ProcessSighting? See(string stat, string? environment) =>
        ProcessSighting.Of(7, stat, environment is null ? null : Encoding.UTF8.GetBytes(environment), Mark);

    // The fields of proc_pid_stat(5), of which a process in its exec has all.
    private static string Stat(string state, string start, string end, string name = "sleep", string memory = "5696068")
    {
        var fields = Enumerable.Repeat("0", 50).ToArray();
        (fields[0], fields[1], fields[2], fields[20], fields[47], fields[48]) = (state, "3", "5", memory, start, end);
        return $"7 ({name}) {string.Join(' ', fields)}\n";
    }
}
