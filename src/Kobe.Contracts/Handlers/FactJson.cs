using System.Text.Json;

namespace Kobe.Contracts;

/// <summary>How values of facts are written: the names that a schedule's conditions use.</summary>
internal static class FactJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };
}
