using Kobe.Alerts;
using Kobe.Tests.Operation;

namespace Kobe.Tests.Alerts;

public sealed class OutboxTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string File => _folder.At(Outbox.Folder, Outbox.FileName);

    [Fact]
    public void Open_FindsWhatWasPosted_AndCutsATornLine()
    {
        using (var outbox = Open())
        {
            outbox.Post(new OutboxEntry.Raised(Alerting.Failure(7), ["phone", "desk"]));
            outbox.Post(new OutboxEntry.Sent("desk", [7], Alerting.Noon));
            outbox.Write(new OutboxEntry.Raised(Alerting.Failure(8), ["phone"]));
        }

        System.IO.File.AppendAllText(File, "{\"n\":9,\"at\":\"20");
        using var again = Open();
        again.Write(new OutboxEntry.Raised(Alerting.Failure(9), ["phone"]));

        Assert.Equal([7, 8, 9], again.Fold.Open("phone").Select(alert => alert.Number));
        Assert.Empty(again.Fold.Open("desk"));
        Assert.Equal(4, System.IO.File.ReadAllLines(File).Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public void Compact_KeepsWhatIsOpen_WhatWasToldLately_AndTheNumbers()
    {
        using (var outbox = Open())
        {
            for (var number = 1; number <= 3000; number++)
            {
                outbox.Post(new OutboxEntry.Raised(Alerting.Failure(number), ["phone"]));
                if (number != 1500)
                {
                    outbox.Post(new OutboxEntry.Sent("phone", [number], Alerting.Noon.AddSeconds(number)));
                }
            }

            outbox.Post(new OutboxEntry.Held("phone", Alerting.Noon.AddHours(2)));
            outbox.Compact(Alerting.Noon.AddSeconds(3000));
        }

        using var again = Open();
        Assert.InRange(new FileInfo(File).Length, 1, 400_000);
        Assert.Equal(1500, Assert.Single(again.Fold.Open("phone")).Number);
        Assert.Equal(3000, again.Fold.LastNumber);
        Assert.Equal(1800, again.Fold.Told("phone").Count());
        Assert.Equal(Alerting.Noon.AddHours(2), again.Fold.Held["phone"]);
    }

    [Fact]
    public void AFullDisk_FailsNobody_AndIsMadeUpFor()
    {
        Directory.CreateDirectory(_folder.At(Outbox.Folder));
        Directory.CreateDirectory(File);
        using var outbox = Open();
        outbox.Post(new OutboxEntry.Raised(Alerting.Failure(1), ["phone"]));
        Assert.NotNull(outbox.Problem);

        Directory.Delete(File);
        outbox.Post(new OutboxEntry.Raised(Alerting.Failure(2), ["phone"]));

        Assert.Null(outbox.Problem);
        Assert.Equal([1, 2], outbox.Fold.Open("phone").Select(alert => alert.Number));
    }

    private Outbox Open() => Outbox.Open(_folder.Path, TimeSpan.FromMinutes(30));
}
