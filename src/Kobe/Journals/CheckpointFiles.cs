namespace Kobe.Journals;

/// <summary>The checkpoints of a journal's directory.</summary>
internal static class CheckpointFiles
{
    /// <summary>Those that can be read, the newest first; each is read when it is its turn.</summary>
    /// <param name="medium">The directory.</param>
    /// <param name="notes">Gets a sentence for each that was passed over.</param>
    public static IEnumerable<CheckpointText> Newest(IJournalMedium medium, List<string> notes)
    {
        var found = medium.List()
            .Select(name => JournalFileName.TryCheckpoint(name, out var seq) ? (name, seq: seq.Value) : (name, seq: 0))
            .Where(file => file.seq > 0)
            .OrderByDescending(file => file.seq);
        foreach (var (name, seq) in found)
        {
            if (CheckpointText.TryRead(Whole(medium, name), seq, out var checkpoint, out var problem))
            {
                yield return checkpoint;
            }
            else
            {
                notes.Add($"{name} was passed over: {problem}.");
            }
        }
    }

    private static byte[] Whole(IJournalMedium medium, string name)
    {
        using var file = medium.OpenToRead(name);
        var content = new byte[checked((int)file.Length)];
        return content[..file.Read(0, content)];
    }
}
