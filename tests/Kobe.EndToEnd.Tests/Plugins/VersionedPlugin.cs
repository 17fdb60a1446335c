using System.Text;
using Kobe.EndToEnd.Tests.Brain;
using Kobe.Testing;

namespace Kobe.EndToEnd.Tests.Plugins;

/// <summary>A plugin in a home's folder of plugins that tests replace by other versions of itself.</summary>
internal sealed class VersionedPlugin(Home home)
{
    private const string Name = "Kobe.Fixtures.Versioned";

    // The text of version 0 as the assembly has it, in UTF-16.
    private static readonly byte[] Marker = Encoding.Unicode.GetBytes("VERSION-0000");

    private readonly string _folder = Path.Combine(home.Root, "plugins", Name);

    public string Assembly => Path.Combine(_folder, Name + ".dll");

    /// <summary>Lays a version there, file by file, over what lies there.</summary>
    public VersionedPlugin Lay(int version)
    {
        Directory.CreateDirectory(_folder);
        foreach (var file in Directory.GetFiles(Repository.At("artifacts", "bin", Name, "release")))
        {
            var bytes = File.ReadAllBytes(file);
            if (Path.GetFileName(file) == Name + ".dll")
            {
                Encoding.Unicode.GetBytes(Text(version)).CopyTo(bytes, bytes.AsSpan().IndexOf(Marker));
            }

            File.WriteAllBytes(Path.Combine(_folder, Path.GetFileName(file)), bytes);
        }

        return this;
    }

    /// <summary>The fact that a version publishes.</summary>
    public static string Text(int version) => $"VERSION-{version:0000}";
}
