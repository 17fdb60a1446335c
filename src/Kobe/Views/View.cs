using System.Text.Json;
using Kobe.Brain;

namespace Kobe.Views;

/// <summary>One file that people and programs read.</summary>
/// <param name="File">Its name in the state directory.</param>
/// <param name="Basis">What it is made of; while that is equal the file stays as it is.</param>
/// <param name="Write">Its content.</param>
internal sealed record View(
    string File, Func<BrainSnapshot, object> Basis, Action<Utf8JsonWriter, BrainSnapshot> Write);
