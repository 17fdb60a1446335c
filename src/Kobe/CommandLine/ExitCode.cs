namespace Kobe.CommandLine;

/// <summary>How the program ends; scripts and the service manager rely on these.</summary>
internal static class ExitCode
{
    /// <summary>Fine.</summary>
    public const int Fine = 0;

    /// <summary>Something failed or is unhealthy; trying again may help.</summary>
    public const int Failed = 1;

    /// <summary>Bad input or configuration; nothing was changed.</summary>
    public const int BadInput = 2;

    /// <summary>Refused: another brain holds the state, or not authorised.</summary>
    public const int Refused = 3;
}
