using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Kobe.Runner.Plugins;

/// <summary>Who owns a file and who may change it.</summary>
/// <param name="Owner">The owner's number; 0 is root.</param>
/// <param name="Group">The group's number.</param>
/// <param name="Mode">Kind and permission bits.</param>
internal readonly partial record struct FileStanding(uint Owner, uint Group, int Mode)
{
    private const int GroupMayWrite = 0x10;
    private const int OthersMayWrite = 0x2;
    private const int Sticky = 0x200;
    private const int KindMask = 0xf000;
    private const int RegularKind = 0x8000;

    private const int ThisDirectory = -100;
    private const uint Basics = 0x7ff;
    private const int ResultBytes = 256;

    /// <summary>Whether it is a file with content, not a pipe, a socket or a device.</summary>
    public bool IsRegular => (Mode & KindMask) == RegularKind;

    /// <summary>What the system says of a path, links followed.</summary>
    /// <exception cref="IOException">It can't be looked at.</exception>
    public static unsafe FileStanding Of(string path)
    {
        // struct statx is the same on every machine: uid at 20, gid at 24, mode at 28 (statx(2)).
        Span<byte> result = stackalloc byte[ResultBytes];
        fixed (byte* start = result)
        {
            if (StatX(ThisDirectory, path, 0, Basics, start) != 0)
            {
                throw new IOException($"{path} can't be looked at: {Marshal.GetLastPInvokeErrorMessage()}.");
            }
        }

        return new(
            BinaryPrimitives.ReadUInt32LittleEndian(result[20..]),
            BinaryPrimitives.ReadUInt32LittleEndian(result[24..]),
            BinaryPrimitives.ReadUInt16LittleEndian(result[28..]));
    }

    /// <summary>Why somebody else could change it; null when nobody could but root and this process's user.</summary>
    public string? WhoElseWrites()
    {
        var self = EffectiveUser();
        if (Owner != 0 && Owner != self)
        {
            return $"belongs to user {Owner}: chown it to the user that Kobe runs as";
        }

        return WhoElseMayWrite(self);
    }

    /// <summary>Why somebody else could put another thing in the place of what lies in this directory.</summary>
    public string? WhoElseReplaces() => (Mode & Sticky) != 0 ? null : WhoElseMayWrite(EffectiveUser());

    private string? WhoElseMayWrite(uint self)
    {
        if ((Mode & OthersMayWrite) != 0)
        {
            return "can be changed by everybody: chmod o-w it";
        }

        // Where each user has a group of their own with their number, only they are in it.
        var isOwnGroup = Group == self && Group == EffectiveGroup();
        return (Mode & GroupMayWrite) == 0 || isOwnGroup ? null : $"can be changed by group {Group}: chmod g-w it";
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int StatX(int directory, string path, int flags, uint mask, byte* result);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "getegid")]
    private static partial uint EffectiveGroup();
}
