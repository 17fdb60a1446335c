using System.Text.Json;
using Kobe.Brain;

namespace Kobe.Views;

/// <summary>One file that people and programs read.</summary>
/// <param name="File">Its name in the state directory.</param>
/// <param name="Same">Whether two turns show the same in it: then the file stays as it is.</param>
/// <param name="Write">Its content.</param>
internal sealed record View(
    string File, Func<BrainSnapshot, BrainSnapshot, bool> Same, Action<Utf8JsonWriter, BrainSnapshot> Write);
