using Kobe.CommandLine;

namespace Kobe.Files;

/// <summary>Something that the user can put right: the command ends with a sentence, never a stack trace.</summary>
internal sealed class UserError : Exception
{
    public UserError(string message, int exitCode = ExitCode.BadInput)
        : base(message) => Code = exitCode;

    public UserError(IReadOnlyList<string> lines)
        : base(string.Join('\n', lines)) => Code = ExitCode.BadInput;

    /// <summary>The exit code of the command.</summary>
    public int Code { get; }
}
