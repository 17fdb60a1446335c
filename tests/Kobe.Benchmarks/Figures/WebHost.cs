using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kobe.Benchmarks.Figures;

/// <summary>An empty web host that answers one path: what anything with a web side must at least cost.</summary>
internal static class WebHost
{
    public const string Probe = "web-host";

    public const string Name = "empty web host";

    public static void Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        host.MapGet("/health", () => "fine");
        host.Start();
        Console.Error.WriteLine("ready");
        host.WaitForShutdown();
    }
}
