namespace Kobe.Web;

/// <summary>One value that a request may carry: after the question mark of a GET, in the body of a POST.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type in JSON schema's words: string, boolean, integer, object.</param>
/// <param name="About">What it means, in a line.</param>
/// <param name="Format">Its format in JSON schema's words, such as date-time; or null.</param>
internal sealed record Field(string Name, string Type, string About, string? Format = null);
