namespace Kobe.Config;

/// <summary>Addresses that a secret may be sent to: encrypted, or on this machine.</summary>
internal static class SafeUrl
{
    /// <summary>The address; null when it is none, or not a safe one.</summary>
    public static Uri? Read(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            ? url
            : null;
}
