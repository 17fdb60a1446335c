using System.Globalization;
using Kobe.Core.Text;
using Kobe.Files;

namespace Kobe.Simulation.Faults;

/// <summary>Reads a fault profile: <c>power_cut: 0.1</c> is one in ten days, <c>fail: 0.02</c> one in fifty
/// starts.</summary>
internal static class FaultFile
{
    /// <exception cref="UserError">It is not a profile.</exception>
    public static FaultRates Read(string path)
    {
        var diagnostics = new Diagnostics();
        var root = YamlText.Read(path, SingleFile.Read(path), diagnostics);
        if (diagnostics.HasErrors)
        {
            throw new UserError(string.Join('\n', diagnostics.Items));
        }

        if (root is not YamlMapping mapping)
        {
            throw new UserError($"{path} is no fault profile. Write lines such as power_cut: 0.1.");
        }

        var rates = FaultRates.None;
        foreach (var entry in mapping.Entries)
        {
            Add(rates, entry);
        }

        return rates;
    }

    private static void Add(FaultRates rates, YamlEntry entry)
    {
        var name = entry.Key.Value;
        var mark = $"{entry.Key.Mark.File}:{entry.Key.Mark.Line}:{entry.Key.Mark.Column}";
        var isNumber = entry.Value is YamlScalar scalar && double.TryParse(
            scalar.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
            && rate is >= 0 and <= 1000;
        if (!isNumber)
        {
            throw new UserError($"{mark}: '{name}' needs a number from 0 to 1000.");
        }

        rate = double.Parse(((YamlScalar)entry.Value).Value, CultureInfo.InvariantCulture);
        if (Find<FaultKind>(name) is { } kind)
        {
            rates.With(kind, rate);
        }
        else if (Find<HandlerFault>(name) is { } fault && rate <= 1)
        {
            rates.With(fault, rate);
        }
        else
        {
            var known = Names<FaultKind>().Concat(Names<HandlerFault>());
            throw new UserError(Find<HandlerFault>(name) is not null
                ? $"{mark}: '{name}' happens at a start: its probability is 0 to 1."
                : $"{mark}: there is no fault '{name}'. These are known: {string.Join(", ", known)}.");
        }
    }

    private static T? Find<T>(string name)
        where T : struct, Enum
    {
        var at = Names<T>().ToList().IndexOf(name);
        return at < 0 ? null : Enum.GetValues<T>()[at];
    }

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(Snake);

    private static string Snake(string name) => string.Concat(name.Select((c, i) =>
        char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));
}
