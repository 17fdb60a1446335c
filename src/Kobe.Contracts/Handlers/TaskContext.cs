namespace Kobe.Contracts;

/// <summary>One attempt, as its handler sees it. Tests of a handler make one themselves.</summary>
public sealed class TaskContext
{
    /// <summary>The occurrence's key, such as <c>disk@2026-11-20T09:35</c>: the same for every attempt, different for
    /// every occurrence. Use it as the idempotency key of whatever the handler changes.</summary>
    public required string Key { get; init; }

    /// <summary>The id of the schedule's row.</summary>
    public required string Task { get; init; }

    /// <summary>When the occurrence fell due (UTC); the work is for this time, however late it starts.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When the attempt runs out of time and is cancelled (UTC).</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>The only clock to ask; in a replay it shows the replayed time.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The number of this attempt, from 1; snoozes and pre-emptions use none.</summary>
    public required int Attempt { get; init; }

    /// <summary>The number of this start, from 1; every start of the key has its own.</summary>
    public required int Start { get; init; }

    /// <summary>What the market was doing when the attempt was started.</summary>
    public required MarketContext Market { get; init; }

    /// <summary>The arguments record; read it with <see cref="Arguments{T}"/>.</summary>
    /// <value>Null: the handler declares none.</value>
    public object? ArgumentsRecord { get; init; }

    /// <summary>What earlier tasks published.</summary>
    /// <value>No facts.</value>
    public IFacts Facts { get; init; } = Silence.Instance;

    /// <summary>Lines for the log.</summary>
    /// <value>Nobody listens.</value>
    public ITaskLog Log { get; init; } = Silence.Instance;

    /// <summary>Where <see cref="Progress"/>, <see cref="Notify"/> and <see cref="Discover"/> go.</summary>
    /// <value>Nobody listens.</value>
    public ITaskReports Reports { get; init; } = Silence.Instance;

    /// <summary>The secrets that kobe.yaml grants to this plugin.</summary>
    /// <value>None.</value>
    public ISecrets Secrets { get; init; } = Silence.Instance;

    /// <summary>The arguments of the row, checked and with defaults filled in.</summary>
    /// <typeparam name="T">The record that <see cref="HandlerAttribute.Arguments"/> names.</typeparam>
    /// <returns>The record, never null.</returns>
    /// <exception cref="InvalidOperationException">The handler's attribute names another record, or none.</exception>
    public T Arguments<T>()
        where T : class =>
        ArgumentsRecord as T ?? throw new InvalidOperationException(
            $"The arguments are {ArgumentsRecord?.GetType().Name ?? "none"}, not {typeof(T).Name}: "
            + "name the record in the handler's attribute, Arguments = typeof(…).");

    /// <summary>Tells how far the work is. Calls that follow too fast are dropped.</summary>
    /// <param name="fraction">0 to 1.</param>
    /// <param name="text">What is being done.</param>
    public void Progress(double fraction, string? text = null) => Reports.Progress(fraction, text);

    /// <summary>Sends a message to a person, outside the result.</summary>
    /// <param name="urgency">How soon somebody should look.</param>
    /// <param name="text">The message.</param>
    public void Notify(Urgency urgency, string text) => Reports.Notify(urgency, text);

    /// <summary>Reports a finding that is worth a person's eye. It is kept even when the attempt fails later.</summary>
    /// <param name="discovery">The finding.</param>
    public void Discover(Discovery discovery) => Reports.Discover(discovery);
}
