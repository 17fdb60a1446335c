using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kobe.Core.Schedules.Importing;

namespace Kobe.Core.Tests.Schedules.Importing;

/// <summary>Laws of importing for any bytes and any names.</summary>
public class ImportLawTests
{
    // Whatever the bytes are, the answer is rows or errors, never both, never neither and never an exception.
    [Fact]
    public void Bytes_GiveRowsOrErrors() =>
        Check.QuickThrowOnFailure(Prop.ForAll<byte[]>(bytes =>
        {
            var import = ImportReader.Read("a.tsv", bytes ?? [], ImportSettings.Default);
            return import.Tasks.Count > 0 != import.Diagnostics.HasErrors;
        }));

    // What is imported is a schedule that can be read, with a row for each line and the ids that were told.
    [Fact]
    public void Rows_CanBeReadAgain_WhateverTheNames() =>
        Check.QuickThrowOnFailure(Prop.ForAll<string[]>(names =>
        {
            var rows = (names ?? []).Select(name => "a" + string.Concat((name ?? "").Where(c => !char.IsControl(c) && !char.IsSurrogate(c))))
                .Append("true").Append("7").ToArray();
            var text = string.Join('\n', rows.Select(name => $"09:35\t{name}\t{name}\t4\tsat"));
            var import = ImportReader.Read("a.tsv", Encoding.UTF8.GetBytes(text), ImportSettings.Default);
            var reading = ScheduleText.Read(ImportWriter.One(import.Tasks, "America/New_York", "a.tsv"));
            return reading.Schedule is { } schedule
                && schedule.Tasks.Select(task => task.Id).SequenceEqual(
                    import.Tasks.Select(task => task.Id).Order(StringComparer.Ordinal))
                && import.Tasks.Count == rows.Length;
        }));
}
