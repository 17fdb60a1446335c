using System.Reflection;
using System.Text.RegularExpressions;
using Kobe.Contracts;
using Kobe.Core.Catalogues;

namespace Kobe.Runner.Plugins;

/// <summary>Finds the handlers of an assembly and checks what they declare.</summary>
internal static partial class HandlerReader
{
    /// <summary>Reads all handlers, in the order of their names.</summary>
    /// <exception cref="PluginException">One of them declares something that can't be.</exception>
    public static List<HandlerEntry> Read(string plugin, Assembly assembly)
    {
        var found = new List<HandlerEntry>();
        foreach (var type in assembly.GetTypes())
        {
            if (type.GetCustomAttribute<HandlerAttribute>() is { } handler)
            {
                found.Add(Read(plugin, type, handler));
            }
        }

        found.Sort((one, other) => string.CompareOrdinal(one.Record.Name, other.Record.Name));
        for (var i = 1; i < found.Count; i++)
        {
            Refuse(
                found[i - 1].Record.Name == found[i].Record.Name,
                $"Two classes are handler {found[i].Record.Name}.");
        }

        return found;
    }

    private static HandlerEntry Read(string plugin, Type type, HandlerAttribute handler)
    {
        Refuse(!Name().IsMatch(handler.Name),
            $"'{handler.Name}' is no name for a handler: use {Name()}.");
        Refuse(!typeof(ITaskHandler).IsAssignableFrom(type), $"{type.Name} doesn't implement ITaskHandler.");
        var constructor = type.IsAbstract ? null : type.GetConstructor([]);
        Refuse(constructor is null, $"{type.Name} needs a public constructor without parameters.");
        var effects = type.GetCustomAttribute<EffectsAttribute>();
        Refuse(effects is null, $"{handler.Name} doesn't say what it does to the world: add [Effects(…)].");
        var facts = type.GetCustomAttributes<PublishesAttribute>().Select(publishes => publishes.Fact).ToList();
        facts.Sort(string.CompareOrdinal);
        Refuse(facts.Exists(fact => !Name().IsMatch(fact)), $"{handler.Name} publishes a fact without a proper name.");
        var binder = handler.Arguments is null ? null : ArgumentBinder.For(handler.Arguments);
        var record = new HandlerRecord(
            handler.Name,
            plugin,
            effects!.Effects,
            typeof(IReconcilingHandler).IsAssignableFrom(type),
            handler.About,
            facts,
            binder?.Records ?? []);
        return new(record, () => (ITaskHandler)constructor!.Invoke(null), binder);
    }

    private static void Refuse(bool wrong, string sentence)
    {
        if (wrong)
        {
            throw new PluginException(sentence);
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9_.-]{0,63}$")]
    private static partial Regex Name();
}
