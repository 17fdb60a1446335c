using Kobe.Brain;

namespace Kobe.Tests.Brain;

/// <summary>Keeps every alert.</summary>
internal sealed class HeardAlerts : IAlerts
{
    public List<string> Texts { get; } = [];

    public void Raise(AlertLevel level, string text) => Texts.Add(text);
}
