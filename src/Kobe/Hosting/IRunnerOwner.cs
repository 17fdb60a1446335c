using Kobe.Core.Catalogues;
using Kobe.Runner.Lane;

namespace Kobe.Hosting;

/// <summary>Hears from a runner's process, on its threads.</summary>
internal interface IRunnerOwner
{
    void Ready(RunnerProcess runner, Catalogue catalogue);

    void Active(RunnerProcess runner);

    void Answered(RunnerProcess runner, long ticket, AttemptAnswer answer);

    /// <summary>Where a handler's reports go.</summary>
    ILaneListener Reports(RunnerProcess runner);

    void Printed(RunnerProcess runner, string line);

    /// <summary>Nothing of the process is left.</summary>
    void Gone(RunnerProcess runner, string? plugin, string why);
}
