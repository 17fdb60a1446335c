namespace Kobe.CommandLine.Desk;

/// <summary>Shows on a terminal how far a handler is; elsewhere nothing.</summary>
internal sealed class CallProgress
{
    private const int Columns = 70;
    private readonly bool _isShown = !Console.IsErrorRedirected;
    private bool _wasShown;

    public void Show(double fraction, string? text)
    {
        if (_isShown)
        {
            _wasShown = true;
            Terminal.Overwrite($"{$"{fraction * 100:0} %  {text}",-Columns}");
        }
    }

    public void Clear()
    {
        if (_wasShown)
        {
            Terminal.Overwrite(new string(' ', Columns) + "\r");
        }
    }
}
