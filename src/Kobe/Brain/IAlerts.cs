namespace Kobe.Brain;

/// <summary>Takes what people must be told, and returns at once.</summary>
internal interface IAlerts
{
    void Raise(AlertLevel level, string text);
}
