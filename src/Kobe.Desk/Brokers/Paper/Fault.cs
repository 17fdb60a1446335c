namespace Kobe.Desk.Brokers.Paper;

/// <summary>What can go wrong between a client and a broker, by the names of the fault script.</summary>
internal enum Fault
{
    /// <summary>None: the call goes as it should, and one behind it meets the next.</summary>
    Nothing,

    /// <summary>The order is taken and the line breaks before the answer: <c>timeout_after_accept</c>.</summary>
    TimeoutAfterAccept,

    /// <summary>The order is taken and the answer is an error of the server: <c>500_after_accept</c>.</summary>
    ErrorAfterAccept,

    /// <summary>Nothing is taken and the answer is an error of the server: <c>503_before_accept</c>.</summary>
    ErrorBeforeAccept,

    /// <summary>The answer takes longer than a client waits; the order is taken: <c>slow</c>.</summary>
    Slow,

    /// <summary>The lines of all listeners break before they are told what this call does: <c>ws_drop</c>. A listener
    /// in the exchange's own process has no line.</summary>
    LineDrop,

    /// <summary>Somebody else's order in the same account comes in first: <c>external_order</c>.</summary>
    ExternalOrder,

    /// <summary>The keys are refused from now on.</summary>
    Unauthorized,
}
