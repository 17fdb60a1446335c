using System.Text.Json;
using Kobe.Files;

namespace Kobe.CommandLine.Steering;

/// <summary>Arguments as people type them, <c>name=value</c>, as members of a body.</summary>
internal static class TypedArguments
{
    /// <summary>Writes <c>force</c>, and <c>args</c> where some are given.</summary>
    /// <exception cref="UserError">One is no name=value, or comes twice.</exception>
    public static void Write(Utf8JsonWriter writer, string[] given, bool force)
    {
        writer.WriteBoolean("force", force);
        if (given.Length == 0)
        {
            return;
        }

        writer.WriteStartObject("args");
        var names = new List<string>();
        foreach (var one in given)
        {
            var at = one.IndexOf('=', StringComparison.Ordinal);
            if (at < 1)
            {
                throw new UserError($"--arg '{one}' is no NAME=VALUE.");
            }

            var name = one[..at];
            if (names.Contains(name))
            {
                throw new UserError($"--arg {name} is given twice.");
            }

            names.Add(name);
            writer.WriteString(name, one[(at + 1)..]);
        }

        writer.WriteEndObject();
    }
}
