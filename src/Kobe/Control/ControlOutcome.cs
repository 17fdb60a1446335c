namespace Kobe.Control;

/// <summary>What became of a request.</summary>
internal enum ControlOutcome
{
    /// <summary>It is done and durable.</summary>
    Done,

    /// <summary>It makes no sense as it stands; nothing was changed.</summary>
    BadRequest,

    /// <summary>There is no such task or occurrence; nothing was changed.</summary>
    NotFound,

    /// <summary>It can't be done as things stand; nothing was changed.</summary>
    Refused,

    /// <summary>It was taken in and not confirmed in time; nothing starts before it is done.</summary>
    Pending,

    /// <summary>The brain can't do it: it stops, or its disk fails.</summary>
    Failed,
}
