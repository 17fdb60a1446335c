using Kobe.Core.Text;

namespace Kobe.Core.Markets.Files;

/// <summary>A single day and where its file says so.</summary>
internal sealed record PlacedDay(OneOffDay Day, Mark Mark);
