namespace Kobe.Desk.Brokers.Alpaca;

/// <summary>The two halves of an account's key. Its text shows neither.</summary>
internal sealed class AlpacaKeys(string id, string secret)
{
    public string Id => id;

    public string Secret => secret;

    /// <summary>Nothing of the key.</summary>
    public override string ToString() => "key ***";
}
