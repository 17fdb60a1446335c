namespace Kobe.Config;

/// <summary>Codes of the diagnostics about settings: <c>KOBE30xx</c>. YAML's own are <c>KOBE10xx</c>.</summary>
/// <remarks>A code never changes its meaning, and one that goes out of use is not used again.</remarks>
internal static class ConfigCodes
{
    /// <summary>A value that its setting can't be: not a duration, number, size, switch or one of the names.</summary>
    public const string BadValue = "KOBE3001";

    /// <summary>A value outside the setting's range.</summary>
    public const string OutOfRange = "KOBE3002";

    /// <summary>A zone that this machine does not know.</summary>
    public const string UnknownZone = "KOBE3003";

    /// <summary>An address that Kobe can't listen on.</summary>
    public const string BadUrl = "KOBE3004";

    /// <summary>An address that others can reach, without <c>allow_remote: true</c>.</summary>
    public const string RemoteRefused = "KOBE3005";

    /// <summary>A secret's name that no variable could have, or a plugin's name that no folder could have.</summary>
    public const string BadSecretName = "KOBE3006";

    /// <summary>A variable that looks like a setting's, misspelt. A warning.</summary>
    public const string UnknownVariable = "KOBE3007";

    /// <summary>Several values where one belongs.</summary>
    public const string TooManyValues = "KOBE3008";

    /// <summary>A limit for a plugin that shares its runner with others.</summary>
    public const string NeedsOwnRunner = "KOBE3030";
}
