using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kobe.Core.Runs;

/// <summary>How JSON is written into journals. Apart from its users: an empty ledger needs no JSON library.</summary>
internal static class JsonWriting
{
    /// <summary>Leaves letters of all languages readable; quotes and control characters are escaped.</summary>
    public static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}
