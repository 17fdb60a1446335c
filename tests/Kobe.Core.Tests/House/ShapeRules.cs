using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Kobe.Core.Tests.House;

/// <summary>The shapes of types in Contracts and Core: nothing shared changes, nothing is open by accident.</summary>
internal static class ShapeRules
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private const BindingFlags Declared = Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> TypesOf(string assembly) =>
        Assembly.Load(assembly).GetTypes().Where(type => !IsGenerated(type));

    /// <summary>Static state that can be set: it would be shared by everything and known to nobody.</summary>
    public static IEnumerable<string> SettableStatics(Type type) =>
        from field in type.GetFields(Declared)
        where field.IsStatic && !field.IsInitOnly && !field.IsLiteral && !IsCache(field)
        select $"{type}: the static {field.Name} can be set; hand the value in instead.";

    /// <summary>Types that can be inherited from or, being structs, changed, though nobody decided so.</summary>
    public static IEnumerable<string> OpenTypes(Type type)
    {
        // A struct that only its own assembly sees may be a tool rather than a value.
        if (type is { IsValueType: true, IsEnum: false } && (type.IsVisible || IsRecordStruct(type)) &&
            !type.IsDefined(typeof(IsReadOnlyAttribute)))
        {
            yield return $"{type}: make the struct readonly.";
        }

        if (type is { IsClass: true, IsAbstract: false, IsSealed: false })
        {
            yield return $"{type}: seal it; or make it abstract, with a private constructor and sealed cases.";
        }

        if (type is { IsClass: true, IsAbstract: true, IsSealed: false } &&
            type.GetConstructors(Instance).Any(CanBeCalledOutside))
        {
            yield return $"{type}: anyone can add a case; make its constructors private, or private protected.";
        }
    }

    /// <summary>Records that can be changed after they were made.</summary>
    public static IEnumerable<string> ChangeableRecords(Type type) =>
        type.GetMethod("<Clone>$") is null
            ? []
            : type.GetProperties(Declared).Where(HasSetter).Select(property => property.Name)
                .Concat(type.GetFields(Declared).Where(IsChangeable).Select(field => field.Name))
                .Select(member => $"{type}: {member} can be set; a record is a value, use init.");

    private static bool IsChangeable(FieldInfo field) =>
        field is { IsPublic: true, IsInitOnly: false, IsLiteral: false };

    private static bool IsRecordStruct(Type type) => type.GetMethod("PrintMembers", Instance) is not null;

    private static bool HasSetter(PropertyInfo property) =>
        property.SetMethod is { } setter &&
        !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    // The copy constructor of an abstract record is protected by the language; it adds no case by itself.
    private static bool CanBeCalledOutside(ConstructorInfo constructor) =>
        (constructor.IsPublic || constructor.IsFamily || constructor.IsFamilyOrAssembly) &&
        !(constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType);

    private static bool IsCache(FieldInfo field) => field.Name.StartsWith("<>", StringComparison.Ordinal);

    private static bool IsGenerated(Type type) =>
        type.Name.StartsWith('<') ||
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) ||
        type.IsDefined(typeof(GeneratedCodeAttribute), inherit: false) ||
        (type.DeclaringType is { } outer && IsGenerated(outer));
}
