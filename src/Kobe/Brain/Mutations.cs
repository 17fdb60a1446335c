namespace Kobe.Brain;

/// <summary>Mistakes that a simulation can ask the loop to make, to show that its laws would see them.</summary>
[Flags]
internal enum Mutations
{
    /// <summary>The loop as it is; always so outside of tests.</summary>
    None = 0,

    /// <summary>A start is not made durable before the handler is called.</summary>
    NoSyncBeforeStart = 1,

    /// <summary>Filters are asked when an occurrence falls due, and not again at its start.</summary>
    FiltersAtPlanningOnly = 2,

    /// <summary>Nothing expires while it waits.</summary>
    ExpiryAtPlanningOnly = 4,

    /// <summary>Nothing gives way to what is critical.</summary>
    NoPreemption = 8,

    /// <summary>What is in doubt is asked about when nothing else is to be done.</summary>
    DoubtLast = 16,

    /// <summary>What waited at a crash is forgotten.</summary>
    NothingWaitsAgain = 32,

    /// <summary>A retry does not heed the next slot.</summary>
    RetryDisplaces = 64,

    /// <summary>The clock set back is not noticed.</summary>
    ClockBackUnseen = 128,

    /// <summary>A start plans from now on, as if the watermark had been in memory only.</summary>
    WatermarkForgotten = 256,

    /// <summary>What was told to end counts as ended, while its process lives.</summary>
    EndsAtCancel = 512,

    /// <summary>The wait before a retry has no cap.</summary>
    BackoffUncapped = 1024,

    /// <summary>A crash takes back pauses and halts, as if they had been in memory only.</summary>
    PauseForgotten = 2048,

    /// <summary>A process that ends with 0 is taken for a success.</summary>
    ExitZeroSucceeds = 4096,

    /// <summary>What is in doubt is run again without asking anybody.</summary>
    BlindRerun = 8192,

    /// <summary>The end is written down before the handler has done its work.</summary>
    EndsBeforeEffect = 16384,

    /// <summary>The alert of an end is raised once that is durable: a crash between the two swallows it.</summary>
    AlertAfterSync = 32768,
}
