namespace Kobe.Core.Queueing;

/// <summary>Where an item keeps its index in one heap.</summary>
internal delegate ref int PlaceOf<in T>(T item);
