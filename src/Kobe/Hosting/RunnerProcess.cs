using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Core.Catalogues;
using Kobe.Runner.Wire;

namespace Kobe.Hosting;

/// <summary>One child process, from its start until nothing of it is left.</summary>
internal sealed class RunnerProcess : IDisposable
{
    // A write of this size fits into the pipe whatever the other end does, so it can't hold up the brain.
    private const int DirectMax = 32_768;
    private const int StackBytes = 262_144;

    // The thread that hears answers may go on with the brain's loop. What is not used of a stack takes no memory.
    private const int AnswersStackBytes = 1_048_576;
    private static readonly TimeSpan RestLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan OutputLimit = TimeSpan.FromMilliseconds(200);

    private readonly IRunnerOwner owner;
    private readonly Process process;
    private readonly AnonymousPipeServerStream requests;
    private readonly ProcessFamily family;
    private readonly OutputReader output;
    private readonly ManualResetEvent gone = new(false);
    private readonly Lock gate = new();
    private readonly Thread answers;
    private bool reaped;
    private string? crashedPlugin;
    private string? crash;

    /// <summary>Starts the process. Nothing is heard from it before <see cref="Listen"/>.</summary>
    public RunnerProcess(RunnerSettings settings, IRunnerOwner owner)
    {
        this.owner = owner;
        var mark = settings.Family + Guid.NewGuid().ToString("n");
        process = RunnerStart.Start(settings, mark, out requests);
        Pid = process.Id;
        family = new(Pid, mark);
        output = new(process.StandardError.BaseStream, settings.OutputLimit, line => owner.Printed(this, line));
        answers = new(Hear, AnswersStackBytes) { IsBackground = true, Name = $"answers of runner {Pid}" };
    }

    /// <summary>The process's id.</summary>
    public int Pid { get; }

    /// <summary>Whether it has loaded its plugins.</summary>
    public bool IsReady { get; private set; }

    /// <summary>How many runs it was given.</summary>
    public int Runs { get; private set; }

    /// <summary>Why a fresh one takes its place though nothing was wrong with it; null when none does.</summary>
    public string? Recycled { get; set; }

    /// <summary>The facts it knows.</summary>
    public IReadOnlyDictionary<string, FactValue> Facts { get; set; } = new Dictionary<string, FactValue>();

    /// <summary>The state of the market that it knows, without its instant; null before the first order.</summary>
    public MarketContext? Market { get; set; }

    /// <summary>Begins to listen.</summary>
    public void Listen()
    {
        output.Begin($"output of runner {Pid}", StackBytes);
        answers.Start();
    }

    /// <summary>A new run begins: it may print as much again.</summary>
    public void BeginRun()
    {
        Runs++;
        output.BeginRun();
    }

    /// <summary>The memory that it has in use, in bytes; 0 when it is gone.</summary>
    public long ResidentBytes() => ProcessMemory.ResidentBytes(Pid);

    /// <summary>Sends messages through the pipe for orders. A process that is gone takes nothing; that isn't an error
    /// here, for its end is told by itself.</summary>
    public void Send(ReadOnlyMemory<byte> messages)
    {
        if (messages.Length <= DirectMax)
        {
            Write(requests, messages.Span);
            return;
        }

        var copy = messages.ToArray();
        new Thread(() => Write(requests, copy), StackBytes) { IsBackground = true, Name = "large order" }.Start();
    }

    /// <summary>Cancels an order.</summary>
    public void Cancel(long ticket) =>
        Write(process.StandardInput.BaseStream, System.Text.Encoding.UTF8.GetBytes($"{{\"cancel\":{ticket}}}\n"));

    /// <summary>Kills the process and its group, without waiting.</summary>
    public void Kill()
    {
        lock (gate)
        {
            // Once it is reaped the number may be another's.
            if (!reaped)
            {
                family.Kill();
            }
        }
    }

    /// <summary>Waits until nothing of the process is left.</summary>
    public bool WaitGone(TimeSpan limit) => gone.WaitOne(limit);

    public void Dispose()
    {
        Kill();
        if (WaitGone(RestLimit))
        {
            requests.Dispose();

            // Process leaves streams that were read open for the finaliser.
            process.StandardInput.BaseStream.Dispose();
            process.StandardOutput.BaseStream.Dispose();
            process.StandardError.BaseStream.Dispose();
            process.Dispose();
            gone.Dispose();
        }
    }

    private static void Write(Stream pipe, ReadOnlySpan<byte> messages)
    {
        try
        {
            pipe.Write(messages);
            pipe.Flush();
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException)
        {
            // The process is gone or going; the thread that hears its answers notices and tells.
        }
    }

    private void Hear()
    {
        try
        {
            var pipe = process.StandardOutput.BaseStream;
            var reader = new LineReader(pipe, pipe is PipeStream own ? new QuickWait(own.SafePipeHandle) : null);
            while (reader.TryRead(out var line))
            {
                using var message = JsonDocument.Parse(line);
                Take(message.RootElement);
            }
        }
        catch (Exception bad) when (bad is IOException or InvalidDataException or JsonException or KeyNotFoundException
            or InvalidOperationException or ArgumentException or FormatException)
        {
            crash ??= "It sent what is no message: " + bad.Message;
        }

        End();
    }

    private void Take(JsonElement message)
    {
        var type = message.GetProperty("t"u8).GetString();
        switch (type)
        {
            case "answer":
                var (ticket, answer) = AnswerWire.Read(message);
                owner.Answered(this, ticket, answer);
                break;
            case "hello":
                IsReady = true;
                owner.Ready(this, CatalogueJson.Read(message.GetProperty("catalogue"u8)));
                break;
            case "active":
                owner.Active(this);
                break;
            case "crash":
                crashedPlugin = message.GetProperty("plugin"u8).GetString();
                crash = message.GetProperty("error"u8).GetString();
                break;
            default:
                ReportWire.TryRead(type, message, owner.Reports(this));
                break;
        }
    }

    private void End()
    {
        Kill();
        process.WaitForExit();
        lock (gate)
        {
            reaped = true;
        }

        var left = family.KillRest(RestLimit, gone);
        output.WaitEnd(OutputLimit);
        var why = ExitWords.Of(process.ExitCode, crash);
        owner.Gone(this, crashedPlugin, left.Count == 0 ? why : $"{why} Still alive: {string.Join(", ", left)}.");
        gone.Set();
    }
}
