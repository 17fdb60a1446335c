using Kobe.Brain;
using Kobe.Core.Runs;

namespace Kobe.Control;

/// <summary>The one door for all that changes what the brain does: command line, HTTP and chat call it.</summary>
/// <remarks>
/// The loop does the work between two turns and writes the audit line; who asks waits for it, at most
/// <see cref="AnswerMax"/>. What came in is done even when nobody waits any more.
/// </remarks>
/// <param name="inbox">The loop's.</param>
/// <param name="time">The clock.</param>
/// <param name="load">Reads the schedule for a reload; not on the loop's thread. Throws
/// <see cref="Files.UserError"/>.</param>
internal sealed class ControlDoor(Inbox inbox, TimeProvider time, Func<Roster>? load = null)
{
    /// <summary>How long an answer is waited for: a turn takes milliseconds, a failing disk forever.</summary>
    public static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(5);

    /// <summary>Verbs that are nothing without a reason.</summary>
    public static bool NeedsReason(ControlVerb verb) => verb is ControlVerb.Halt or ControlVerb.Reduce
        or ControlVerb.Activate or ControlVerb.ApproveExits or ControlVerb.Flatten or ControlVerb.ConfirmClock
        or ControlVerb.Resolve;

    /// <summary>Asks; the answer is durable when it says done.</summary>
    public async Task<ControlAnswer> Ask(ControlRequest request, CancellationToken cancellation = default)
    {
        if (string.IsNullOrWhiteSpace(request.By))
        {
            return ControlAnswer.Bad("Nobody asks: an audit line needs an actor.");
        }

        if (NeedsReason(request.Verb) && string.IsNullOrWhiteSpace(request.Reason))
        {
            return ControlAnswer.Bad($"{ControlWords.Of(request.Verb)} needs a reason; it stands in the audit line.");
        }

        if (request.Verb == ControlVerb.Reload && request.Roster is null)
        {
            if (load is null)
            {
                return ControlAnswer.Refused("There is nothing to reload from here.");
            }

            try
            {
                request = request with { Roster = load() };
            }
            catch (Files.UserError wrong)
            {
                return ControlAnswer.Refused(
                    $"The schedule in force goes on; the new one is refused whole:\n{wrong.Message}");
            }
        }

        var answer = new TaskCompletionSource<ControlAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        inbox.Post(new BrainMessage.Ask(request, answer.SetResult));
        try
        {
            return await answer.Task.WaitAsync(AnswerMax, time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new(ControlOutcome.Pending,
                $"{ControlWords.Of(request.Verb)} was taken in and is not confirmed after "
                + $"{AnswerMax.TotalSeconds:0} s: the loop is stuck or the disk fails. Look at /health.");
        }
    }
}
