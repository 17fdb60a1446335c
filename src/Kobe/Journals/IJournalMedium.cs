namespace Kobe.Journals;

/// <summary>The journal's directory, small enough to be simulated with its faults.</summary>
/// <remarks>All failures are <see cref="Operation.PosixException"/>; their error number decides what follows.</remarks>
internal interface IJournalMedium
{
    /// <summary>How people find it: a path.</summary>
    string Name { get; }

    /// <summary>The names of all files in it.</summary>
    IReadOnlyList<string> List();

    /// <summary>Opens a file that is there, for writing; what is read shows what the disk has.</summary>
    IJournalFile Open(string name);

    /// <summary>Opens a file that is there, for reading only.</summary>
    IJournalFile OpenToRead(string name);

    /// <summary>Makes a new file whose name is durable; fails when there is one.</summary>
    IJournalFile Create(string name);

    /// <summary>Replaces a whole file, durably: the old content or the new, never a part.</summary>
    void Replace(string name, ReadOnlySpan<byte> content);

    /// <summary>Deletes a file.</summary>
    void Delete(string name);
}
