using Kobe.Core.Planning;

namespace Kobe.Core.Schedules.Checking;

/// <summary>What is still to be found out about one row by looking at dates.</summary>
internal sealed class DueQuestion(ScheduledTask task, int pair)
{
    public ScheduledTask Task => task;

    /// <summary>The number of its zone and calendar.</summary>
    public int Pair => pair;

    /// <summary>Whether a date must still be found on which it falls due and its filters hold.</summary>
    public bool SeeksStart { get; set; } = true;

    /// <summary>Whether a date must still be found on which a first retry fits.</summary>
    public bool SeeksRetry { get; set; }

    /// <summary>Whether every date must be looked at for an expiry that is not after due.</summary>
    public bool DoubtsExpiry { get; set; }

    /// <summary>Whether it fell due at all.</summary>
    public bool FellDue { get; set; }

    /// <summary>The filter that kept it from starting when it first fell due.</summary>
    public string? Clause { get; set; }

    /// <summary>The occurrence that expires too early.</summary>
    public Occurrence? TooEarly { get; set; }

    public bool IsOpen => SeeksStart || SeeksRetry || DoubtsExpiry;
}
