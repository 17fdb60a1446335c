namespace Kobe.Control;

/// <summary>What the brain says to a request.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Words">A sentence for people: what is done and what it means, or why not and what would be
/// right.</param>
internal sealed record ControlAnswer(ControlOutcome Outcome, string Words)
{
    /// <summary>The occurrences that it made, by key.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Whether it is done.</summary>
    public bool IsDone => Outcome == ControlOutcome.Done;

    /// <summary>It is done.</summary>
    public static ControlAnswer Done(string words, params IReadOnlyList<string> keys) =>
        new(ControlOutcome.Done, words) { Keys = keys };

    /// <summary>It makes no sense.</summary>
    public static ControlAnswer Bad(string words) => new(ControlOutcome.BadRequest, words);

    /// <summary>There is no such thing.</summary>
    public static ControlAnswer Missing(string words) => new(ControlOutcome.NotFound, words);

    /// <summary>It can't be done as things stand.</summary>
    public static ControlAnswer Refused(string words) => new(ControlOutcome.Refused, words);

    /// <summary>The brain can't.</summary>
    public static ControlAnswer Failed(string words) => new(ControlOutcome.Failed, words);
}
