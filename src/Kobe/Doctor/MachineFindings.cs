using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Kobe.CommandLine;
using Kobe.Config;
using Kobe.Operation;

namespace Kobe.Doctor;

/// <summary>Looks at the machine: clock, zone data, disk, permissions, port.</summary>
internal static class MachineFindings
{
    // A day of a busy desk takes some megabytes; logs and models take more.
    private const long FreeMin = 256L << 20;
    private const long FreeWarn = 2L << 30;

    /// <summary>Whether the kernel's clock is kept by a time server.</summary>
    public static Finding Clock(TimeProvider time)
    {
        var now = Instants.Utc(time.GetUtcNow());
        return KernelClock.IsSynchronised() switch
        {
            true => Finding.Ok("clock", $"{now}, kept by a time server"),
            false => Finding.Warn("clock", $"{now}, kept by nobody", "timedatectl set-ntp true"),
            null => Finding.Warn("clock", $"{now}; the kernel does not say who keeps it", "timedatectl status"),
        };
    }

    /// <summary>Whether the zone's data are there, and what they say of today.</summary>
    public static Finding Zone(TimeZoneInfo zone, TimeProvider time)
    {
        var offset = zone.GetUtcOffset(time.GetUtcNow());
        var sign = offset < TimeSpan.Zero ? "-" : "+";
        var words = $"{zone.Id}, today {sign}{offset.ToString("hh\\:mm", CultureInfo.InvariantCulture)}";
        var rules = zone.GetAdjustmentRules().Length;
        return rules > 0 || zone == TimeZoneInfo.Utc
            ? Finding.Ok("zone data", words)
            : Finding.Warn("zone data", $"{words}, without rules", "apt install tzdata");
    }

    /// <summary>Whether the state's disk has room.</summary>
    public static Finding Disk(string state)
    {
        try
        {
            var disk = new DriveInfo(Existing(state));
            var (free, all) = (disk.AvailableFreeSpace, disk.TotalSize);
            var words = string.Create(
                CultureInfo.InvariantCulture, $"{free >> 20} MiB of {all >> 20} MiB are free at {Existing(state)}");
            return free < FreeMin ? Finding.Bad("disk", words, $"make room: du -xsh {Existing(state)}/*")
                : free < FreeWarn ? Finding.Warn("disk", words, $"make room: du -xsh {Existing(state)}/*")
                : Finding.Ok("disk", words);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Finding.Bad("disk", error.Message, $"df {state}");
        }
    }

    /// <summary>Whether the state directory is its owner's alone.</summary>
    public static Finding Permissions(string state)
    {
        if (!Directory.Exists(state))
        {
            return Finding.Ok("permissions", $"{state} is made at the first start");
        }

        var open = new[] { state }.Concat(Directory.EnumerateFiles(state, "api-token*"))
            .Where(path => !OperatingSystem.IsWindows() && ((int)File.GetUnixFileMode(path) & 0x3f) != 0).ToList();
        if (open.Count > 0)
        {
            return Finding.Warn(
                "permissions", $"others may use {string.Join(", ", open)}", $"chmod go= {string.Join(' ', open)}");
        }

        try
        {
            var probe = Path.Combine(state, "doctor" + AtomicFile.Suffix);
            using (DiskFile.Open(probe, Posix.ReadWrite | Posix.Create))
            {
            }

            File.Delete(probe);
            return Finding.Ok("permissions", $"{state} is for its owner only");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Finding.Bad("permissions", error.Message, $"chown -R $(id -un) {state}");
        }
    }

    /// <summary>Whether the brain answers, or could.</summary>
    public static Finding Port(string state, IReadOnlyList<ListenUrl> urls)
    {
        if (LiveBrain.Find(state) is { } brain)
        {
            return Answers(brain, state);
        }

        foreach (var url in urls.Where(url => url.Port > 0))
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(url.Address ?? IPAddress.Loopback, url.Port));
            }
            catch (SocketException error)
            {
                return Finding.Bad("port", $"{url}: {error.Message}", "kobe run --urls http://127.0.0.1:8082");
            }
        }

        return Finding.Ok("port", $"{string.Join(", ", urls)} is free; no brain runs");
    }

    private static Finding Answers(BrainFile brain, string state)
    {
        try
        {
            var answer = BrainClient.Get(brain, state, "/health");
            return answer.Status == 200
                ? Finding.Ok("brain", $"process {brain.Pid} is well at {brain.Url}")
                : Finding.Bad("brain", $"process {brain.Pid} is unhealthy at {brain.Url}", "kobe health");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Finding.Bad("brain", $"process {brain.Pid} does not answer: {error.Message}", "kobe logs");
        }
    }

    private static string Existing(string path)
    {
        var full = Path.GetFullPath(path);
        while (!Directory.Exists(full))
        {
            full = Path.GetDirectoryName(full)!;
        }

        return full;
    }
}
