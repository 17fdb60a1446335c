using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary>One path that is answered.</summary>
/// <param name="Method">GET, which HEAD goes with, or POST.</param>
/// <param name="Path">The path, exactly.</param>
/// <param name="Needs">What a caller must be allowed.</param>
/// <param name="Respond">Answers; gets what the caller is allowed.</param>
internal sealed record Route(string Method, string Path, Access Needs, Func<HttpContext, Access, Task> Respond);
