namespace Kobe.Core.Text;

/// <summary>How much of YAML is taken from one file. A schedule written by people stays far below.</summary>
public static class YamlLimits
{
    /// <summary>Size of a file in bytes, a byte order mark included: 1 MiB.</summary>
    public const int FileBytesMax = 1 << 20;

    /// <summary>Lists and mappings within each other.</summary>
    public const int DepthMax = 16;

    /// <summary>Size of one key or value in bytes of UTF-8, before and after variables are replaced: 4 KiB.</summary>
    public const int ScalarBytesMax = 4096;

    /// <summary>
    /// Beyond this depth reading stops; up to it what is too deep is passed over, so that later errors show too.
    /// </summary>
    internal const int DepthPassedMax = 64;
}
