namespace Kobe.Desk.Brokers.Paper;

/// <summary>What can go wrong between a client and a broker, by the names of the fault script.</summary>
internal enum Fault
{
    /// <summary>The order is taken and the line breaks before the answer: <c>timeout_after_accept</c>.</summary>
    TimeoutAfterAccept,

    /// <summary>The order is taken and the answer is an error of the server: <c>500_after_accept</c>.</summary>
    ErrorAfterAccept,

    /// <summary>Nothing is taken and the answer is an error of the server: <c>503_before_accept</c>.</summary>
    ErrorBeforeAccept,

    /// <summary>The answer takes longer than a client waits; the order is taken: <c>slow</c>.</summary>
    Slow,

    /// <summary>The keys are refused from now on.</summary>
    Unauthorized,
}
