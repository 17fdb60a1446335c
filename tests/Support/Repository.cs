namespace Kobe.Testing;

/// <summary>Where things lie in the checkout that the tests run from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Kobe.sln, found upwards from the test assembly.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder of the checkout.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory);
             directory is not null;
             directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Kobe.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException("No Kobe.sln above " + AppContext.BaseDirectory);
    }
}
