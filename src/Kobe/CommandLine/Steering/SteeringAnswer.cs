using System.Text.Json;

namespace Kobe.CommandLine.Steering;

/// <summary>What came of a call to the brain.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Document">The brain's document; null when none answered.</param>
/// <param name="Words">The sentence for people.</param>
internal sealed record SteeringAnswer(int Code, JsonElement? Document, string Words)
{
    /// <summary>Whether no brain took it: none runs, or it does not answer.</summary>
    public bool NobodyTookIt { get; init; }

    /// <summary>The first occurrence that it made, by key; null when it made none.</summary>
    public string? Key => Document is { } document && document.TryGetProperty("keys", out var keys)
        && keys.GetArrayLength() > 0
            ? keys[0].GetString()
            : null;

    /// <summary>Prints it: the document on stdout with --json, else the sentence; what failed on stderr.</summary>
    public int Print(bool json)
    {
        if (json)
        {
            JsonOutput.Write(Write);
        }
        else if (Code == ExitCode.Fine)
        {
            Terminal.Write(new(Words + "\n"));
        }

        if (Code != ExitCode.Fine)
        {
            foreach (var line in Words.Split('\n'))
            {
                Terminal.Complain("kobe: " + line);
            }
        }

        return Code;
    }

    private void Write(Utf8JsonWriter writer)
    {
        if (Document is { } document)
        {
            document.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        writer.WriteBoolean("done", Code == ExitCode.Fine);
        writer.WriteString("message", Words);
        writer.WriteEndObject();
    }
}
