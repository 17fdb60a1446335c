using System.Text.Json.Serialization;
using Kobe.Contracts;

namespace Kobe.Runner.Wire;

/// <summary>The market's context as JSON, compiled: it goes along with every order.</summary>
[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(MarketContext))]
internal sealed partial class MarketJson : JsonSerializerContext;
