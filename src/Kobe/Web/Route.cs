using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary>One path that is answered.</summary>
/// <param name="Method">GET, which HEAD goes with, or POST.</param>
/// <param name="Path">The path, exactly; <c>{id}</c> in it stands for a name, which is in the route's values.</param>
/// <param name="Needs">What a caller must be allowed.</param>
/// <param name="Respond">Answers; gets what the caller is allowed.</param>
/// <param name="About">What it does, in a line, for the OpenAPI document.</param>
internal sealed record Route(
    string Method, string Path, Access Needs, Func<HttpContext, Access, Task> Respond, string About = "")
{
    /// <summary>The name of the one value that a path may hold.</summary>
    public const string Id = "id";

    /// <summary>What may stand after the question mark, or in the body: name, type and meaning.</summary>
    public IReadOnlyList<Field> Fields { get; init; } = [];

    /// <summary>The name in the path of a request.</summary>
    public static string IdOf(HttpContext context) => (string)context.Request.RouteValues[Id]!;
}
