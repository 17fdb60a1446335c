namespace Kobe.Contracts;

/// <summary>One thing that a plugin can do. A schedule's row names it in <c>run</c>.</summary>
/// <remarks>
/// The class is public, has a <see cref="HandlerAttribute"/> and a public constructor without parameters. Each attempt
/// gets a new instance, so fields never carry anything from one attempt to the next. Handlers run one at a time in a
/// process that is killed when an attempt outlives its time limit and the grace after it: heed the token, and make
/// every effect repeatable under <see cref="TaskContext.Key"/>.
/// </remarks>
public interface ITaskHandler
{
    /// <summary>Does the work once.</summary>
    /// <param name="context">What is to be done, for when, and what is known about the market.</param>
    /// <param name="cancellation">Cancelled at the time limit, on stop, on pre-emption; the process is killed soon
    /// after.</param>
    /// <returns>How it ended. An exception counts as <see cref="TaskResult.Failed"/>, and as unknown when
    /// the handler's effects are <see cref="Effects.Orders"/>.</returns>
    Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation);
}
