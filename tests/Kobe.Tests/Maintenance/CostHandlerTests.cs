using System.Runtime.Versioning;
using Kobe.Contracts;
using Kobe.Plugins.Maintenance.Costs;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Maintenance;

/// <summary>maintenance.cost_budget adds up what others wrote down.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class CostHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly CostHandler handler = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void Calls_AreAddedUp_ByService()
    {
        Costs("""{"service":"llm","calls":2,"cost":0.25}""", """{"service":"news","calls":1,"cost":1}""",
            """{"service":"llm","calls":1,"cost":0.5}""");

        var result = attempt.Succeed(handler, new CostArguments(state.Root));

        var costs = Assert.Single(result.Facts).Value;
        Assert.Equal(1.75m, costs.GetProperty("total").GetDecimal());
        Assert.Equal(0.75m, costs.GetProperty("services").GetProperty("llm").GetDecimal());
        Assert.Equal((4, 175), (result.Evidence.Counts["calls"], result.Evidence.Counts["cents"]));
        Assert.Empty(attempt.Discoveries);
    }

    [Fact]
    public void DateOverBudget_IsDiscovered()
    {
        Costs("""{"service":"llm","calls":2,"cost":5.01}""");

        attempt.Succeed(handler, new CostArguments(state.Root, Daily: 5));

        Assert.Equal("2026-11-20 cost 5.01 USD; its budget is 5.00.", Assert.Single(attempt.Discoveries).Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"service":"llm","calls":"two","cost":1}""")]
    public void BadLine_Fails_AndIsNumbered(string line)
    {
        Costs("""{"service":"llm","calls":1,"cost":1}""", line);

        Assert.Contains("line 2", attempt.Fail(handler, new CostArguments(state.Root)), StringComparison.Ordinal);
    }

    [Fact]
    public void NoCalls_AreSkipped() =>
        Assert.Equal("no paid service was called today", attempt.Skip(handler, new CostArguments(state.Root)));

    [Fact]
    public void NegativeBudget_IsFatal() =>
        Assert.IsType<TaskResult.Fatal>(attempt.Run(handler, new CostArguments(state.Root, Daily: -1)));

    private void Costs(params string[] lines)
    {
        Directory.CreateDirectory(state.At("costs"));
        File.WriteAllLines(state.At("costs/2026-11-20.jsonl"), lines);
    }
}
