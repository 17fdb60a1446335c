using Kobe.Core.Schedules.Reading;

namespace Kobe.Core.Schedules.Importing;

/// <summary>Makes legal names, and ids that nothing else has.</summary>
internal sealed class ImportNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The name in small letters, '_' for what may not stand in one; null when nothing is left.</summary>
    public static string? Legal(string name)
    {
        var letters = name.Trim().ToLowerInvariant().ToCharArray();
        var any = false;
        for (var i = 0; i < letters.Length; i++)
        {
            any |= char.IsAsciiLetterOrDigit(letters[i]);
            letters[i] = char.IsAsciiLetterOrDigit(letters[i]) || letters[i] is '_' or '.' or '-' ? letters[i] : '_';
        }

        var legal = new string(letters).TrimStart('_', '.', '-');
        return any ? legal[..Math.Min(legal.Length, TaskName.LengthMax)] : null;
    }

    /// <summary>The name, with a number behind it when it is taken.</summary>
    public string Unique(string legal)
    {
        var name = legal;
        for (var number = 2; !_taken.Add(name); number++)
        {
            var suffix = $"_{number}";
            name = legal[..Math.Min(legal.Length, TaskName.LengthMax - suffix.Length)] + suffix;
        }

        return name;
    }
}
