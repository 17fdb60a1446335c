using System.Reflection;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Core.Catalogues;

namespace Kobe.Runner.Plugins;

/// <summary>Makes a handler's arguments record from a row's <c>args</c>.</summary>
internal sealed class ArgumentBinder
{
    private readonly ConstructorInfo constructor;
    private readonly Parameter[] parameters;

    private ArgumentBinder(ConstructorInfo constructor)
    {
        this.constructor = constructor;
        parameters = [.. constructor.GetParameters().Select(parameter => new Parameter(parameter))];
        Records = [.. parameters.Select(parameter => parameter.Record)];
    }

    /// <summary>The arguments, in the order of the constructor.</summary>
    public IReadOnlyList<ArgumentRecord> Records { get; }

    /// <summary>Reads the constructor of an arguments record.</summary>
    /// <exception cref="PluginException">It has several, or a parameter is of a type that schedules can't
    /// write.</exception>
    public static ArgumentBinder For(Type record) =>
        record.GetConstructors() is [var only]
            ? new(only)
            : throw new PluginException($"The arguments record {record.Name} needs exactly one public constructor.");

    /// <summary>Makes the record.</summary>
    /// <param name="values">An object, or nothing.</param>
    /// <exception cref="PluginException">An argument is missing, unknown, or of the wrong type.</exception>
    public object Bind(JsonElement values)
    {
        var given = values.ValueKind == JsonValueKind.Object;
        var used = 0;
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            if (given && values.TryGetProperty(parameters[i].Record.Name, out var value))
            {
                arguments[i] = parameters[i].Parse(value);
                used++;
            }
            else
            {
                arguments[i] = parameters[i].Absent();
            }
        }

        if (given && used < values.GetPropertyCount())
        {
            var unknown = values.EnumerateObject().First(value => Records.All(known => known.Name != value.Name));
            throw new PluginException($"There is no argument {unknown.Name}.");
        }

        try
        {
            return constructor.Invoke(arguments);
        }
        catch (TargetInvocationException refused) when (refused.InnerException is { } inner)
        {
            throw new PluginException($"{inner.GetType().Name}: {inner.Message}");
        }
    }

    /// <summary>One parameter: how it is described, read, and left out.</summary>
    private sealed class Parameter
    {
        private readonly ArgumentValue type;
        private readonly object? absent;

        public Parameter(ParameterInfo parameter)
        {
            var stated = parameter.GetCustomAttribute<ArgumentAttribute>();
            var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter.Name ?? "");
            type = ArgumentValue.Of(parameter.ParameterType)
                ?? throw new PluginException(
                    $"Argument {name} is a {parameter.ParameterType.Name}, which no row can write.");
            var optional = stated?.Default is not null || parameter.HasDefaultValue;
            absent = stated?.Default is { } text ? type.Parse(name, text)
                : parameter.HasDefaultValue ? type.Constant(parameter.DefaultValue) : null;
            Record = new(
                name,
                type.Type,
                !optional,
                stated?.Default ?? ArgumentValue.Write(absent),
                stated?.Unit,
                stated?.About ?? "",
                type.Choices,
                stated?.NamesFacts ?? false);
            if (Record is { NamesFacts: true, Type: not (ArgumentType.Text or ArgumentType.List) })
            {
                throw new PluginException($"Argument {name} names facts: it must be a string or a list of strings.");
            }
        }

        public ArgumentRecord Record { get; }

        public object? Parse(JsonElement value) =>
            value.ValueKind == JsonValueKind.Null ? Absent() : type.Parse(Record.Name, value);

        public object? Absent() =>
            Record.Required ? throw new PluginException($"Argument {Record.Name} is missing.") : absent;
    }
}
