using System.Security.Cryptography;
using System.Text;
using Kobe.Files;
using Kobe.Logging;
using Kobe.Operation;

namespace Kobe.Web;

/// <summary>The two tokens by which clients show who they are: one for reading, one for control.</summary>
/// <remarks>Whoever may read the files may ask; that is the owner, and root.</remarks>
internal sealed class ApiTokens
{
    /// <summary>The file of the token for control, which also reads.</summary>
    public const string ControlFile = "api-token";

    /// <summary>The file of the token for reading.</summary>
    public const string ReadFile = "api-token-read";

    // 256 bits: not to be guessed, whatever the rate.
    private const int Bytes = 32;

    // A person may put in a token of their own, not a short one.
    private const int LengthMin = 32;
    private const int LengthMax = 1024;

    private readonly byte[] _control;
    private readonly byte[] _read;

    private ApiTokens(string control, string read)
    {
        _control = Hash(control);
        _read = Hash(read);
    }

    /// <summary>Reads the tokens of a state directory, makes missing ones, and hides both in the log.</summary>
    /// <exception cref="UserError">A token is too short, or can't be read or made.</exception>
    public static ApiTokens Load(string state, Redaction redaction)
    {
        var control = LoadOne(Path.Combine(state, ControlFile));
        var read = LoadOne(Path.Combine(state, ReadFile));
        redaction.Hide(control);
        redaction.Hide(read);
        return new(control, read);
    }

    /// <summary>Whose token it is; takes the same time for every wrong one.</summary>
    public Access AccessOf(string token)
    {
        // Hashes have one length, so that the comparison tells nothing of the token's.
        var hash = Hash(token);
        var isControl = CryptographicOperations.FixedTimeEquals(hash, _control);
        var isRead = CryptographicOperations.FixedTimeEquals(hash, _read);
        return isControl ? Access.Control : isRead ? Access.Read : Access.Open;
    }

    private static string LoadOne(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
                AtomicFile.Write(path, Encoding.ASCII.GetBytes(made + "\n"));
                return made;
            }

            RefuseOthers(path);
            var token = File.ReadAllText(path).Trim();
            return token.Length is >= LengthMin and <= LengthMax ? token : throw new UserError(
                $"The token in {path} has {token.Length} characters; {LengthMin} to {LengthMax} are right. "
                + "Delete the file, and Kobe makes one.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"The token {path} can't be read or made: {error.Message}", 1);
        }
    }

    // Others may have read it already: a new one is safer than a mended mode.
    private static void RefuseOthers(string path)
    {
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
        {
            throw new UserError(
                $"Others than its owner may use {path}. Delete the file, and Kobe makes a new token; or chmod 600 it.");
        }
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
