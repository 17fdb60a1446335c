using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Kobe.Core.Runs;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>A brain that runs, and all that can be done to it from outside.</summary>
internal sealed class RunningBrain : IDisposable
{
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(20);

    private readonly Home _home;
    private readonly string _state;
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly HttpClient _client = new() { Timeout = AnswerMax };
    private string? _url;

    /// <param name="home">Where it lives.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="environment">Variables that are changed.</param>
    /// <param name="mount">A command that mounts something over a part of the home for this brain alone.</param>
    public RunningBrain(
        Home home, string[] arguments, (string Name, string? Value)[] environment, string? mount = null)
    {
        _home = home;
        _process = Process.Start(KobeProcess.Describe(home.Root, environment, arguments, mount))!;
        _state = mount is null ? home.State : $"/proc/{_process.Id}/root{home.State}";
        Journal = new(_state);
        _process.StandardInput.Close();
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Its journal, as it sees it.</summary>
    public JournalText Journal { get; }

    public int Pid => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>All that it printed so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    /// <summary>Its runners, as the kernel sees them.</summary>
    public IReadOnlyList<int> Runners() =>
        [.. _home.Processes().Where(
            pid => MachineProcesses.Command(pid).Any(word => word.EndsWith("kobe-runner.dll")))];

    /// <summary>Waits until it says that it is ready.</summary>
    public void WaitReady() => Wait.Until(
        "ready brain",
        () => Demand(!HasEnded) && Url() is not null && Try("/health/ready") == HttpStatusCode.OK,
        () => Said);

    /// <summary>Waits until the journal has an event.</summary>
    public T WaitFor<T>(Func<T, bool>? wanted = null)
        where T : RunEvent =>
        Wait.For(typeof(T).Name, () => Journal.Events.OfType<T>().FirstOrDefault(wanted ?? (_ => true)), () => Said);

    /// <summary>Waits until it printed something.</summary>
    public void WaitForWords(string words) => Wait.Until(
        words, () => Said.Contains(words, StringComparison.Ordinal), () => Said);

    /// <summary>Asks it.</summary>
    public (HttpStatusCode Status, JsonElement Body) Get(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Url() + path);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", File.ReadAllText(InState("api-token")).Trim());
        using var answer = _client.Send(request, TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(answer.Content.ReadAsStream());
        return (answer.StatusCode, document.RootElement.Clone());
    }

    /// <summary>A file of its state directory, as it sees it.</summary>
    public string InState(params string[] parts) => Path.Combine([_state, .. parts]);

    public void Signal(int signal) => MachineProcesses.Signal(Pid, signal);

    /// <summary>Kills it and waits until it is gone.</summary>
    public void Kill()
    {
        Signal(MachineProcesses.Kill);
        _process.WaitForExit();
    }

    /// <summary>Waits for its end.</summary>
    public int WaitExit()
    {
        Wait.Until("end of the brain", () => _process.HasExited, () => Said);
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>Asks it to stop and waits for its end.</summary>
    public int Stop()
    {
        Signal(MachineProcesses.Terminate);
        return WaitExit();
    }

    public void Dispose()
    {
        if (!HasEnded)
        {
            Kill();
        }

        _client.Dispose();
        _process.Dispose();
    }

    private string? Url()
    {
        if (_url is null && File.Exists(InState("brain.json")))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(InState("brain.json")));
            _url = document.RootElement.GetProperty("pid").GetInt32() == Pid
                ? document.RootElement.GetProperty("url").GetString()
                : null;
        }

        return _url;
    }

    private HttpStatusCode? Try(string path)
    {
        try
        {
            return Get(path).Status;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private bool Demand(bool alive) => alive
        ? true
        : throw new InvalidOperationException($"The brain ended with {_process.ExitCode}: {Said}");

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (_said)
        {
            _said.Append(line.Data).Append('\n');
        }
    }
}
