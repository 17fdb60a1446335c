using System.Text.Json.Serialization;
using Kobe.Contracts;

namespace Kobe.Runner.Wire;

/// <summary>The market's context as JSON, compiled: each runner is told of it.</summary>
[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(MarketContext))]
internal sealed partial class MarketJson : JsonSerializerContext;
