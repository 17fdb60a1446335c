namespace Kobe.Config;

/// <summary>Names of hosts as the Host header has them, without a port.</summary>
internal static class HostName
{
    // The longest name that the domain name system knows.
    private const int LengthMax = 253;

    public static Reading<string> Read(string text)
    {
        var legal = text.Length <= LengthMax
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')
            && char.IsAsciiLetterOrDigit(text[0]);
        return legal ? Reading<string>.Of(text.ToLowerInvariant()) : Reading<string>.Bad("not a host name");
    }
}
