using Kobe.Control;

namespace Kobe.Telegram;

/// <summary>Commands that wait for a yes: each has a code for one use, by who asked and where.</summary>
/// <param name="code">Makes a code that nobody can guess.</param>
internal sealed class Confirmations(Func<string> code)
{
    /// <summary>How long a code counts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    // Who guesses so often does not have the phone in hand.
    private const int GuessesMax = 3;

    private readonly List<(string Code, long User, long Chat, ControlRequest Request, TimeSpan Until)> _open = [];
    private readonly Dictionary<long, int> _guesses = [];

    /// <summary>Asks for a yes.</summary>
    /// <returns>The code; the one that waited before counts no more.</returns>
    public string Ask(long user, long chat, ControlRequest request, TimeSpan now)
    {
        _open.RemoveAll(open => open.User == user || open.Until <= now);
        _guesses.Remove(user);
        var made = code();
        _open.Add((made, user, chat, request, now + Lifetime));
        return made;
    }

    /// <summary>A code comes back: what it was for, once; null when it is wrong, late, used or another's.</summary>
    public ControlRequest? Take(long user, long chat, string given, TimeSpan now)
    {
        _open.RemoveAll(open => open.Until <= now);
        var index = _open.FindIndex(open => open.User == user && open.Chat == chat);
        if (index < 0)
        {
            return null;
        }

        var found = _open[index];
        if (found.Code == given)
        {
            _open.RemoveAt(index);
            return found.Request;
        }

        if ((_guesses[user] = _guesses.GetValueOrDefault(user) + 1) >= GuessesMax)
        {
            _open.RemoveAt(index);
        }

        return null;
    }

    /// <summary>The person said no.</summary>
    public void Drop(long user) => _open.RemoveAll(open => open.User == user);
}
