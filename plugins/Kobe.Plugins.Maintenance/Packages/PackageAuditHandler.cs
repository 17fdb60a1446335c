using System.Text;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Packages;

/// <summary>Which packages the program and its plugins carry, what changed, and which have a known weakness. The
/// list of weaknesses is a file: nothing is asked over the network.</summary>
[Handler("maintenance.package_audit", Arguments = typeof(PackageAuditArguments),
    About = "Lists the packages in use, what changed, and those with a known weakness.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class PackageAuditHandler : ITaskHandler
{
    private const string FactName = "packages.inventory";
    private const int AdvisoriesBytesMax = 16 * 1024 * 1024;

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = 8, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    };

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Audit(context, context.Arguments<PackageAuditArguments>(), cancellation));

    private static TaskResult Audit(
        TaskContext context, PackageAuditArguments arguments, CancellationToken cancellation)
    {
        var state = Places.State(arguments.State);
        var program = arguments.Program ?? Path.Combine(AppContext.BaseDirectory, "..");
        try
        {
            var packages = Inventory.Of(program, cancellation);
            if (packages.Count == 0)
            {
                return new TaskResult.Skipped($"no deps.json below {program} names a package");
            }

            var advisories = Advisories(arguments.Advisories ?? Path.Combine(state, "advisories.json"));
            var list = Compare(packages, advisories);
            Tell(context, list);
            var fact = Fact.Of(FactName, list);
            var path = Path.Combine(state, "packages.json");
            OwnerFile.Replace(path, Encoding.UTF8.GetBytes(fact.Value.GetRawText()));
            return new TaskResult.Succeeded(
                Evidence.None.WithCount("packages", packages.Count).WithCount("advisories", advisories.Count)
                    .WithCount("weak", list.Weak.Count).WithOutput(Output.OfFile(path)),
                fact);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or JsonException)
        {
            return new TaskResult.Failed($"The packages can't be audited: {bad.Message}");
        }
    }

    private static PackageList Compare(
        IReadOnlyList<(string Name, string Version)> packages, List<Advisory> advisories) => new(
        [.. packages.Select(package => $"{package.Name} {package.Version}")],
        advisories.Count,
        [
            .. from package in packages
               from advisory in advisories
               where advisory.Package.Equals(package.Name, StringComparison.OrdinalIgnoreCase)
                   && Inventory.IsBelow(package.Version, advisory.Below)
               select $"{package.Name} {package.Version}: {advisory.Title} (mended in {advisory.Below})",
        ]);

    private static void Tell(TaskContext context, PackageList list)
    {
        var last = context.Facts.Find(FactName)?.As<PackageList>();
        foreach (var weak in list.Weak.Where(weak => last?.Weak.Contains(weak) != true))
        {
            context.Discover(new("packages", weak));
        }

        if (last is not null && !last.Packages.SequenceEqual(list.Packages))
        {
            var come = list.Packages.Except(last.Packages).Select(name => "+ " + name);
            var gone = last.Packages.Except(list.Packages).Select(name => "- " + name);
            context.Discover(new(
                "packages", "Other packages than at the last audit.", string.Join(", ", come.Concat(gone))));
        }

        if (list.Advisories == 0)
        {
            context.Log.Warning("There is no list of known weaknesses: packages are listed and not judged.");
        }
    }

    private static List<Advisory> Advisories(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        return new FileInfo(path).Length > AdvisoriesBytesMax
            ? throw new IOException($"{path} has more than {AdvisoriesBytesMax} bytes.")
            : JsonSerializer.Deserialize<List<Advisory>>(File.ReadAllBytes(path), Reading) ?? [];
    }
}
