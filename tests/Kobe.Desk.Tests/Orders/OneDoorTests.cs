using System.Reflection;
using System.Text.RegularExpressions;
using Kobe.Desk.Brokers;

namespace Kobe.Desk.Tests.Orders;

/// <summary>Nothing but the door reaches a broker (docs/adr/0010-one-door-for-orders.md).</summary>
public partial class OneDoorTests
{
    // What makes a broker, what stands at the door, and what opens the desk. Everything else only looks.
    private static readonly string[] MayHoldABroker = ["src/Kobe.Desk/Brokers/", "src/Kobe.Desk/Orders/", "src/Kobe.Desk/TradingDesk.cs"];

    private static readonly Type[] Changing = [.. typeof(IOrderRouting).Assembly.GetTypes().Where(typeof(IOrderRouting).IsAssignableFrom)];

    [Fact]
    public void WhatChangesOrders_IsInternal_WithAllThatIsMadeOfIt()
    {
        Assert.Contains(typeof(IBroker), Changing);
        Assert.All(Changing.Append(typeof(OrderRequest)), type => Assert.False(type.IsVisible, type.FullName));
    }

    [Fact]
    public void NoPublicMember_HandsOutWhatChangesOrders()
    {
        var leaks =
            from type in typeof(IOrderRouting).Assembly.GetExportedTypes()
            from member in type.GetMembers()
            let types = member switch
            {
                MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
                ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
                PropertyInfo property => [property.PropertyType],
                FieldInfo field => [field.FieldType],
                _ => [],
            }
            where types.Any(Changing.Contains)
            select $"{type}.{member.Name}";

        Assert.Empty(leaks);
    }

    [Fact]
    public void Sources_OutsideTheDoor_NameNothingThatChangesOrders() =>
        Assert.Empty(Sources().SelectMany(file => Offences(Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file))));

    [Fact]
    public void DeskOpensToNobody_ButItsTests()
    {
        var friends = typeof(IOrderRouting).Assembly.GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>()
            .Select(friend => friend.AssemblyName);

        Assert.All(friends, friend => Assert.Contains(friend, new[] { "Kobe.Desk.Tests", "Kobe.Fixtures.Desk", "Kobe.Benchmarks" }));
    }

    [Theory]
    [InlineData("plugins/Kobe.Plugins.Trading/Orb.cs", "var client = new AlpacaClient(a, b, c);", 1)]
    [InlineData("plugins/Kobe.Plugins.Trading/Orb.cs", "new Uri(\"https://api.alpaca.markets/v2/orders\")", 1)]
    [InlineData("src/Kobe.Desk/Strategies/Orb.cs", "IOrderRouting routing", 1)]
    [InlineData("src/Kobe.Desk/Strategies/Orb.cs", "await desk.Door.SubmitAsync(intent, token)", 0)]
    [InlineData("src/Kobe.Desk/Orders/OrderDoor.cs", "IOrderRouting routing", 0)]
    public void Rule_SeesOffenders(string path, string text, int offences) => Assert.Equal(offences, Offences(path, text).Count());

    private static IEnumerable<string> Sources() =>
        from folder in new[] { "src", "plugins" }
        from file in Directory.EnumerateFiles(Repository.At(folder), "*.cs", SearchOption.AllDirectories)
        select file;

    private static IEnumerable<string> Offences(string path, string text) =>
        MayHoldABroker.Any(allowed => path.StartsWith(allowed, StringComparison.Ordinal))
            ? []
            : from match in Forbidden().Matches(text) select $"{path}: {match.Value}";

    [GeneratedRegex(@"\b(?:IOrderRouting|IBroker|AlpacaClient|PaperBroker|OrderSender)\b|\bapi\.alpaca\.markets\b")]
    private static partial Regex Forbidden();
}
