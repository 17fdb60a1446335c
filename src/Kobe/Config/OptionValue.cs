namespace Kobe.Config;

/// <summary>A setting given on the command line.</summary>
/// <param name="Setting">Its name, such as <c>drain</c>.</param>
/// <param name="Option">The option, such as <c>--drain</c>.</param>
/// <param name="Text">The value.</param>
internal sealed record OptionValue(string Setting, string Option, string Text);
