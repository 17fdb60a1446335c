using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Kobe.Web;

/// <summary>What the server asks for every request.</summary>
/// <param name="respond">Answers it.</param>
internal sealed class KestrelApplication(Func<HttpContext, Task> respond) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => respond(context);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // The server owns the features; a context holds nothing else.
    }
}
