using System.Reflection;
using System.Runtime.Loader;

namespace Kobe.Runner.Plugins;

/// <summary>Where a plugin's assemblies live: its own versions of everything but what is shared with the
/// host.</summary>
/// <remarks>
/// Never unloaded: three of five ordinary handlers leak (docs/adr). A changed plugin gets a new process.
/// </remarks>
internal sealed class PluginContext : AssemblyLoadContext
{
    // One copy each in a process, or a handler would not be what the host takes for one.
    private static readonly string[] Shared = ["Kobe.Contracts", "Kobe.Core", "Kobe.Desk"];

    private readonly AssemblyDependencyResolver resolver;
    private readonly PluginFiles files;

    static PluginContext() => Default.Resolving += BesideTheHost;

    public PluginContext(PluginFolder folder, PluginFiles files)
        : base(folder.Name)
    {
        this.files = files;
        resolver = new(folder.Assembly);
    }

    /// <summary>Loads one of the plugin's files.</summary>
    public Assembly Load(string path)
    {
        // Loaded from bytes: a file that is overwritten while it is mapped kills the process (SIGBUS).
        using var content = new MemoryStream(files.Read(path));
        return LoadFromStream(content);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (Array.IndexOf(Shared, assemblyName.Name) >= 0 && File.Exists(HostPath(assemblyName)))
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }

        return resolver.ResolveAssemblyToPath(assemblyName) is { } path ? Load(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        if ((resolver.ResolveUnmanagedDllToPath(unmanagedDllName) ?? Beside(unmanagedDllName)) is not { } path)
        {
            return nint.Zero;
        }

        // The system's loader wants a path; the hash is checked all the same.
        files.Read(path);
        return LoadUnmanagedDllFromPath(path);
    }

    // One that lies beside the assembly without standing in its list of dependencies.
    private string? Beside(string library)
    {
        string[] names = [library, $"lib{library}.so", library + ".so"];
        var name = Array.Find(names, files.Hashes.ContainsKey);
        return name is null ? null : Path.Combine(files.Root, name);
    }

    // Shared assemblies that the host itself doesn't reference, and what they need, lie beside it.
    private static Assembly? BesideTheHost(AssemblyLoadContext context, AssemblyName name) =>
        HostPath(name) is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;

    private static string HostPath(AssemblyName name) => Path.Combine(AppContext.BaseDirectory, name.Name + ".dll");
}
