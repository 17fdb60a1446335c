using System.Text;
using System.Text.Encodings.Web;

namespace Kobe.Logging;

/// <summary>Takes secrets out of texts that leave the program: as they are, and in forms they travel in.</summary>
/// <remarks>Any thread may ask at any time; <see cref="Hide"/> is for the start.</remarks>
internal sealed class Redaction
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mark = "[secret]";

    /// <summary>Shorter values are left alone: hiding every <c>on</c> or <c>1234</c> would hide the log.</summary>
    public const int LengthMin = 6;

    private readonly Lock _writing = new();

    // Longest first, so that a secret that is part of another doesn't leave the other's rest behind.
    private volatile string[] _forms = [];

    /// <summary>Hides a value from now on; false when it is too short for that.</summary>
    public bool Hide(string secret)
    {
        if (secret.Length < LengthMin)
        {
            return false;
        }

        lock (_writing)
        {
            _forms = [.. _forms.Concat(FormsOf(secret)).Distinct(StringComparer.Ordinal)
                .OrderByDescending(form => form.Length).ThenBy(form => form, StringComparer.Ordinal)];
        }

        return true;
    }

    /// <summary>The text without secrets; the same object when it holds none.</summary>
    public string Clean(string text)
    {
        foreach (var form in _forms)
        {
            text = text.Replace(form, Mark, StringComparison.Ordinal);
        }

        return text;
    }

    private static IEnumerable<string> FormsOf(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        var base64 = Convert.ToBase64String(bytes);
        yield return secret;
        yield return base64;
        yield return base64.TrimEnd('=');
        yield return base64.TrimEnd('=').Replace('+', '-').Replace('/', '_');
        yield return Uri.EscapeDataString(secret);
        yield return Uri.EscapeDataString(base64);
        yield return JavaScriptEncoder.Default.Encode(secret);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret);

        // Inside of a longer text its base64 depends on where it starts; what surrounds it changes the edges only.
        for (var shift = 1; shift <= 2; shift++)
        {
            var shifted = Convert.ToBase64String([.. new byte[shift], .. bytes]).TrimEnd('=');
            var core = shifted[4..^2];
            if (core.Length >= LengthMin)
            {
                yield return core;
                yield return core.Replace('+', '-').Replace('/', '_');
            }
        }

        // At the start of a longer text, such as user:password, only its end changes.
        if (base64.TrimEnd('=') is { Length: > LengthMin + 2 } start)
        {
            yield return start[..^2];
        }
    }
}
