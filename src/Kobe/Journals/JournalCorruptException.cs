using Kobe.Core.Text;

namespace Kobe.Journals;

/// <summary>The journal is damaged where no crash could have damaged it; it was left as it is.</summary>
/// <param name="diagnostic">Which line, and what is wrong with it.</param>
internal sealed class JournalCorruptException(Diagnostic diagnostic) : Exception(diagnostic.ToString())
{
    /// <summary>Which line, and what is wrong with it.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic;

    /// <summary>An exception for one line.</summary>
    public static JournalCorruptException At(string file, int line, string code, string message, string? hint = null) =>
        new(new Diagnostic(file, line, 1, code, Severity.Error, message, hint));
}
