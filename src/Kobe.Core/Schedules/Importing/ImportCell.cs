using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Importing;

/// <summary>One cell of a line, without spaces around it.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Mark">Where it begins.</param>
internal readonly record struct ImportCell(string Text, Mark Mark);
