using System.Security.Cryptography;
using System.Text;

namespace Kobe.Desk.Orders;

/// <summary>The client order id of an occurrence's order: the same whenever it is asked for, so that nothing is sent
/// twice.</summary>
internal static class ClientOrderId
{
    /// <summary>How every id of the desk begins.</summary>
    public const string Prefix = "kobe-";

    // 26 characters of base 32 are 130 bits: two keys that meet are out of the question. Letters and digits pass with
    // every broker, and 31 characters within every limit that is known.
    private const int Length = 26;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>The id of one order of an occurrence.</summary>
    /// <param name="key">The occurrence's key; not the attempt's.</param>
    /// <param name="leg">Which of its orders, such as <c>entry</c>; a second one on purpose has another name.</param>
    public static string Of(string key, string leg)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{key}|{leg}"));
        return string.Create(Prefix.Length + Length, hash, static (text, bytes) =>
        {
            Prefix.CopyTo(text);
            for (var i = 0; i < Length; i++)
            {
                var bit = i * 5;
                var pair = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
                text[Prefix.Length + i] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
            }
        });
    }
}
