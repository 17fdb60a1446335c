using Kobe.Core.Schedules.Reading;

namespace Kobe.Core.Schedules.Checking;

/// <summary>All that can be wrong with rows that can be read.</summary>
internal static class ScheduleCheck
{
    public static void Check(RowSet rows, ReadContext context)
    {
        var producers = context.Around.Catalogue is { } catalogue ? new Producers(rows.Tasks, catalogue) : null;
        LinkCheck.Check(rows, context);
        RuleCheck.Check(rows.Tasks, context);
        if (producers is not null)
        {
            HandlerCheck.Check(rows.Tasks, context.Around.Catalogue!, context);
            NeedCheck.Check(rows.Tasks, producers, context);
        }

        CycleCheck.Check(rows.Tasks, producers, context);
        new AnchorCheck(context).Check(rows.Tasks);
        new DueCheck(context).Check(rows.Tasks);
    }
}
