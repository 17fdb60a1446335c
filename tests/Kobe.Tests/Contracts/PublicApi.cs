using System.Reflection;
using System.Text;

namespace Kobe.Tests.Contracts;

/// <summary>An assembly's public types and members as text, in an order that never changes by itself.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type)).Append(Parents(type)).Append('\n');
            var members = type.IsEnum
                ? Enum.GetNames(type).Select(name => $"{name} = {Enum.Format(type, Enum.Parse(type, name), "d")}")
                : type.GetMembers(Declared).Where(IsSeen).Select(Line).Order(StringComparer.Ordinal);
            foreach (var member in members)
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Parents(Type type)
    {
        var parents = type.GetInterfaces().Where(parent => parent.Assembly == type.Assembly);
        var all = type.IsClass && type.BaseType != typeof(object) ? parents.Append(type.BaseType!) : parents;
        var names = string.Join(", ", all.Select(Name).Order(StringComparer.Ordinal));
        return names.Length > 0 ? " : " + names : "";
    }

    // What the compiler adds to records says nothing that the record's properties don't.
    private static bool IsSeen(MemberInfo member) => member switch
    {
        ConstructorInfo made => made.IsPublic || made.IsFamily,
        PropertyInfo property => property.GetMethod is { IsPublic: true },
        FieldInfo field => field.IsPublic,
        MethodInfo method => method.IsPublic && !method.IsSpecialName && !IsOfRecords(method),
        _ => false,
    };

    private static bool IsOfRecords(MethodInfo method) =>
        method.Name is "Equals" or "GetHashCode" or "ToString" or "<Clone>$" or "Deconstruct";

    private static string Line(MemberInfo member) => member switch
    {
        ConstructorInfo made => $"new({Parameters(made)})",
        PropertyInfo { SetMethod: null } property => $"{Name(property.PropertyType)} {property.Name} {{ get; }}",
        PropertyInfo property => $"{Name(property.PropertyType)} {property.Name} {{ get; init; }}",
        FieldInfo field => $"{Name(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}",
        MethodInfo method => $"{Name(method.ReturnType)} {Name(method)}({Parameters(method)})",
        _ => member.Name,
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = default" : "")}"));

    private static string Name(MethodInfo method) => method.IsGenericMethod
        ? $"{method.Name}<{string.Join(", ", method.GetGenericArguments().Select(Name))}>"
        : method.Name;

    private static string Name(Type type)
    {
        var name = type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        return type.IsGenericType
            ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : name;
    }
}
