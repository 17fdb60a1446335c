namespace Kobe.Catalogues;

/// <summary>The codes of what is wrong with plugins.</summary>
internal static class PluginCodes
{
    /// <summary>A plugin that could not be loaded.</summary>
    public const string Refused = "KOBE4001";
}
