using System.Runtime.CompilerServices;

namespace Kobe.Core.Text;

/// <summary>Reads the small, strict part of YAML that Kobe's files are written in.</summary>
/// <remarks>
/// UTF-8 (a byte order mark and CRLF are fine), one document, plain keys that stand once; no anchors, aliases, tags,
/// directives or merge keys; the limits of <see cref="YamlLimits"/>. Values stay text: <see cref="YamlFields"/> types
/// them. Whatever the bytes are, the answer is a tree or diagnostics, never an exception.
/// </remarks>
public static class YamlText
{
    /// <summary>Reads one file.</summary>
    /// <param name="file">Its name, for the marks only.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="diagnostics">
    /// Gets every error. Check <see cref="Diagnostics.HasErrors"/> before the tree is used: it is also returned when
    /// single values were refused, so that one run shows the errors of all the layers above, too.
    /// </param>
    /// <param name="variable">
    /// Gives an environment variable's value, or null when it is not set. With it <c>${NAME}</c> and
    /// <c>${NAME:-default}</c> are replaced in values (the default stands for an empty variable, too); <c>$${</c> is
    /// how to write <c>${</c>. Names with KEY, SECRET, TOKEN or PASSWORD in them are refused. Without it a <c>${</c>
    /// is ordinary text.
    /// </param>
    /// <returns>The document's value; null when the file holds none, and, with errors, when it can't be read.</returns>
    public static YamlNode? Read(
        string file, ReadOnlySpan<byte> bytes, Diagnostics diagnostics, Func<string, string?>? variable = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var text = Utf8Text.Decode(file, bytes, diagnostics);
        return text is null ? null
            : PlainYaml.Read(file, text, variable) ?? ReadWhole(file, text, diagnostics, variable);
    }

    // Apart, so that plain files never load the library.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static YamlNode? ReadWhole(
        string file, string text, Diagnostics diagnostics, Func<string, string?>? variable) =>
        new YamlReader(file, text, diagnostics, variable).Read();
}
